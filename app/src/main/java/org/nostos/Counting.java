package org.nostos;

import java.io.PrintStream;
import java.util.Locale;
import org.nostos.postgres.backup.Progress;

/// How far long work is, on one line of the terminal that is written anew; nothing where nobody
/// looks at a terminal.
final class Counting implements Progress, AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintStream terminal;
    private final String what;
    private final boolean seen = System.console() != null && System.console().isTerminal();
    private boolean wrote;

    Counting(PrintStream terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    @Override
    public void reached(long rows, long ofAbout) {
        if (!seen) {
            return;
        }
        wrote = true;
        terminal.printf(Locale.ROOT, "\r%s %,d %s", bar(rows, ofAbout), rows, what);
    }

    private static String bar(long rows, long ofAbout) {
        if (ofAbout <= 0) {
            return "";
        }
        int full = (int) Math.min(WIDTH, WIDTH * rows / ofAbout);
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    @Override
    public void close() {
        if (wrote) {
            terminal.println();
            wrote = false;
        }
    }
}
