package org.nostos.legal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// One bar on the board over all cases: a person by number, and since when it stands as it does.
public record BarLine(
        UUID person,
        String number,
        StateCode destination,
        Ground ground,
        Bar.State state,
        @Nullable LocalDate until,
        Instant since) {

    /// For whom bars wait.
    public enum Waits {
        /// Somebody began to assess and has not said what was found.
        ASSESSMENT,
        /// Nobody but the assessor has looked.
        SECOND_LOOK,
        /// What was decided does not count any more.
        STALE,
        /// The independent body.
        INDEPENDENT_HAND,
        APPEAL,
        /// A bar stands, and nobody proposes to lift it.
        STANDS
    }
}
