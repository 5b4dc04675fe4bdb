package org.nostos.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A legal hold: while it stands, nothing of the person is erased. It is lifted by another person.
public record Hold(
        UUID id,
        UUID person,
        String personNumber,
        String reason,
        UUID placedBy,
        String placedByName,
        Instant placedAt,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt) {

    public boolean stands() {
        return liftedAt == null;
    }
}
