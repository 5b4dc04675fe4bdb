package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The clearances that the caller may see. Every method needs a running transaction.
public interface Clearances {

    /// What happened to the clearances of somebody who is known under these persons, in the order
    /// recorded.
    List<TransferClearance.Event> of(Collection<UUID> persons);

    void add(TransferClearance.Event event, UUID act);
}
