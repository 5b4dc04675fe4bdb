package org.nostos.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.Role;

/// Who was told of persons, from the journal: who read their files, met them among search results,
/// exported them or was sent them. Every method needs a running transaction.
public interface Tellings {

    /// One act by which somebody was told of persons. `persons` are those it showed.
    record Telling(
            UUID entry,
            String kind,
            Instant at,
            UUID account,
            String name,
            Role role,
            String party,
            List<UUID> persons) {

        public Telling {
            persons = List.copyOf(persons);
        }
    }

    /// The acts that told of any of these persons, the first first. Reviewers alone are answered.
    List<Telling> of(Collection<UUID> persons);
}
