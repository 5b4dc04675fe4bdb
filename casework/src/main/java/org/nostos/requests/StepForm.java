package org.nostos.requests;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says who takes a step with a note.
///
/// @param on the day it happened
/// @param document SHA-256 (hex) of the paper it rests on
/// @param seen the latest event that the page showed
public record StepForm(
        LocalDate on,
        String reason,
        String source,
        @Nullable String document,
        @Nullable UUID seen) {}
