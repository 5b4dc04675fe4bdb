package org.nostos.reports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What whoever subtracts learns of each cell of a table: not less than this, not more than that. A hidden
/// one is at least one, for zeros are shown.
final class Narrowed {

    private static final long ANY = Long.MAX_VALUE / 1_000;

    private final boolean[][] hidden;
    private final long[][] least;
    private final long[][] most;

    private Narrowed(long[][] table, boolean[][] hidden) {
        this.hidden = hidden;
        this.least = Arrays.stream(table).map(long[]::clone).toArray(long[][]::new);
        this.most = Arrays.stream(table).map(long[]::clone).toArray(long[][]::new);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                if (hidden[row][column]) {
                    least[row][column] = 1;
                    most[row][column] = ANY;
                }
            }
        }
    }

    /// Subtracts along every line until nothing more is learnt.
    static Narrowed of(long[][] table, boolean[][] hidden) {
        Narrowed known = new Narrowed(table, hidden);
        boolean learnt = true;
        for (int round = 0; learnt && round < 200; round++) {
            learnt = false;
            for (int row = 0; row < table.length; row++) {
                for (int column = 0; column < table[row].length; column++) {
                    learnt |= known.along(row, column, true) | known.along(row, column, false);
                }
            }
        }
        return known;
    }

    /// A hidden cell that is left with one number; null when there is none.
    int @Nullable [] known() {
        for (int row = 0; row < least.length; row++) {
            for (int column = 0; column < least[row].length; column++) {
                if (hidden[row][column] && least[row][column] >= most[row][column]) {
                    return new int[] {row, column};
                }
            }
        }
        return null;
    }

    /// What the other cells of its row or column say of one: it is their sum, or what they leave of it.
    private boolean along(int row, int column, boolean isRow) {
        int last = (isRow ? least[0].length : least.length) - 1;
        int at = isRow ? column : row;
        long low = 0;
        long high = 0;
        for (int i = 0; i <= last; i++) {
            if (i != at) {
                int r = isRow ? row : i;
                int c = isRow ? i : column;
                boolean adds = i == last || at == last;
                low += adds ? least[r][c] : -most[r][c];
                high += adds ? most[r][c] : -least[r][c];
            }
        }
        boolean learnt = low > least[row][column] || high < most[row][column];
        least[row][column] = Math.max(least[row][column], low);
        most[row][column] = Math.min(most[row][column], high);
        return learnt;
    }
}
