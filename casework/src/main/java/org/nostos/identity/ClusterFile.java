package org.nostos.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.AcceptedRecord;
import org.nostos.registry.Person;

/// A group of records that open proposals of a threshold and more tie together, with everything a
/// reviewer reads before judging it as one.
///
/// @param anchor the most probable proposal in it, by which it is named
/// @param mine the hand that the caller gave on it, if any
public record ClusterFile(
        UUID anchor,
        double least,
        List<Member> members,
        List<Tie> ties,
        List<Conflict> conflicts,
        @Nullable GroupJudgement mine) {

    /// A record with its person's number.
    public record Member(AcceptedRecord record, Person person) {
        public UUID id() {
            return record.id();
        }
    }

    /// Two of the records: what the engine says of them, if it does, and where they stand.
    ///
    /// @param one the place of the first among the members, from 1
    /// @param other the place of the second
    public record Tie(
            Pair pair,
            int one,
            int other,
            @Nullable Proposal proposal,
            PairStanding standing,
            List<ProposalFlag> flags) {
        public Tie {
            flags = List.copyOf(flags);
        }
    }

    /// Something that speaks against two of the records being one person.
    public record Conflict(Kind kind, int one, int other, Pair pair) {

        /// What it is. The last four must be settled before the two are judged in a group.
        public enum Kind {
            OTHER_SEX,
            OTHER_BIRTH_YEAR,
            SAME_LIST,
            TOLD_APART,
            CANNOT_TELL,
            DISPUTED,
            HAND_BY_ITSELF;

            /// Whether a human said something that no group overrules.
            public boolean blocks() {
                return ordinal() >= TOLD_APART.ordinal();
            }
        }
    }

    public ClusterFile {
        members = List.copyOf(members);
        ties = List.copyOf(ties);
        conflicts = List.copyOf(conflicts);
    }

    /// What the engine says of each two members, the place of the first and then of the second: a
    /// table of its rows.
    public Map<Integer, Map<Integer, Tie>> table() {
        Map<Integer, Map<Integer, Tie>> rows = new LinkedHashMap<>();
        ties.forEach(tie ->
                rows.computeIfAbsent(tie.one, any -> new LinkedHashMap<>()).put(tie.other, tie));
        return rows;
    }

    /// Whether a member comes first or last in something that a human said and that bars the group.
    public boolean blocked(int place) {
        return conflicts.stream()
                .anyMatch(c -> c.kind.blocks() && (c.one == place || c.other == place));
    }
}
