package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nostos.names.WordComparer;

/// The phrases of a lexicon that is complete, as arrays by number, for the inner loop.
///
/// Their order is that of what is written, so that records in another order make no difference.
final class Phrases {
    private static final long SEVERAL_WORDS = 1L << 63;
    private static final int SCRIPT = 56;
    private static final long SCRIPTS = 127L << SCRIPT;
    private static final int FIRST_LETTER = 40;
    private static final int LENGTH = 32;
    private static final int MOST_LENGTH = 255;

    private final Lexicon lexicon;
    private final int[][] words;
    private final int[] order;
    private final long[] traits;
    private final int[][] sounds;

    Phrases(Lexicon lexicon) {
        this.lexicon = lexicon;
        int size = lexicon.phraseCount();
        words = new int[size][];
        order = new int[size];
        traits = new long[2 * size];
        sounds = new int[size][];
        for (int phrase = 0; phrase < size; phrase++) {
            words[phrase] = lexicon.wordsOf(phrase);
            traits[2 * phrase] = traits(words[phrase]);
            sounds[phrase] =
                    Arrays.stream(words[phrase])
                            .flatMap(word -> Arrays.stream(lexicon.sounds(word)))
                            .toArray();
            for (int sound : sounds[phrase]) {
                traits[2 * phrase + 1] |= Lexicon.bit(sound);
            }
        }
        rank();
    }

    /// What tells most phrases apart, in one number: whether there are more words than one, the script of
    /// the first, its first letter, its length and the bits of its sounds. A word too long for it is
    /// taken for several, which are told apart by reading them.
    private long traits(int... words) {
        WordComparer comparer = lexicon.comparer();
        int length = Math.min(MOST_LENGTH, comparer.length(words[0]));
        return (words.length > 1 || length == MOST_LENGTH ? SEVERAL_WORDS : 0)
                | (long) lexicon.script(words[0]).ordinal() << SCRIPT
                | (long) lexicon.folded(words[0]).charAt(0) << FIRST_LETTER
                | (long) length << LENGTH
                | comparer.soundBits(words[0]) & 0xFFFFFFFFL;
    }

    private void rank() {
        String[] written = new String[words.length];
        for (int phrase = 0; phrase < written.length; phrase++) {
            StringBuilder text = new StringBuilder();
            Arrays.stream(words[phrase])
                    .forEach(word -> text.append(lexicon.folded(word)).append(' '));
            written[phrase] = text.toString();
        }
        int[] sorted =
                IntStream.range(0, written.length)
                        .boxed()
                        .sorted(Comparator.comparing(phrase -> written[phrase]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int place = 0; place < sorted.length; place++) {
            order[sorted[place]] = place;
        }
    }

    int[] words(int phrase) {
        return words[phrase];
    }

    boolean isBefore(int left, int right) {
        return order[left] < order[right];
    }

    /// Whether one pair of phrases stands before another, whichever way round each is.
    boolean isBefore(int left, int right, int otherLeft, int otherRight) {
        int one = Math.min(order[left], order[right]);
        int other = Math.min(order[otherLeft], order[otherRight]);
        return one < other
                || (one == other
                        && Math.max(order[left], order[right])
                                < Math.max(order[otherLeft], order[otherRight]));
    }

    /// Whether two phrases of one word each are surely neither alike nor one a short form of the other.
    boolean areUnlike(int left, int right) {
        long one = traits[2 * left];
        long other = traits[2 * right];
        if ((one | other) < 0) {
            return false;
        }
        int a = (int) one;
        int b = (int) other;
        return (a & ~b) != 0
                && (b & ~a) != 0
                && !WordComparer.mayBeAlike(a, b, Math.max(length(one), length(other)));
    }

    private static int length(long traits) {
        return (int) (traits >>> LENGTH) & MOST_LENGTH;
    }

    boolean areOfOneScript(int left, int right) {
        return ((traits[2 * left] ^ traits[2 * right]) & SCRIPTS) == 0;
    }

    boolean haveOneFirstLetter(int left, int right) {
        return (char) (traits[2 * left] >>> FIRST_LETTER)
                == (char) (traits[2 * right] >>> FIRST_LETTER);
    }

    /// The sounds of a phrase, each one of 64 bits.
    long sounds(int phrase) {
        return traits[2 * phrase + 1];
    }

    /// Whether a word of the one has a sound of a word of the other.
    boolean shareSound(int left, int right) {
        if ((sounds(left) & sounds(right)) == 0) {
            return false;
        }
        for (int one : sounds[left]) {
            for (int other : sounds[right]) {
                if (one == other) {
                    return true;
                }
            }
        }
        return false;
    }
}
