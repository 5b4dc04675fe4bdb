package org.nostos.names.internal;

import java.util.Arrays;

/// The sounds of a word in the order of its letters, each with the span of text that writes it.
///
/// A sound is a character of [Sound]. `doubled` marks a letter that is written twice.
record Sounds(char[] codes, int[] starts, int[] ends, boolean[] doubled) {

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

        char last() {
            return count == 0 ? 0 : codes[count - 1];
        }

        private void grow() {
            codes = Arrays.copyOf(codes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            doubled = Arrays.copyOf(doubled, count * 2);
        }

        Sounds done() {
            return new Sounds(
                    Arrays.copyOf(codes, count),
                    Arrays.copyOf(starts, count),
                    Arrays.copyOf(ends, count),
                    Arrays.copyOf(doubled, count));
        }
    }
}
