package org.nostos.linkage.internal;

import java.util.Arrays;

/// Row numbers in ascending order, each once. What is taken out leaves nothing behind.
final class Rows {
    private static final int[] NONE = {};

    private int[] rows = NONE;
    private int size;

    void add(int row) {
        int at = size == 0 || rows[size - 1] < row ? size : from(row);
        if (at < size && rows[at] == row) {
            return;
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size + (size >> 2) + 1);
        }
        System.arraycopy(rows, at, rows, at + 1, size - at);
        rows[at] = row;
        size++;
    }

    void remove(int row) {
        int at = from(row);
        if (at < size && rows[at] == row) {
            System.arraycopy(rows, at + 1, rows, at, --size - at);
            if (size < rows.length >> 1) {
                rows = Arrays.copyOf(rows, size);
            }
        }
    }

    /// The place of the first row that is not below this one.
    int from(int row) {
        int found = Arrays.binarySearch(rows, 0, size, row);
        return found < 0 ? -found - 1 : found;
    }

    int get(int at) {
        return rows[at];
    }

    int size() {
        return size;
    }

    /// The rows themselves, up to [#size]; not to be written to.
    int[] array() {
        return rows;
    }
}
