package org.nostos.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;

/// A human's choice of the value that letters carry: what this record says in this role.
///
/// Without a record the choice was taken back.
public record PreferredValue(
        UUID id,
        UUID person,
        FieldRole role,
        @Nullable UUID record,
        String reason,
        UUID account,
        String by,
        Instant recordedAt) {}
