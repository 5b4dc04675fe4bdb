package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nostos.linkage.Evidence.Code;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.Progress;

/// Trains a model on a table without labels: `u` on pairs taken at random, `m` and the prior by
/// [Expectation] on candidates of records taken at random.
///
/// Random means by a hash of the record's id, so that the order of records decides nothing.
final class Trainer {
    private static final Facet[] FACETS = Facet.values();
    private static final int RANDOM_PAIRS = 150_000;
    private static final int CANDIDATES = 200_000;
    private static final double BELIEF_IN_U = 1;

    /// What is assumed of a level before anything was seen: its share among matches, and among others.
    private record Assumed(double m, double u) {}

    private static final Map<Code, Assumed> ASSUMED = new EnumMap<>(Code.class);

    static {
        ASSUMED.put(Code.SAME, new Assumed(.6, .01));
        ASSUMED.put(Code.SAME_SOUND, new Assumed(.15, .004));
        ASSUMED.put(Code.NEAR, new Assumed(.1, .008));
        ASSUMED.put(Code.PART, new Assumed(.08, .03));
        ASSUMED.put(Code.SHORT_FORM, new Assumed(.02, .01));
        ASSUMED.put(Code.OTHER_FIELD, new Assumed(.04, .02));
        ASSUMED.put(Code.DIFFERENT, new Assumed(.08, .92));
        ASSUMED.put(Code.DATE_WITHIN, new Assumed(.2, .02));
        ASSUMED.put(Code.DAY_MONTH_SWAPPED, new Assumed(.02, .0003));
        ASSUMED.put(Code.DATE_ONE_PART, new Assumed(.08, .004));
        ASSUMED.put(Code.SAME_YEAR, new Assumed(.02, .02));
        ASSUMED.put(Code.YEARS_APART, new Assumed(.05, .07));
    }

    private final Resolved records;
    private final CandidateIndex index;
    private final Frequencies frequencies;
    private final Scope scope;
    private final Progress progress;

    Trainer(
            Resolved records,
            CandidateIndex index,
            Frequencies frequencies,
            Scope scope,
            Progress progress) {
        this.records = records;
        this.index = index;
        this.frequencies = frequencies;
        this.scope = scope;
        this.progress = progress;
    }

    LinkageModel train() {
        int[] order = orderByHash();
        double[][] u = chances(order);
        progress.at(Progress.Stage.TRAIN, 1, 3);
        Patterns patterns = new Patterns();
        double pairs = candidates(order, patterns);
        progress.at(Progress.Stage.TRAIN, 2, 3);
        double prior = Math.min(.1, 1.0 / Math.max(2, records.size()));
        Expectation expectation = new Expectation(patterns, pairs, u, assumed(true), u, prior);
        expectation.run();
        progress.at(Progress.Stage.TRAIN, 3, 3);
        return Weighing.model(expectation, u, used());
    }

    private int[] orderByHash() {
        long[] hashed = new long[records.size()];
        for (int row = 0; row < hashed.length; row++) {
            hashed[row] = hash(records.table().id(row)) << 32 | row;
        }
        Arrays.sort(hashed);
        return Arrays.stream(hashed).mapToInt(value -> (int) value).toArray();
    }

