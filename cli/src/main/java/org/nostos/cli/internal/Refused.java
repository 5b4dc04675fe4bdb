package org.nostos.cli.internal;

/// A command that cannot go on, with a message that says what is wrong, where, and what helps. It
/// ends with exit code 1, or 2 when the command line itself was wrong.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Refused(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    public static Refused badData(String message) {
        return new Refused(message, 1);
    }

    public static Refused wrongUsage(String message) {
        return new Refused(message, 2);
    }

    public int exitCode() {
        return exitCode;
    }
}
