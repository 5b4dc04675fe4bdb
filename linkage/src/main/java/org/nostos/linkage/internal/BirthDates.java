package org.nostos.linkage.internal;

import java.util.List;

/// The birth date of each row of an index, the first that could be read.
final class BirthDates {
    private static final double SAME_DAY = 12;
    private static final double WITHIN = 5;
    private static final double NEAR_DAY = 4;
    private static final double SAME_YEAR = 2;
    private static final double NEAR_YEAR = -1;
    private static final double OTHER = -5;
    private static final int UNKNOWN = 0;

    private final IntList years = new IntList();
    private final IntList monthsAndDays = new IntList();
    private final IntList first = new IntList();
    private final IntList last = new IntList();

    /// Weighs the date that is asked for against that of a row.
    interface Asked {
        double weight(int row);
    }

    void add(List<String> texts) {
        Dates dates = Dates.of(texts);
        for (int i = 0; i < dates.size(); i++) {
            if (dates.isKnown(i)) {
                years.add(dates.year(i));
                monthsAndDays.add(dates.isDay(i) ? dates.month(i) * 32 + dates.day(i) : UNKNOWN);
                first.add(dates.first(i));
                last.add(dates.last(i));
                return;
            }
        }
        years.add(UNKNOWN);
        monthsAndDays.add(UNKNOWN);
        first.add(0);
        last.add(0);
    }

    /// @param text as a table takes it; empty, or not readable, says nothing
    Asked asked(String text) {
        Dates dates = Dates.of(List.of(text));
        if (!dates.isKnown(0)) {
            return row -> 0;
        }
        int year = dates.year(0);
        int day = dates.isDay(0) ? dates.month(0) * 32 + dates.day(0) : UNKNOWN;
        int swapped = dates.isDay(0) ? dates.day(0) * 32 + dates.month(0) : UNKNOWN;
        return row -> weight(row, year, day, swapped, dates);
    }

    private double weight(int row, int year, int day, int swapped, Dates asked) {
        if (years.get(row) == UNKNOWN) {
            return 0;
        }
        int apart = Math.abs(years.get(row) - year);
        int other = monthsAndDays.get(row);
        if (day != UNKNOWN && other != UNKNOWN) {
            if (apart == 0) {
                return other == day ? SAME_DAY : isNear(day, other, swapped) ? NEAR_DAY : SAME_YEAR;
            }
            return other == day ? SAME_YEAR : apart <= 2 ? NEAR_YEAR : OTHER;
        }
        boolean meet = first.get(row) <= asked.last(0) && asked.first(0) <= last.get(row);
        return meet ? WITHIN : apart <= 2 ? NEAR_YEAR : OTHER;
    }

    /// Day and month changed places, one of the two differs, or one is the first of January that is
    /// written for a year.
    private static boolean isNear(int day, int other, int swapped) {
        int firstOfYear = 32 + 1;
        return other == swapped
                || other / 32 == day / 32
                || other % 32 == day % 32
                || day == firstOfYear
                || other == firstOfYear;
    }
}
