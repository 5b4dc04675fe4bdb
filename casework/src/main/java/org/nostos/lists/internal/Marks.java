package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.List;

/// Takes marks of direction, which nobody sees, out of cells. They come along with copied text and
/// make two equal names unequal. Marks that turn the order of letters round stay: what was seen then
/// is not what is written, and that is a fault of the row.
final class Marks {

    private Marks() {}

    /// The row without them: the same object if there are none.
    static Row without(Row row) {
        List<String> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (stand(cells.get(i))) {
                return new Row(row.line(), cleaned(cells), row.fixed());
            }
        }
        return row;
    }

    /// How many of its cells have some.
    static long count(Row row) {
        long count = 0;
        for (String cell : row.cells()) {
            count += stand(cell) ? 1 : 0;
        }
        return count;
    }

    private static List<String> cleaned(List<String> cells) {
        List<String> cleaned = new ArrayList<>(cells.size());
        for (String cell : cells) {
            cleaned.add(stand(cell) ? without(cell) : cell);
        }
        return cleaned;
    }

    private static String without(String cell) {
        StringBuilder kept = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            if (!isMark(cell.charAt(i))) {
                kept.append(cell.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean stand(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (isMark(cell.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(char letter) {
        return letter >= 0x061C
                && (letter == 0x061C
                        || letter == 0x200E
                        || letter == 0x200F
                        || letter >= 0x202A && letter <= 0x202C
                        || letter >= 0x2066 && letter <= 0x2069
                        || letter == 0xFEFF);
    }

    /// Whether it turns the order of letters round (U+202D, U+202E).
    static boolean turnsRound(char letter) {
        return letter == 0x202D || letter == 0x202E;
    }
}
