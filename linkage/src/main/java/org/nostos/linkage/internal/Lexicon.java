package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nostos.names.NameWord;
import org.nostos.names.Names;
import org.nostos.names.Script;
import org.nostos.names.WordComparer;

/// Every distinct word of a table, and every distinct phrase of words, each with a number.
///
/// A word's `sounds` are the numbers of its fine keys, the usual one first; its `coarse` sound is
/// shared by words that sound alike more loosely.
final class Lexicon {
    private static final int AT_A_TIME = 1 << 14;

    private final WordComparer comparer = new WordComparer();
    private final Map<String, Integer> words = new HashMap<>();
    private final List<int[]> sounds = new ArrayList<>();
    private final List<Integer> coarse = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<Phrase, Integer> phrases = new HashMap<>();
    private final List<int[]> phraseWords = new ArrayList<>();

    /// Words in their order.
    private static final class Phrase {
        private final int[] words;

        Phrase(int[] words) {
            this.words = words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Phrase phrase && Arrays.equals(words, phrase.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    /// The words of each value of a column. The values are read by all processors, some thousands at a
    /// time, and their words numbered in their order.
    int[][] words(Column column) {
        int[][] words = new int[column.distinct()][];
        for (int from = 0; from < words.length; from += AT_A_TIME) {
            List<List<NameWord>> read =
                    IntStream.range(from, Math.min(words.length, from + AT_A_TIME))
                            .parallel()
                            .mapToObj(code -> Names.words(column.text(code)))
                            .toList();
            for (int i = 0; i < read.size(); i++) {
                words[from + i] = read.get(i).stream().mapToInt(this::word).toArray();
            }
        }
        return words;
    }

    int word(NameWord word) {
        Integer known = words.get(word.folded());
        return known == null ? added(word) : known;
    }

    private int added(NameWord word) {
        int number = comparer.add(word);
        words.put(word.folded(), number);
        List<String> all = Names.sounds(word.folded());
        List<Integer> fine = new ArrayList<>();
        int near = -1;
        for (String key : all) {
            int code = keys.computeIfAbsent(key, any -> keys.size());
            if (key.startsWith("~")) {
                near = code;
            } else {
                fine.add(code);
            }
        }
        sounds.add(fine.stream().mapToInt(Integer::intValue).toArray());
        coarse.add(near);
        return number;
    }

    int phrase(int... words) {
        Phrase phrase = new Phrase(words);
        Integer known = phrases.get(phrase);
        if (known != null) {
            return known;
        }
        phrases.put(phrase, phraseWords.size());
        phraseWords.add(words);
        return phraseWords.size() - 1;
    }

    /// For each value of a column its phrase, or -1 for a value without a word.
    int[] phrasesOf(Column column) {
        return Arrays.stream(words(column))
                .mapToInt(words -> words.length == 0 ? -1 : phrase(words))
                .toArray();
    }

    /// Gives every phrase another number; no phrase is looked for or added after that.
    void renumber(int[] to) {
        List<int[]> before = List.copyOf(phraseWords);
        for (int phrase = 0; phrase < to.length; phrase++) {
            phraseWords.set(to[phrase], before.get(phrase));
        }
        phrases.clear();
    }

    int[] wordsOf(int phrase) {
        return phraseWords.get(phrase);
    }

    /// The number of a sound as one of 64 bits.
    static long bit(int sound) {
        return 1L << ((sound * 0x9E3779B9) >>> 26);
    }

    int[] sounds(int word) {
        return sounds.get(word);
    }

    /// The usual fine sound of a word, or -1 for a word without letters.
    int sound(int word) {
        int[] all = sounds.get(word);
        return all.length == 0 ? -1 : all[0];
    }

    int coarse(int word) {
        return coarse.get(word);
    }

    Script script(int word) {
        return comparer.word(word).script();
    }

    String folded(int word) {
        return comparer.word(word).folded();
    }

    double similarity(int left, int right) {
        return left == right ? 1 : comparer.similarity(left, right);
    }

    /// What is below `atLeast` may come out as anything below it.
    double similarity(int left, int right, double atLeast) {
        return left == right ? 1 : comparer.similarity(left, right, atLeast);
    }

    int wordCount() {
        return comparer.size();
    }

    WordComparer comparer() {
        return comparer;
    }

    int phraseCount() {
        return phraseWords.size();
    }

    int soundCount() {
        return keys.size();
    }
}
