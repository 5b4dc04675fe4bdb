package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of one role, each kept once: row `r` has the codes from `offsets[r]` to
/// `offsets[r + 1]`, and a code is a place in the dictionary.
public final class Column {
    private final String[] dictionary;
    private final int[] offsets;
    private final int[] codes;

    private Column(String[] dictionary, int[] offsets, int[] codes) {
        this.dictionary = dictionary;
        this.offsets = offsets;
        this.codes = codes;
    }

    public boolean isEmpty() {
        return codes.length == 0;
    }

    public List<String> values(int row) {
        List<String> values = new ArrayList<>(2);
        for (int i = offsets[row]; i < offsets[row + 1]; i++) {
            values.add(dictionary[codes[i]]);
        }
        return values;
    }

    public int from(int row) {
        return offsets[row];
    }

    public int to(int row) {
        return offsets[row + 1];
    }

    public int code(int at) {
        return codes[at];
    }

    public int distinct() {
        return dictionary.length;
    }

    public String text(int code) {
        return dictionary[code];
    }

    /// Collects a column row by row, in ascending order of rows.
    public static final class Builder {
        private final Map<String, Integer> dictionary = new HashMap<>();
        private int[] rows = new int[64];
        private int[] codes = new int[64];
        private int count;

        public void add(int row, List<String> values) {
            for (String value : values) {
                if (!value.isBlank()) {
                    add(row, value.strip());
                }
            }
        }

        private void add(int row, String value) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
                codes = Arrays.copyOf(codes, count * 2);
            }
            rows[count] = row;
            codes[count++] = dictionary.computeIfAbsent(value, any -> dictionary.size());
        }

        public Column build(int size) {
            String[] texts = new String[dictionary.size()];
            dictionary.forEach((text, code) -> texts[code] = text);
            int[] offsets = new int[size + 1];
            for (int i = 0; i < count; i++) {
                offsets[rows[i] + 1]++;
            }
            for (int row = 0; row < size; row++) {
                offsets[row + 1] += offsets[row];
            }
            return new Column(texts, offsets, Arrays.copyOf(codes, count));
        }
    }
}
