package org.nostos.basics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The two times of a question: what held on this day, as known at this moment.
///
/// A fact counts when it happened on or before `on` and was recorded at or before `known`.
public record AsOf(LocalDate on, Instant known) {

    /// Today, with all that is known now; a minute is allowed for the clocks of two machines.
    public static AsOf now() {
        return new AsOf(LocalDate.now(ZoneOffset.UTC), Instant.now().plusSeconds(60));
    }

    /// Whether a fact of this day, recorded then, counts.
    public boolean counts(LocalDate happened, Instant recorded) {
        return !happened.isAfter(on) && !recorded.isAfter(known);
    }

    /// Whether something counts that happened when it was recorded.
    public boolean counts(Instant recorded) {
        return counts(LocalDate.ofInstant(recorded, ZoneOffset.UTC), recorded);
    }
}
