package org.nostos.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Purpose;

/// That somebody was shown a person: when, how, for what purpose.
///
/// Whose account it was is known within one's own party, and to the committee; across parties the
/// party alone is named.
///
/// @param entry the act of reading in the journal
/// @param party the reader's party
/// @param partyName null when the caller may not know of that party
/// @param account the reader, null when the journal's walls keep it from the caller
public record PersonRead(
        UUID entry,
        UUID person,
        Instant at,
        How how,
        Purpose purpose,
        UUID party,
        @Nullable String partyName,
        @Nullable UUID account,
        @Nullable String name) {

    /// In what way somebody was shown.
    public enum How {
        /// The file was read.
        FILE,
        /// They were among the results of a search.
        SEARCH,
        /// They stood in a line of the review queue.
        QUEUE,
        /// They were read beside somebody they might be.
        PAIR,
        /// Notes that stand apart were read by their keeper.
        NOTES,
        /// Somebody looked through a broken glass.
        GLASS,
        /// They stood in a list that was read.
        LIST,
        OTHER
    }
}
