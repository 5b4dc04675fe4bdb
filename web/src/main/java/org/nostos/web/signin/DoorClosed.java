package org.nostos.web.signin;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/// The door is closed for a while after too many failures; it says for how long.
final class DoorClosed extends LockedException {

    private static final long serialVersionUID = 1;

    private final Duration comeBackIn;

    DoorClosed(Duration comeBackIn) {
        super("closed for a while");
        this.comeBackIn = comeBackIn;
    }

    /// In whole seconds, rounded up.
    long seconds() {
        return comeBackIn.toSeconds() + 1;
    }
}
