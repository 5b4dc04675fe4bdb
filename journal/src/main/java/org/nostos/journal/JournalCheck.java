package org.nostos.journal;

import org.jspecify.annotations.Nullable;

/// A check of the whole journal, from its first entry, while the instance goes on working.
@FunctionalInterface
public interface JournalCheck {

    /// Checks every entry, and that the journal begins with those of the seal that somebody kept, if one
    /// is given; says how far it is, from the calling thread.
    Verdict check(@Nullable Seal kept, Progress progress);

    /// Hears how many entries of how many are checked. Called often: it must be quick.
    @FunctionalInterface
    interface Progress {
        void reached(long entry, long of);
    }
}
