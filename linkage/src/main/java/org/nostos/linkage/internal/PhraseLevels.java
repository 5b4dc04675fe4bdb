package org.nostos.linkage.internal;

import java.util.List;
import org.nostos.linkage.Evidence.Code;

/// The level at which two phrases agree, remembered for the pairs of phrases that come again.
///
/// Names are few and records many, so most questions have been asked before. The commonest phrases,
/// which have the lowest numbers, have a square of their own: all that is remembered of one of them
/// lies side by side, so the partners of a record find it in the processor's cache. The others share
/// a table of fixed size in which a newer pair takes the place of an older one.
///
/// For any number of threads: what is remembered is one byte or one long, and the same whoever wrote
/// it, so a lost write costs a second look and nothing else.
final class PhraseLevels {
    private static final int COMMON = 4096;
    private static final int SIZE = 1 << 20;
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

    /// Nothing was found yet.
    static final int NOT_KNOWN = -1;

    private final Lexicon lexicon;
    private final Phrases phrases;
    private final int common;
    private final byte[] square;
    private final long[] others;

    PhraseLevels(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
        common = Math.min(COMMON, lexicon.phraseCount());
        square = new byte[common * common];
        others = new long[lexicon.phraseCount() > common ? SIZE : 1];
    }

    /// The place among [#CODES], with [#ACROSS] added when the scripts differ.
    int level(int left, int right) {
        if (left == right) {
            return SAME;
        }
        return left < common && right < common ? ofCommon(left, right) : ofOthers(left, right);
    }

    /// The same where it was found before or can be seen at once, or [#NOT_KNOWN].
    int known(int left, int right) {
        if (left == right) {
            return SAME;
        }
        return left < common && right < common
                ? square[right * common + left] - 1
                : knownOfOthers(left, right);
    }

    private int knownOfOthers(int left, int right) {
        if (phrases.areUnlike(left, right)) {
            return DIFFERENT + across(left, right);
        }
        long pair = pair(left, right);
        long known = others[place(pair)];
        return (known & ~255L) == pair && known != 0 ? (int) (known & 255) - 1 : NOT_KNOWN;
    }

    private int ofCommon(int left, int right) {
        int place = right * common + left;
        int known = square[place];
        if (known == 0) {
            known = looked(left, right) + 1;
            square[place] = (byte) known;
        }
        return known - 1;
    }

    private int ofOthers(int left, int right) {
        int known = knownOfOthers(left, right);
        if (known == NOT_KNOWN) {
            known = looked(left, right);
            long pair = pair(left, right);
            others[place(pair)] = pair | (known + 1);
        }
        return known;
    }

    private static long pair(int left, int right) {
        return (long) Math.min(left, right) << 36 | (long) Math.max(left, right) << 8;
    }

    private int place(long pair) {
        return (int) ((pair * 0x9E3779B97F4A7C15L) >>> 44) & (others.length - 1);
    }

    private int looked(int left, int right) {
        int level =
                phrases.areUnlike(left, right)
                        ? DIFFERENT
                        : phrases.isBefore(left, right)
                                ? compute(left, right)
                                : compute(right, left);
        return level + across(left, right);
    }

    private int across(int left, int right) {
        return phrases.areOfOneScript(left, right) ? 0 : ACROSS;
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
        if (phrases.haveOneFirstLetter(left, right) && isShortForm(a, b)) {
            return SHORT_FORM;
        }
        return sharesWord(a, b) ? PART : DIFFERENT;
    }

    private double alike(int[] a, int[] b) {
        boolean leftFewer = a.length <= b.length;
        int[] fewer = leftFewer ? a : b;
        int[] more = leftFewer ? b : a;
        if (fewer.length == 1 && more.length == 1) {
            return lexicon.similarity(fewer[0], more[0], LIKE_NEAR);
        }
        double sum = 0;
        double least = 1;
        for (int word : fewer) {
            double best = 0;
            for (int other : more) {
                best = Math.max(best, lexicon.similarity(word, other, .5));
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
        return lettersIn(a) == lettersIn(b) && together(a).equals(together(b)) ? 1 : 0;
    }

    private int lettersIn(int... words) {
        int letters = 0;
        for (int word : words) {
            letters += lexicon.folded(word).length();
        }
        return letters;
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
                if (word == other
                        || lexicon.similarity(word, other, LIKE_ONE_SOUND) >= LIKE_ONE_SOUND) {
                    return true;
                }
            }
        }
        return false;
    }
}
