package org.nostos.linkage.internal;

/// Expectation and maximisation over counts of patterns (Dempster, Laird and Rubin 1977; Winkler 1988
/// for record linkage).
///
/// What is known beforehand is `u`, from pairs taken at random out of all pairs. What is looked for is
/// `m` and how many pairs are matches. The patterns are those of candidate pairs alone; every other
/// pair is taken to be no match. So the prior of the iteration is the share of matches among *all*
/// pairs: a candidate that agrees only on what made it a candidate gets no more than its due.
final class Expectation {
    private static final Facet[] FACETS = Facet.values();
    private static final int MOST_ROUNDS = 60;
    private static final double SETTLED = 1e-5;

    /// How many pairs of belief stand behind the assumed levels.
    private static final double BELIEF = 8;

    private final long[] patterns;
    private final double[] counts;
    private final double allPairs;
    private final double[][] u;
    private final double[][] assumed;
    private double[][] m;
    private double prior;

    /// @param allPairs the pairs from which the candidates were chosen, in the measure of the counts
    Expectation(
            Patterns patterns, double allPairs, double[][] u, double[][] assumed, double prior) {
        this.patterns = patterns.sorted();
        this.counts = new double[this.patterns.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = patterns.count(this.patterns[i]);
        }
        this.allPairs = Math.max(1, allPairs);
        this.u = u;
        this.assumed = assumed;
        this.m = assumed;
        this.prior = prior;
    }

    void run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (step() < SETTLED) {
                return;
            }
        }
    }

    /// One round; how far the prior and the levels moved, at most.
    private double step() {
        double[][] weights = logWeights();
        double[][] seen = new double[FACETS.length][];
        for (Facet facet : FACETS) {
            seen[facet.number()] = new double[facet.levelCount() + 1];
        }
        double start = Weights.weight(prior);
        double matches = 0;
        for (int i = 0; i < patterns.length; i++) {
            double weight = start + Patterns.adjustment(patterns[i]);
            for (int f = 0; f < FACETS.length; f++) {
                weight += weights[f][Patterns.level(patterns[i], f)];
            }
            double belief = counts[i] * Weights.probability(weight);
            matches += belief;
            for (int f = 0; f < FACETS.length; f++) {
                seen[f][Patterns.level(patterns[i], f)] += belief;
            }
        }
        double moved = Math.abs(Math.log(Math.max(matches, 1e-9) / allPairs / prior));
        prior = Math.clamp(matches / allPairs, .1 / (allPairs + 1), .5);
        return Math.max(moved, learn(seen));
    }

    private double[][] logWeights() {
        double[][] weights = new double[FACETS.length][];
        for (int f = 0; f < FACETS.length; f++) {
            weights[f] = new double[u[f].length];
            for (int level = 1; level < u[f].length; level++) {
                weights[f][level] = Weights.log2(m[f][level] / u[f][level]);
            }
        }
        return weights;
    }

    private double learn(double[][] seen) {
        double[][] learnt = new double[FACETS.length][];
        double moved = 0;
        for (Facet facet : FACETS) {
            int f = facet.number();
            learnt[f] = shares(facet, seen[f], assumed[f], BELIEF);
            for (int level = 1; level < learnt[f].length; level++) {
                moved = Math.max(moved, Math.abs(learnt[f][level] - m[f][level]));
            }
        }
        m = learnt;
        return moved;
    }

    /// The share of each level among those of its scripts, leaning on what is assumed where little was
    /// seen.
    static double[] shares(Facet facet, double[] seen, double[] assumed, double belief) {
        double[] shares = new double[seen.length];
        int size = facet.kind().levels().size();
        for (int from = 1; from < seen.length; from += size) {
            double all = belief;
            for (int level = from; level < from + size; level++) {
                all += seen[level];
            }
            for (int level = from; level < from + size; level++) {
                shares[level] = (seen[level] + belief * assumed[level]) / all;
            }
        }
        return shares;
    }

    double prior() {
        return prior;
    }

    double[][] m() {
        return m;
    }
}
