package org.nostos.lists;

import java.util.List;
import java.util.UUID;

/// How alike rows of two versions are that no number ties. The room that knows the engine answers.
public interface RowComparison {

    /// Pairs below are not worth a look.
    double LEAST = 0.5;

    /// How alike two rows are.
    record Likeness(UUID older, UUID newer, double probability) {}

    /// Two rows that are known to be the same, from which the engine learns what that looks like.
    record Known(AcceptedRecord older, AcceptedRecord newer) {}

    /// Watches a comparison.
    @FunctionalInterface
    interface Watch {
        void at(long done, long total);
    }

    /// Every pair of an older with a newer row from the least probability on.
    List<Likeness> compare(
            List<AcceptedRecord> older, List<AcceptedRecord> newer, List<Known> known, Watch watch);
}
