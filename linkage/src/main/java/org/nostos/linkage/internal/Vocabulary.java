package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nostos.names.NameWord;
import org.nostos.names.Names;
import org.nostos.names.WordComparer;

/// The words of an index, found by spelling, by how they begin, or by a skeleton within one consonant
/// of theirs, each with the rows that have it.
///
/// A word is filed under its keys and under every key with one letter left out; so is what is looked
/// for. Words that differ by a consonant missing, added or changed meet there.
final class Vocabulary {
    private static final int SHORTEST_TO_SHORTEN = 3;
    private static final char AFTER_ALL = '\uffff';

    /// A beginning leads to no more words than these, the commonest.
    private static final int MOST_BEGINNING = 500;

    private static final double BEGINS_ALIKE = .9;
    private static final double BEGINS_BY_SOUND = .8;

    private final WordComparer comparer = new WordComparer();
    private final NavigableMap<String, Integer> numbers = new TreeMap<>();
    private final NavigableMap<String, IntList> bySkeleton = new TreeMap<>();
    private final Map<String, IntList> byKey = new HashMap<>();
    private final List<Rows> rows = new ArrayList<>();
    private final List<@Nullable Likes> known = new ArrayList<>();

    /// Words of the vocabulary that are like one, the most like first. `seen` is how many words there
    /// were when it was found out.
    record Likes(int seen, int[] words, double[] similarities) {
        static Likes of(int seen, Map<Integer, Double> found) {
            List<Map.Entry<Integer, Double>> sorted = new ArrayList<>(found.entrySet());
            sorted.sort(
                    Map.Entry.<Integer, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()));
            return new Likes(
                    seen,
                    sorted.stream().mapToInt(Map.Entry::getKey).toArray(),
                    sorted.stream().mapToDouble(Map.Entry::getValue).toArray());
        }
    }

    int size() {
        return rows.size();
    }

    NameWord word(int number) {
        return comparer.word(number);
    }

    Rows rows(int word) {
        return rows.get(word);
    }

    /// The number of a word; a new one if it was not known.
    int number(NameWord word) {
        Integer number = numbers.get(word.folded());
        return number == null ? added(word) : number;
    }

    private int added(NameWord word) {
        int number = comparer.add(word);
        numbers.put(word.folded(), number);
        rows.add(new Rows());
        known.add(null);
        for (String key : Names.sounds(word.folded())) {
            if (!key.startsWith("~")) {
                bySkeleton.computeIfAbsent(key, any -> new IntList()).add(number);
            }
        }
        for (String key : keys(word)) {
            byKey.computeIfAbsent(key, any -> new IntList()).add(number);
        }
        return number;
    }

    private static Set<String> keys(NameWord word) {
        Set<String> keys = new HashSet<>();
        for (String key : Names.sounds(word.folded())) {
            keys.add(key);
            for (int i = 0;
                    !key.startsWith("~") && key.length() >= SHORTEST_TO_SHORTEN && i < key.length();
                    i++) {
                keys.add(key.substring(0, i) + key.substring(i + 1));
            }
        }
        return keys;
    }

    /// The words at least so like. What is found for a word of the vocabulary is kept until there are
    /// more words.
    Likes like(NameWord word, double atLeast) {
        Integer number = numbers.get(word.folded());
        Likes kept = number == null ? null : known.get(number);
        if (kept != null && kept.seen == rows.size()) {
            return kept;
        }
        Likes found = Likes.of(rows.size(), compared(word, atLeast));
        if (number != null) {
            known.set(number, found);
        }
        return found;
    }

    private Map<Integer, Double> compared(NameWord word, double atLeast) {
        WordComparer asked = new WordComparer();
        asked.add(word);
        Set<Integer> met = new HashSet<>();
        Map<Integer, Double> found = new HashMap<>();
        for (String key : keys(word)) {
            IntList filed = byKey.get(key);
            for (int i = 0; filed != null && i < filed.size(); i++) {
                int number = filed.get(i);
                if (rows.get(number).size() > 0 && met.add(number)) {
                    double similarity = asked.similarity(0, comparer, number);
                    if (similarity >= atLeast) {
                        found.put(number, similarity);
                    }
                }
            }
        }
        return found;
    }

    /// The words like this one, and those that may become it when more is typed: that begin with its
    /// letters, or with its consonants in another script.
    Likes beginning(NameWord word, double atLeast) {
        Map<Integer, Double> found = new HashMap<>();
        Likes like = like(word, atLeast);
        for (int i = 0; i < like.words.length; i++) {
            found.put(like.words[i], like.similarities[i]);
        }
        String start = word.folded();
        numbers.subMap(start, true, start + AFTER_ALL, false)
                .values()
                .forEach(number -> begins(number, start, BEGINS_ALIKE, found));
        for (String key : Names.sounds(start)) {
            if (!key.isEmpty() && !key.startsWith("~")) {
                bySkeleton
                        .subMap(key, true, key + AFTER_ALL, false)
                        .values()
                        .forEach(numbers -> {
                            for (int i = 0; i < numbers.size(); i++) {
                                begins(numbers.get(i), start, BEGINS_BY_SOUND, found);
                            }
                        });
            }
        }
        return Likes.of(rows.size(), commonest(found));
    }

    private void begins(int number, String start, double base, Map<Integer, Double> found) {
        if (rows.get(number).size() > 0) {
            double share =
                    (double) start.length()
                            / Math.max(start.length(), word(number).folded().length());
            found.merge(number, base + .09 * share, Math::max);
        }
    }

    private Map<Integer, Double> commonest(Map<Integer, Double> found) {
        if (found.size() <= MOST_BEGINNING) {
            return found;
        }
        int[] sizes = found.keySet().stream().mapToInt(word -> rows.get(word).size()).toArray();
        Arrays.sort(sizes);
        int least = sizes[sizes.length - MOST_BEGINNING];
        Map<Integer, Double> kept = new HashMap<>(found);
        kept.keySet().removeIf(word -> rows.get(word).size() < least);
        return kept;
    }
}
