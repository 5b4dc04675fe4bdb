package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.Pair;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalFlag.Kind;
import org.nostos.identity.ProposalFlags;
import org.nostos.identity.Proposals;
import org.nostos.linkage.PairSink;

/// The pairs of a run until it ends: they are written in the one transaction that ends it, so that a
/// run that is killed has left nothing. Not for several threads.
final class PairBuffer implements PairSink {

    private static final int CHUNK = 10_000;

    private final @Nullable Flagging flagging;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<Pair, List<ProposalFlag>> flags = new HashMap<>();
    private double[] probabilities = new double[1024];
    private double[] weights = new double[1024];

    /// A buffer of pairs that nobody flags.
    PairBuffer() {
        this(null);
    }

    /// A buffer that flags each pair, and keeps below 0.95 those for which the family alone speaks.
    PairBuffer(@Nullable Flagging flagging) {
        this.flagging = flagging;
    }

    @Override
    public void accept(String left, String right, double probability, double weight) {
        int n = pairs.size();
        if (n == probabilities.length) {
            probabilities = Arrays.copyOf(probabilities, 2 * n);
            weights = Arrays.copyOf(weights, 2 * n);
        }
        Pair pair = Pair.of(UUID.fromString(left), UUID.fromString(right));
        boolean familyAlone = flagged(pair);
        pairs.add(pair);
        probabilities[n] =
                familyAlone ? Math.min(probability, Flagging.MOST_BY_FAMILY) : probability;
        weights[n] = weight;
    }

    private boolean flagged(Pair pair) {
        List<ProposalFlag> found = flagging == null ? List.of() : flagging.flags(pair);
        if (!found.isEmpty()) {
            flags.put(pair, found);
        }
        return found.stream().anyMatch(flag -> flag.kind() == Kind.FAMILY_ONLY);
    }

    Set<Pair> asSet() {
        return new HashSet<>(pairs);
    }

    int size() {
        return pairs.size();
    }

    /// What is kept so far, as it will be written.
    Map<Pair, Double> probabilities() {
        Map<Pair, Double> kept = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            kept.put(pairs.get(i), probabilities[i]);
        }
        return kept;
    }

    /// Writes everything as the run's proposals, some thousands at a time.
    void writeTo(Proposals proposals, UUID run) {
        for (int from = 0; from < pairs.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, pairs.size());
            proposals.add(
                    run,
                    pairs.subList(from, to),
                    Arrays.copyOfRange(probabilities, from, to),
                    Arrays.copyOfRange(weights, from, to));
        }
    }

    /// Writes what was flagged, after the proposals.
    void writeTo(ProposalFlags kept, UUID run) {
        kept.add(run, flags);
    }

    /// Lets go of the pairs that are not wanted, and of their flags.
    void retain(Predicate<Pair> wanted) {
        List<Pair> kept = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (wanted.test(pairs.get(i))) {
                probabilities[kept.size()] = probabilities[i];
                weights[kept.size()] = weights[i];
                kept.add(pairs.get(i));
            }
        }
        pairs.clear();
        pairs.addAll(kept);
        flags.keySet().removeIf(wanted.negate());
    }

    Pair pair(int at) {
        return pairs.get(at);
    }

    double probability(int at) {
        return probabilities[at];
    }
}
