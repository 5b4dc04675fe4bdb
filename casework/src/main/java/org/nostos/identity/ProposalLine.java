package org.nostos.identity;

import java.util.UUID;
import org.nostos.lists.AcceptedRecord;

/// A proposal as a line of the queue: its two records and where the pair stands.
public record ProposalLine(
        Proposal proposal, AcceptedRecord left, AcceptedRecord right, PairStanding standing) {

    public UUID id() {
        return proposal.id();
    }
}
