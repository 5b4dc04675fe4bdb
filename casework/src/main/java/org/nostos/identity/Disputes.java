package org.nostos.identity;

import java.util.Optional;

/// Disputed pairs, for the third who may settle them. Every method needs a running transaction.
public interface Disputes {

    /// What the hands say, if the pair is disputed, the caller never gave a hand on it, and theirs can
    /// settle it either way; else empty.
    Optional<Dispute> forMe(Pair pair);

    /// Whether the caller's hand could settle the pair, without reading what the others said.
    boolean mayISettle(Pair pair);

    /// How many disputes the caller's hand could settle.
    long count();
}
