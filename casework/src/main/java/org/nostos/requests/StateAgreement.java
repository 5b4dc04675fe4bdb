package org.nostos.requests;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Citation;
import org.nostos.basics.StateCode;

/// What a state agreed to: the days it has to answer, and what its silence comes to.
///
/// @param asked the request it speaks of, or null for any
public record StateAgreement(
        UUID id,
        StateCode state,
        String title,
        String article,
        @Nullable AskedFor asked,
        int days,
        Silence silence,
        LocalDate from,
        @Nullable LocalDate till,
        String source) {

    public enum Silence {
        /// Silence is no answer.
        NOTHING,
        /// After the clock the person counts as accepted, once a named person applies it.
        ACCEPTED
    }

    public boolean speaksOf(AskedFor what, LocalDate day) {
        return (asked == null || asked == what)
                && !from.isAfter(day)
                && (till == null || !till.isBefore(day));
    }

    public Citation citation() {
        return new Citation(title, article);
    }
}
