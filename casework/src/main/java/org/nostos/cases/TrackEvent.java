package org.nostos.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One event of a track, in words: `message` and its arguments, when it happened, when and by whom it
/// was recorded.
public record TrackEvent(
        LocalDate on, Instant recordedAt, String by, String message, List<String> arguments) {

    public TrackEvent {
        arguments = List.copyOf(arguments);
    }

    public TrackEvent(
            LocalDate on, Instant recordedAt, String by, String message, String... arguments) {
        this(on, recordedAt, by, message, List.of(arguments));
    }
}
