package org.nostos.identity;

import java.util.List;
import java.util.Optional;

/// What a reviewer should have before their eyes beside the evidence: the flags of a pair, what of the
/// family the two share, and, for the third hand, what the others said.
public record Cautions(
        List<ProposalFlag> flags, List<FamilyTie> family, Optional<Dispute> dispute) {
    public Cautions {
        flags = List.copyOf(flags);
        family = List.copyOf(family);
    }
}
