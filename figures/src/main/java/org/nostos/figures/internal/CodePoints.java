package org.nostos.figures.internal;

/// Where a Java character of a text stands when Unicode code points are counted.
final class CodePoints {
    private static final int STEP = 1024;

    private final String text;
    private final int[] atStep;

    CodePoints(String text) {
        this.text = text;
        this.atStep = new int[text.length() / STEP + 1];
        for (int i = 1; i < atStep.length; i++) {
            atStep[i] = atStep[i - 1] + text.codePointCount((i - 1) * STEP, i * STEP);
        }
    }

    int before(int character) {
        int step = character / STEP;
        return atStep[step] + text.codePointCount(step * STEP, character);
    }
}
