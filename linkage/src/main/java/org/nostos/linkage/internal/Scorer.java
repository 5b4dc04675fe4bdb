package org.nostos.linkage.internal;

import java.util.Arrays;

/// Weighs pairs. For one thread.
///
/// Nothing more of a pair is compared than it takes to see that it cannot come to what is asked for; a
/// pair that may is weighed whole.
final class Scorer {
    private static final Facet[] FACETS = Facet.values();
    private static final double ROUNDING = 1e-6;

    private static final int[] ORDER = {
        Facet.BIRTH_DATE.number(),
        Facet.SEX.number(),
        Facet.GIVEN_NAME.number(),
        Facet.FAMILY_NAME.number(),
        Facet.FATHER_NAME.number(),
        Facet.BIRTH_PLACE.number(),
        Facet.MOTHER_NAME.number(),
        Facet.POSTAL_CODE.number(),
        Facet.DOCUMENT_NUMBER.number(),
        Facet.GRANDFATHER_NAME.number(),
        Facet.NATIONALITY.number(),
        Facet.OCCUPATION.number(),
        Facet.KUNYA.number(),
        Facet.OTHER_NAMES.number()
    };

    private final Comparing comparing;
    private final Frequencies frequencies;
    private final Weighing weighing;
    private final int[] levels = new int[FACETS.length];
    private final int[] at = new int[2 * FACETS.length];
    private final int[] order;
    private final Ceiling ceiling;

    Scorer(Resolved records, Frequencies frequencies, Weighing weighing) {
        comparing = new Comparing(records);
        order = Arrays.stream(ORDER).filter(records.lines()::isGiven).toArray();
        ceiling = new Ceiling(records, comparing, frequencies, weighing, order);
        this.frequencies = frequencies;
        this.weighing = weighing;
    }

    /// The weight of a pair in bits, the prior included.
    double weight(int left, int right) {
        comparing.compare(left, right, levels, at);
        double weight = weighing.prior();
        for (int f : order) {
            weight += part(f, left, right);
        }
        return weighing.knowsKin() ? againstKin(weight, left, right) : weight;
    }

    /// The weight when strangers are the only other case.
    double besideStrangers(int left, int right) {
        double weight = weighing.prior();
        for (int f : order) {
            weight += part(f, left, right);
        }
        return weight;
    }

    private double againstKin(double weight, int left, int right) {
        double kin = weighing.besideKin();
        for (int f : order) {
            if (levels[f] > 0 && FACETS[f].isOwn()) {
                kin += weighing.weightBesideKin(f, levels[f]);
                kin +=
                        Weighing.isAdjustedAmongKin(FACETS[f])
                                ? frequencies.adjustment(f, levels[f], left, right, at)
                                : 0;
            }
        }
        return Weighing.against(weight, kin);
    }

    /// Gets ready for pairs of this row, which stands on the right in all of them.
    void begin(int right) {
        ceiling.begin(right);
    }

    /// The same weight for a pair of the row that was begun; negative infinity if it is surely below
    /// what is asked for.
    double weight(int left, int right, double least) {
        double most = ceiling.of(left);
        for (int i = 0; i < ceiling.openCount() && most >= least - ROUNDING; i++) {
            int f = ceiling.open(i);
            levels[f] = comparing.level(f, left, right, at);
            most += part(f, left, right) - ceiling.ofOpen(i);
        }
        return most < least - ROUNDING ? Double.NEGATIVE_INFINITY : weight(left, right);
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

    int leftValue(int f) {
        return at[2 * f];
    }

    int rightValue(int f) {
        return at[2 * f + 1];
    }
}
