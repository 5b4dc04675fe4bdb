package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Whom holders keep back, as far as the caller may see it. Every method needs a running transaction.
public interface Exclusions {

    /// Everything about somebody who is known under these persons, in the order recorded.
    List<HolderExclusion.Event> of(Collection<UUID> persons);

    void add(HolderExclusion.Event event, UUID act);
}