    private static long hash(String id) {
        long hash = 1125899906842597L;
        for (int i = 0; i < id.length(); i++) {
            hash = 31 * hash + id.charAt(i);
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }

    /// Levels seen among pairs taken at random; where the value is the same, from how often values are.
    private double[][] chances(int[] order) {
        TrainingPairs pairs = randomPairs(order);
        double[][] seen = empty();
        pairs.inParts((from, to) -> levels(pairs, from, to)).forEach(part -> add(part, seen));
        double[][] assumed = assumed(false);
        double[][] u = new double[FACETS.length][];
        for (Facet facet : FACETS) {
            int f = facet.number();
            u[f] = Expectation.shares(facet, seen[f], assumed[f], BELIEF_IN_U);
            unseen(facet, pairs.size(), u[f]);
            exactFromValues(facet, seen[f], u[f]);
        }
        return u;
    }

    private TrainingPairs randomPairs(int... order) {
        TrainingPairs pairs = new TrainingPairs();
        for (int step = 1; step < order.length; step++) {
            for (int i = 0; i + step < order.length; i++) {
                if (pairs.size() == RANDOM_PAIRS) {
                    return pairs;
                }
                if (scope.mayTrainOn(order[i], order[i + step])) {
                    pairs.add(order[i], order[i + step]);
                }
            }
        }
        return pairs;
    }

    private double[][] levels(TrainingPairs pairs, int from, int to) {
        Comparing comparing = new Comparing(records);
        int[] levels = new int[FACETS.length];
        int[] at = new int[2 * FACETS.length];
        double[][] seen = empty();
        for (int pair = from; pair < to; pair++) {
            comparing.compare(pairs.left(pair), pairs.right(pair), levels, at);
            for (int f = 0; f < FACETS.length; f++) {
                seen[f][levels[f]]++;
            }
        }
        return seen;
    }

    private static void add(double[][] part, double[][] all) {
        for (int f = 0; f < all.length; f++) {
            for (int level = 0; level < all[f].length; level++) {
                all[f][level] += part[f][level];
            }
        }
    }

    /// A level that was not seen among so many pairs may be rare, not impossible: its chance is at
    /// least half a pair's, and all the levels of a group give of theirs for it.
    private static void unseen(Facet facet, long met, double[] u) {
        double least = Math.min(.01, .5 / Math.max(1, met));
        int size = facet.kind().levels().size();
        for (int from = 1; from < u.length; from += size) {
            double all = 0;
            for (int level = from; level < from + size; level++) {
                u[level] = Math.max(least, u[level]);
                all += u[level];
            }
            for (int level = from; level < from + size; level++) {
                u[level] /= all;
            }
        }
    }

    /// Sampled pairs rarely have one value; the frequencies of values say exactly how often they do.
    private void exactFromValues(Facet facet, double[] seen, double[] u) {
        boolean words = facet.slot() != null && facet.kind() != Facet.Kind.OTHER_NAMES;
        boolean numbers = facet.kind() == Facet.Kind.NUMBER || facet.kind() == Facet.Kind.AREA;
        if (facet.kind() == Facet.Kind.DATE) {
            replace(u, 1, frequencies.uSameDay());
            replace(u, facet.kind().level(Code.DAY_MONTH_SWAPPED), frequencies.uSwappedDay());
        }
        double exact = frequencies.uSame(facet);
        if (exact <= 0 || !(words || numbers)) {
            return;
        }
        int size = facet.kind().levels().size();
        double within = 0;
        double all = 0;
        for (int level = 1; level < seen.length; level++) {
            within += level <= size ? seen[level] : 0;
            all += seen[level];
        }
        if (within > 0) {
            double chance = Math.min(.95, exact * all / within);
            double rest = (1 - chance) / (1 - u[1]);
            for (int level = 2; level <= size; level++) {
                u[level] *= rest;
            }
            u[1] = chance;
        }
    }

    /// Gives a level its known chance; the last level takes or gives what is over.
    private static void replace(double[] u, int level, double chance) {
        double known = Math.clamp(chance, 1e-9, .5);
        u[u.length - 1] = Math.max(1e-9, u[u.length - 1] + u[level] - known);
        u[level] = known;
    }

    /// Counts the patterns of candidates; the pairs from which they were chosen, in the same measure.
    private double candidates(int[] order, Patterns patterns) {
        CandidateIndex.Gatherer gatherer = index.gatherer(records.size());
        TrainingPairs pairs = new TrainingPairs();
        int rows = 0;
        for (; rows < order.length && pairs.size() < CANDIDATES; rows++) {
            int row = order[rows];
            int count = gatherer.of(row, scope.partnersFrom(row), scope.partnersTo(row));
            for (int k = 0; k < count; k++) {
                int other = gatherer.partner(k);
                pairs.add(Math.min(row, other), Math.max(row, other));
            }
        }
        pairs.inParts((from, to) -> patterns(pairs, from, to)).forEach(patterns::addAll);
        return 2 * scope.trainingPairs() * rows / Math.max(1, order.length);
    }

    private Patterns patterns(TrainingPairs pairs, int from, int to) {
        Comparing comparing = new Comparing(records);
        int[] levels = new int[FACETS.length];
        int[] at = new int[2 * FACETS.length];
        Patterns patterns = new Patterns();
        for (int pair = from; pair < to; pair++) {
            int left = pairs.left(pair);
            int right = pairs.right(pair);
            comparing.compare(left, right, levels, at);
            double own = 0;
            double shared = 0;
            for (int f = 0; f < FACETS.length; f++) {
                float adjustment = frequencies.adjustment(f, levels[f], left, right, at);
                if (Weighing.isAdjustedAmongKin(FACETS[f])) {
                    own += adjustment;
                } else {
                    shared += adjustment;
                }
            }
            patterns.add(Patterns.of(levels, own, shared), 1);
        }
        return patterns;
    }

    private static double[][] empty() {
        double[][] levels = new double[FACETS.length][];
        for (Facet facet : FACETS) {
            levels[facet.number()] = new double[facet.levelCount() + 1];
        }
        return levels;
    }

    private static double[][] assumed(boolean matches) {
        double[][] shares = empty();
        for (Facet facet : FACETS) {
            int f = facet.number();
            List<Assumed> levels =
                    facet.kind().levels().stream()
                            .map(code -> ASSUMED.getOrDefault(code, new Assumed(.1, .1)))
                            .toList();
            double all = levels.stream().mapToDouble(level -> matches ? level.m : level.u).sum();
            for (int level = 1; level < shares[f].length; level++) {
                Assumed one = levels.get((level - 1) % levels.size());
                shares[f][level] = (matches ? one.m : one.u) / all;
            }
        }
        return shares;
    }

    private boolean[] used() {
        boolean[] used = new boolean[FACETS.length];
        IntStream.range(0, FACETS.length).forEach(f -> used[f] = isUsed(FACETS[f]));
        return used;
    }

    private boolean isUsed(Facet facet) {
        Slot slot = facet.slot();
        return slot != null
                ? records.slot(slot) != null
                : records.table().column(facet.role()) != null;
    }
}
