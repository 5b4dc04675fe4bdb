package org.nostos.identity.internal;

import java.util.UUID;
import org.nostos.identity.LinkingProgress;
import org.nostos.linkage.Progress;

/// How far the running run is, from what the linker says of itself. Thread-safe.
final class ProgressGauge implements Progress {

    private static final double NANOS = 1e9;
    private static final double SOON = 0.02;

    private volatile LinkingProgress now = LinkingProgress.IDLE;
    private volatile long stageBegan;
    private volatile boolean ending;

    LinkingProgress now() {
        return now;
    }

    /// Ends the run at its next step.
    void end() {
        ending = true;
    }

    void stage(UUID run, LinkingProgress.Stage stage, long done, long total) {
        if (now.stage() != stage) {
            stageBegan = System.nanoTime();
        }
        now = new LinkingProgress(run, stage, done, total, secondsLeft(done, total));
    }

    void idle() {
        now = LinkingProgress.IDLE;
    }

    @Override
    public void at(Progress.Stage stage, long done, long total) {
        UUID run = now.run();
        if (run == null) {
            return;
        }
        switch (stage) {
            case INDEX -> stage(run, LinkingProgress.Stage.INDEXING, done, total);
            case TRAIN -> stage(run, LinkingProgress.Stage.TRAINING, done, total);
            case SCORE, CLUSTER -> stage(run, LinkingProgress.Stage.SCORING, done, total);
        }
    }

    @Override
    public boolean cancelled() {
        return ending;
    }

    private long secondsLeft(long done, long total) {
        if (total <= 0 || done < SOON * total) {
            return -1;
        }
        double spent = (System.nanoTime() - stageBegan) / NANOS;
        return Math.round(spent * (total - done) / done);
    }
}
