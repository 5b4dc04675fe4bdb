package org.nostos.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The flags of the proposals, as far as the caller may see them: reviewers alone do. Every method
/// needs a running transaction.
public interface ProposalFlags {

    /// Adds a run's flags, and one for every pair of rows of one list. Only the engine may, in the
    /// transaction that ends the run, after its proposals.
    void add(UUID run, Map<Pair, List<ProposalFlag>> flags);

    /// The flags of the latest finished run on pairs among these records.
    Map<Pair, List<ProposalFlag>> among(Collection<UUID> records);
}
