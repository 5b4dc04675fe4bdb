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
    private static final int LENGTH = 32;
    private static final int MOST_LENGTH = (1 << 24) - 1;

    private final Lexicon lexicon;
    private final int[][] words;
    private final int[] order;
    private final long[] traits;
    private final long[] sounds;

    Phrases(Lexicon lexicon) {
        this.lexicon = lexicon;
        int size = lexicon.phraseCount();
        words = new int[size][];
        order = new int[size];
        traits = new long[size];
        sounds = new long[size];
        for (int phrase = 0; phrase < size; phrase++) {
            words[phrase] = lexicon.wordsOf(phrase);
            traits[phrase] = traits(words[phrase]);
            for (int word : words[phrase]) {
                for (int sound : lexicon.sounds(word)) {
                    sounds[phrase] |= Lexicon.bit(sound);
                }
            }
        }
        rank();
    }

    /// What tells most phrases apart, in one number: whether there are more words than one, the script of
    /// the first, its length and the bits of its sounds.
    private long traits(int... words) {
        WordComparer comparer = lexicon.comparer();
        int length = Math.min(MOST_LENGTH, comparer.length(words[0]));
        return (words.length > 1 ? SEVERAL_WORDS : 0)
                | (long) lexicon.script(words[0]).ordinal() << SCRIPT
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
        long one = traits[left];
        long other = traits[right];
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
        return ((traits[left] ^ traits[right]) & SCRIPTS) == 0;
    }

    /// The sounds of a phrase, each one of 64 bits.
    long sounds(int phrase) {
        return sounds[phrase];
    }
}
