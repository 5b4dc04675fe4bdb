package org.nostos.registry;

import java.util.UUID;

/// Something of this person's case changed, in the running transaction. Whoever keeps a summary of
/// cases works it out anew before the transaction commits.
public record CaseChanged(UUID person) {}
