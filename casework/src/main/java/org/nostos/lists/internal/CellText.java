package org.nostos.lists.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// What a spreadsheet's cell says as text: whole numbers without a decimal point, days as ISO 8601.
final class CellText {

    private static final int MOST_DIGITS = 40;
    private static final int MOST_WRITTEN = 60;
    private static final long LAST_DAY = 2_958_465;

    private CellText() {}

    /// A number as a person would write it; what is none, or longer than any, stays as it stands.
    static String number(String written) {
        BigDecimal number = parse(written);
        return number == null ? written : plain(number);
    }

    private static @Nullable BigDecimal parse(String written) {
        if (written.length() > MOST_WRITTEN) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(written.strip());
            boolean usual = Math.abs((long) number.scale()) + number.precision() <= MOST_DIGITS;
            return usual ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// The day, and the time if one is meant, that a number of days stands for.
    static String day(String written, boolean since1904) {
        BigDecimal number = parse(written);
        if (number == null
                || number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return number(written);
        }
        long days = number.longValue();
        long seconds = Math.round((number.doubleValue() - days) * 86_400);
        LocalDateTime moment = first(days, since1904).plusDays(days).atStartOfDay();
        moment = moment.plusSeconds(seconds);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /// The first spreadsheets took 1900 for a leap year, and all have counted like them since.
    private static LocalDate first(long days, boolean since1904) {
        if (since1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    /// Whether a number format shows a day: it names a year or a day outside quotes and brackets.
    static boolean isDay(String format) {
        if (format.equalsIgnoreCase("General")) {
            return false;
        }
        char closing = 0;
        for (int i = 0; i < format.length(); i++) {
            char letter = format.charAt(i);
            if (closing != 0) {
                closing = letter == closing ? 0 : closing;
            } else if (letter == '"' || letter == '[') {
                closing = letter == '"' ? '"' : ']';
            } else if (letter == '\\') {
                i++;
            } else if ("yYdD".indexOf(letter) >= 0) {
                return true;
            }
        }
        return false;
    }
}
