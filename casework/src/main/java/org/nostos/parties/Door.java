package org.nostos.parties;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Actor;

/// The one place that sees password hashes and second factors and opens sessions, over a database
/// role of its own that can do nothing else. Rooms do not call it; this room's services do.
public interface Door {

    /// What the door knows of a login: the account, and the hash its password must match.
    record Credentials(
            Actor actor,
            PartyKind partyKind,
            String partyName,
            String displayName,
            @Nullable String passwordHash) {}

    /// What a one-time link opens.
    record Invitation(Opens opens, @Nullable String login) {

        /// The house itself, a first password, or the binding to an identity at the provider.
        public enum Opens {
            FIRST,
            ACCOUNT,
            PROVIDER
        }

        public boolean first() {
            return opens == Opens.FIRST;
        }
    }

    /// An attempt that has begun, and counts as failed until it is settled; or how long to wait.
    record Attempt(@Nullable UUID id, Duration pause) {}

    /// How an attempt came out well.
    enum Settled {
        /// The first half was right; this counts neither way.
        HALFWAY,
        SUCCEEDED
    }

    /// A session to be opened: the SHA-256 of its secret, how long it lasts and may be idle.
    record NewSession(
            UUID account,
            byte[] secretHash,
            Duration lasts,
            @Nullable Duration idle,
            String device,
            byte @Nullable [] sealedAddress) {}

    /// A second factor as it is kept: its sealed secret and the last step that was used.
    record SecondFactor(byte[] sealed, long lastStep) {}

    /// That an administrator took the account's second factor away.
    record Reset(Instant at, String who, @Nullable String why) {}

    Optional<Credentials> credentials(String login);

    /// Begins an attempt under these keyed hashes.
    Attempt attempt(byte[] loginHash, byte[] addressHash);

    void settle(UUID attempt, Settled how);

    UUID openSession(NewSession session);

    void endSession(UUID session);

    /// Whether the session is open still. An active one does not grow idle.
    boolean seen(UUID session, boolean active);

    Optional<SecondFactor> secondFactor(UUID account);

    /// Uses a step up. False when it, or a later one, was used before.
    boolean useStep(UUID account, long step);

    /// Keeps a second factor. False when there is one already.
    boolean enrol(UUID account, byte[] sealed, long step, List<String> recoveryHashes);

    void renewRecoveryCodes(UUID account, List<String> recoveryHashes);

    /// The hashes of the recovery codes that are left.
    List<String> recoveryCodes(UUID account);

    boolean useRecoveryCode(UUID account, String hash);

    /// The resets that the account has not been told of; they count as told from now on.
    List<Reset> tellResets(UUID account);

    /// The account bound to who the provider says this is.
    Optional<Credentials> providerAccount(String issuer, String subject);

    /// Binds the link's account. False when the link is not open or the subject is bound already.
    boolean bindProvider(byte[] tokenHash, String issuer, String subject);

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
