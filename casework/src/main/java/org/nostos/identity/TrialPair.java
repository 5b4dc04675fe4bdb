package org.nostos.identity;

import org.jspecify.annotations.Nullable;

/// A pair that a model would change, to look at.
///
/// @param was its probability now, null where it is not proposed
/// @param would its probability then, null where it would not be proposed
public record TrialPair(
        Kind kind, int place, Pair pair, @Nullable Double was, @Nullable Double would) {

    /// What would change.
    public enum Kind {
        APPEARS,
        VANISHES,
        /// Comes to 0.95 and more.
        RISES,
        /// Comes below 0.95.
        FALLS,
        /// Two people settled it, and one of the models errs.
        JUDGED
    }
}
