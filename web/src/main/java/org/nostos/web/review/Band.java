package org.nostos.web.review;

import org.nostos.identity.QueueFilter;
import org.nostos.identity.QueueFilter.Whose;

/// A band of probability that the queue can be narrowed to.
enum Band {
    ALL(0.5, 1),
    OVER_99(0.99, 1),
    OVER_95(0.95, 0.99),
    UNDER_95(0.5, 0.95);

    private final double from;
    private final double to;

    Band(double from, double to) {
        this.from = from;
        this.to = to;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    QueueFilter of(Whose whose) {
        return new QueueFilter(from, to, whose);
    }
}
