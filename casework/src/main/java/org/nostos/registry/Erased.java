package org.nostos.registry;

import java.util.Set;
import java.util.UUID;

/// The content of these persons' records was erased, for good, in the transaction that publishes this.
///
/// Nobody, when what was erased was no person: a file, a note, what readings spoke of. Whatever holds a copy outside the database's tables forgets it once that transaction has committed.
public record Erased(Set<UUID> persons, Set<UUID> records) {
    public Erased {
        persons = Set.copyOf(persons);
        records = Set.copyOf(records);
    }
}
