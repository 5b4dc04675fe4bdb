package org.nostos.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How long a category of data is kept, and on what legal ground. In force once a second person has
/// confirmed it, until another rule for the category is.
public record Rule(
        UUID id,
        Category category,
        int months,
        String legalGround,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        boolean inForce) {

    public boolean waits() {
        return confirmedBy == null;
    }
}
