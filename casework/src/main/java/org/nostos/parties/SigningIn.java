package org.nostos.parties;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Door.Attempt;
import org.nostos.parties.Door.Credentials;
import org.nostos.parties.Door.NewSession;
import org.nostos.parties.Door.Settled;
import org.nostos.parties.HalfSignedIn.Next;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Signing in and out.
///
/// Whoever fails waits longer each time, by login and by address, up to a quarter of an hour. An unknown
/// login costs the same time, and the same wait, as a wrong password. Thread-safe.
@Service
public class SigningIn {

    /// What came of an attempt.
    public sealed interface Outcome {
        record SignedIn(Caller caller) implements Outcome {}

        /// The first half was right; [SecondFactors] takes the other.
        record HalfWay(HalfSignedIn half) implements Outcome {}

        /// What was shown is wrong; which part of it is not said.
        record Refused() implements Outcome {}

        /// Too many failures. Nothing was checked.
        record Closed(Duration comeBackIn) implements Outcome {}
    }

    private static final Duration ENGINE_LASTS = Duration.ofHours(12);

    private final Door door;
    private final Passwords passwords;
    private final HouseKey key;
    private final SignInRules rules;
    private final SecureRandom random = new SecureRandom();
    private final String hashOfNobody;

    public SigningIn(
            Door door, Passwords passwords, HouseKey key, ObjectProvider<SignInRules> rules) {
        this.door = door;
        this.passwords = passwords;
        this.key = key;
        this.rules = rules.getIfAvailable(() -> SignInRules.USUAL);
        this.hashOfNobody = passwords.hash(UUID.randomUUID().toString());
    }

    /// Tries to sign in from the address.
    public Outcome signIn(String login, CharSequence password, String address) {
        return signIn(login, password, new Visitor(address, ""));
    }

    /// Tries to sign in with a password.
    public Outcome signIn(String login, CharSequence password, Visitor from) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        Attempt attempt = begin(name, from);
        if (attempt.id() == null) {
            return new Outcome.Closed(attempt.pause());
        }
        Optional<Credentials> found = door.credentials(name);
        String hash = found.map(Credentials::passwordHash).orElse(hashOfNobody);
        boolean matches = passwords.matches(password, hash) && !hash.equals(hashOfNobody);
        return matches ? goOn(found.orElseThrow(), from, attempt.id()) : new Outcome.Refused();
    }

    /// Goes on with somebody whom the provider has vouched for.
    Outcome vouchedFor(Credentials who, Visitor from) {
        return goOn(who, from, null);
    }

    /// Ends the caller's session; its proof is worth nothing afterwards.
    public void signOut(Caller caller) {
        door.endSession(caller.session());
    }

    /// The engine as a caller, for work in the background; empty before there is a committee.
    public Optional<Caller> engine() {
        return door.engine().map(who -> open(who, ENGINE_LASTS, null, null));
    }

    /// Begins an attempt for the login; without an id it has to wait.
    Attempt begin(String login, Visitor from) {
        return door.attempt(key.hash("login", login), key.hashOfAddress(from.address()));
    }

    Caller open(Credentials who, Visitor from) {
        return open(who, rules.lasts(), rules.idle(), from);
    }

    private Outcome goOn(Credentials who, Visitor from, @Nullable UUID attempt) {
        boolean has = door.secondFactor(who.actor().account()).isPresent();
        boolean needs = rules.needsSecondFactor(who.actor().role());
        if (has || needs) {
            settle(attempt, Settled.HALFWAY);
            return new Outcome.HalfWay(
                    new HalfSignedIn(who, has ? Next.CODE : Next.ENROL, attempt));
        }
        settle(attempt, Settled.SUCCEEDED);
        return new Outcome.SignedIn(open(who, from));
    }

    void settle(@Nullable UUID attempt, Settled how) {
        if (attempt != null) {
            door.settle(attempt, how);
        }
    }

    private Caller open(
            Credentials who, Duration lasts, @Nullable Duration idle, @Nullable Visitor from) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        UUID account = who.actor().account();
        UUID session =
                door.openSession(
                        new NewSession(
                                account,
                                sha256(secret),
                                lasts,
                                idle,
                                from == null ? "" : from.device(),
                                from == null ? null : sealedAddress(account, from)));
        return new Caller(
                who.actor(), who.partyKind(), who.partyName(), who.displayName(), session, secret);
    }

    private byte[] sealedAddress(UUID account, Visitor from) {
        return key.seal(
                Sessions.ADDRESS,
                account.toString(),
                from.address().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
