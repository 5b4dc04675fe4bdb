package org.nostos.legal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// Something that was said or done about one bar.
///
/// @param until the last day for which it holds, of an assessment without a bar and of a lift
/// @param source the document it rests on
public record BarEvent(
        Stamp stamp,
        StateCode destination,
        Ground ground,
        Kind kind,
        @Nullable LocalDate until,
        String reason,
        @Nullable String source) {

    /// What can be done about a bar, one step each.
    public enum Kind {
        /// Somebody began to look.
        OPENED,
        /// Somebody found no bar, until a day; another must look before it counts.
        CLEARED,
        /// Another looked and agrees that there is none.
        REVIEWED,
        /// There is a bar. From here on two hands alone lift it, one of them independent.
        FOUND,
        ASSURANCE_SOUGHT,
        LIFT_PROPOSED,
        /// The independent body agrees that the bar no longer stands.
        LIFTED,
        /// The independent body lets the bar stand.
        UPHELD,
        /// The person appeals against being let go there: nothing moves until that is decided.
        APPEALED,
        APPEAL_DISMISSED,
        APPEAL_ALLOWED,
        /// A new fact: what was decided does not count any more until somebody looked again.
        DOUBTED
    }
}
