package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposals;
import org.nostos.linkage.PairSink;

/// The pairs of a run until it ends: they are written in the one transaction that ends it, so that a
/// run that is killed has left nothing. Not for several threads.
final class PairBuffer implements PairSink {

    private static final int CHUNK = 10_000;

    private final List<Pair> pairs = new ArrayList<>();
    private double[] probabilities = new double[1024];
    private double[] weights = new double[1024];

    @Override
    public void accept(String left, String right, double probability, double weight) {
        int n = pairs.size();
        if (n == probabilities.length) {
            probabilities = Arrays.copyOf(probabilities, 2 * n);
            weights = Arrays.copyOf(weights, 2 * n);
        }
        pairs.add(Pair.of(UUID.fromString(left), UUID.fromString(right)));
        probabilities[n] = probability;
        weights[n] = weight;
    }

    int size() {
        return pairs.size();
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
}
