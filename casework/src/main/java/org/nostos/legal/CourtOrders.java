package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The orders of courts and treaty bodies that the caller may see. Every method needs a running
/// transaction.
public interface CourtOrders {

    /// What was recorded for somebody who is known under these persons, in the order recorded.
    List<CourtOrder.Event> of(Collection<UUID> persons);

    void add(CourtOrder.Event event, UUID act);
}
