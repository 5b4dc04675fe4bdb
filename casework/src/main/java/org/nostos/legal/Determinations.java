package org.nostos.legal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// What was determined to be best for children, as far as the caller may see it. Every method needs a
/// running transaction.
public interface Determinations {

    /// Everything about somebody who is known under these persons, in the order recorded.
    List<Determination.Event> of(Collection<UUID> persons);

    void add(Determination.Event event, UUID act);
}
