package org.nostos.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a task, and who did it.
public record TaskEvent(Instant at, @Nullable String by, What what) {

    /// What happened.
    public sealed interface What {}

    /// A comparison of two versions opened it.
    public record Opened() implements What {}

    /// It was given to somebody, or to nobody again.
    public record Assigned(@Nullable String to) implements What {}

    public record Closed(Finding finding, String source, String note) implements What {}

    public record Reopened(String reason) implements What {}

    /// What happened, as a word.
    public String key() {
        return switch (what) {
            case Opened _ -> "opened";
            case Assigned _ -> "assigned";
            case Closed _ -> "closed";
            case Reopened _ -> "reopened";
        };
    }
}
