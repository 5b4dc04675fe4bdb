package org.nostos.lists.internal;

import java.time.Month;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.lists.DateEvidence;

/// Counts, over a column, what its dates prove about how they are to be read.
final class DateTally {

    private long filled;
    private long dates;
    private long bothWays;
    private long dayFirst;
    private long monthFirst;
    private long neither;
    private long bareYears;
    private long earlyModernYears;
    private long hijriMarks;
    private long persianMarks;
    private long shortYears;

    void add(String written) {
        filled++;
        DateText text = DateText.of(written);
        if (text == null) {
            return;
        }
        int yearAt = text.yearAt();
        boolean shortYear = text.years() == 0 && text.mayEndInShortYear();
        shortYears += shortYear ? 1 : 0;
        if (yearAt < 0 && text.numbers().length < 2) {
            return;
        }
        dates++;
        if (text.month() == 0 && (yearAt == 2 || shortYear && text.numbers().length == 3)) {
            order(text.numbers()[0], text.numbers()[1]);
        }
        if (yearAt >= 0) {
            calendar(text.calendar(), text.numbers()[yearAt]);
        }
    }

    /// A day that does not exist, as the 31st of February, proves no order.
    private void order(int first, int second) {
        if (first < 1 || second < 1 || first == second && first <= 12) {
            return;
        }
        boolean dayMayComeFirst = isDayOf(first, second);
        boolean monthMayComeFirst = isDayOf(second, first);
        if (dayMayComeFirst && monthMayComeFirst) {
            bothWays++;
        } else if (dayMayComeFirst) {
            dayFirst++;
        } else if (monthMayComeFirst) {
            monthFirst++;
        } else {
            neither++;
        }
    }

    private static boolean isDayOf(int day, int month) {
        return month <= 12 && day <= Month.of(month).maxLength();
    }

    private void calendar(@Nullable DateCalendar named, int year) {
        if (named == DateCalendar.HIJRI) {
            hijriMarks++;
        } else if (named == DateCalendar.PERSIAN) {
            persianMarks++;
        } else if (named == null && year >= 1300 && year <= 1500) {
            bareYears++;
        } else if (named == null && year > 1500 && year < 1900) {
            earlyModernYears++;
        }
    }

    DateEvidence evidence() {
        return new DateEvidence(
                filled,
                dates,
                bothWays,
                dayFirst,
                monthFirst,
                neither,
                bareYears,
                earlyModernYears,
                hijriMarks,
                persianMarks,
                shortYears);
    }
}
