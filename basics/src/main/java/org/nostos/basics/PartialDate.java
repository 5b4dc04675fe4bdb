package org.nostos.basics;

import java.time.LocalDate;

/// A date as far as it is known: an interval of days, the calendar it was written in, and the text
/// itself.
///
/// `first` and `last` are inclusive and Gregorian. A year alone is the interval of its days; a Hijri
/// date carries the tolerance of its sighting (one day on either side). A date whose day and month read
/// both ways is the interval that covers both days. Immutable.
public record PartialDate(
        LocalDate first,
        LocalDate last,
        Precision precision,
        DateCalendar calendar,
        String original) {

    /// How much of the date was written.
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        DECADE,
        /// Not a date but an age on the day of the list.
        AGE
    }

    /// The calendar in which the date was written.
    public enum DateCalendar {
        GREGORIAN,
        /// Umm al-Qura, years 1300 to 1600 AH.
        HIJRI,
        /// The solar Hijri calendar of Iran and Afghanistan.
        PERSIAN
    }

    public PartialDate {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a date cannot end before it begins");
        }
    }

    /// A Gregorian day known exactly.
    public static PartialDate ofDay(LocalDate day) {
        return new PartialDate(day, day, Precision.DAY, DateCalendar.GREGORIAN, day.toString());
    }

    /// A Gregorian year of which nothing more is known.
    public static PartialDate ofYear(int year) {
        return new PartialDate(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                Precision.YEAR,
                DateCalendar.GREGORIAN,
                Integer.toString(year));
    }

    /// Whether one day could be meant by both.
    public boolean meets(PartialDate other) {
        return !first.isAfter(other.last) && !other.first.isAfter(last);
    }
}
