package org.nostos.figures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Phrases of one or more words, each with what it means. The longest that fits is found.
final class Phrases<T> {

    /// A phrase that was found, from token `from` up to but without `to`.
    record Hit<T>(int from, int to, T meaning) {}

    private record Phrase<T>(String[] words, T meaning) {}

    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();
    private final Map<String, List<Phrase<T>>> byLast = new HashMap<>();

    void add(String phrase, T meaning) {
        String[] words = phrase.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = Tokenizer.folded(words[i]);
        }
        put(words, meaning);
        if (Arabic.isArabic(words[0])) {
            String[] joined = words.clone();
            joined[0] = "و" + joined[0];
            put(joined, meaning);
        }
    }

    private void put(String[] words, T meaning) {
        put(byFirst, words[0], new Phrase<>(words, meaning));
        put(byLast, words[words.length - 1], new Phrase<>(words, meaning));
    }

    private static <T> void put(Map<String, List<Phrase<T>>> map, String key, Phrase<T> phrase) {
        List<Phrase<T>> all = map.computeIfAbsent(key, _ -> new ArrayList<>());
        all.add(phrase);
        all.sort(Comparator.comparingInt(p -> -p.words.length));
    }

    @Nullable Hit<T> at(List<Token> tokens, int from, int limit) {
        if (from >= limit) {
            return null;
        }
        for (Phrase<T> phrase : byFirst.getOrDefault(tokens.get(from).word(), List.of())) {
            int to = from + phrase.words.length;
            if (to <= limit && fits(phrase.words, tokens, from)) {
                return new Hit<>(from, to, phrase.meaning);
            }
        }
        return null;
    }

    @Nullable Hit<T> endingAt(List<Token> tokens, int to, int limit) {
        if (to <= limit) {
            return null;
        }
        for (Phrase<T> phrase : byLast.getOrDefault(tokens.get(to - 1).word(), List.of())) {
            int from = to - phrase.words.length;
            if (from >= limit && fits(phrase.words, tokens, from)) {
                return new Hit<>(from, to, phrase.meaning);
            }
        }
        return null;
    }

    private static boolean fits(String[] words, List<Token> tokens, int from) {
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(from + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }
}
