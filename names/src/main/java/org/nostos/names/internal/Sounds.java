package org.nostos.names.internal;

import java.util.Arrays;

/// The sounds of a word in the order of its letters, each with the span of text that writes it.
///
/// A sound is a character of [Sound]. `doubled` marks a letter that is written twice.
final class Sounds {
    private final char[] codes;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] doubled;

    private Sounds(Collector read) {
        codes = Arrays.copyOf(read.codes, read.count);
        starts = Arrays.copyOf(read.starts, read.count);
        ends = Arrays.copyOf(read.ends, read.count);
        doubled = Arrays.copyOf(read.doubled, read.count);
    }

    char code(int i) {
        return codes[i];
    }

    /// The codes themselves, not to be written to.
    char[] codes() {
        return codes;
    }

    /// What it costs that another word has not got them, one by one.
    float[] missing(boolean otherIsArabic) {
        float[] costs = new float[codes.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = LetterCosts.missing(this, i, otherIsArabic);
        }
        return costs;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    boolean isDoubled(int i) {
        return doubled[i];
    }

    int length() {
        return codes.length;
    }

    /// Collects sounds while a word is read.
    static final class Collector {
        private char[] codes = new char[16];
        private int[] starts = new int[16];
        private int[] ends = new int[16];
        private boolean[] doubled = new boolean[16];
        private int count;

        void add(char code, int start, int end) {
            if (count > 0
                    && Sound.doubles(code)
                    && codes[count - 1] == code
                    && !doubled[count - 1]) {
                doubled[count - 1] = true;
                ends[count - 1] = end;
                return;
            }
            if (count == codes.length) {
                grow();
            }
            codes[count] = code;
            starts[count] = start;
            ends[count] = end;
            count++;
        }

        /// Gives a sign without a sound to the letter before it.
        void extend(int end) {
            if (count > 0) {
                ends[count - 1] = end;
            }
        }

        boolean isEmpty() {
            return count == 0;
        }

        private void grow() {
            codes = Arrays.copyOf(codes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            doubled = Arrays.copyOf(doubled, count * 2);
        }

        Sounds done() {
            return new Sounds(this);
        }
    }
}
