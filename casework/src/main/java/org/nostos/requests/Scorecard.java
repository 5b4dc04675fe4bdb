package org.nostos.requests;

import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;

/// A state's answers counted: persons asked about in notes that were sent, and what came of it.
///
/// @param answered lines with an answer that stands
/// @param open within the clock, or with no receipt yet
/// @param overdue past the clock and silent
/// @param medianDays from delivery to the answer that stands
public record Scorecard(
        StateCode state,
        long asked,
        long answered,
        long accepted,
        long childOnly,
        long conditional,
        long refused,
        long refusedWithReasons,
        long refusedWithReview,
        long quashed,
        long notOurs,
        long moreNeeded,
        long takenBack,
        long willProsecute,
        long open,
        long overdue,
        @Nullable Integer medianDays) {

    public static Scorecard nothing(StateCode state) {
        return new Scorecard(state, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);
    }
}
