package org.nostos.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Claim;

/// A figure that was found in an article: proposed, and in the ledger only when an analyst enters it.
///
/// @param place its number among those of the article, from 0
public record ArticleClaim(
        UUID id, UUID article, int place, Claim claim, @Nullable Decision decision) {

    /// What an analyst decided about it.
    public enum Kind {
        ACCEPTED,
        /// Entered otherwise than it was found.
        MENDED,
        REJECTED
    }

    /// @param figure the figure of the ledger, unless it was rejected
    public record Decision(
            Kind kind, @Nullable UUID figure, @Nullable String reason, String by, Instant at) {}
}
