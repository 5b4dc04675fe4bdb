package org.nostos.ledger;

import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Finding.Kind;
import org.nostos.ledger.LedgerFinding.Heap;
import org.nostos.ledger.LedgerFinding.Standing;

/// Which findings of a heap somebody asks for: of one kind, standing so, and with a figure among theirs of which
/// this is said, in this place, with these words. What is null asks for any.
public record FindingQuestion(
        Heap heap,
        @Nullable Kind kind,
        @Nullable Standing standing,
        @Nullable Category category,
        @Nullable String place,
        @Nullable String words) {

    public static FindingQuestion all(Heap heap) {
        return new FindingQuestion(heap, null, null, null, null, null);
    }
}
