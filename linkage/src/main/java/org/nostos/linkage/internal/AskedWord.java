package org.nostos.linkage.internal;

import java.util.Arrays;

/// A word that is asked for: the rows that have it or one like it, and what having it weighs.
final class AskedWord {
    /// How often the person searched for is written exactly so, with other letters for the same sounds,
    /// nearly so; and how often the list has not this word of the name at all.
    private static final double EXACT = .62;

    private static final double SOUND = .2;
    private static final double NEAR = .08;
    static final double LACKING = Weights.log2(.1);

    private final int[] words;
    private final Rows[] lists;
    private final float[] weights;
    private final int[] next;
    private long total;

    private AskedWord(Vocabulary.Likes likes, Vocabulary vocabulary, double all) {
        words = likes.words();
        lists = new Rows[words.length];
        weights = new float[words.length];
        next = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            double similarity = likes.similarities()[i];
            lists[i] = vocabulary.rows(words[i]);
            total += lists[i].size();
            double m = similarity >= 1 ? EXACT : similarity >= .9 ? SOUND : NEAR;
            double weight =
                    Weights.log2(m / Math.min(1, total / all))
                            + 4 * Math.min(0, similarity - .9)
                            - LACKING;
            weights[i] = (float) Math.max(.1, weight);
        }
    }

    static AskedWord of(Vocabulary.Likes likes, Vocabulary vocabulary, int all) {
        return new AskedWord(likes, vocabulary, all);
    }

    /// How many rows it leads to.
    long total() {
        return total;
    }

    int lists() {
        return words.length;
    }

    int word(int list) {
        return words[list];
    }

    float weight(int list) {
        return weights[list];
    }

    /// No row gains more by this word.
    float most() {
        float most = 0;
        for (float weight : weights) {
            most = Math.max(most, weight);
        }
        return most;
    }

    void begin() {
        Arrays.fill(next, 0);
    }

    /// The rows of a list, [#at] and on, up to [#end].
    int[] rows(int list) {
        return lists[list].array();
    }

    int at(int list) {
        return next[list];
    }

    int end(int list) {
        return lists[list].size();
    }

    void advance(int list, int to) {
        next[list] = to;
    }
}
