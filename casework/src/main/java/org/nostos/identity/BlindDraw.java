package org.nostos.identity;

import java.time.Instant;
import java.util.UUID;

/// A random sample put to a blind double review, how far it is, and what came of it so far.
///
/// @param once how many pairs one person has judged
/// @param twice how many pairs two people have judged: those that are compared
public record BlindDraw(
        UUID id,
        Scope scope,
        int asked,
        long seed,
        String reason,
        String by,
        Instant at,
        long pairs,
        long once,
        long twice,
        Agreement agreement) {

    /// From which proposals the sample is drawn.
    public enum Scope {
        /// Nobody judged them.
        UNJUDGED,
        /// One person judged them.
        ONCE_JUDGED,
        BOTH
    }
}
