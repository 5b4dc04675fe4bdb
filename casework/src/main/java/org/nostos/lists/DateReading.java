package org.nostos.lists;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nostos.basics.PartialDate.DateCalendar;

/// How the dates of one column are to be read where the text alone does not tell.
///
/// A date that names its calendar or its month in words is read by what it says. The reading settles
/// the rest: which calendar a bare year between 1300 and 1500 belongs to, which of two small numbers
/// is the day, and, if somebody said so, that a year of two digits (`shortYears`) lies in the hundred
/// years that end on the day of the list. Nobody has said so in the readings to choose from: without
/// [#withShortYears] such a year is a fault.
public record DateReading(DateCalendar calendar, Order order, boolean shortYears) {

    /// Which of day and month is written first where the year is written last.
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        /// Each date by what it can only mean; one that reads both ways covers both days.
        EITHER
    }

    public static final DateReading DAY_FIRST = of(DateCalendar.GREGORIAN, Order.DAY_FIRST);
    public static final DateReading MONTH_FIRST = of(DateCalendar.GREGORIAN, Order.MONTH_FIRST);
    public static final DateReading EITHER = of(DateCalendar.GREGORIAN, Order.EITHER);
    public static final DateReading HIJRI = of(DateCalendar.HIJRI, Order.DAY_FIRST);
    public static final DateReading PERSIAN = of(DateCalendar.PERSIAN, Order.DAY_FIRST);

    /// The readings a person can choose from.
    public static final List<DateReading> CHOICES =
            List.of(
                    DAY_FIRST,
                    MONTH_FIRST,
                    EITHER,
                    HIJRI,
                    of(DateCalendar.HIJRI, Order.MONTH_FIRST),
                    of(DateCalendar.HIJRI, Order.EITHER),
                    PERSIAN);

    private static final String SHORT_YEARS = "-short-years";

    private static DateReading of(DateCalendar calendar, Order order) {
        return new DateReading(calendar, order, false);
    }

    /// The same reading, in which a year of two digits lies in the hundred years before the list's day.
    public DateReading withShortYears() {
        return new DateReading(calendar, order, true);
    }

    /// The same reading, in which this one of day and month comes first.
    public DateReading in(Order other) {
        return new DateReading(calendar, other, shortYears);
    }

    /// The reading's name in a form: `gregorian-day-first`, with `-short-years` behind it if so.
    public String key() {
        String key =
                (calendar.name() + "-" + order.name()).toLowerCase(Locale.ROOT).replace('_', '-');
        return shortYears ? key + SHORT_YEARS : key;
    }

    /// The reading with this key, if it is one that can be chosen.
    public static Optional<DateReading> parse(String key) {
        boolean shortYears = key.endsWith(SHORT_YEARS);
        String plain = shortYears ? key.substring(0, key.length() - SHORT_YEARS.length()) : key;
        return CHOICES.stream()
                .filter(choice -> choice.key().equals(plain))
                .map(choice -> shortYears ? choice.withShortYears() : choice)
                .findFirst();
    }
}
