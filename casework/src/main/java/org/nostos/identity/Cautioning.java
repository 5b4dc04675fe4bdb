package org.nostos.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.internal.SharedFamily;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says what a reviewer should mind in a proposal that they are reading. Thread-safe.
@Service
@Transactional
public class Cautioning {

    private final Acts acts;
    private final ProposalFlags flags;
    private final Disputes disputes;
    private final SharedFamily families;

    Cautioning(Acts acts, ProposalFlags flags, Disputes disputes, SharedFamily families) {
        this.acts = acts;
        this.flags = flags;
        this.disputes = disputes;
        this.families = families;
    }

    /// For a file that was read. What the hands of a dispute said is read as an act of its own.
    public Cautions of(ProposalFile file) {
        Optional<Dispute> dispute =
                file.standing().state() == State.DISPUTED
                        ? disputes.forMe(file.pair())
                        : Optional.empty();
        if (dispute.isPresent()) {
            acts.record(
                    Act.of(
                            "identity.dispute-read",
                            Purpose.IDENTITY_REVIEW,
                            Map.of("records", List.of(file.pair().left(), file.pair().right()))));
        }
        return new Cautions(
                flagsOf(file.pair()), families.between(file.left(), file.right()), dispute);
    }

    /// How many disputes wait for a third hand of the caller's.
    @Transactional(readOnly = true)
    public long disputesForMe() {
        return disputes.count();
    }

    /// The flags of a pair.
    @Transactional(readOnly = true)
    public List<ProposalFlag> flagsOf(Pair pair) {
        return flags.among(List.of(pair.left(), pair.right())).getOrDefault(pair, List.of());
    }
}
