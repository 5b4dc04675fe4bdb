package org.nostos.cli.internal;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.nostos.linkage.Progress;

/// What the user is told while a command runs, on standard error: sentences always, a bar only where
/// someone watches.
public final class Talk {
    private static final int WIDTH = 30;
    private static final int MOST_BAD_ROWS = 20;
    private static final double SECOND = 1e9;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier clock;
    private String bar = "";
    private String stage = "";
    private long began;
    private int badRows;

    public Talk(PrintWriter err) {
        this(
                err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                System::nanoTime);
    }

    Talk(PrintWriter err, boolean terminal, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
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
        if (!what.equals(stage)) {
            stage = what;
            began = clock.getAsLong();
        }
        int filled = (int) (WIDTH * done / total);
        String next =
                "\r%-7s %s%s %3d %% %-16s"
                        .formatted(
                                what,
                                "█".repeat(filled),
                                "░".repeat(WIDTH - filled),
                                100 * done / total,
                                left(done, total));
        if (!next.equals(bar)) {
            bar = next;
            err.print(next);
            err.flush();
        }
    }

    /// How long the stage will go on as it has so far; nothing before it has gone on for a second and a
    /// twentieth of its way.
    private String left(long done, long total) {
        double gone = (clock.getAsLong() - began) / SECOND;
        if (gone < 1 || done * 20 < total || done >= total) {
            return "";
        }
        long left = (long) Math.ceil(gone * (total - done) / done);
        return left < 120 ? left + " s left" : (left + 59) / 60 + " min left";
    }

    public synchronized void clear() {
        if (!bar.isEmpty()) {
            err.print("\r" + " ".repeat(WIDTH + 32) + "\r");
            err.flush();
            bar = "";
        }
    }
}
