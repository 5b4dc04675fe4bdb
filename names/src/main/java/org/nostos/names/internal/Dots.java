package org.nostos.names.internal;

/// Arabic letters that have one shape within a word and differ in their dots.
final class Dots {
    private static final String[] SHAPES = {"btTnYp", "jhxC", "dD", "rzZ", "sS", "3G", "fqv", "kg"};
    private static final int[] SHAPE = new int[128];

    static {
        for (int shape = 0; shape < SHAPES.length; shape++) {
            for (int i = 0; i < SHAPES[shape].length(); i++) {
                char code = SHAPES[shape].charAt(i);
                SHAPE[code] = shape + 1;
            }
        }
    }

    private Dots() {}

    static boolean sameShape(char left, char right) {
        return SHAPE[left] != 0 && SHAPE[left] == SHAPE[right];
    }
}
