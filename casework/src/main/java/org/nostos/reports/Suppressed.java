package org.nostos.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of counts with its totals, in which every number from 1 to 9 is hidden, and with them as many
/// others as it takes that none of them follows from the rest.
///
/// The totals are cells as well: a line of the table is its cells and their total. A hidden number is safe
/// when the numbers that are shown leave it open: no sum of lines gives it away ([#gauss]), nor does what it is
/// at least and at most ([Narrowed]), and where a line's total is shown, what is hidden in it adds up to enough
/// that a small number can be a large one as well.
///
/// @param cells row by row, the last of each row its total, the last row the totals; null is hidden
public record Suppressed(List<List<@Nullable Long>> cells) {

    static final int SMALLEST = 10;

    public Suppressed {
        cells = List.copyOf(cells);
    }

    /// Adds the totals, hides what is small, and what would give it away.
    public static Suppressed of(long[][] counts) {
        long[][] table = withTotals(counts);
        boolean[][] hidden = small(table);
        while (!protectLines(table, hidden) || !protectSums(table, hidden)) {
            // Each round hides one cell more, and there are only so many.
        }
        return new Suppressed(shown(table, hidden));
    }

    private static long[][] withTotals(long[][] counts) {
        int columns = counts.length == 0 ? 0 : counts[0].length;
        long[][] table = new long[counts.length + 1][columns + 1];
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns; column++) {
                long cell = counts[row][column];
                table[row][column] = cell;
                table[row][columns] += cell;
                table[counts.length][column] += cell;
                table[counts.length][columns] += cell;
            }
        }
        return table;
    }

    private static boolean[][] small(long[][] table) {
        boolean[][] hidden = new boolean[table.length][table[0].length];
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                hidden[row][column] = table[row][column] > 0 && table[row][column] < SMALLEST;
            }
        }
        return hidden;
    }

    /// Hides one cell of the first line that gives away what is hidden in it; true when none does.
    private static boolean protectLines(long[][] table, boolean[][] hidden) {
        for (int[][] line : lines(table)) {
            if (isOpen(table, hidden, line)) {
                hideNext(table, hidden, line);
                return false;
            }
        }
        return true;
    }

    /// Whether a line shows too much: one hidden cell alone, or hidden cells that add up to so little that
    /// each of them is known to be small. Zeros are shown, so whatever is hidden is at least one.
    private static boolean isOpen(long[][] table, boolean[][] hidden, int[][] line) {
        int count = 0;
        long sum = 0;
        int[] total = line[line.length - 1];
        for (int i = 0; i < line.length - 1; i++) {
            if (hidden[line[i][0]][line[i][1]]) {
                count++;
                sum += table[line[i][0]][line[i][1]];
            }
        }
        if (hidden[total[0]][total[1]]) {
            return count == 0;
        }
        return count == 1 || (count > 1 && sum - (count - 1) < SMALLEST);
    }

    /// Hides the smallest cell of the line that is shown and not zero; else its total.
    private static void hideNext(long[][] table, boolean[][] hidden, int[][] line) {
        int @Nullable [] next = null;
        for (int[] at : line) {
            boolean candidate = isLeft(table, hidden, at);
            if (candidate && (next == null || table[at[0]][at[1]] < table[next[0]][next[1]])) {
                next = at;
            }
        }
        if (next == null) {
            throw new IllegalStateException("nothing is left to hide");
        }
        hidden[next[0]][next[1]] = true;
    }

    /// The places of each row and of each column, the total last.
    private static List<int[][]> lines(long[][] table) {
        List<int[][]> lines = new ArrayList<>();
        int rows = table.length;
        int columns = table[0].length;
        for (int row = 0; row < rows; row++) {
            int[][] line = new int[columns][];
            for (int column = 0; column < columns; column++) {
                line[column] = new int[] {row, column};
            }
            lines.add(line);
        }
        for (int column = 0; column < columns; column++) {
            int[][] line = new int[rows][];
            for (int row = 0; row < rows; row++) {
                line[row] = new int[] {row, column};
            }
            lines.add(line);
        }
        return lines;
    }

    /// Hides one cell more where sums of lines, or what is least and most, give one away; true when none do.
    private static boolean protectSums(long[][] table, boolean[][] hidden) {
        int @Nullable [] sum = gauss(table, hidden);
        int @Nullable [] known = sum == null ? Narrowed.of(table, hidden).known() : sum;
        if (known == null) {
            return true;
        }
        List<int[][]> lines = lines(table);
        List<int[][]> through =
                lines.stream()
                        .filter(line ->
                                Arrays.stream(line).anyMatch(at -> Arrays.equals(at, known)))
                        .toList();
        int[][] next =
                Stream.concat(through.stream(), lines.stream())
                        .filter(line ->
                                Arrays.stream(line).anyMatch(at -> isLeft(table, hidden, at)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nothing is left to hide"));
        hideNext(table, hidden, next);
        return false;
    }

    private static boolean isLeft(long[][] table, boolean[][] hidden, int[] at) {
        return !hidden[at[0]][at[1]] && table[at[0]][at[1]] > 0;
    }

    /// A hidden cell that the lines determine, as equations of the hidden cells; null when there is none.
    private static int @Nullable [] gauss(long[][] table, boolean[][] hidden) {
        List<int[]> unknown = new ArrayList<>();
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                if (hidden[row][column]) {
                    unknown.add(new int[] {row, column});
                }
            }
        }
        double[][] equations = equations(table, unknown);
        reduce(equations, unknown.size());
        for (double[] equation : equations) {
            int at = -1;
            int many = 0;
            for (int i = 0; i < unknown.size(); i++) {
                if (Math.abs(equation[i]) > 1e-6) {
                    at = i;
                    many++;
                }
            }
            if (many == 1) {
                return unknown.get(at);
            }
        }
        return null;
    }

    private static double[][] equations(long[][] table, List<int[]> unknown) {
        List<int[][]> lines = lines(table);
        double[][] equations = new double[lines.size()][unknown.size()];
        for (int e = 0; e < equations.length; e++) {
            int[][] line = lines.get(e);
            for (int i = 0; i < unknown.size(); i++) {
                for (int k = 0; k < line.length; k++) {
                    if (Arrays.equals(line[k], unknown.get(i))) {
                        equations[e][i] = k == line.length - 1 ? -1 : 1;
                    }
                }
            }
        }
        return equations;
    }

    private static void reduce(double[][] equations, int unknowns) {
        int at = 0;
        for (int column = 0; column < unknowns && at < equations.length; column++) {
            int best = at;
            for (int row = at + 1; row < equations.length; row++) {
                if (Math.abs(equations[row][column]) > Math.abs(equations[best][column])) {
                    best = row;
                }
            }
            if (Math.abs(equations[best][column]) < 1e-9) {
                continue;
            }
            double[] pivot = equations[best];
            equations[best] = equations[at];
            equations[at] = pivot;
            for (int row = 0; row < equations.length; row++) {
                double factor = row == at ? 0 : equations[row][column] / pivot[column];
                for (int i = 0; i < unknowns && factor != 0; i++) {
                    equations[row][i] -= factor * pivot[i];
                }
            }
            at++;
        }
    }

    private static List<List<@Nullable Long>> shown(long[][] table, boolean[][] hidden) {
        List<List<@Nullable Long>> rows = new ArrayList<>();
        for (int row = 0; row < table.length; row++) {
            List<@Nullable Long> cells = new ArrayList<>();
            for (int column = 0; column < table[row].length; column++) {
                cells.add(hidden[row][column] ? null : table[row][column]);
            }
            rows.add(cells);
        }
        return rows;
    }
}
