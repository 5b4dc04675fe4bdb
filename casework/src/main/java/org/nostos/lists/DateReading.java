package org.nostos.lists;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nostos.basics.PartialDate.DateCalendar;

/// How the dates of one column are to be read where the text alone does not tell.
///
/// A date that names its calendar or its month in words is read by what it says. The reading settles
/// the rest: which calendar a bare year between 1300 and 1500 belongs to, and which of two small
/// numbers is the day.
public record DateReading(DateCalendar calendar, Order order) {

    /// Which of day and month is written first where the year is written last.
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    public static final DateReading DAY_FIRST =
            new DateReading(DateCalendar.GREGORIAN, Order.DAY_FIRST);
    public static final DateReading MONTH_FIRST =
            new DateReading(DateCalendar.GREGORIAN, Order.MONTH_FIRST);
    public static final DateReading HIJRI = new DateReading(DateCalendar.HIJRI, Order.DAY_FIRST);
    public static final DateReading PERSIAN =
            new DateReading(DateCalendar.PERSIAN, Order.DAY_FIRST);

    /// The readings a person can choose from.
    public static final List<DateReading> CHOICES = List.of(DAY_FIRST, MONTH_FIRST, HIJRI, PERSIAN);

    /// The reading's name in a form: `gregorian-day-first`.
    public String key() {
        return (calendar.name() + "-" + order.name()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The reading with this key, if it is one that can be chosen.
    public static Optional<DateReading> parse(String key) {
        return CHOICES.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }
}
