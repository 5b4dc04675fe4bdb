package org.nostos.names;

import java.util.List;
import org.nostos.names.internal.Folding;
import org.nostos.names.internal.NameMatcher;
import org.nostos.names.internal.Skeletons;
import org.nostos.names.internal.WordReader;

/// The ways in which names are taken apart and compared. All of them are pure functions and may be
/// called from any thread.
public final class Names {
    private Names() {}

    /// The words of a name that bear weight, in their order.
    public static List<NameWord> words(String name) {
        return WordReader.read(name);
    }

    /// A spelling in which case, accents, vowel signs and the interchangeable letters of a script do
    /// not matter. It stays in its script.
    public static String fold(String text) {
        return Folding.fold(text);
    }

    /// How alike two whole names are, from 0 to 1, whatever their scripts, and the same from both
    /// sides. The order of the words counts little; a word that only one of them has counts less than
    /// a word that differs.
    public static double similarity(String left, String right) {
        return NameMatcher.similarity(left, right);
    }

    /// How alike two words are, from 0 to 1. Takes words as [#words] gives them.
    public static double similarity(NameWord left, NameWord right) {
        return NameMatcher.similarity(left, right);
    }

    /// Two names read side by side, letter by letter.
    public static Alignment align(String left, String right) {
        return NameMatcher.align(left, right);
    }

    /// The keys under which a word is filed to be found across scripts. A word in Latin letters has
    /// those of the ways in which it is likely to be written in Arabic and in Cyrillic script, learnt
    /// from pairs of names; a word in one of these scripts has its own. Other scripts have their
    /// [#sounds].
    public static List<String> keys(String word) {
        return Skeletons.keys(word);
    }

    /// The consonants of a word in a common alphabet, the fine ones first, then, marked `~`, those
    /// that put near sounds together. Two spellings of one name usually share one, in all three
    /// scripts.
    public static List<String> sounds(String word) {
        return Skeletons.sounds(word);
    }
}
