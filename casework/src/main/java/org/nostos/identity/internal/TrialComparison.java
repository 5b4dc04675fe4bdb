package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Judgements;
import org.nostos.identity.ModelVersion;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.TrialPair;
import org.nostos.identity.TrialPair.Kind;
import org.nostos.identity.TrialResult;
import org.nostos.identity.TrialResult.Score;
import org.nostos.linkage.ClusterBuilder;
import org.nostos.linkage.Constraints;
import org.nostos.linkage.Linker;
import org.nostos.linkage.RecordTable;

/// The live proposals beside what another model would propose. For one thread.
final class TrialComparison {

    private static final double LIKELY = 0.95;
    private static final int SAMPLE = 12;
    private static final Comparator<TrialPair> LARGEST_CHANGE =
            Comparator.comparingDouble(TrialComparison::change)
                    .reversed()
                    .thenComparing(pair -> pair.pair().left().toString())
                    .thenComparing(pair -> pair.pair().right().toString());

    private final ModelVersion inUse;
    private final Confirmed confirmed;
    private final Map<Pair, Double> was;
    private final Map<Pair, Double> would;
    private final Map<Kind, List<TrialPair>> changes = new LinkedHashMap<>();
    private Score scoreWas = new Score(0, 0, 0, 0);
    private Score scoreWould = new Score(0, 0, 0, 0);

    /// @param live the live proposals; those settled are in no comparison
    TrialComparison(
            ModelVersion inUse,
            Confirmed confirmed,
            Map<Pair, Double> live,
            Judgements judgements) {
        this.inUse = inUse;
        this.confirmed = confirmed;
        was = new LinkedHashMap<>(live);
        was.keySet().removeIf(pair -> !confirmed.leavesOpen(pair));
        Set<Pair> begun = new HashSet<>(judgements.pairs(State.WAITING));
        begun.addAll(judgements.pairs(State.DISPUTED));
        would = new HashMap<>();
        was.forEach((pair, probability) -> {
            if (begun.contains(pair)) {
                would.put(pair, probability);
            }
        });
        for (Kind kind : Kind.values()) {
            changes.put(kind, new ArrayList<>());
        }
    }

    ModelVersion inUse() {
        return inUse;
    }

    Confirmed confirmed() {
        return confirmed;
    }

    /// Takes what the other model proposes. Pairs that somebody has begun to judge stay in any case.
    void compare(PairBuffer proposed) {
        for (int i = 0; i < proposed.size(); i++) {
            would.put(proposed.pair(i), proposed.probability(i));
        }
        would.forEach((pair, probability) -> note(pair, was.get(pair), probability));
        was.forEach((pair, probability) -> {
            if (!would.containsKey(pair)) {
                note(pair, probability, null);
            }
        });
    }

    private void note(Pair pair, @Nullable Double before, @Nullable Double then) {
        if (before == null) {
            add(Kind.APPEARS, pair, before, then);
        } else if (then == null) {
            add(Kind.VANISHES, pair, before, then);
        }
        boolean likelyBefore = before != null && before >= LIKELY;
        boolean likelyThen = then != null && then >= LIKELY;
        if (likelyThen && !likelyBefore) {
            add(Kind.RISES, pair, before, then);
        } else if (likelyBefore && !likelyThen) {
            add(Kind.FALLS, pair, before, then);
        }
    }

    private void add(Kind kind, Pair pair, @Nullable Double before, @Nullable Double then) {
        of(kind).add(new TrialPair(kind, 0, pair, before, then));
    }

    private List<TrialPair> of(Kind kind) {
        return changes.getOrDefault(kind, List.of());
    }

    /// Tries both models on the pairs that two people settled.
    void score(Linker now, Linker then) {
        JudgedPairs judged = confirmed.judged();
        long[] was4 = new long[4];
        long[] would4 = new long[4];
        judged.same().forEach(pair -> score(pair, now, then, was4, would4, 0));
        judged.different().forEach(pair -> score(pair, now, then, was4, would4, 2));
        scoreWas = new Score(was4[0], was4[1], was4[2], was4[3]);
        scoreWould = new Score(would4[0], would4[1], would4[2], would4[3]);
    }

    private void score(Pair pair, Linker now, Linker then, long[] was4, long[] would4, int from) {
        double before = probability(now, pair);
        double after = probability(then, pair);
        was4[from]++;
        would4[from]++;
        was4[from + 1] += before >= LIKELY ? 1 : 0;
        would4[from + 1] += after >= LIKELY ? 1 : 0;
        boolean same = from == 0;
        if (before >= LIKELY != same || after >= LIKELY != same) {
            add(Kind.JUDGED, pair, before, after);
        }
    }

    private static double probability(Linker linker, Pair pair) {
        return linker.explain(pair.left().toString(), pair.right().toString()).probability();
    }

    TrialResult result(RecordTable table, double seconds) {
        long people = table.size() - confirmed.judged().groups().joins();
        return new TrialResult(
                table.size(),
                was.size(),
                would.size(),
                of(Kind.APPEARS).size(),
                of(Kind.VANISHES).size(),
                of(Kind.RISES).size(),
                of(Kind.FALLS).size(),
                people,
                likely(table, was),
                likely(table, would),
                clusters(table, was),
                clusters(table, would),
                scoreWas,
                scoreWould,
                seconds);
    }

    /// People if every open proposal of 0.95 and more held, as the overview counts them.
    private long likely(RecordTable table, Map<Pair, Double> proposed) {
        Groups groups = confirmed.judged().groups();
        sorted(proposed).forEach(groups::join);
        return table.size() - groups.joins();
    }

    private static List<Pair> sorted(Map<Pair, Double> proposed) {
        return proposed.entrySet().stream()
                .filter(entry -> entry.getValue() >= LIKELY)
                .sorted(
                        Map.Entry.<Pair, Double>comparingByValue()
                                .reversed()
                                .thenComparing(entry -> entry.getKey().left().toString())
                                .thenComparing(entry -> entry.getKey().right().toString()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// People as the engine itself would put them together, with its guard at bridges, keeping to what
    /// two hands confirmed.
    private long clusters(RecordTable table, Map<Pair, Double> proposed) {
        Constraints constraints = confirmed.constraints();
        ClusterBuilder clusters = ClusterBuilder.of(table, constraints, LIKELY);
        proposed.forEach((pair, probability) ->
                clusters.accept(
                        pair.left().toString(),
                        pair.right().toString(),
                        probability,
                        weight(probability)));
        return clusters.build().count();
    }

    private static double weight(double probability) {
        return Math.log(probability / Math.max(1e-15, 1 - probability)) / Math.log(2);
    }

    /// The largest changes of each kind, in order.
    List<TrialPair> samples() {
        List<TrialPair> samples = new ArrayList<>();
        changes.forEach((kind, pairs) -> {
            List<TrialPair> first = pairs.stream().sorted(LARGEST_CHANGE).limit(SAMPLE).toList();
            for (int i = 0; i < first.size(); i++) {
                TrialPair pair = first.get(i);
                samples.add(new TrialPair(kind, i, pair.pair(), pair.was(), pair.would()));
            }
        });
        return samples;
    }

    private static double change(TrialPair pair) {
        Double before = pair.was();
        Double then = pair.would();
        return Math.abs((before == null ? 0 : before) - (then == null ? 0 : then));
    }
}
