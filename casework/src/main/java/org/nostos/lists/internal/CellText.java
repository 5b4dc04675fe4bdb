package org.nostos.lists.internal;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/// A spreadsheet's cell as text: whole numbers without a decimal point, days as ISO 8601.
final class CellText {

    private CellText() {}

    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return isDay(cell.getDataFormatString()) ? day(cell, number) : plain(number);
        }
        return cell.getType() == CellType.ERROR ? "" : cell.getText();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String day(Cell cell, BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(2_958_465)) > 0) {
            return plain(number);
        }
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /// Whether a number format shows a day: it names a year or a day outside quotes and brackets.
    static boolean isDay(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("General")) {
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
