package org.nostos.legal;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How long somebody is sent to prison, each part of it as far as it is known.
///
/// @param length null when it is not known, or when the sentence is for life
/// @param from the day from which it runs, or null when nobody knows it
/// @param credited the days of custody before the sentence that count as served, zero when it is known that none do
public record PrisonTerm(
        @Nullable Period length,
        boolean life,
        @Nullable LocalDate from,
        @Nullable Integer credited) {

    /// Nothing is known of it but that it is prison.
    public static final PrisonTerm UNKNOWN = new PrisonTerm(null, false, null, null);

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);
    private static final int MOST_YEARS = 1_000;
    private static final int MOST_DAYS = 36_500;

    /// What must be left of a sentence that is served in another state.
    private static final Period LEAST = Period.ofMonths(6);

    /// Whether it can be one at all: a length that is some time, for life or for a length, no credit below zero.
    boolean makesSense() {
        return (length == null || !life && within(length))
                && (from == null || !from.isBefore(FIRST) && !from.isAfter(LAST))
                && (credited == null || credited >= 0 && credited <= MOST_DAYS);
    }

    private static boolean within(Period length) {
        return !length.isNegative()
                && !length.isZero()
                && length.getYears() <= MOST_YEARS
                && length.getMonths() <= MOST_DAYS
                && length.getDays() <= MOST_DAYS;
    }

    /// The day on which it is served, or null when it is for life or something is not known that the day needs.
    public @Nullable LocalDate end() {
        return length == null || from == null || credited == null
                ? null
                : from.plus(length).minusDays(credited);
    }

    /// The day by which it is served at the latest: as `end`, with no credit where none is known.
    @Nullable LocalDate latestEnd() {
        return length == null || from == null
                ? null
                : from.plus(length).minusDays(credited == null ? 0 : credited);
    }

    /// The days served by this day, those credited among them and none after the end; null when it is not known.
    public @Nullable Long served(LocalDate on) {
        if (from == null || credited == null) {
            return null;
        }
        LocalDate end = end();
        LocalDate until = end != null && end.isBefore(on) ? end : on;
        return credited + Math.max(0, ChronoUnit.DAYS.between(from, until));
    }

    /// Whether it is known how much of it is left, or that it has no end.
    boolean isKnown() {
        return life || end() != null;
    }

    /// Whether enough is left on this day for it to be served in another state.
    boolean leavesEnough(LocalDate on) {
        LocalDate end = end();
        return life || end != null && !end.isBefore(on.plus(LEAST));
    }
}
