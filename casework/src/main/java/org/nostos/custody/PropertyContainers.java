package org.nostos.custody;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The containers of property that the caller may see. Every method needs a running transaction.
public interface PropertyContainers {

    /// Those of one person who is known under these ids, in the order in which they were sealed; the
    /// steps of each in the order in which they were recorded.
    List<PropertyContainer> of(Collection<UUID> persons);

    /// Whether a container of the house has this seal.
    boolean hasSeal(String seal);

    void add(PropertyContainer container, UUID act);

    void add(UUID container, PropertyContainer.Step step, UUID act);
}
