package org.nostos.names;

import java.util.ArrayList;
import java.util.List;
import org.nostos.names.internal.ReadWord;

/// Words that are compared many times over: each is read once and known by a number from then on.
///
/// Comparing may be done by any number of threads; adding by one, while nobody compares.
public final class WordComparer {
    private final List<ReadWord> words = new ArrayList<>();

    /// Adds a word and gives its number: 0 for the first, then 1, and so on.
    public int add(NameWord word) {
        words.add(ReadWord.of(word));
        return words.size() - 1;
    }

    public int size() {
        return words.size();
    }

    public NameWord word(int number) {
        return words.get(number).word();
    }

    /// How alike two words are, as [Names#similarity(NameWord, NameWord)] says. What is surely below
    /// one half may come out as 0.
    public double similarity(int left, int right) {
        return words.get(left).similarity(words.get(right));
    }

    /// The same for one who only asks whether it is at least so much: what is below may come out as
    /// anything below.
    public double similarity(int left, int right, double atLeast) {
        return words.get(left).similarity(words.get(right), atLeast);
    }

    /// The same for a word of this comparer and a word of another.
    public double similarity(int left, WordComparer others, int right) {
        return words.get(left).similarity(others.words.get(right));
    }

    /// The near sounds of a word, one bit each, so that most words can be told apart without reading
    /// them. See [#mayBeAlike].
    public int soundBits(int number) {
        return words.get(number).soundBits();
    }

    /// How many sounds a word has.
    public int length(int number) {
        return words.get(number).length();
    }

    /// False when two words with these bits are surely not alike: their similarity is below one half.
    ///
    /// @param longer the length of the longer word
    public static boolean mayBeAlike(int leftBits, int rightBits, int longer) {
        return ReadWord.mayBeAlike(leftBits, rightBits, longer);
    }
}
