package org.nostos.figures.internal;

import org.jspecify.annotations.Nullable;
import org.nostos.figures.Unit;

/// A mention with everything that was understood of it.
record Read(
        Mention mention,
        Happening happening,
        Unit unit,
        @Nullable String speaker,
        @Nullable String place,
        @Nullable String asOf) {}
