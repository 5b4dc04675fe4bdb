package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a note.
///
/// @param document SHA-256 (hex) of the paper it rests on
/// @param by who recorded it, where the reader may know
public record NoteEvent(
        UUID id,
        UUID note,
        Kind kind,
        LocalDate on,
        String reason,
        String source,
        @Nullable String document,
        UUID account,
        @Nullable String by,
        Instant recordedAt) {

    public enum Kind {
        CLEARED,
        /// Taken back to the draft: what was cleared is cleared no more.
        REDRAFTED,
        SIGNED,
        SENT,
        /// A receipt was signed.
        DELIVERED,
        ACKNOWLEDGED,
        REMINDED,
        ESCALATED,
        /// It came back: the wrong addressee.
        RETURNED,
        WITHDRAWN,
        CLOSED
    }
}
