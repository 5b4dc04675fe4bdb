package org.nostos.custody.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.custody.FileItem;
import org.nostos.custody.FileItems;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyContainers;
import org.springframework.stereotype.Component;

/// The inventory of property, once two hands have signed for it.
@Component
class PropertyItems implements FileItems {

    private final PropertyContainers containers;

    PropertyItems(PropertyContainers containers) {
        this.containers = containers;
    }

    @Override
    public Set<FileItem> held(Collection<UUID> persons, AsOf asOf) {
        List<PropertyContainer> theirs = containers.of(persons);
        return theirs.stream()
                        .flatMap(one -> one.state(asOf).stream())
                        .anyMatch(state -> state != PropertyContainer.State.SEALED)
                ? Set.of(FileItem.PROPERTY)
                : Set.of();
    }
}
