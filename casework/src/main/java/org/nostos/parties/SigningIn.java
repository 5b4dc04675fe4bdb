package org.nostos.parties;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.nostos.parties.Door.Credentials;
import org.nostos.parties.Door.Failures;
import org.springframework.stereotype.Service;

/// Signing in and out.
///
/// Ten failures of a login or fifty of an address within fifteen minutes close the door to it for a
/// while. An unknown login costs the same time as a wrong password. Thread-safe.
@Service
public class SigningIn {

    private static final Duration SESSION_LASTS = Duration.ofHours(12);
    private static final int FAILURES_OF_A_LOGIN = 10;
    private static final int FAILURES_OF_AN_ADDRESS = 50;

    /// What came of an attempt.
    public sealed interface Outcome {
        record SignedIn(Caller caller) implements Outcome {}

        /// Login or password is wrong; which of them is not said.
        record Refused() implements Outcome {}

        /// Too many failures. Nothing was checked.
        record Closed(Duration comeBackIn) implements Outcome {}
    }

    private final Door door;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();
    private final String hashOfNobody;

    public SigningIn(Door door, Passwords passwords) {
        this.door = door;
        this.passwords = passwords;
        this.hashOfNobody = passwords.hash(UUID.randomUUID().toString());
    }

    /// Tries to sign in from the address.
    public Outcome signIn(String login, CharSequence password, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        Failures failures = door.failures(name, address);
        if (failures.ofLogin() >= FAILURES_OF_A_LOGIN
                || failures.ofAddress() >= FAILURES_OF_AN_ADDRESS) {
            return new Outcome.Closed(Duration.ofMinutes(15));
        }
        Optional<Credentials> found = door.credentials(name);
        String hash = found.map(Credentials::passwordHash).orElse(hashOfNobody);
        boolean matches = passwords.matches(password, hash) && !hash.equals(hashOfNobody);
        door.noteAttempt(name, address, matches);
        return matches ? new Outcome.SignedIn(open(found.orElseThrow())) : new Outcome.Refused();
    }

    /// Ends the caller's session; its proof is worth nothing afterwards.
    public void signOut(Caller caller) {
        door.endSession(caller.session());
    }

    /// The engine as a caller, for work in the background; empty before there is a committee.
    public Optional<Caller> engine() {
        return door.engine().map(this::open);
    }

    private Caller open(Credentials who) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        UUID session = door.openSession(who.actor().account(), sha256(secret), SESSION_LASTS);
        return new Caller(
                who.actor(), who.partyKind(), who.partyName(), who.displayName(), session, secret);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
