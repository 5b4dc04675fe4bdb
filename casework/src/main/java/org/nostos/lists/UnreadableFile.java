package org.nostos.lists;

import java.io.IOException;
import org.nostos.basics.Obstacle;

/// The file as a whole cannot be read as a list. The obstacle says why; nothing of it is kept in use.
public final class UnreadableFile extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Obstacle obstacle;

    /// An unreadable file, for the reason `obstacle.lists.` + `reason` of the message bundle.
    public UnreadableFile(String reason, String... arguments) {
        super(reason);
        this.obstacle = Obstacle.of("obstacle.lists." + reason, arguments);
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
