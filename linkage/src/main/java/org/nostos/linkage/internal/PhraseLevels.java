package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.List;
import org.nostos.linkage.Evidence.Code;

/// The level at which two phrases agree, remembered for the pairs of phrases that come again.
///
/// Names are few and records many, so most questions have been asked before. The memory is a table of
/// fixed size in which a newer pair takes the place of an older one. For one thread.
final class PhraseLevels {
    private static final int SIZE = 1 << 18;
    private static final double LIKE_ONE_SOUND = .9;
    private static final double LIKE_NEAR = .74;
    private static final double WORDS_LEFT_OVER = .15;

    /// What phrases can come to, the most alike first.
    static final List<Code> CODES =
            List.of(
                    Code.SAME,
                    Code.SAME_SOUND,
                    Code.NEAR,
                    Code.SHORT_FORM,
                    Code.PART,
                    Code.DIFFERENT);

    static final int SAME = 0;
    static final int SAME_SOUND = 1;
    private static final int NEAR = 2;
    private static final int SHORT_FORM = 3;
    private static final int PART = 4;
    private static final int DIFFERENT = 5;

    /// Added when the two are in different scripts.
    static final int ACROSS = 16;

    private final Lexicon lexicon;
    private final Phrases phrases;
    private final long[] pairs = new long[SIZE];
    private final byte[] levels = new byte[SIZE];

    PhraseLevels(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
        Arrays.fill(pairs, -1);
    }

    /// The place among [#CODES], with [#ACROSS] added when the scripts differ.
    int level(int left, int right) {
        int across = phrases.areOfOneScript(left, right) ? 0 : ACROSS;
        if (left == right) {
            return SAME;
        }
        if (phrases.areUnlike(left, right)) {
            return DIFFERENT + across;
        }
        long pair = (long) Math.min(left, right) << 32 | Math.max(left, right);
        int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 46);
        if (pairs[place] != pair) {
            pairs[place] = pair;
            levels[place] =
                    (byte)
                            (phrases.isBefore(left, right)
                                    ? compute(left, right)
                                    : compute(right, left));
        }
        return levels[place] + across;
    }

    private int compute(int left, int right) {
        int[] a = phrases.words(left);
        int[] b = phrases.words(right);
        double alike = alike(a, b);
        if (alike >= LIKE_ONE_SOUND) {
            return SAME_SOUND;
        }
        if (alike >= LIKE_NEAR) {
            return NEAR;
        }
        if (isShortForm(a, b)) {
            return SHORT_FORM;
        }
        return sharesWord(a, b) ? PART : DIFFERENT;
    }

    private double alike(int[] a, int[] b) {
        boolean leftFewer = a.length <= b.length;
        int[] fewer = leftFewer ? a : b;
        int[] more = leftFewer ? b : a;
        if (fewer.length == 1 && more.length == 1) {
            return lexicon.similarity(fewer[0], more[0]);
        }
        double sum = 0;
        double least = 1;
        for (int word : fewer) {
            double best = 0;
            for (int other : more) {
                best = Math.max(best, lexicon.similarity(word, other));
            }
            sum += best;
            least = Math.min(least, best);
        }
        double whole = written(a, b);
        double alike =
                least < .5
                        ? 0
                        : sum / fewer.length - (fewer.length < more.length ? WORDS_LEFT_OVER : 0);
        return Math.max(whole, alike);
    }

    /// Words that one side writes together and the other apart: `Maryanne` and `Mary Anne`.
    private double written(int[] a, int[] b) {
        return together(a).equals(together(b)) ? 1 : 0;
    }

    private String together(int[] words) {
        StringBuilder text = new StringBuilder();
        for (int word : words) {
            text.append(lexicon.folded(word));
        }
        return text.toString();
    }

    private boolean isShortForm(int[] a, int[] b) {
        String left = lexicon.folded(a[0]);
        String right = lexicon.folded(b[0]);
        String shorter = left.length() <= right.length() ? left : right;
        String longer = shorter.equals(left) ? right : left;
        return (shorter.length() == 1 || shorter.length() >= 3) && longer.startsWith(shorter);
    }

    private boolean sharesWord(int[] a, int[] b) {
        if (a.length == 1 && b.length == 1) {
            return false;
        }
        for (int word : a) {
            for (int other : b) {
                if (word == other || lexicon.similarity(word, other) >= LIKE_ONE_SOUND) {
                    return true;
                }
            }
        }
        return false;
    }
}
