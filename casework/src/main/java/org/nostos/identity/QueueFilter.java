package org.nostos.identity;

/// Which proposals of the queue are asked for: a band of probability, and whose turn it is.
public record QueueFilter(double from, double to, Whose whose) {

    /// Whose turn it is.
    public enum Whose {
        /// Nobody judged it, or another did and my hand may be the second.
        MINE_TO_JUDGE,
        /// I judged it and another has still to.
        WAITING_FOR_ANOTHER,
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

    /// All that is mine to judge, from 0.5.
    public static QueueFilter mine() {
        return new QueueFilter(0.5, 1, Whose.MINE_TO_JUDGE);
    }

    public QueueFilter withWhose(Whose other) {
        return new QueueFilter(from, to, other);
    }
}
