package org.nostos.lists;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody said that two rows are the same row of a list, or that they are not.
public record RowSaying(
        UUID older, UUID newer, boolean same, String reason, @Nullable String by, Instant at) {}
