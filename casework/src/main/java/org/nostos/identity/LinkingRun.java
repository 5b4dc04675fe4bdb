package org.nostos.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of the engine over all accepted records: when it was asked for, and how it ended if it did.
public record LinkingRun(UUID id, Instant asked, @Nullable Instant started, @Nullable Ended ended) {

    /// How a run ends.
    public enum How {
        FINISHED,
        /// A later run that had not started yet does its work too.
        COVERED,
        STOPPED,
        FAILED
    }

    /// The end of a run: what it looked at, and the model by which its pairs were weighed.
    public record Ended(
            How how,
            Instant at,
            long records,
            long candidates,
            long proposals,
            double seconds,
            @Nullable String model) {}
}
