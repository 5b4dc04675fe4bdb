package org.nostos.linkage.internal;

import java.util.Arrays;

/// Numbers that grow in number.
final class IntList {
    private int[] values = new int[4];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int get(int at) {
        return values[at];
    }

    int removeLast() {
        return values[--size];
    }

    int size() {
        return size;
    }
}
