package org.nostos.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No number under ten is shown, and none of those that are hidden follows from what is shown.
class SuppressedTest {

    @Test
    void largeNumbersAreShownAsTheyAre() {
        assertThat(Suppressed.of(new long[][] {{10, 20}, {30, 0}}).cells())
                .containsExactly(
                        List.of(10L, 20L, 30L), List.of(30L, 0L, 30L), List.of(40L, 20L, 60L));
    }

    @Test
    void oneSmallNumberTakesOthersWithIt() {
        List<List<@Nullable Long>> cells = Suppressed.of(new long[][] {{3, 40}, {50, 60}}).cells();
        assertThat(cells.getFirst().getFirst()).isNull();
        assertThat(hidden(cells)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void twoHiddenOnesAreNotBothOne() {
        attack(new long[][] {{1, 1, 50}, {40, 40, 40}});
        attack(new long[][] {{1, 1}, {1, 1}});
    }

    @Test
    void aSmallTotalIsHiddenAsWell() {
        List<List<@Nullable Long>> cells = Suppressed.of(new long[][] {{2, 3}, {400, 500}}).cells();
        assertThat(cells.getFirst().getLast()).isNull();
        attack(new long[][] {{2, 3}, {400, 500}});
    }

    /// Whoever subtracts along the lines, again and again with what that told, is left for each hidden number
    /// with more than one that it might be.
    @Test
    void nothingThatIsHiddenCanBeWorkedOut() {
        Random random = new Random(20261122);
        for (int round = 0; round < 600; round++) {
            long[][] counts = new long[1 + random.nextInt(4)][1 + random.nextInt(3)];
            for (long[] row : counts) {
                for (int i = 0; i < row.length; i++) {
                    row[i] =
                            switch (random.nextInt(4)) {
                                case 0 -> 0;
                                case 1 -> 1 + random.nextInt(9);
                                default -> random.nextInt(60);
                            };
                }
            }
            attack(counts);
        }
    }

    /// Every table of two by two that agrees with what is shown, one after another.
    @Test
    void everyTableThatAgreesWithWhatIsShownLeavesEachHiddenNumberOpen() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            long[][] counts = {
                {random.nextInt(18), random.nextInt(18)}, {random.nextInt(18), random.nextInt(18)}
            };
            List<List<@Nullable Long>> cells = Suppressed.of(counts).cells();
            long[][] least = new long[3][3];
            long[][] most = new long[3][3];
            for (long[] row : least) {
                java.util.Arrays.fill(row, Long.MAX_VALUE);
            }
            for (long a = 0; a < 40; a++) {
                for (long b = 0; b < 40; b++) {
                    for (long c = 0; c < 40; c++) {
                        for (long d = 0; d < 40; d++) {
                            long[][] table = {
                                {a, b, a + b}, {c, d, c + d}, {a + c, b + d, a + b + c + d}
                            };
                            if (agrees(table, cells)) {
                                widen(table, least, most);
                            }
                        }
                    }
                }
            }
            for (int at = 0; at < 9; at++) {
                if (cells.get(at / 3).get(at % 3) == null) {
                    assertThat(least[at / 3][at % 3])
                            .as("%s", cells)
                            .isLessThan(most[at / 3][at % 3]);
                }
            }
        }
    }

    private static boolean agrees(long[][] table, List<List<@Nullable Long>> cells) {
        for (int at = 0; at < 9; at++) {
            Long cell = cells.get(at / 3).get(at % 3);
            long number = table[at / 3][at % 3];
            if (cell == null ? number < 1 : number != cell) {
                return false;
            }
        }
        return true;
    }

    private static void widen(long[][] table, long[][] least, long[][] most) {
        for (int at = 0; at < 9; at++) {
            least[at / 3][at % 3] = Math.min(least[at / 3][at % 3], table[at / 3][at % 3]);
            most[at / 3][at % 3] = Math.max(most[at / 3][at % 3], table[at / 3][at % 3]);
        }
    }

    private static void attack(long[][] counts) {
        List<List<@Nullable Long>> cells = Suppressed.of(counts).cells();
        int rows = cells.size();
        int columns = cells.getFirst().size();
        for (List<@Nullable Long> row : cells) {
            for (Long cell : row) {
                assertThat(cell == null || cell == 0 || cell >= 10).as("%s", cells).isTrue();
            }
        }
        Bounds bounds = new Bounds(cells);
        bounds.narrow();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (cells.get(row).get(column) == null) {
                    assertThat(bounds.low[row][column])
                            .as("%s at %d, %d", cells, row, column)
                            .isLessThan(bounds.high[row][column]);
                }
            }
        }
    }

    private static long hidden(List<List<@Nullable Long>> cells) {
        List<@Nullable Long> all = new ArrayList<>();
        cells.forEach(all::addAll);
        return all.stream().filter(cell -> cell == null).count();
    }

    /// What an attacker knows of each cell: not less, not more. Hidden is at least one, for zeros are shown.
    private static final class Bounds {
        final long[][] low;
        final long[][] high;

        Bounds(List<List<@Nullable Long>> cells) {
            low = new long[cells.size()][cells.getFirst().size()];
            high = new long[cells.size()][cells.getFirst().size()];
            for (int row = 0; row < low.length; row++) {
                for (int column = 0; column < low[row].length; column++) {
                    Long cell = cells.get(row).get(column);
                    low[row][column] = cell == null ? 1 : cell;
                    high[row][column] = cell == null ? 100_000 : cell;
                }
            }
        }

        /// Subtracts along every line until nothing more is learnt.
        void narrow() {
            boolean learnt = true;
            while (learnt) {
                learnt = false;
                for (int row = 0; row < low.length; row++) {
                    for (int column = 0; column < low[row].length; column++) {
                        learnt |= along(row, column, true) | along(row, column, false);
                    }
                }
            }
        }

        private boolean along(int row, int column, boolean isRow) {
            int last = (isRow ? low[0].length : low.length) - 1;
            int at = isRow ? column : row;
            long least = 0;
            long most = 0;
            for (int i = 0; i <= last; i++) {
                if (i != at) {
                    int r = isRow ? row : i;
                    int c = isRow ? i : column;
                    least += i == last ? low[r][c] : at == last ? low[r][c] : -high[r][c];
                    most += i == last ? high[r][c] : at == last ? high[r][c] : -low[r][c];
                }
            }
            boolean learnt = least > low[row][column] || most < high[row][column];
            low[row][column] = Math.max(low[row][column], least);
            high[row][column] = Math.min(high[row][column], most);
            return learnt;
        }
    }
}
