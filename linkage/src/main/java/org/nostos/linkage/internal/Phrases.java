package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nostos.names.Script;
import org.nostos.names.WordComparer;

/// The phrases of a lexicon that is complete, as arrays by number, for the inner loop.
///
/// Their order is that of what is written, so that records in another order make no difference.
final class Phrases {
    private final Lexicon lexicon;
    private final int[][] words;
    private final int[] order;
    private final int[] bits;
    private final int[] lengths;
    private final Script[] scripts;
    private final long[] sounds;

    Phrases(Lexicon lexicon) {
        this.lexicon = lexicon;
        int size = lexicon.phraseCount();
        words = new int[size][];
        order = new int[size];
        bits = new int[size];
        lengths = new int[size];
        scripts = new Script[size];
        sounds = new long[size];
        WordComparer comparer = lexicon.comparer();
        for (int phrase = 0; phrase < size; phrase++) {
            words[phrase] = lexicon.wordsOf(phrase);
            scripts[phrase] = lexicon.script(words[phrase][0]);
            bits[phrase] = comparer.soundBits(words[phrase][0]);
            lengths[phrase] = comparer.length(words[phrase][0]);
            for (int word : words[phrase]) {
                for (int sound : lexicon.sounds(word)) {
                    sounds[phrase] |= Lexicon.bit(sound);
                }
            }
        }
        rank();
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
        if (words[left].length > 1 || words[right].length > 1) {
            return false;
        }
        int a = bits[left];
        int b = bits[right];
        return (a & ~b) != 0
                && (b & ~a) != 0
                && !WordComparer.mayBeAlike(a, b, Math.max(lengths[left], lengths[right]));
    }

    boolean areOfOneScript(int left, int right) {
        return scripts[left] == scripts[right];
    }

    /// The sounds of a phrase, each one of 64 bits.
    long sounds(int phrase) {
        return sounds[phrase];
    }
}
