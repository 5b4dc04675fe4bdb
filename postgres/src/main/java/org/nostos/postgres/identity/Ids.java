package org.nostos.postgres.identity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/// Ids and times as parameters.
final class Ids {

    private static final Instant LATEST =
            LocalDateTime.of(9999, 12, 31, 0, 0).toInstant(ZoneOffset.UTC);

    private Ids() {}

    static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(new UUID[0]);
    }

    static OffsetDateTime time(Instant at) {
        return (at.isAfter(LATEST) ? LATEST : at).atOffset(ZoneOffset.UTC);
    }
}
