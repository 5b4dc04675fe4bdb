package org.nostos.linkage.internal;

import java.util.HashMap;
import java.util.Map;

/// How two numbers of one column agree: documents, or postal codes with the areas that they are of.
final class NumberLevels {
    private final Column column;
    private final int[] areas;
    private final long[] signs;

    NumberLevels(Column column, boolean inAreas) {
        this.column = column;
        areas = inAreas ? areas(column) : new int[0];
        signs = new long[column.distinct()];
        for (int code = 0; code < signs.length; code++) {
            signs[code] = signs(column.text(code));
        }
    }

    /// For each postal code the number of its area.
    private static int[] areas(Column column) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] areas = new int[column.distinct()];
        for (int code = 0; code < areas.length; code++) {
            String area = NumberText.area(column.text(code));
            areas[code] = numbers.computeIfAbsent(area, any -> numbers.size());
        }
        return areas;
    }

    /// Which signs a number has, as bits; two may share one.
    private static long signs(String text) {
        long bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= 1L << (Character.toLowerCase(text.charAt(i)) & 63);
        }
        return bits;
    }

    int level(int a, int b) {
        if (a == b) {
            return 1;
        }
        if (mayBeOneSlip(signs[a], signs[b])
                && NumberText.isOneSlip(column.text(a), column.text(b))) {
            return 2;
        }
        return areas.length == 0 || areas[a] == areas[b] ? 3 : 4;
    }

    private static boolean mayBeOneSlip(long a, long b) {
        long onlyA = a & ~b;
        long onlyB = b & ~a;
        return (onlyA & (onlyA - 1)) == 0 && (onlyB & (onlyB - 1)) == 0;
    }
}
