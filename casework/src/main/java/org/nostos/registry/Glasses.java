package org.nostos.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The openings that the caller may know of: their own, and all of them for a second reviewer, who is
/// told. Every method needs a running transaction.
public interface Glasses {

    /// Those that wait for their acknowledgement first, then the latest.
    List<GlassOpening> latest(int most);

    Optional<GlassOpening> byId(UUID id);

    /// The caller's own that are open now.
    List<GlassOpening> openNow();

    /// How many of others' openings the caller has still to acknowledge.
    long unacknowledged();

    /// How long a glass may stay open at most.
    Duration longest();

    /// Whether there is anybody else who can be told.
    boolean supervised();

    void open(
            UUID id,
            UUID person,
            Compartment kind,
            GlassCategory category,
            String reason,
            Duration lasts,
            UUID act);

    /// Writes a look down. Without it an open glass shows nothing.
    void look(UUID opening, UUID act);

    void close(UUID opening, UUID act);

    void acknowledge(UUID opening, String remark, UUID act);

    void limit(Duration longest, String reason, UUID act);
}
