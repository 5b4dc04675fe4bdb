package org.nostos.parties;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.nostos.basics.Obstacle;
import org.nostos.parties.Door.Invitation;
import org.springframework.stereotype.Service;

/// One-time links: the first administrator's, and those by which an invited person sets a password.
///
/// A token is 32 random bytes in base64url. The database keeps its hash alone, so a link can be shown
/// once. Thread-safe.
@Service
public class OneTimeLinks {

    /// How long the first administrator's link lasts.
    public static final Duration FIRST_LASTS = Duration.ofDays(1);

    /// How long an invited person's link lasts.
    public static final Duration INVITATION_LASTS = Duration.ofDays(7);

    /// A password's least length.
    public static final int PASSWORD_LENGTH = 12;

    private final Door door;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    public OneTimeLinks(Door door, Passwords passwords) {
        this.door = door;
        this.passwords = passwords;
    }

    /// A new token for the first administrator, or nothing when somebody has an account already.
    public Optional<String> first() {
        if (!door.isEmpty()) {
            return Optional.empty();
        }
        String token = newToken();
        door.inviteFirst(hash(token), FIRST_LASTS);
        return Optional.of(token);
    }

    /// What the token opens, if it still opens anything.
    public Optional<Invitation> lookAt(String token) {
        return isToken(token) ? door.invitation(hash(token)) : Optional.empty();
    }

    /// Founds the house: the committee and its first administrator.
    public List<Obstacle> found(
            String token, String committee, String login, String displayName, String password) {
        if (lookAt(token).filter(Invitation::first).isEmpty()) {
            return List.of(Obstacle.of("obstacle.parties.link-not-open"));
        }
        List<Obstacle> found = obstacles(committee, login, displayName, password);
        if (found.isEmpty()) {
            door.found(
                    hash(token),
                    committee.strip(),
                    login,
                    displayName.strip(),
                    passwords.hash(password));
        }
        return found;
    }

    /// Sets the invited person's password.
    public List<Obstacle> accept(String token, String password) {
        if (password.length() < PASSWORD_LENGTH) {
            return List.of(tooShort());
        }
        boolean accepted =
                isToken(token) && door.acceptInvitation(hash(token), passwords.hash(password));
        return accepted ? List.of() : List.of(Obstacle.of("obstacle.parties.link-not-open"));
    }

    String newToken() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return SigningIn.sha256(Base64.getUrlDecoder().decode(token));
    }

    private static boolean isToken(String token) {
        return token.matches("[A-Za-z0-9_-]{43}");
    }

    private static List<Obstacle> obstacles(
            String committee, String login, String displayName, String password) {
        if (committee.isBlank() || committee.length() > 200) {
            return List.of(Obstacle.of("obstacle.parties.committee-name"));
        }
        if (displayName.isBlank() || displayName.length() > 200) {
            return List.of(Obstacle.of("obstacle.parties.display-name"));
        }
        if (!AccountKeeping.isLogin(login)) {
            return List.of(Obstacle.of("obstacle.parties.login-form"));
        }
        return password.length() < PASSWORD_LENGTH ? List.of(tooShort()) : List.of();
    }

    private static Obstacle tooShort() {
        return Obstacle.of("obstacle.parties.password-short", Integer.toString(PASSWORD_LENGTH));
    }
}
