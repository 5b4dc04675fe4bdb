package org.nostos.lists.internal;

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

    private void order(int first, int second) {
        if (first > 12 && first <= 31 && second <= 12) {
            dayFirst++;
        } else if (second > 12 && second <= 31 && first <= 12) {
            monthFirst++;
        } else if (first != second && first >= 1 && second >= 1 && first <= 12 && second <= 12) {
            bothWays++;
        } else if (first > 12 && second > 12) {
            neither++;
        }
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
