package org.nostos.linkage.internal;

import java.util.Arrays;

/// For each row a few numbers: those of row `r` stand from `from(r)` to `to(r)`.
final class IntRows {
    private final int[] offsets;
    private final int[] values;

    private IntRows(int[] offsets, int[] values) {
        this.offsets = offsets;
        this.values = values;
    }

    int from(int row) {
        return offsets[row];
    }

    int to(int row) {
        return offsets[row + 1];
    }

    int at(int place) {
        return values[place];
    }

    int count(int row) {
        return offsets[row + 1] - offsets[row];
    }

    int total() {
        return values.length;
    }

    boolean contains(int row, int value) {
        for (int i = offsets[row]; i < offsets[row + 1]; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /// The same rows with every number replaced by another.
    IntRows mapped(int[] to) {
        return new IntRows(offsets, Arrays.stream(values).map(value -> to[value]).toArray());
    }

    /// Collects rows one after another.
    static final class Builder {
        private final int[] offsets;
        private int[] values;
        private int rows;
        private int count;

        Builder(int size) {
            offsets = new int[size + 1];
            values = new int[Math.max(16, size)];
        }

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count + (count >> 1));
            }
            values[count++] = value;
        }

        boolean hasInRow(int value) {
            for (int i = offsets[rows]; i < count; i++) {
                if (values[i] == value) {
                    return true;
                }
            }
            return false;
        }

        /// The numbers of the row that is being collected.
        int[] inRow() {
            return Arrays.copyOfRange(values, offsets[rows], count);
        }

        void endRow() {
            offsets[++rows] = count;
        }

        IntRows build() {
            return new IntRows(offsets, Arrays.copyOf(values, count));
        }
    }
}
