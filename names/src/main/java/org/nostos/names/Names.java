package org.nostos.names;

import java.util.List;

/// The ways in which names are taken apart and compared. All of them are pure functions and may be
/// called from any thread.
public final class Names {
    private Names() {}

    /// The words of a name that bear weight, in their order.
    public static List<NameWord> words(String name) {
        return org.nostos.names.internal.WordReader.read(name);
    }

    /// A spelling in which case, accents, vowel signs and the interchangeable letters of a script do
    /// not matter. It stays in its script.
    public static String fold(String text) {
        return org.nostos.names.internal.Folding.fold(text);
    }

    /// How alike two whole names are, from 0 to 1, whatever their scripts. The order of the words
    /// counts little; a word that only one of them has counts less than a word that differs.
    public static double similarity(String left, String right) {
        return org.nostos.names.internal.NameMatcher.similarity(left, right);
    }

    /// How alike two words are, from 0 to 1. Takes words as [#words] gives them.
    public static double similarity(NameWord left, NameWord right) {
        return org.nostos.names.internal.NameMatcher.similarity(left, right);
    }

    /// Two names read side by side, letter by letter.
    public static Alignment align(String left, String right) {
        return org.nostos.names.internal.NameMatcher.align(left, right);
    }

    /// The keys under which a word is filed: consonants in a common alphabet, the fine ones first.
    /// Two spellings of one name usually share a key, also across scripts.
    public static List<String> keys(String word) {
        return org.nostos.names.internal.Skeletons.keys(word);
    }
}
