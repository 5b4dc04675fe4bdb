package org.nostos.lists.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.lists.DateReading;
import org.nostos.lists.RowFault;

/// Reads the dates of one column as its reading says, keeping what was written.
///
/// Nothing is guessed for a single row: what the text does not say, the reading of the whole column
/// does. A Hijri date carries one day of tolerance on either side, a year said to be about right two
/// years.
public final class DateReader {

    private static final int ABOUT_YEARS = 2;

    private final DateReading reading;
    private final LocalDate today;

    /// @param today no date of birth lies after this day
    public DateReader(DateReading reading, LocalDate today) {
        this.reading = reading;
        this.today = today;
    }

    public DateRead read(String written) {
        if (saysNothing(written)) {
            return new DateRead.None();
        }
        DateText text = DateText.of(written);
        if (text == null) {
            return DateRead.Faulty.of(RowFault.DATE_NOT_READ);
        }
        DateRead read = read(text, written.strip());
        return read instanceof DateRead.Known known && known.date().first().isAfter(today)
                ? DateRead.Faulty.of(RowFault.DATE_TO_COME)
                : read;
    }

    private static boolean saysNothing(String written) {
        for (int i = 0; i < written.length(); i++) {
            char letter = written.charAt(i);
            if (Character.isLetter(letter) || Character.isDigit(letter) && letter != '0') {
                return false;
            }
        }
        return true;
    }

    private DateRead read(DateText text, String written) {
        if (text.years() == 2 && text.numbers().length == 2 && text.month() == 0) {
            return range(text, written);
        }
        int yearAt = text.yearAt();
        if (yearAt < 0) {
            return DateRead.Faulty.of(
                    text.years() == 0 ? RowFault.DATE_SHORT_YEAR : RowFault.DATE_NOT_READ);
        }
        int year = text.numbers()[yearAt];
        DateCalendar calendar = calendarOf(text, year);
        if (!Calendars.knows(calendar, year)) {
            return DateRead.Faulty.of(RowFault.DATE_OUTSIDE_CALENDAR, year);
        }
        int[] monthAndDay = monthAndDay(text, yearAt);
        return monthAndDay == null
                ? DateRead.Faulty.of(RowFault.DATE_NOT_READ)
                : place(text, calendar, year, monthAndDay[0], monthAndDay[1], written);
    }

    private DateCalendar calendarOf(DateText text, int year) {
        DateCalendar named = text.calendar();
        if (named != null) {
            return named;
        }
        return switch (reading.calendar()) {
            case GREGORIAN -> DateCalendar.GREGORIAN;
            case HIJRI ->
                    year >= 1300 && year <= 1600 ? DateCalendar.HIJRI : DateCalendar.GREGORIAN;
            case PERSIAN ->
                    year >= 1200 && year <= 1500 ? DateCalendar.PERSIAN : DateCalendar.GREGORIAN;
        };
    }

    /// Month and day, 0 where not written; null if the numbers do not make a date.
    private int @Nullable [] monthAndDay(DateText text, int yearAt) {
        int[] numbers = text.numbers();
        if (text.month() > 0) {
            return numbers.length == 1
                    ? new int[] {text.month(), 0}
                    : new int[] {text.month(), numbers[1 - yearAt]};
        }
        return switch (numbers.length) {
            case 1 -> new int[] {0, 0};
            case 2 -> new int[] {numbers[1 - yearAt], 0};
            default -> ofThree(numbers, yearAt);
        };
    }

    private int @Nullable [] ofThree(int[] numbers, int yearAt) {
        return switch (yearAt) {
            case 0 -> new int[] {numbers[1], numbers[2]};
            case 2 ->
                    reading.order() == DateReading.Order.DAY_FIRST
                            ? new int[] {numbers[1], numbers[0]}
                            : new int[] {numbers[0], numbers[1]};
            default -> null;
        };
    }

    private DateRead place(
            DateText text, DateCalendar calendar, int year, int month, int day, String written) {
        if (month > 12) {
            return DateRead.Faulty.of(RowFault.DATE_NO_SUCH_MONTH, month);
        }
        if (month == 0) {
            return year(text, calendar, year, written);
        }
        if (day > Calendars.mostDays(calendar, year, month)) {
            return DateRead.Faulty.of(
                    RowFault.DATE_NO_SUCH_DAY, day, "month." + calendar + "." + month, year);
        }
        LocalDate first = Calendars.firstOf(calendar, year, month);
        if (day == 0) {
            LocalDate last = Calendars.lastOf(calendar, year, month);
            return known(first, last, Precision.MONTH, calendar, written);
        }
        LocalDate on = first.plusDays(day - 1L);
        return known(on, on, Precision.DAY, calendar, written);
    }

    private static DateRead year(DateText text, DateCalendar calendar, int year, String written) {
        int before = text.about() ? ABOUT_YEARS : 0;
        int after = text.decade() ? 9 : before;
        if (!Calendars.knows(calendar, year - before) || !Calendars.knows(calendar, year + after)) {
            return DateRead.Faulty.of(RowFault.DATE_OUTSIDE_CALENDAR, year);
        }
        return known(
                Calendars.firstOf(calendar, year - before, 1),
                Calendars.lastOf(calendar, year + after, 12),
                text.decade() ? Precision.DECADE : Precision.YEAR,
                calendar,
                written);
    }

    private DateRead range(DateText text, String written) {
        int from = text.numbers()[0];
        int to = text.numbers()[1];
        DateCalendar calendar = calendarOf(text, from);
        if (to < from || to - from > 20) {
            return DateRead.Faulty.of(RowFault.DATE_NOT_READ);
        }
        if (!Calendars.knows(calendar, from) || !Calendars.knows(calendar, to)) {
            return DateRead.Faulty.of(RowFault.DATE_OUTSIDE_CALENDAR, from);
        }
        return known(
                Calendars.firstOf(calendar, from, 1),
                Calendars.lastOf(calendar, to, 12),
                Precision.DECADE,
                calendar,
                written);
    }

    private static DateRead known(
            LocalDate first,
            LocalDate last,
            Precision precision,
            DateCalendar calendar,
            String written) {
        long tolerance = calendar == DateCalendar.HIJRI ? 1 : 0;
        return new DateRead.Known(
                new PartialDate(
                        first.minusDays(tolerance),
                        last.plusDays(tolerance),
                        precision,
                        calendar,
                        written));
    }
}
