package org.nostos.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account that keeps a compartment, or is to: in force once a second person has confirmed it.
public record Keeper(
        UUID id,
        UUID account,
        String name,
        String partyName,
        Compartment kind,
        String reason,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant endedAt) {

    public boolean isEnded() {
        return endedAt != null;
    }

    public boolean waits() {
        return confirmedBy == null && endedAt == null;
    }

    public boolean isInForce() {
        return confirmedBy != null && endedAt == null;
    }
}
