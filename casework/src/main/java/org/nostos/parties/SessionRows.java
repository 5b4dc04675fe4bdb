package org.nostos.parties;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The open sessions that the caller may know of, as the database keeps them.
public interface SessionRows {

    /// A session with its address still sealed.
    record Row(
            UUID id,
            String device,
            byte @Nullable [] sealedAddress,
            Instant since,
            Instant lastSeen,
            Instant until,
            boolean thisOne) {}

    List<Row> of(UUID account);

    boolean end(UUID account, UUID session);

    /// Ends all but the caller's own; says how many.
    int endOthers(UUID account);
}
