package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// Something that was decided about a drafted disclosure.
public record DisclosureEvent(
        UUID id,
        UUID disclosure,
        Kind kind,
        LocalDate on,
        String reason,
        UUID account,
        String by,
        Instant recordedAt) {

    public enum Kind {
        CLEARED,
        REFUSED,
        WITHDRAWN
    }
}
