package org.nostos.web.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nostos.names.Names;
import org.nostos.names.Script;

/// What was typed into a filter, ready to be held against rows: every word must stand in the row,
/// whatever its case and accents, or sound like a word of the row that is written in another script.
final class Matching {

    private static final int SHORTEST_TO_HEAR = 3;

    private record Word(String folded, Script script, Set<String> keys) {}

    private final List<Word> words = new ArrayList<>();

    Matching(String typed) {
        for (String part : typed.strip().split("\\s+")) {
            String folded = Names.fold(part);
            if (!folded.isEmpty()) {
                words.add(
                        new Word(
                                folded,
                                Script.of(part),
                                folded.length() < SHORTEST_TO_HEAR
                                        ? Set.of()
                                        : Set.copyOf(Names.sounds(part))));
            }
        }
    }

    boolean fits(String text) {
        if (words.isEmpty()) {
            return true;
        }
        String folded = Names.fold(text);
        return words.stream().allMatch(word -> folded.contains(word.folded()) || heard(word, text));
    }

    private static boolean heard(Word word, String text) {
        if (word.keys().isEmpty()) {
            return false;
        }
        for (String part : text.split("[\\s,;/()]+")) {
            if (!part.isEmpty() && Script.of(part) != word.script()) {
                Set<String> keys = new HashSet<>(Names.sounds(part));
                keys.retainAll(word.keys());
                if (!keys.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
