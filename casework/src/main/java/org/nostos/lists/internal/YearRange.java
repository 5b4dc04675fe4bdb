package org.nostos.lists.internal;

import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.lists.RowFault;

/// Two years of which one is meant: `1990-1992`, `1985/86`.
record YearRange(int from, int to) {

    private static final int WIDEST = 20;

    /// The range that the text writes, or null if it writes none.
    static @Nullable YearRange of(DateText text) {
        if (text.numbers().length != 2 || text.month() > 0) {
            return null;
        }
        int from = text.numbers()[0];
        int to = text.numbers()[1];
        if (text.years() == 2) {
            return new YearRange(from, to);
        }
        boolean shortened = text.digits()[0] == 4 && text.digits()[1] == 2 && to > 12;
        return shortened && to > from % 100 ? new YearRange(from, from - from % 100 + to) : null;
    }

    DateRead read(DateCalendar calendar, String written) {
        if (to < from || to - from > WIDEST) {
            return DateRead.Faulty.of(RowFault.DATE_NOT_READ);
        }
        if (!Calendars.knows(calendar, from) || !Calendars.knows(calendar, to)) {
            return DateRead.Faulty.of(RowFault.DATE_OUTSIDE_CALENDAR, from);
        }
        return DatePlace.known(
                Calendars.firstOf(calendar, from, 1),
                Calendars.lastOf(calendar, to, 12),
                Precision.DECADE,
                calendar,
                written);
    }
}
