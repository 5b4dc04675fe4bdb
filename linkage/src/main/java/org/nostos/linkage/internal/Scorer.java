package org.nostos.linkage.internal;

/// Weighs pairs. For one thread.
final class Scorer {
    private static final int FACETS = Facet.values().length;

    private final Comparing comparing;
    private final Frequencies frequencies;
    private final Weighing weighing;
    private final int[] levels = new int[FACETS];
    private final int[] at = new int[2 * FACETS];

    Scorer(Resolved records, Frequencies frequencies, Weighing weighing) {
        comparing = new Comparing(records);
        this.frequencies = frequencies;
        this.weighing = weighing;
    }

    /// The weight of a pair in bits, the prior included.
    double weight(int left, int right) {
        comparing.compare(left, right, levels, at);
        double weight = weighing.prior();
        for (int f = 0; f < FACETS; f++) {
            weight += part(f, left, right);
        }
        return weight;
    }

    /// What facet `f` says of the pair that was weighed last.
    double part(int f, int left, int right) {
        int level = levels[f];
        return level == 0
                ? 0
                : weighing.weight(f, level) + frequencies.adjustment(f, level, left, right, at);
    }

    /// The chance, among people who are not the same, of agreeing so well on these very values.
    double chance(int f, int left, int right) {
        double bits = frequencies.adjustment(f, levels[f], left, right, at);
        return weighing.chance(f, levels[f]) * Math.pow(2, -bits);
    }

    int level(int f) {
        return levels[f];
    }

    int leftPlace(int f) {
        return at[2 * f];
    }

    int rightPlace(int f) {
        return at[2 * f + 1];
    }
}
