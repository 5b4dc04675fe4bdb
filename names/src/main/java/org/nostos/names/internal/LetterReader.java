package org.nostos.names.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nostos.names.LetterStep;
import org.nostos.names.LetterStep.Kind;
import org.nostos.names.LetterStep.Reason;
import org.nostos.names.Script;

/// Walks the cheapest reading of one word as another back to its steps.
final class LetterReader {
    private final String leftText;
    private final String rightText;
    private final Sounds left;
    private final Sounds right;
    private final boolean leftArabic;
    private final boolean rightArabic;
    private final LetterCosts costs;

    private LetterReader(String leftText, String rightText) {
        this.leftText = leftText;
        this.rightText = rightText;
        left = SoundReader.read(leftText);
        right = SoundReader.read(rightText);
        leftArabic = Script.of(leftText) == Script.ARABIC;
        rightArabic = Script.of(rightText) == Script.ARABIC;
        costs = new LetterCosts(leftText, rightText, left, right, leftArabic, rightArabic);
    }

    static List<LetterStep> read(String leftText, String rightText) {
        return new LetterReader(leftText, rightText).steps();
    }

    private List<LetterStep> steps() {
        List<LetterStep> steps = new ArrayList<>();
        int i = left.length();
        int j = right.length();
        while (i > 0 || j > 0) {
            float here = costs.at(i, j);
            if (i > 0 && j > 0 && near(here, costs.at(i - 1, j - 1) + costs.pair(i - 1, j - 1))) {
                steps.add(pair(--i, --j));
            } else if (isSwap(i, j, here)) {
                i -= 2;
                j -= 2;
                steps.add(swap(i, j));
            } else if (i > 0 && near(here, costs.at(i - 1, j) + costs.missingRight(i - 1))) {
                i--;
                steps.add(missing(left, i, text(left, leftText, i)));
            } else {
                j--;
                steps.add(missing(right, j, text(right, rightText, j)).mirrored());
            }
        }
        Collections.reverse(steps);
        return steps;
    }

    private boolean isSwap(int i, int j, float here) {
        return i > 1
                && j > 1
                && costs.swapped(i - 1, j - 1)
                && near(here, costs.at(i - 2, j - 2) + costs.swapCost());
    }

    private static boolean near(float a, float b) {
        return Math.abs(a - b) < 1e-4f;
    }

    private static String text(Sounds sounds, String text, int i) {
        return text.substring(sounds.start(i), sounds.end(i));
    }

    private LetterStep swap(int i, int j) {
        String lefts = leftText.substring(left.start(i), left.end(i + 1));
        String rights = rightText.substring(right.start(j), right.end(j + 1));
        return new LetterStep(lefts, rights, Kind.DIFFERS, Reason.LETTERS_CHANGE_PLACES);
    }

    private LetterStep pair(int i, int j) {
        String a = text(left, leftText, i);
        String b = text(right, rightText, j);
        char codeA = left.code(i);
        char codeB = right.code(j);
        float cost = costs.pair(i, j);
        if (cost >= .5f) {
            boolean dots = (leftArabic || rightArabic) && Dots.sameShape(codeA, codeB);
            return new LetterStep(
                    a, b, Kind.DIFFERS, dots ? Reason.ONLY_DOTS : Reason.OTHER_LETTER);
        }
        if (Folding.fold(a).equals(Folding.fold(b))) {
            return new LetterStep(a, b, Kind.SAME, Reason.SAME_LETTER);
        }
        if (left.isDoubled(i) != right.isDoubled(j)) {
            return new LetterStep(a, b, Kind.HABIT, Reason.DOUBLED_LETTER);
        }
        if (cost == 0 && Script.of(a) != Script.of(b) && isOneSpelling(codeA, codeB, a, b)) {
            return new LetterStep(a, b, Kind.SAME, Reason.USUAL_LETTER);
        }
        return new LetterStep(a, b, Kind.HABIT, habit(codeA, codeB, cost));
    }

    /// `sh` is the one usual spelling of ش; `ou` is one of several of و.
    private static boolean isOneSpelling(char codeA, char codeB, String a, String b) {
        boolean vowel =
                Sound.isVowel(codeA)
                        || Sound.isVowel(codeB)
                        || "WY".indexOf(codeB) >= 0
                        || "WY".indexOf(codeA) >= 0;
        return !vowel || (a.length() == 1 && b.length() == 1);
    }

    private static Reason habit(char a, char b, float cost) {
        if (a == 'E' || b == 'E') {
            return Reason.CLOSING_A;
        }
        if (Sound.isThroat(a) || Sound.isThroat(b)) {
            return Reason.THROAT_NOT_WRITTEN;
        }
        if (Sound.isWeak(a) && Sound.isWeak(b) && cost > 0) {
            return Reason.OTHER_VOWEL;
        }
        return cost <= .2f ? Reason.SAME_SOUND : Reason.NEAR_SOUND;
    }

    private static LetterStep missing(Sounds sounds, int i, String text) {
        char code = sounds.code(i);
        if (code == '-') {
            return new LetterStep(text, "", Kind.HABIT, Reason.SIGN);
        }
        if (Sound.isThroat(code)) {
            return new LetterStep(text, "", Kind.HABIT, Reason.THROAT_NOT_WRITTEN);
        }
        boolean last = i == sounds.length() - 1 && i > 0;
        if (code == 'E' || (last && code == 'h' && Sound.isWeak(sounds.code(i - 1)))) {
            return new LetterStep(text, "", Kind.HABIT, Reason.CLOSING_A);
        }
        if (Sound.isVowel(code) || code == 'A') {
            return new LetterStep(text, "", Kind.HABIT, Reason.VOWEL_NOT_WRITTEN);
        }
        return new LetterStep(text, "", Kind.ABSENT, Reason.LETTER_MISSING);
    }
}
