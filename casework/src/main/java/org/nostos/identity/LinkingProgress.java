package org.nostos.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the running linking run is. `secondsLeft` is negative while nothing can be said about it.
public record LinkingProgress(
        @Nullable UUID run, Stage stage, long done, long total, long secondsLeft) {

    /// What is being done.
    public enum Stage {
        IDLE,
        READING,
        INDEXING,
        TRAINING,
        SCORING,
        WRITING
    }

    public static final LinkingProgress IDLE = new LinkingProgress(null, Stage.IDLE, 0, 0, -1);

    public boolean running() {
        return stage != Stage.IDLE;
    }
}
