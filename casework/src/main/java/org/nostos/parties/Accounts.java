package org.nostos.parties;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The accounts that the caller may know of.
public interface Accounts {

    /// All of them but the engine's, by party and login.
    List<Account> all();

    Optional<Account> byId(UUID id);

    boolean loginIsTaken(String login);

    /// Adds an account as part of the act.
    void add(Account account, UUID act);

    /// Closes an account for good, as part of the act.
    void close(UUID account, UUID act);

    /// Keeps the hash of a one-time link for the account. Earlier links of it end.
    void invite(UUID account, byte[] tokenHash, Duration lasts);
}
