package org.nostos.names.internal;

/// The cheapest way to read one word as another, sound by sound.
///
/// A table of distances after Wagner and Fischer, with neighbours that change places, kept for the
/// reader of letters, who walks it back. Where only the distance is asked for, [SoundDistance] works
/// the same costs out without a table.
final class LetterCosts {
    static final float SWAP = .6f;

    private final Sounds left;
    private final Sounds right;
    private final String leftText;
    private final String rightText;
    private final boolean leftArabic;
    private final boolean rightArabic;
    private final float[] costs;

    LetterCosts(
            String leftText,
            String rightText,
            Sounds left,
            Sounds right,
            boolean leftArabic,
            boolean rightArabic) {
        this.left = left;
        this.right = right;
        this.leftText = leftText;
        this.rightText = rightText;
        this.leftArabic = leftArabic;
        this.rightArabic = rightArabic;
        this.costs = new float[(left.length() + 1) * (right.length() + 1)];
        fill();
    }

    private void fill() {
        int width = right.length() + 1;
        for (int j = 1; j < width; j++) {
            costs[j] = costs[j - 1] + missingLeft(j - 1);
        }
        for (int i = 1; i <= left.length(); i++) {
            costs[i * width] = costs[(i - 1) * width] + missingRight(i - 1);
            for (int j = 1; j < width; j++) {
                float best = costs[(i - 1) * width + j - 1] + pair(i - 1, j - 1);
                best = Math.min(best, costs[(i - 1) * width + j] + missingRight(i - 1));
                best = Math.min(best, costs[i * width + j - 1] + missingLeft(j - 1));
                if (i > 1 && j > 1 && swapped(i - 1, j - 1)) {
                    best = Math.min(best, costs[(i - 2) * width + j - 2] + SWAP);
                }
                costs[i * width + j] = best;
            }
        }
    }

    float total() {
        return costs[costs.length - 1];
    }

    float at(int i, int j) {
        return costs[i * (right.length() + 1) + j];
    }

    /// What it costs that sound `i` of the left word is not in the right one.
    float missingRight(int i) {
        return missing(left, i, rightArabic);
    }

    float missingLeft(int j) {
        return missing(right, j, leftArabic);
    }

    static float missing(Sounds sounds, int i, boolean otherArabic) {
        char code = sounds.code(i);
        if (code == 'h' && i == sounds.length() - 1 && i > 0 && isA(sounds.code(i - 1))) {
            return .1f;
        }
        return Sound.missing(code, otherArabic);
    }

    private static boolean isA(char code) {
        return code == 'a' || code == 'e' || code == 'A';
    }

    float pair(int i, int j) {
        char a = left.code(i);
        char b = right.code(j);
        if (a == '?' && b == '?') {
            return leftText.charAt(left.start(i)) == rightText.charAt(right.start(j)) ? 0 : 1;
        }
        return pair(a, b, i == 0 && j == 0, leftArabic || rightArabic);
    }

    /// What it costs to take one known sound for another.
    static float pair(char a, char b, boolean first, boolean arabic) {
        float cost = Sound.costs(arabic)[Sound.place(a, b)];
        return first && cost > .05f && opensWithVowel(a, b) ? .05f : cost;
    }

    /// An alef at the head of a word carries any vowel.
    private static boolean opensWithVowel(char a, char b) {
        return (a == 'A' && Sound.isVowel(b)) || (b == 'A' && Sound.isVowel(a));
    }

    boolean swapped(int i, int j) {
        return left.code(i) == right.code(j - 1)
                && left.code(i - 1) == right.code(j)
                && left.code(i) != left.code(i - 1)
                && left.code(i) != '?';
    }

    float swapCost() {
        return SWAP;
    }
}
