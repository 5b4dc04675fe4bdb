package org.nostos.lists.internal;

import java.util.List;
import org.nostos.basics.FieldRole;
import org.nostos.lists.Layout;

/// Proposes where the headings of a table stand among its first rows.
///
/// Words that are usual headings are the evidence; without any, the first row that is filled at least
/// half as far as the fullest one, unless a cell of it is a number. The proposal is shown and can be changed.
final class HeadingFinder {

    private final List<Row> rows;

    private HeadingFinder(List<Row> rows) {
        this.rows = rows;
    }

    static Layout.Headings find(List<Row> beginning) {
        return new HeadingFinder(beginning).find();
    }

    /// Whether at least two of its cells are usual headings.
    static boolean hasUsualHeadings(Row row) {
        return words(row) > 1;
    }

    private Layout.Headings find() {
        int best = mostWords();
        if (best < 0) {
            return byFilling();
        }
        if (best > 0 && isUpperPart(best - 1, best)) {
            return between(best - 1, best);
        }
        if (best + 1 < rows.size() && isLowerPart(best, best + 1)) {
            return between(best, best + 1);
        }
        return between(best, best);
    }

    /// The first row with the most usual headings, if it has at least two or nothing else in it.
    private int mostWords() {
        int best = -1;
        int most = 0;
        for (int i = 0; i < rows.size(); i++) {
            int words = words(rows.get(i));
            boolean enough = words > 1 || words > 0 && words == rows.get(i).filled();
            if (enough && words > most) {
                best = i;
                most = words;
            }
        }
        return best;
    }

    private Layout.Headings byFilling() {
        int fullest = rows.stream().mapToInt(Row::filled).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).filled() * 2 >= fullest) {
                boolean data = words(rows.get(i)) == 0 && hasNumber(rows.get(i));
                return data ? Layout.Headings.NONE : between(i, i);
            }
        }
        return Layout.Headings.NONE;
    }

    /// A row above the headings that groups them: it leaves gaps that they fill, and says no number.
    private boolean isUpperPart(int upper, int lower) {
        Row group = rows.get(upper);
        return group.filled() > 1 && !hasDigit(group) && fillsGaps(group, rows.get(lower));
    }

    /// A row below the headings that goes on with them: most of it are usual headings.
    private boolean isLowerPart(int upper, int lower) {
        Row more = rows.get(lower);
        return words(more) * 2 >= more.filled() && fillsGaps(rows.get(upper), more);
    }

    private static boolean fillsGaps(Row upper, Row lower) {
        boolean fills = false;
        boolean begun = false;
        for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
            boolean above = !upper.cell(i).isBlank();
            begun |= above;
            fills |= begun && !above && !lower.cell(i).isBlank();
        }
        return fills;
    }

    private static int words(Row row) {
        int words = 0;
        for (String cell : row.cells()) {
            words += isUsual(cell) ? 1 : 0;
        }
        return words;
    }

    private static boolean isUsual(String cell) {
        return !cell.isBlank()
                && cell.length() <= 60
                && (Proposal.isNumberHeading(cell) || FieldRole.ofHeading(cell).isPresent());
    }

    private static boolean hasDigit(Row row) {
        return row.cells().stream()
                .anyMatch(cell -> cell.codePoints().limit(200).anyMatch(Character::isDigit));
    }

    /// Whether a cell says a number and nothing else.
    private static boolean hasNumber(Row row) {
        return row.cells().stream()
                .anyMatch(cell ->
                        cell.codePoints().limit(200).anyMatch(Character::isDigit)
                                && cell.codePoints().limit(200).noneMatch(Character::isLetter));
    }

    private Layout.Headings between(int first, int last) {
        return new Layout.Headings(rows.get(first).line(), rows.get(last).line());
    }
}
