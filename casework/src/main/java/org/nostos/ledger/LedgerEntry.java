package org.nostos.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Figure;
import org.nostos.figures.Stage;

/// A figure as it stands in the ledger.
///
/// @param number counts over the whole ledger; with it the figure is cited
/// @param replaces the figure in whose place it was entered
/// @param replacedBy the figure that stands in its place
/// @param enteredBy the account that entered it
public record LedgerEntry(
        long number,
        Figure figure,
        Stage stage,
        @Nullable FigureSource source,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        UUID enteredBy,
        Instant enteredAt,
        @Nullable Instant publishedAt,
        Instant changedAt) {

    public UUID id() {
        return figure.id();
    }

    /// `F-000417`: what stands on paper.
    public String name() {
        return "F-%06d".formatted(number);
    }
}
