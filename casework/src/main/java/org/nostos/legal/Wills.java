package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What people said they want, as far as the caller may see it. Every method needs a running
/// transaction.
public interface Wills {

    /// Everything that somebody who is known under these persons said, in the order recorded.
    List<Will.Event> of(Collection<UUID> persons);

    void add(Will.Event event, UUID act);
}
