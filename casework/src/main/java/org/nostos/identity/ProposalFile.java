package org.nostos.identity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.linkage.Explanation;
import org.nostos.lists.AcceptedRecord;
import org.nostos.registry.Person;

/// Everything a reviewer reads before judging a proposal.
///
/// `judgements` are those the caller may see: none of another's before their own stands. The
/// explanation is missing while the engine is still reading the records after a start.
///
/// @param proposal null when the pair is in the latest run no longer
public record ProposalFile(
        Pair pair,
        @Nullable Proposal proposal,
        AcceptedRecord left,
        AcceptedRecord right,
        Person leftPerson,
        Person rightPerson,
        Optional<Explanation> explanation,
        PairStanding standing,
        List<Judgement> judgements,
        List<Near> near,
        List<AcceptedRecord> joinedLeft,
        List<AcceptedRecord> joinedRight) {

    /// Another record that the engine takes for one of the two.
    ///
    /// @param ofLeft whether it stands near the left record, else the right
    /// @param sharesKin whether father and family name are written alike
    public record Near(
            Proposal proposal, AcceptedRecord record, boolean ofLeft, boolean sharesKin) {}

    /// The number that one list gives to both records, in two of its versions; null where there is none.
    public @Nullable String sameNumber() {
        String number = left.number();
        boolean one = left.list().equals(right.list()) && !left.version().equals(right.version());
        return one && number != null && number.equals(right.number()) ? number : null;
    }
}
