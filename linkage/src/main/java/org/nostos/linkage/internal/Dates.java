package org.nostos.linkage.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The distinct dates of a table, taken apart once.
///
/// `first` and `last` are days since 1970, inclusive. Parts that were not written are 0. A day or month
/// that cannot be is kept as a part, so that a slip of the pen still leaves the others to compare.
final class Dates {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:T.*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private final int[] first;
    private final int[] last;
    private final short[] years;
    private final byte[] months;
    private final byte[] days;

    Dates(Column column) {
        this(IntStream.range(0, column.distinct()).mapToObj(column::text).toList());
    }

    static Dates of(List<String> texts) {
        return new Dates(texts);
    }

    private Dates(List<String> texts) {
        int size = texts.size();
        first = new int[size];
        last = new int[size];
        years = new short[size];
        months = new byte[size];
        days = new byte[size];
        for (int code = 0; code < size; code++) {
            read(code, texts.get(code).strip());
        }
    }

    private void read(int code, String text) {
        int slash = text.indexOf('/');
        if (slash >= 8 && text.indexOf('/', slash + 1) < 0) {
            readInterval(code, text.substring(0, slash), text.substring(slash + 1));
            return;
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        Matcher packed = PACKED.matcher(text);
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (yearFirst.matches()) {
            set(
                    code,
                    number(yearFirst.group(1)),
                    number(yearFirst.group(2)),
                    number(yearFirst.group(3)));
        } else if (packed.matches()) {
            set(code, number(packed.group(1)), number(packed.group(2)), number(packed.group(3)));
        } else if (dayFirst.matches()) {
            set(
                    code,
                    number(dayFirst.group(3)),
                    number(dayFirst.group(2)),
                    number(dayFirst.group(1)));
        }
    }

    private void readInterval(int code, String from, String to) {
        try {
            LocalDate start = LocalDate.parse(from);
            LocalDate end = LocalDate.parse(to);
            if (end.isBefore(start)) {
                return;
            }
            boolean month =
                    start.getYear() == end.getYear()
                            && start.getMonthValue() == end.getMonthValue();
            int day = start.equals(end) ? start.getDayOfMonth() : 0;
            LocalDate middle = start.plusDays((end.toEpochDay() - start.toEpochDay()) / 2);
            set(code, middle.getYear(), month ? start.getMonthValue() : 0, day);
            first[code] = (int) start.toEpochDay();
            last[code] = (int) end.toEpochDay();
        } catch (DateTimeException e) {
            years[code] = 0;
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private void set(int code, int year, int month, int day) {
        years[code] = (short) year;
        months[code] = (byte) month;
        days[code] = (byte) day;
        boolean realMonth = month >= 1 && month <= 12;
        LocalDate start = LocalDate.of(Math.max(1, year), realMonth ? month : 1, 1);
        LocalDate end =
                realMonth ? start.plusMonths(1).minusDays(1) : start.plusYears(1).minusDays(1);
        if (realMonth && day >= 1 && day <= end.getDayOfMonth()) {
            start = start.withDayOfMonth(day);
            end = start;
        }
        first[code] = (int) start.toEpochDay();
        last[code] = (int) end.toEpochDay();
    }

    int size() {
        return years.length;
    }

    boolean isKnown(int code) {
        return years[code] > 0;
    }

    int year(int code) {
        return years[code];
    }

    int month(int code) {
        return months[code];
    }

    int day(int code) {
        return days[code];
    }

    /// Year, month and day side by side, seven bits each for the last two.
    int written(int code) {
        return years[code] << 14 | months[code] << 7 | days[code];
    }

    static int yearWritten(int written) {
        return written >>> 14;
    }

    static int monthWritten(int written) {
        return written >>> 7 & 127;
    }

    static int dayWritten(int written) {
        return written & 127;
    }

    static boolean isDayWritten(int written) {
        return monthWritten(written) > 0 && dayWritten(written) > 0;
    }

    static boolean isFirstWritten(int written) {
        return (written & (1 << 14) - 1) == (1 << 7 | 1);
    }

    int first(int code) {
        return first[code];
    }

    int last(int code) {
        return last[code];
    }

    boolean isDay(int code) {
        return days[code] > 0 && months[code] > 0;
    }

    /// The first of January, which registers write when only the year is known.
    boolean isFirstOfYear(int code) {
        return days[code] == 1 && months[code] == 1;
    }

    /// Whether one date lies within the other and is shorter.
    boolean isWithin(int inner, int outer) {
        return first[inner] >= first[outer]
                && last[inner] <= last[outer]
                && last[inner] - first[inner] < last[outer] - first[outer];
    }

    boolean meet(int left, int right) {
        return first[left] <= last[right] && first[right] <= last[left];
    }
}
