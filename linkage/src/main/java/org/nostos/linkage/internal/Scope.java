package org.nostos.linkage.internal;

import org.nostos.linkage.PairScope;

/// A scope in numbers: row `r` is asked about if `r >= firstAsked`, and its partners lie before
/// `partnersBefore(r)`; each pair of the scope is met once, at its later row.
record Scope(PairScope scope, int size) {

    int firstAsked() {
        return switch (scope) {
            case PairScope.Everything all -> 0;
            case PairScope.Across across -> across.firstRight();
            case PairScope.TouchingNew touching -> touching.firstNew();
        };
    }

    int partnersBefore(int row) {
        return switch (scope) {
            case PairScope.Everything all -> row;
            case PairScope.Across across -> Math.min(row, across.firstRight());
            case PairScope.TouchingNew touching -> row;
        };
    }

    /// How much of the work is done when every row before this one is: a row is looked at beside all those
    /// before it, so that later ones take longer.
    long done(int row) {
        int first = firstAsked();
        return scope instanceof PairScope.Across
                ? row - first
                : ((long) row * (row + 1L) - (long) first * (first + 1L)) / 2;
    }

    /// Where the partners of a row begin and end when both its sides are asked for.
    int partnersFrom(int row) {
        return scope instanceof PairScope.Across across && row < across.firstRight()
                ? across.firstRight()
                : 0;
    }

    int partnersTo(int row) {
        return scope instanceof PairScope.Across across && row >= across.firstRight()
                ? across.firstRight()
                : size;
    }

    /// How many pairs a model is trained on. New records are trained with the old: they are of one kind.
    double trainingPairs() {
        if (scope instanceof PairScope.Across across) {
            return (double) across.firstRight() * (size - across.firstRight());
        }
        return size * (size - 1.0) / 2;
    }

    boolean mayTrainOn(int left, int right) {
        return left != right
                && (!(scope instanceof PairScope.Across across)
                        || left < across.firstRight() != right < across.firstRight());
    }
}
