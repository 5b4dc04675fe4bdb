package org.nostos.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a list that was accepted. `number` counts a list's versions by when they were accepted;
/// `supersededBy` is the version that was accepted after it.
public record AcceptedVersion(
        UUID id,
        UUID list,
        UUID party,
        String partyName,
        String title,
        int number,
        LocalDate asOf,
        Instant acceptedAt,
        long records,
        @Nullable UUID supersededBy) {}
