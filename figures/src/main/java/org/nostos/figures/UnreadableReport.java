package org.nostos.figures;

import org.nostos.basics.Obstacle;

/// A file that is no report that could be read. The obstacle says why, without its content.
public final class UnreadableReport extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Obstacle obstacle;

    public UnreadableReport(String message, String code, String... arguments) {
        super(message);
        this.obstacle = Obstacle.of(code, arguments);
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
