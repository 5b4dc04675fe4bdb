package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Pairs of rows that a model is trained on, compared by all processors, a part by each.
final class TrainingPairs {
    private static final int PART = 1 << 13;

    private int[] rows = new int[1 << 12];
    private int count;

    /// Counts what the pairs from one place to another show.
    interface Count<T> {
        T of(int from, int to);
    }

    void add(int left, int right) {
        if (2 * count == rows.length) {
            rows = Arrays.copyOf(rows, 4 * count);
        }
        rows[2 * count] = left;
        rows[2 * count + 1] = right;
        count++;
    }

    int size() {
        return count;
    }

    int left(int pair) {
        return rows[2 * pair];
    }

    int right(int pair) {
        return rows[2 * pair + 1];
    }

    /// What was counted of each part, in the order of the pairs.
    <T> List<T> inParts(Count<T> parts) {
        return IntStream.range(0, (count + PART - 1) / PART)
                .parallel()
                .mapToObj(part -> parts.of(part * PART, Math.min(count, (part + 1) * PART)))
                .toList();
    }
}
