package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nostos.names.NameWord;
import org.nostos.names.Names;
import org.nostos.names.WordComparer;

/// The words of an index, found by spelling or by a skeleton within one consonant of theirs, each with
/// the rows that have it.
///
/// A word is filed under its keys and under every key with one letter left out; so is what is looked
/// for. Words that differ by a consonant missing, added or changed meet there.
final class Vocabulary {
    private static final int SHORTEST_TO_SHORTEN = 3;

    private final WordComparer comparer = new WordComparer();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, IntList> byKey = new HashMap<>();
    private final List<IntList> rows = new ArrayList<>();

    /// A word of the vocabulary that is like the one looked for.
    record Like(int word, double similarity) {}

    /// Files a row under a word.
    void add(NameWord word, int row) {
        Integer known = numbers.get(word.folded());
        int number = known == null ? added(word) : known;
        IntList filed = rows.get(number);
        if (!filed.endsWith(row)) {
            filed.add(row);
        }
    }

    private int added(NameWord word) {
        int number = comparer.add(word);
        numbers.put(word.folded(), number);
        rows.add(new IntList());
        for (String key : keys(word)) {
            byKey.computeIfAbsent(key, any -> new IntList()).add(number);
        }
        return number;
    }

    private static Set<String> keys(NameWord word) {
        Set<String> keys = new HashSet<>();
        for (String key : Names.keys(word.folded())) {
            keys.add(key);
            for (int i = 0;
                    !key.startsWith("~") && key.length() >= SHORTEST_TO_SHORTEN && i < key.length();
                    i++) {
                keys.add(key.substring(0, i) + key.substring(i + 1));
            }
        }
        return keys;
    }

    /// The words at least so like, in no order.
    List<Like> like(NameWord word, double atLeast) {
        WordComparer asked = new WordComparer();
        asked.add(word);
        Set<Integer> met = new HashSet<>();
        List<Like> found = new ArrayList<>();
        for (String key : keys(word)) {
            IntList filed = byKey.get(key);
            for (int i = 0; filed != null && i < filed.size(); i++) {
                int number = filed.get(i);
                if (met.add(number)) {
                    double similarity = asked.similarity(0, comparer, number);
                    if (similarity >= atLeast) {
                        found.add(new Like(number, similarity));
                    }
                }
            }
        }
        return found;
    }

    IntList rows(int word) {
        return rows.get(word);
    }
}
