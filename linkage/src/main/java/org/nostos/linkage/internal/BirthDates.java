package org.nostos.linkage.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// The birth date of each row of an index, the first that could be read.
final class BirthDates {
    private static final float SAME_DAY = 12;
    private static final float WITHIN = 5;
    private static final float NEAR_DAY = 4;
    private static final float SAME_YEAR = 2;
    private static final float NEAR_YEAR = -1;
    private static final float OTHER = -5;
    private static final short UNKNOWN = 0;

    private short[] years = {};
    private short[] monthsAndDays = {};
    private int[] first = {};
    private int[] last = {};

    /// Weighs the date that is asked for against that of a row.
    interface Asked {
        /// A date that was not asked for, or cannot be read, says nothing.
        Asked NOTHING =
                new Asked() {
                    @Override
                    public float weight(int row) {
                        return 0;
                    }

                    @Override
                    public float most() {
                        return 0;
                    }
                };

        float weight(int row);

        /// No row weighs more.
        float most();
    }

    void set(int row, List<String> texts) {
        Dates dates = Dates.of(texts);
        for (int i = 0; i < dates.size(); i++) {
            if (dates.isKnown(i)) {
                int day = dates.isDay(i) ? dates.month(i) * 32 + dates.day(i) : UNKNOWN;
                set(row, (short) dates.year(i), (short) day, dates.first(i), dates.last(i));
                return;
            }
        }
        clear(row);
    }

    void clear(int row) {
        set(row, UNKNOWN, UNKNOWN, 0, 0);
    }

    void copy(int row, BirthDates from, int there) {
        set(row, from.years[there], from.monthsAndDays[there], from.first[there], from.last[there]);
    }

    private void set(int row, short year, short monthAndDay, int from, int to) {
        if (row >= years.length) {
            int more = row + (row >> 2) + 16;
            years = Arrays.copyOf(years, more);
            monthsAndDays = Arrays.copyOf(monthsAndDays, more);
            first = Arrays.copyOf(first, more);
            last = Arrays.copyOf(last, more);
        }
        years[row] = year;
        monthsAndDays[row] = monthAndDay;
        first[row] = from;
        last[row] = to;
    }

    void write(int row, DataOutput to) throws IOException {
        to.writeShort(years[row]);
        to.writeShort(monthsAndDays[row]);
        to.writeInt(first[row]);
        to.writeInt(last[row]);
    }

    void read(int row, DataInput from) throws IOException {
        set(row, from.readShort(), from.readShort(), from.readInt(), from.readInt());
    }

    /// @param text as a table takes it; empty, or not readable, says nothing
    Asked asked(String text) {
        Dates dates = Dates.of(List.of(text));
        return dates.isKnown(0) ? new Weighed(dates) : Asked.NOTHING;
    }

    private final class Weighed implements Asked {
        private final int year;
        private final int day;
        private final int swapped;
        private final int from;
        private final int to;

        Weighed(Dates dates) {
            year = dates.year(0);
            day = dates.isDay(0) ? dates.month(0) * 32 + dates.day(0) : UNKNOWN;
            swapped = dates.isDay(0) ? dates.day(0) * 32 + dates.month(0) : UNKNOWN;
            from = dates.first(0);
            to = dates.last(0);
        }

        @Override
        public float most() {
            return day == UNKNOWN ? WITHIN : SAME_DAY;
        }

        @Override
        public float weight(int row) {
            if (years[row] == UNKNOWN) {
                return 0;
            }
            int apart = Math.abs(years[row] - year);
            int other = monthsAndDays[row];
            if (day != UNKNOWN && other != UNKNOWN) {
                if (apart == 0) {
                    return other == day
                            ? SAME_DAY
                            : isNear(day, other, swapped) ? NEAR_DAY : SAME_YEAR;
                }
                return other == day ? SAME_YEAR : apart <= 2 ? NEAR_YEAR : OTHER;
            }
            boolean meet = first[row] <= to && from <= last[row];
            return meet ? WITHIN : apart <= 2 ? NEAR_YEAR : OTHER;
        }
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
