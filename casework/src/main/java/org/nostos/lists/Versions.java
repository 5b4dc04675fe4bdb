package org.nostos.lists;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.Difference.Counts;

/// The accepted versions that the caller may see, and what was said of them. Every method needs a
/// running transaction.
public interface Versions {

    /// All of them by party and title, each list's in its order.
    List<AcceptedVersion> all();

    /// A list's, in the order of the days for which they speak; of one day, as they were accepted.
    List<AcceptedVersion> ofList(UUID list);

    Optional<AcceptedVersion> byId(UUID version);

    /// Notes that a later version was accepted.
    void supersede(UUID version, UUID by, UUID party, UUID act);

    /// Says that a version that is not accepted yet is one of this list.
    void sayOf(UUID version, UUID list, UUID party, UUID act);

    /// Neighbouring versions that were not compared since the newer came. For the engine.
    List<VersionPair> uncompared();

    /// Neighbouring versions of each list, the oldest first.
    List<VersionPair> neighbours();

    /// Notes what a comparison came to. Only the engine may.
    void compared(VersionPair pair, UUID party, Counts counts, UUID act);

    /// What was said last of each pair of rows of these two versions.
    List<RowSaying> said(VersionPair pair);

    /// Adds what the caller says of two rows as part of the act; null takes back what was said.
    void say(UUID older, UUID newer, UUID party, @Nullable Boolean same, String reason, UUID act);

    /// The records of these that stand in one of the two versions.
    List<UUID> among(VersionPair pair, Collection<UUID> records);
}
