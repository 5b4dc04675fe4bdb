package org.nostos.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Blind double reviews: who orders them sees no pair, who judges sees no other verdict, and who reads
/// the agreement sees no name. Every method needs a running transaction.
public interface BlindReviews {

    /// Orders a review and draws its pairs as part of the act; says how many there are.
    int draw(UUID review, BlindDraw.Scope scope, int asked, long seed, String reason, UUID act);

    List<BlindDraw> all();

    /// A pair that waits for a verdict.
    record Waiting(UUID id, UUID proposal) {}

    /// The pairs that wait for the caller's verdict, in their order.
    List<Waiting> mine();

    Optional<Waiting> mine(UUID pair);

    void give(UUID pair, Verdict verdict, String reason, UUID act);
}
