package org.nostos.cli.internal;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.nostos.linkage.Progress;

/// What the user is told while a command runs, on standard error: sentences always, a bar only where
/// someone watches.
public final class Talk {
    private static final int WIDTH = 30;
    private static final int MOST_BAD_ROWS = 20;

    private final PrintWriter err;
    private final boolean terminal;
    private String bar = "";
    private int badRows;

    public Talk(PrintWriter err) {
        this.err = err;
        this.terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    public synchronized void say(String sentence) {
        clear();
        err.println("nostos: " + sentence);
        err.flush();
    }

    /// Tells of a row that is left out. After the first few they are only counted.
    public void badRow(String where, String why) {
        badRows++;
        if (badRows <= MOST_BAD_ROWS) {
            say(where + ": " + why);
        } else if (badRows == MOST_BAD_ROWS + 1) {
            say("further rows are left out in the same way and only counted");
        }
    }

    public int badRows() {
        return badRows;
    }

    /// Draws the stages of a run.
    public Progress progress() {
        return (stage, done, total) -> bar(stage.name().toLowerCase(Locale.ROOT), done, total);
    }

    public synchronized void bar(String what, long done, long total) {
        if (!terminal || total <= 0) {
            return;
        }
        int filled = (int) (WIDTH * done / total);
        String next =
                "\r%-7s %s%s %3d %%"
                        .formatted(
                                what,
                                "█".repeat(filled),
                                "░".repeat(WIDTH - filled),
                                100 * done / total);
        if (!next.equals(bar)) {
            bar = next;
            err.print(next);
            err.flush();
        }
    }

    public synchronized void clear() {
        if (!bar.isEmpty()) {
            err.print("\r" + " ".repeat(WIDTH + 20) + "\r");
            err.flush();
            bar = "";
        }
    }
}
