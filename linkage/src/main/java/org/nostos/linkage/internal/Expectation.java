package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.nostos.linkage.Evidence.Code;

/// Expectation and maximisation over counts of patterns (Dempster, Laird and Rubin 1977; Winkler 1988
/// for record linkage).
///
/// What is known beforehand is `u`, from pairs taken at random out of all pairs. What is looked for is
/// `m` and how many pairs are matches. The patterns are those of candidate pairs alone; every other
/// pair is taken to be no match. So the prior of the iteration is the share of matches among *all*
/// pairs: a candidate that agrees only on what made it a candidate gets no more than its due.
///
/// A pair may also be of two people of one household. They agree on what is shared as one person's
/// records do, and on what is a person's own hardly more than strangers. The case has its own prior,
/// and its own chances for what is a person's own; lists without families come to a prior near 0.
final class Expectation {
    private static final Facet[] FACETS = Facet.values();
    private static final boolean[] OWN = new boolean[FACETS.length];

    static {
        for (Facet facet : FACETS) {
            OWN[facet.number()] = facet.isOwn();
        }
    }

    private static final int MOST_ROUNDS = 60;
    private static final double SETTLED = 1e-5;

    /// How many pairs of belief stand behind the assumed levels.
    private static final double BELIEF = 8;

    /// The same for two people of one household: strangers, until much is seen.
    private static final double BELIEF_IN_KIN = 40;

    /// Household pairs, as a share of matches, below which there are none to speak of.
    private static final double FEW_KIN = .02;

    /// Two of a household are born on one day at most so often for each time that one person's records
    /// agree on it.
    private static final double MOST_TWINS = .25;

    private static final Set<Code> DAYS_ALIKE =
            Set.of(Code.SAME, Code.DATE_WITHIN, Code.DAY_MONTH_SWAPPED, Code.DATE_ONE_PART);

    private final long[] patterns;
    private final double[] counts;
    private final byte[][] known;
    private final double allPairs;
    private final double[][] u;
    private final double[][] assumed;
    private final double[][] assumedOfKin;
    private double[][] m;
    private double[][] kin;
    private double prior;
    private double kinPrior;

    /// @param allPairs the pairs from which the candidates were chosen, in the measure of the counts
    Expectation(
            Patterns patterns,
            double allPairs,
            double[][] u,
            double[][] assumed,
            double[][] assumedOfKin,
            double prior) {
        this.patterns = patterns.sorted();
        this.counts = new double[this.patterns.length];
        this.known = new byte[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = patterns.count(this.patterns[i]);
            known[i] = known(this.patterns[i]);
        }
        this.allPairs = Math.max(1, allPairs);
        this.u = u;
        this.assumed = assumed;
        this.assumedOfKin = assumedOfKin;
        this.m = assumed;
        this.kin = assumedOfKin;
        this.prior = prior;
        this.kinPrior = prior;
    }

    /// The facets that a pattern knows, each followed by its level.
    private static byte[] known(long pattern) {
        byte[] known = new byte[2 * FACETS.length];
        int count = 0;
        for (int f = 0; f < FACETS.length; f++) {
            int level = Patterns.level(pattern, f);
            if (level > 0) {
                known[count++] = (byte) f;
                known[count++] = (byte) level;
            }
        }
        return Arrays.copyOf(known, count);
    }

    /// Matches are found first, with strangers as the only other case; then kin are told from them.
    void run() {
        kinPrior = 0;
        settle();
        kinPrior = prior;
        settle();
    }

