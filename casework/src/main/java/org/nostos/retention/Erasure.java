package org.nostos.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An erasure that somebody asked for: it waits for another's hand, was carried out, or was refused.
public record Erasure(
        UUID id,
        Category category,
        @Nullable UUID subject,
        @Nullable Instant before,
        @Nullable String label,
        String legalGround,
        String reason,
        UUID askedBy,
        String askedByName,
        Instant askedAt,
        @Nullable Done done,
        @Nullable String refused) {

    /// What was erased, by whose hand.
    public record Done(String by, Instant at, long records, long notes, long files, long entries) {}

    public boolean waits() {
        return done == null && refused == null;
    }
}
