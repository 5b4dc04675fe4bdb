package org.nostos.lists.internal;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.nostos.basics.PartialDate.DateCalendar;

/// Months of three calendars as Gregorian days.
final class Calendars {

    private static final long EPOCH_DAY_MILLIS = ChronoUnit.DAYS.getDuration().toMillis();

    private Calendars() {}

    /// Whether the year can be placed in this calendar at all.
    static boolean knows(DateCalendar calendar, int year) {
        return switch (calendar) {
            case GREGORIAN -> year >= 1 && year <= 9999;
            case HIJRI -> year >= 1300 && year <= 1600;
            case PERSIAN -> year >= 1 && year <= 1500;
        };
    }

    /// The calendar's year in which this day lies.
    static int yearOf(DateCalendar calendar, LocalDate day) {
        return switch (calendar) {
            case GREGORIAN -> day.getYear();
            case HIJRI -> HijrahDate.from(day).get(ChronoField.YEAR);
            case PERSIAN -> persianYearOf(day);
        };
    }

    private static int persianYearOf(LocalDate day) {
        PersianCalendar calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        calendar.setTimeInMillis(day.toEpochDay() * EPOCH_DAY_MILLIS);
        return calendar.get(Calendar.YEAR);
    }

    /// The first day of the month.
    static LocalDate firstOf(DateCalendar calendar, int year, int month) {
        return switch (calendar) {
            case GREGORIAN -> LocalDate.of(year, month, 1);
            case HIJRI -> LocalDate.from(HijrahDate.of(year, month, 1));
            case PERSIAN -> persian(year, month);
        };
    }

    /// The last day of the month.
    static LocalDate lastOf(DateCalendar calendar, int year, int month) {
        if (calendar == DateCalendar.HIJRI) {
            return firstOf(calendar, year, month)
                    .plusDays(HijrahDate.of(year, month, 1).lengthOfMonth() - 1L);
        }
        LocalDate next =
                month == 12 ? firstOf(calendar, year + 1, 1) : firstOf(calendar, year, month + 1);
        return next.minusDays(1);
    }

    /// The highest day that may be written in this month. A Hijri month may have thirty days where
    /// the moon was seen late, whatever the calculated calendar says.
    static int mostDays(DateCalendar calendar, int year, int month) {
        return switch (calendar) {
            case GREGORIAN -> YearMonth.of(year, month).lengthOfMonth();
            case HIJRI -> 30;
            case PERSIAN -> lengthOfPersianMonth(year, month);
        };
    }

    private static int lengthOfPersianMonth(int year, int month) {
        return (int)
                        ChronoUnit.DAYS.between(
                                firstOf(DateCalendar.PERSIAN, year, month),
                                lastOf(DateCalendar.PERSIAN, year, month))
                + 1;
    }

    private static LocalDate persian(int year, int month) {
        PersianCalendar calendar = new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
        calendar.clear();
        calendar.set(year, month - 1, 1);
        return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), EPOCH_DAY_MILLIS));
    }
}
