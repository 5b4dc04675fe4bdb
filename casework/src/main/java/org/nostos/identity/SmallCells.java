package org.nostos.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Hides the cells of a table that could point at a person: every number from 1 to 9, and when that is
/// one cell alone, the next smallest too, so that a total does not give it away.
final class SmallCells {

    private SmallCells() {}

    /// The same cells in the same order, null where a number is hidden.
    static List<@Nullable Long> hidden(List<Long> cells) {
        List<@Nullable Long> shown = new ArrayList<>(cells);
        List<Integer> bySize =
                IntStream.range(0, cells.size())
                        .filter(i -> cells.get(i) > 0)
                        .boxed()
                        .sorted(Comparator.comparing(cells::get))
                        .toList();
        long small = bySize.stream().filter(i -> cells.get(i) < Overview.SMALLEST_CELL).count();
        long hide = small == 1 ? 2 : small;
        bySize.stream().limit(hide).forEach(i -> shown.set(i, null));
        return shown;
    }
}
