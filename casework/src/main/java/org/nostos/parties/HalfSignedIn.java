package org.nostos.parties;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.parties.Door.Credentials;

/// Somebody who has shown the first half of who they are, and not the second.
///
/// There is no session behind it and no proof in it: to the database this is nobody. It lasts ten
/// minutes. Immutable.
public final class HalfSignedIn {

    /// What the other half is.
    public enum Next {
        /// A code of the second factor, or a recovery code.
        CODE,
        /// A second factor has to be set up first.
        ENROL
    }

    private static final Duration LASTS = Duration.ofMinutes(10);

    private final Credentials who;
    private final Next next;
    private final @Nullable UUID attempt;
    private final Instant until;

    HalfSignedIn(Credentials who, Next next, @Nullable UUID attempt) {
        this.who = who;
        this.next = next;
        this.attempt = attempt;
        this.until = Instant.now(Clock.systemUTC()).plus(LASTS);
    }

    public Next next() {
        return next;
    }

    public String displayName() {
        return who.displayName();
    }

    public boolean isOver() {
        return Instant.now(Clock.systemUTC()).isAfter(until);
    }

    Credentials who() {
        return who;
    }

    UUID account() {
        return who.actor().account();
    }

    /// The attempt at the door that is still to be settled.
    @Nullable UUID attempt() {
        return attempt;
    }

    @Override
    public String toString() {
        return "HalfSignedIn[account=" + who.actor().account() + ", next=" + next + "]";
    }
}