    private void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (step() < SETTLED) {
                return;
            }
        }
    }

    /// What was believed of the patterns in one round.
    private static final class Seen {
        private final double[][] matches = empty();
        private final double[][] kin = empty();
        private double matching;
        private double related;

        private static double[][] empty() {
            double[][] seen = new double[FACETS.length][];
            for (Facet facet : FACETS) {
                seen[facet.number()] = new double[facet.levelCount() + 1];
            }
            return seen;
        }
    }

    /// One round; how far the priors and the levels moved, at most.
    private double step() {
        Seen seen = believe();
        double moved = Math.abs(Math.log(Math.max(seen.matching, 1e-9) / allPairs / prior));
        prior = Math.clamp(seen.matching / allPairs, .1 / (allPairs + 1), .5);
        if (kinPrior > 0) {
            boolean few = seen.related < FEW_KIN * seen.matching;
            double before = kinPrior;
            kinPrior = few ? 0 : Math.clamp(seen.related / allPairs, .1 / (allPairs + 1), .5);
            moved = Math.max(moved, few ? 1 : Math.abs(Math.log(kinPrior / before)));
        }
        double[][] learnt = learnt(seen.matches, assumed, BELIEF);
        double[][] learntOfKin = learntOfKin(seen.kin, learnt);
        moved = Math.max(moved, Math.max(apart(learnt, m), apart(learntOfKin, kin)));
        m = learnt;
        kin = learntOfKin;
        return moved;
    }

    private Seen believe() {
        double[][] matching = logWeights(m);
        double[][] related = logWeights(kin);
        double ifMatch = Weights.weight(prior);
        double ifKin = kinPrior > 0 ? Weights.weight(kinPrior) : Double.NEGATIVE_INFINITY;
        Seen seen = new Seen();
        for (int i = 0; i < patterns.length; i++) {
            double shared = Patterns.sharedAdjustment(patterns[i]);
            double match = ifMatch + shared + Patterns.ownAdjustment(patterns[i]);
            double kinship = ifKin + shared;
            for (int k = 0; k < known[i].length; k += 2) {
                int f = known[i][k];
                int level = known[i][k + 1];
                match += matching[f][level];
                kinship += OWN[f] ? related[f][level] : matching[f][level];
            }
            add(known[i], counts[i], match, kinship, seen);
        }
        return seen;
    }

    private static void add(byte[] known, double count, double match, double kinship, Seen seen) {
        double top = Math.max(0, Math.max(match, kinship));
        double ofMatch = odds(match - top);
        double ofKin = odds(kinship - top);
        double all = ofMatch + ofKin + odds(-top);
        double matching = count * ofMatch / all;
        double related = count * ofKin / all;
        seen.matching += matching;
        seen.related += related;
        for (int k = 0; k < known.length; k += 2) {
            seen.matches[known[k]][known[k + 1]] += matching;
            seen.kin[known[k]][known[k + 1]] += related;
        }
    }

    /// One of the three is always the greatest, and without kin one of them is nothing.
    private static double odds(double bits) {
        return bits == 0 ? 1 : bits == Double.NEGATIVE_INFINITY ? 0 : Math.pow(2, bits);
    }

    private double[][] logWeights(double[][] chances) {
        double[][] weights = new double[FACETS.length][];
        for (int f = 0; f < FACETS.length; f++) {
            weights[f] = new double[u[f].length];
            for (int level = 1; level < u[f].length; level++) {
                weights[f][level] = Weights.log2(chances[f][level] / u[f][level]);
            }
        }
        return weights;
    }

    private static double[][] learnt(double[][] seen, double[][] assumed, double belief) {
        double[][] learnt = new double[FACETS.length][];
        for (Facet facet : FACETS) {
            int f = facet.number();
            learnt[f] = shares(facet, seen[f], assumed[f], belief);
        }
        return learnt;
    }

    /// What is known of kin before any list is seen: brothers and sisters are not given one name more
    /// often than strangers are, and most are born on other days; in all else that is a person's own
    /// they are strangers. Without this the third case would become that of one person's records that
    /// are written badly.
    private double[][] learntOfKin(double[][] seen, double[][] matches) {
        double[][] learnt = assumedOfKin.clone();
        int given = Facet.GIVEN_NAME.number();
        int born = Facet.BIRTH_DATE.number();
        learnt[given] = shares(Facet.GIVEN_NAME, seen[given], assumedOfKin[given], BELIEF_IN_KIN);
        learnt[born] = shares(Facet.BIRTH_DATE, seen[born], assumedOfKin[born], BELIEF_IN_KIN);
        hold(Facet.GIVEN_NAME, learnt[given], level -> assumedOfKin[given][level]);
        hold(
                Facet.BIRTH_DATE,
                learnt[born],
                level ->
                        DAYS_ALIKE.contains(Facet.BIRTH_DATE.code(level))
                                ? MOST_TWINS * matches[born][level]
                                : 1);
        return learnt;
    }

    /// Holds every level but the last at no more than is given; the last gets what is over.
    private static void hold(Facet facet, double[] shares, IntToDoubleFunction most) {
        int size = facet.kind().levels().size();
        for (int last = size; last < shares.length; last += size) {
            for (int level = last - size + 1; level < last; level++) {
                double over = Math.max(0, shares[level] - most.applyAsDouble(level));
                shares[level] -= over;
                shares[last] += over;
            }
        }
    }

    private static double apart(double[][] one, double[][] other) {
        double apart = 0;
        for (int f = 0; f < FACETS.length; f++) {
            for (int level = 1; level < one[f].length; level++) {
                apart = Math.max(apart, Math.abs(one[f][level] - other[f][level]));
            }
        }
        return apart;
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

    /// How many of all pairs are of two people of one household; 0 when there are none to speak of.
    double kinPrior() {
        return kinPrior;
    }

    double[][] kin() {
        return kin;
    }
}
