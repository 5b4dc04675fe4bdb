package org.nostos.lists.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ReadRow;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;
import org.nostos.lists.Sex;

/// Knows the rows of a table that speak of nobody: totals, and the headings once more, as they stand
/// on each page of a list that was printed. They are left out with their reason, never in silence.
final class Strays {

    private static final Set<String> TOTALS =
            Folding.table("total-words.tsv").stream()
                    .flatMap(Stream::of)
                    .map(Strays::plain)
                    .collect(Collectors.toUnmodifiableSet());
    private static final int MOST_FILLED = 6;

    private final List<Row> headings;

    Strays(List<Row> headings) {
        this.headings = List.copyOf(headings);
    }

    /// What such a row is, or null for a row like any other.
    @Nullable RowFault of(Row row) {
        if (isTotal(row)) {
            return RowFault.LOOKS_LIKE_TOTAL;
        }
        for (Row heading : headings) {
            if (repeats(row, heading)) {
                return RowFault.REPEATED_HEADING;
            }
        }
        return null;
    }

    /// The row as one that is left out.
    static ReadRow leftOut(Row row, RowFault fault) {
        String received = String.join(" | ", row.cells().stream().map(String::strip).toList());
        RowProblem problem =
                new RowProblem(
                        row.line(), 0, received, fault, List.of(), RowFault.Fate.ROW_LEFT_OUT);
        return new ReadRow(
                row.line(),
                0,
                null,
                Map.of(),
                Sex.UNKNOWN,
                null,
                null,
                List.of(),
                List.of(),
                List.of(problem),
                false);
    }

    /// A word that says total, and beside it numbers alone.
    private static boolean isTotal(Row row) {
        boolean said = false;
        int filled = 0;
        for (String cell : row.cells()) {
            if (cell.isBlank()) {
                continue;
            }
            if (++filled > MOST_FILLED) {
                return false;
            }
            String word = plain(cell);
            if (TOTALS.contains(word)) {
                said = true;
            } else if (!word.isEmpty()) {
                return false;
            }
        }
        return said;
    }

    private static boolean repeats(Row row, Row heading) {
        int alike = 0;
        for (int i = 0; i < Math.max(row.cells().size(), heading.cells().size()); i++) {
            String cell = row.cell(i).strip();
            if (!cell.equals(heading.cell(i).strip())) {
                return false;
            }
            alike += cell.isEmpty() ? 0 : 1;
        }
        return alike > 1;
    }

    /// The letters alone: no digits, no marks.
    private static String plain(String cell) {
        if (cell.length() > 60) {
            return cell;
        }
        StringBuilder letters = new StringBuilder(cell.length());
        Folding.fold(cell)
                .codePoints()
                .filter(Character::isLetter)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
