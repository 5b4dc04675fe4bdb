package org.nostos.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.nostos.basics.PartialDate;

/// How old somebody can be: an interval, with the benefit of the doubt. Whoever may be a child is
/// treated as one (CRC art. 1; General Comment No. 6, para. 31). Pure.
///
/// @param first the first day on which they can have been born
/// @param last the last
public record Age(LocalDate first, LocalDate last) {

    private static final int MAJORITY = 18;

    /// What several dates of birth leave possible, none of them preferred; empty without any.
    public static Optional<Age> ofAny(Collection<PartialDate> births) {
        return births.stream()
                .map(birth -> new Age(birth.first(), birth.last()))
                .reduce((one, other) ->
                        new Age(
                                one.first.isBefore(other.first) ? one.first : other.first,
                                one.last.isAfter(other.last) ? one.last : other.last));
    }

    /// The day before which they may still be a child.
    public LocalDate surelyAdultFrom() {
        return birthday(last);
    }

    /// The first day on which they can be of age.
    public LocalDate perhapsAdultFrom() {
        return birthday(first);
    }

    /// Whether they are, or may be, a child on this day.
    public boolean mayBeChild(LocalDate on) {
        return on.isBefore(surelyAdultFrom());
    }

    public boolean isSurelyChild(LocalDate on) {
        return on.isBefore(perhapsAdultFrom());
    }

    /// In how many days they are surely of age; zero or less when they are.
    public long daysToMajority(LocalDate on) {
        return ChronoUnit.DAYS.between(on, surelyAdultFrom());
    }

    public int youngest(LocalDate on) {
        return (int) Math.max(0, ChronoUnit.YEARS.between(last, on));
    }

    public int oldest(LocalDate on) {
        return (int) Math.max(0, ChronoUnit.YEARS.between(first, on));
    }

    /// Whoever was born on 29 February is of age on 1 March of a year without that day.
    private static LocalDate birthday(LocalDate born) {
        LocalDate day = born.plusYears(MAJORITY);
        return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
    }
}
