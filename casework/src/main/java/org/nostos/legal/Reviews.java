package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The reviews and the proceedings that the caller may see. Every method needs a running transaction.
public interface Reviews {

    /// What happened in the reviews of somebody who is known under these persons, in the order recorded.
    List<ReviewEvent> of(Collection<UUID> persons);

    void add(ReviewEvent event, UUID act);

    /// What courts did, in the order recorded.
    List<Proceeding.Event> proceedings(Collection<UUID> persons);

    void add(Proceeding.Event event, UUID act);
}
