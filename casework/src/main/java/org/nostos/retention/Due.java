package org.nostos.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something whose time is over.
///
/// @param subject what it is, by a random id; null for readings, which go together
/// @param label a person's number, a list's title, a compartment, or how many readings
/// @param held whether a legal hold keeps it
public record Due(
        Category category, @Nullable UUID subject, String label, Instant since, boolean held) {}
