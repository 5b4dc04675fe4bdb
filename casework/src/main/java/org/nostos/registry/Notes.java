package org.nostos.registry;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The notes that stand apart, as far as the caller keeps their compartment or looks through an open
/// glass in the running transaction. To all others there are none.
public interface Notes {

    /// The notes of this kind on these persons, the latest first.
    List<Note> of(Collection<UUID> persons, Compartment kind);

    void add(Note note, UUID act);

    /// The compartments that the caller keeps.
    Set<Compartment> keptByCaller();
}
