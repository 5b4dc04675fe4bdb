package org.nostos.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The journal as its readers page through it: the newest first, as far as the caller may see it.
///
/// Reads inside the caller's own transaction or opens one. Implementations are thread-safe.
public interface JournalPages {

    /// An entry and its number in the chain; no number while it is not sealed.
    record Line(Entry entry, @Nullable Long number) {}

    /// Up to `limit` lines, and whether older ones follow.
    record Page(List<Line> lines, boolean more) {

        public Page {
            lines = List.copyOf(lines);
        }
    }

    /// What is wanted. A null asks for nothing; `from` is inclusive, `before` is not.
    record Filter(
            @Nullable String kind,
            @Nullable UUID actor,
            @Nullable Instant from,
            @Nullable Instant before) {

        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /// The journal's end: the last seal, once there is one, and how many entries wait for the next.
    record State(@Nullable Seal seal, long unsealed) {

        /// How many entries are under the last seal.
        public long sealed() {
            return seal == null ? 0 : seal.size();
        }
    }

    /// The newest lines, or those that come after this entry on the way to the oldest.
    Page newest(Filter filter, @Nullable UUID after, int limit);

    /// One entry; empty when there is none or the caller may not see it.
    Optional<Line> find(UUID entry);

    /// What the entry speaks of, as it was written (JSON); empty when it has been erased, or when the
    /// database does not let the caller see it.
    Optional<String> payload(UUID entry);

    /// The kinds of act that stand in what the caller may see, in alphabetical order.
    List<String> kinds();

    State state();
}
