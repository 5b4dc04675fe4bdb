package org.nostos.lists.internal;

import java.util.List;
import org.nostos.lists.FileKind;

/// Tells the separator of a text file from its beginning.
///
/// The one that cuts the most of the first lines into equally many cells wins; among equals the one
/// that cuts into more cells. What stands in quotes does not count, and a title above the table does
/// no harm.
final class Separators {

    private static final List<FileKind> KINDS =
            List.of(FileKind.CSV_TAB, FileKind.CSV_SEMICOLON, FileKind.CSV_BAR, FileKind.CSV_COMMA);
    private static final int LINES = 30;

    private Separators() {}

    static FileKind tell(String beginning) {
        FileKind best = FileKind.CSV_COMMA;
        long bestScore = 0;
        for (FileKind kind : KINDS) {
            long score = score(beginning, kind.separator());
            if (score > bestScore) {
                best = kind;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(String text, char separator) {
        int[] counts = new int[LINES + 1];
        int lines = count(text, separator, counts);
        long score = 0;
        for (int i = 0; i < lines; i++) {
            if (counts[i] > 0) {
                long alike = alike(counts, lines, counts[i]);
                long cells = Math.min(counts[i], 999);
                score = Math.max(score, alike * 10_000 / lines * 1_000 + cells);
            }
        }
        return score;
    }

    private static long alike(int[] counts, int lines, int expected) {
        long alike = 0;
        for (int i = 0; i < lines; i++) {
            alike += counts[i] == expected ? 1 : 0;
        }
        return alike;
    }

    /// The last line may be cut off and counts only where it is the only one.
    private static int count(String text, char separator, int[] counts) {
        int line = 0;
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length() && line < LINES; i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == '\n' && !quoted) {
                line += begun ? 1 : 0;
                begun = false;
            } else if (letter == separator && !quoted) {
                counts[line]++;
            }
            begun |= letter > ' ' || letter == separator;
        }
        return Math.max(1, line);
    }
}
