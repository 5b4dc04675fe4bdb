package org.nostos.parties;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Door.Attempt;
import org.nostos.parties.Door.Reset;
import org.nostos.parties.Door.SecondFactor;
import org.nostos.parties.Door.Settled;
import org.nostos.parties.SigningIn.Outcome;
import org.springframework.stereotype.Service;

/// The second factor: setting it up, and showing it at the door.
///
/// A code is taken once, and none older than it afterwards. A wrong one is slowed like a wrong
/// password. Thread-safe.
@Service
public class SecondFactors {

    /// How many recovery codes there are.
    public static final int RECOVERY_CODES = 10;

    private static final String PURPOSE = "second-factor";

    /// Without 0 and 1, I, L, O and U: what is read from paper is typed right.
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LETTERS_OF_A_CODE = 12;

    /// What came of setting a second factor up: the recovery codes, shown once, and who is in by it; or
    /// what stands in the way.
    public sealed interface Enrolling {
        record Enrolled(List<String> recoveryCodes, Caller in) implements Enrolling {}

        record Refused(List<Obstacle> obstacles) implements Enrolling {}
    }

    private final Door door;
    private final Passwords passwords;
    private final HouseKey key;
    private final SigningIn signingIn;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    public SecondFactors(Door door, Passwords passwords, HouseKey key, SigningIn signingIn) {
        this.door = door;
        this.passwords = passwords;
        this.key = key;
        this.signingIn = signingIn;
    }

    /// A new secret for an authenticator app.
    public byte[] newSecret() {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /// Whether the caller has a second factor.
    public boolean mine() {
        return door.secondFactor(Caller.required().account()).isPresent();
    }

    /// Sets up the caller's second factor, proved by a code of the secret.
    public Enrolling enrol(byte[] secret, String code) {
        Caller me = Caller.required();
        return enrol(me.account(), secret, code, () -> me);
    }

    /// Sets up the second factor of somebody on their way in, and lets them in.
    public Enrolling enrol(HalfSignedIn half, byte[] secret, String code, Visitor from) {
        return half.isOver()
                ? refused("obstacle.parties.half-over")
                : enrol(half.account(), secret, code, () -> enter(half, from));
    }

    /// Takes the other half: a code of the app, or a recovery code.
    public Outcome complete(HalfSignedIn half, String code, Visitor from) {
        if (half.isOver()) {
            return new Outcome.Refused();
        }
        Attempt attempt = signingIn.begin(half.account().toString(), from);
        if (attempt.id() == null) {
            return new Outcome.Closed(attempt.pause());
        }
        if (!isRight(half.account(), code)) {
            return new Outcome.Refused();
        }
        door.settle(attempt.id(), Settled.SUCCEEDED);
        return new Outcome.SignedIn(enter(half, from));
    }

    /// New recovery codes for the caller, against a code of the app; the earlier ones end.
    public Enrolling renewRecoveryCodes(String code, Visitor from) {
        UUID account = Caller.required().account();
        Attempt attempt = signingIn.begin(account.toString(), from);
        if (attempt.id() == null || !isCode(account, code)) {
            return refused("obstacle.parties.code");
        }
        door.settle(attempt.id(), Settled.SUCCEEDED);
        List<String> codes = newRecoveryCodes();
        door.renewRecoveryCodes(account, hashes(codes));
        return new Enrolling.Enrolled(codes, Caller.required());
    }

    /// What the caller has not been told yet: who took their second factor away, and why.
    public List<Reset> tellResets() {
        return door.tellResets(Caller.required().account());
    }

    private Caller enter(HalfSignedIn half, Visitor from) {
        signingIn.settle(half.attempt(), Settled.SUCCEEDED);
        return signingIn.open(half.who(), from);
    }

    private Enrolling enrol(UUID account, byte[] secret, String code, Supplier<Caller> in) {
        OptionalLong step = Totp.stepOf(secret, code, clock.instant());
        if (step.isEmpty()) {
            return refused("obstacle.parties.code");
        }
        List<String> codes = newRecoveryCodes();
        byte[] sealed = key.seal(PURPOSE, account.toString(), secret);
        return door.enrol(account, sealed, step.getAsLong(), hashes(codes))
                ? new Enrolling.Enrolled(codes, in.get())
                : refused("obstacle.parties.second-factor-there");
    }

    private boolean isRight(UUID account, String code) {
        return isCode(account, code) || isRecoveryCode(account, code);
    }

    private boolean isCode(UUID account, String code) {
        Optional<SecondFactor> factor = door.secondFactor(account);
        if (factor.isEmpty()) {
            return false;
        }
        byte[] secret = key.open(PURPOSE, account.toString(), factor.get().sealed());
        OptionalLong step = Totp.stepOf(secret, code, clock.instant());
        return step.isPresent() && door.useStep(account, step.getAsLong());
    }

    private boolean isRecoveryCode(UUID account, String typed) {
        String code = normal(typed);
        if (code.length() != LETTERS_OF_A_CODE) {
            return false;
        }
        return door.recoveryCodes(account).stream()
                .filter(hash -> passwords.matches(code, hash))
                .findFirst()
                .map(hash -> door.useRecoveryCode(account, hash))
                .orElse(false);
    }

    private List<String> newRecoveryCodes() {
        return IntStream.range(0, RECOVERY_CODES).mapToObj(i -> newRecoveryCode()).toList();
    }

    private String newRecoveryCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS_OF_A_CODE; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private List<String> hashes(List<String> codes) {
        return codes.stream().map(code -> passwords.hash(normal(code))).toList();
    }

    private static String normal(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    private static Enrolling refused(String why) {
        return new Enrolling.Refused(List.of(Obstacle.of(why)));
    }
}
