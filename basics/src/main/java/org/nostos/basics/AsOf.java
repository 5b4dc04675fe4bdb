package org.nostos.basics;

import java.time.Instant;
import java.time.LocalDate;

/// The two times of a question: what held on this day, as known at this moment.
///
/// A fact counts when it happened on or before `on` and was recorded at or before `known`.
public record AsOf(LocalDate on, Instant known) {

    /// Whether a fact of this day, recorded then, counts.
    public boolean counts(LocalDate happened, Instant recorded) {
        return !happened.isAfter(on) && !recorded.isAfter(known);
    }
}
