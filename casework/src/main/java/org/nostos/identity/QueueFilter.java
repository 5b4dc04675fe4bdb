package org.nostos.identity;

import org.jspecify.annotations.Nullable;

/// Which proposals of the queue are asked for: a band of probability, whose turn it is, and the flag
/// they carry, if one is asked for.
public record QueueFilter(double from, double to, Whose whose, ProposalFlag.@Nullable Kind flag) {

    /// Whose turn it is.
    public enum Whose {
        /// Nobody judged it, or another did and my hand may be the second.
        MINE_TO_JUDGE,
        /// I judged it and another has still to.
        WAITING_FOR_ANOTHER,
        /// The hands disagree, I gave none of them, and mine may settle it.
        MINE_TO_SETTLE,
        /// The hands disagree.
        DISPUTED,
        /// I gave one of the hands that settled it.
        SETTLED_BY_ME
    }

    public QueueFilter {
        if (!(from >= 0 && from <= to && to <= 1)) {
            throw new IllegalArgumentException("no band of probability: " + from + " to " + to);
        }
    }

    /// Whatever flags they carry.
    public QueueFilter(double from, double to, Whose whose) {
        this(from, to, whose, null);
    }

    /// All that is mine to judge, from 0.5.
    public static QueueFilter mine() {
        return new QueueFilter(0.5, 1, Whose.MINE_TO_JUDGE);
    }

    public QueueFilter withFlag(ProposalFlag.@Nullable Kind other) {
        return new QueueFilter(from, to, whose, other);
    }

    public QueueFilter withWhose(Whose other) {
        return new QueueFilter(from, to, other, flag);
    }
}
