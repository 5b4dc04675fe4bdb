package org.nostos.linkage.internal;

/// Weights are logarithms of odds to the base 2.
public final class Weights {
    private static final double LN2 = Math.log(2);

    private Weights() {}

    public static double log2(double value) {
        return Math.log(value) / LN2;
    }

    public static double probability(double weight) {
        if (weight > 0) {
            return 1 / (1 + Math.pow(2, -weight));
        }
        double odds = Math.pow(2, weight);
        return odds / (1 + odds);
    }

    /// The weight of a probability, infinite at 0 and 1.
    public static double weight(double probability) {
        return log2(probability / (1 - probability));
    }
}
