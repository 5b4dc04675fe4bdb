package org.nostos.names.internal;

/// The distance of [LetterCosts] alone: three rows in place of a table, and an end as soon as it is
/// sure to be above a limit (Ukkonen 1985). The inner loop of every comparison of names.
final class SoundDistance {
    private SoundDistance() {}

    /// The distance, or some number above the limit if it is above the limit.
    ///
    /// Two steps of one row may add up to less than a swap that skips a row, so the search ends when
    /// two rows together are above the limit.
    static float of(ReadWord left, ReadWord right, float limit) {
        char[] a = left.codes();
        char[] b = right.codes();
        float[] missingRight = left.missing(right);
        float[] missingLeft = right.missing(left);
        boolean arabic = left.isArabic() || right.isArabic();
        float[] costs = Sound.costs(arabic);
        int width = b.length + 1;
        float[] before = new float[width];
        float[] row = new float[width];
        float[] next = new float[width];
        for (int j = 1; j < width; j++) {
            row[j] = row[j - 1] + missingLeft[j - 1];
        }
        float leastBefore = 0;
        for (int i = 1; i <= a.length; i++) {
            char code = a[i - 1];
            float missing = missingRight[i - 1];
            float diagonal = row[0];
            float beside = diagonal + missing;
            next[0] = beside;
            float least = beside;
            for (int j = 1; j < width; j++) {
                char other = b[j - 1];
                float pair =
                        i + j == 2 || (code == '?' && other == '?')
                                ? pair(left, i - 1, right, j - 1, i + j == 2, arabic)
                                : costs[Sound.place(code, other)];
                float above = row[j];
                float best = less(diagonal + pair, above + missing);
                best = less(best, beside + missingLeft[j - 1]);
                if (code != other
                        && i > 1
                        && j > 1
                        && code == b[j - 2]
                        && a[i - 2] == other
                        && code != '?') {
                    best = less(best, before[j - 2] + LetterCosts.SWAP);
                }
                next[j] = best;
                least = less(least, best);
                beside = best;
                diagonal = above;
            }
            if (least > limit && leastBefore > limit) {
                return least;
            }
            leastBefore = least;
            float[] free = before;
            before = row;
            row = next;
            next = free;
        }
        return row[width - 1];
    }

    /// No cost is below zero or without a number, so the care of [Math#min] is not needed.
    private static float less(float one, float other) {
        return one < other ? one : other;
    }

    private static float pair(
            ReadWord left, int i, ReadWord right, int j, boolean first, boolean arabic) {
        char a = left.codes()[i];
        char b = right.codes()[j];
        if (a == '?' && b == '?') {
            return left.letter(i) == right.letter(j) ? 0 : 1;
        }
        return LetterCosts.pair(a, b, first, arabic);
    }
}
