package org.nostos.lists.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.lists.DateReading;
import org.nostos.lists.DateReading.Order;
import org.nostos.lists.RowFault;

/// Reads the dates of one column as its reading says, keeping what was written.
///
/// Nothing is guessed for a single row: what the text does not say, the reading of the whole column
/// does. A Hijri date carries one day of tolerance on either side, a year said to be about right two
/// years.
public final class DateReader {

    private static final int MONTHS = 12;

    private final DateReading reading;
    private final LocalDate asOf;
    private final LocalDate today;

    /// @param asOf the day of the list, by which ages and years of two digits are understood
    /// @param today no date of birth lies after this day
    public DateReader(DateReading reading, LocalDate asOf, LocalDate today) {
        this.reading = reading;
        this.asOf = asOf;
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

    /// The year alone of a date whose day or month does not exist.
    DateRead yearAlone(String written) {
        DateText text = DateText.of(written);
        int yearAt = text == null ? -1 : text.yearAt();
        if (text == null || yearAt < 0) {
            return DateRead.Faulty.of(RowFault.DATE_NOT_READ);
        }
        int year = text.numbers()[yearAt];
        DateCalendar calendar = calendarOf(text, year);
        return Calendars.knows(calendar, year)
                ? new DatePlace(text, calendar, year, written.strip()).at(0, 0)
                : DateRead.Faulty.of(RowFault.DATE_OUTSIDE_CALENDAR, year);
    }

    /// The date by what it can only mean, whichever of day and month comes first.
    DateRead otherOrder(String written) {
        return new DateReader(reading.in(Order.EITHER), asOf, today).read(written);
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
        if (text.age()) {
            return text.numbers().length == 1 && text.month() == 0
                    ? AgeReader.years(text.numbers()[0], text.about(), asOf, written)
                    : DateRead.Faulty.of(RowFault.DATE_NOT_READ);
        }
        YearRange range = YearRange.of(text);
        if (range != null) {
            return range.read(calendarOf(text, range.from()), written);
        }
        int yearAt = text.yearAt();
        if (yearAt < 0) {
            return text.years() == 0
                    ? shortYear(text, written)
                    : DateRead.Faulty.of(RowFault.DATE_NOT_READ);
        }
        return withYear(text, yearAt, text.numbers()[yearAt], written);
    }

    /// A year of two digits is read only if somebody said which hundred years are meant.
    private DateRead shortYear(DateText text, String written) {
        if (!reading.shortYears() || !text.mayEndInShortYear()) {
            return DateRead.Faulty.of(RowFault.DATE_SHORT_YEAR);
        }
        int last = text.numbers().length - 1;
        DateCalendar named = text.calendar();
        DateCalendar calendar = named == null ? reading.calendar() : named;
        int latest = Calendars.yearOf(calendar, asOf);
        int year = latest - Math.floorMod(latest - text.numbers()[last], 100);
        DateRead read = withYear(text, last, year, written);
        return read instanceof DateRead.Known known && known.date().first().isAfter(asOf)
                ? withYear(text, last, year - 100, written)
                : read;
    }

    private DateRead withYear(DateText text, int yearAt, int year, String written) {
        DateCalendar calendar = calendarOf(text, year);
        if (!Calendars.knows(calendar, year)) {
            return DateRead.Faulty.of(RowFault.DATE_OUTSIDE_CALENDAR, year);
        }
        DatePlace place = new DatePlace(text, calendar, year, written);
        int[] numbers = text.numbers();
        if (numbers.length == 3 && yearAt == 2) {
            return inOrder(place, numbers[0], numbers[1]);
        }
        int[] monthAndDay = monthAndDay(text, yearAt);
        return monthAndDay == null
                ? DateRead.Faulty.of(RowFault.DATE_NOT_READ)
                : place.at(monthAndDay[0], monthAndDay[1]);
    }

    private DateRead inOrder(DatePlace place, int first, int second) {
        return switch (reading.order()) {
            case DAY_FIRST -> place.at(second, first);
            case MONTH_FIRST -> place.at(first, second);
            case EITHER -> eitherWay(place, first, second);
        };
    }

    private static DateRead eitherWay(DatePlace place, int first, int second) {
        if (first > MONTHS || first == second || first == 0 || second == 0) {
            return place.at(second, first);
        }
        if (second > MONTHS) {
            return place.at(first, second);
        }
        DateRead dayFirst = place.at(second, first);
        DateRead monthFirst = place.at(first, second);
        return dayFirst instanceof DateRead.Known one && monthFirst instanceof DateRead.Known other
                ? new DateRead.Known(covering(one.date(), other.date()))
                : dayFirst;
    }

    private static PartialDate covering(PartialDate one, PartialDate other) {
        return new PartialDate(
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last(),
                Precision.DAY,
                one.calendar(),
                one.original());
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
    private static int @Nullable [] monthAndDay(DateText text, int yearAt) {
        int[] numbers = text.numbers();
        if (text.month() > 0) {
            return numbers.length == 1
                    ? new int[] {text.month(), 0}
                    : new int[] {text.month(), numbers[1 - yearAt]};
        }
        return switch (numbers.length) {
            case 1 -> new int[] {0, 0};
            case 2 -> new int[] {numbers[1 - yearAt], 0};
            default -> yearAt == 0 ? new int[] {numbers[1], numbers[2]} : null;
        };
    }
}
