package org.nostos.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A compartment of one person that somebody opened in need: for how long, why, how often they
/// looked, and what the supervisor said of it.
///
/// @param open whether it was open when it was read, by the database's clock
public record GlassOpening(
        UUID id,
        UUID person,
        String personNumber,
        Compartment kind,
        GlassCategory category,
        String reason,
        UUID account,
        String by,
        Instant openedAt,
        Instant until,
        boolean open,
        @Nullable Instant closedAt,
        long looks,
        @Nullable Acknowledgement acknowledged) {

    /// What a supervisor said of an opening.
    public record Acknowledgement(String by, Instant at, String remark) {}

    public boolean waits() {
        return acknowledged == null;
    }
}
