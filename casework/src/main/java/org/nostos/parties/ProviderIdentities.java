package org.nostos.parties;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/// Who accounts are at the provider of identity, as far as the caller may know.
public interface ProviderIdentities {

    /// The accounts that are bound.
    Set<UUID> bound();

    /// Keeps the hash of a one-time link for binding. Earlier ones of the account end.
    void invite(UUID account, byte[] tokenHash, Duration lasts);

    /// Ends what binds the account, as part of the act.
    void end(UUID account, UUID act);
}
