package org.nostos.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model was put to use: by the engine at the start, or by one person after another put it forward.
public record ModelAdoption(
        UUID id,
        ModelVersion model,
        @Nullable UUID trial,
        @Nullable String putForwardBy,
        String by,
        String reason,
        Instant at) {}
