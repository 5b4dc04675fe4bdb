package org.nostos.linkage.internal;

import org.nostos.linkage.Evidence.Code;
import org.nostos.names.Script;

/// The level at which two phrases agree, remembered for the pairs of phrases that come again.
///
/// Names are few and records many, so most questions have been asked before. The memory is a table of
/// fixed size in which a newer pair takes the place of an older one. For one thread.
final class PhraseLevels {
    private static final int SIZE = 1 << 18;
    private static final double SAME_SOUND = .9;
    private static final double NEAR = .74;
    private static final double WORDS_LEFT_OVER = .15;

    /// What a remembered level is when the two are in different scripts.
    static final int ACROSS = 16;

    private final Lexicon lexicon;
    private final long[] pairs = new long[SIZE];
    private final byte[] levels = new byte[SIZE];

    PhraseLevels(Lexicon lexicon) {
        this.lexicon = lexicon;
        java.util.Arrays.fill(pairs, -1);
    }

    /// The ordinal of the code: SAME, SAME_SOUND, NEAR, SHORT_FORM, PART or DIFFERENT; with [#ACROSS]
    /// added when the scripts differ.
    int level(int left, int right) {
        long pair = (long) Math.min(left, right) << 32 | Math.max(left, right);
        int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 46);
        if (pairs[place] != pair) {
            pairs[place] = pair;
            levels[place] = (byte) compute(left, right);
        }
        return levels[place];
    }

    private int compute(int left, int right) {
        int[] a = lexicon.wordsOf(left);
        int[] b = lexicon.wordsOf(right);
        int across = script(a) == script(b) ? 0 : ACROSS;
        if (left == right) {
            return Code.SAME.ordinal();
        }
        double alike = alike(a, b);
        if (alike >= SAME_SOUND) {
            return Code.SAME_SOUND.ordinal() + across;
        }
        if (alike >= NEAR) {
            return Code.NEAR.ordinal() + across;
        }
        if (isShortForm(a, b)) {
            return Code.SHORT_FORM.ordinal() + across;
        }
        return (sharesWord(a, b) ? Code.PART : Code.DIFFERENT).ordinal() + across;
    }

    private Script script(int[] words) {
        return lexicon.script(words[0]);
    }

    private double alike(int[] a, int[] b) {
        int[] fewer = a.length <= b.length ? a : b;
        int[] more = fewer == a ? b : a;
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
                if (word == other || lexicon.similarity(word, other) >= SAME_SOUND) {
                    return true;
                }
            }
        }
        return false;
    }
}
