package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What happened in the rehabilitations that the caller may see. Every method needs a running
/// transaction.
public interface Rehabilitations {

    /// The events of somebody who is known under these persons, in the order recorded.
    List<Rehabilitation.Event> of(Collection<UUID> persons);

    void add(Rehabilitation.Event event, UUID act);
}
