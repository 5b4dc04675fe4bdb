package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import org.nostos.linkage.ResidentIndex.Hit;

/// The rows with the greatest weights, the best first. Equal weights stand in the order of their ids,
/// so that the order in which records came decides nothing.
final class Best {
    private final Ids ids;
    private final int[] rows;
    private final float[] weights;
    private int size;

    Best(int top, Ids ids) {
        this.ids = ids;
        rows = new int[top];
        weights = new float[top];
    }

    /// Who weighs less is surely not among the best.
    float least() {
        return size < rows.length ? Float.NEGATIVE_INFINITY : weights[size - 1];
    }

    void offer(int row, float weight) {
        if (size == rows.length && !isBefore(row, weight, size - 1)) {
            return;
        }
        int at = size < rows.length ? size++ : size - 1;
        while (at > 0 && isBefore(row, weight, at - 1)) {
            rows[at] = rows[at - 1];
            weights[at] = weights[at - 1];
            at--;
        }
        rows[at] = row;
        weights[at] = weight;
    }

    private boolean isBefore(int row, float weight, int at) {
        return weight > weights[at] || (weight == weights[at] && ids.compare(row, rows[at]) < 0);
    }

    List<Hit> hits() {
        List<Hit> hits = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            hits.add(new Hit(ids.text(rows[i]), Weights.probability(weights[i])));
        }
        return hits;
    }
}
