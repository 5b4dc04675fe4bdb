package org.nostos.lists.internal;

import java.time.LocalDate;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.lists.RowFault;

/// Places a month and a day of a known year among the days, or says why there is no such day.
record DatePlace(DateText text, DateCalendar calendar, int year, String written) {

    private static final int ABOUT_YEARS = 2;

    /// The day; the month if the day is 0; the year if both are.
    DateRead at(int month, int day) {
        if (month > 12) {
            return DateRead.Faulty.of(RowFault.DATE_NO_SUCH_MONTH, month);
        }
        if (month == 0) {
            return wholeYear();
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

    private DateRead wholeYear() {
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

    /// The days from first to last; Hijri ones with the tolerance of the sighting.
    static DateRead known(
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
