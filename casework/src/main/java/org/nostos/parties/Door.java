package org.nostos.parties;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Actor;

/// The one place that sees password hashes and opens sessions, over a database role of its own that
/// can do nothing else. Rooms do not call it; [SigningIn] and [Founding] do.
public interface Door {

    /// What the door knows of a login: the account, and the hash its password must match.
    record Credentials(
            Actor actor,
            PartyKind partyKind,
            String partyName,
            String displayName,
            @Nullable String passwordHash) {}

    /// Failed attempts of the last fifteen minutes.
    record Failures(long ofLogin, long ofAddress) {}

    /// What a one-time link opens: an account's first password, or the house itself.
    record Invitation(boolean first, @Nullable String login) {}

    Optional<Credentials> credentials(String login);

    Failures failures(String login, String address);

    void noteAttempt(String login, String address, boolean succeeded);

    /// Opens a session whose secret has this SHA-256.
    UUID openSession(UUID account, byte[] secretHash, Duration lasts);

    void endSession(UUID session);

    /// The engine's account on the committee, once there is a committee.
    Optional<Credentials> engine();

    /// Whether nobody has an account yet.
    boolean isEmpty();

    void inviteFirst(byte[] tokenHash, Duration lasts);

    Optional<Invitation> invitation(byte[] tokenHash);

    /// Founds the committee with its first administrator.
    ///
    /// @throws IllegalStateException when the invitation is not open
    void found(
            byte[] tokenHash,
            String committee,
            String login,
            String displayName,
            String passwordHash);

    /// Sets the invited account's password. False when the invitation is not open.
    boolean acceptInvitation(byte[] tokenHash, String passwordHash);
}
