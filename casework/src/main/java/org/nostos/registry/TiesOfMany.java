package org.nostos.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What was said of the ties of many people, found for each of them without reading it all again.
/// Immutable.
final class TiesOfMany {

    private final List<KinEvent> events;
    private final Map<UUID, Set<UUID>> ties = new HashMap<>();
    private final Map<UUID, List<Integer>> places = new HashMap<>();

    TiesOfMany(List<KinEvent> events) {
        this.events = List.copyOf(events);
        for (int i = 0; i < this.events.size(); i++) {
            KinEvent event = this.events.get(i);
            places.computeIfAbsent(event.tie(), _ -> new ArrayList<>()).add(i);
            KinEvent.Said said = event.said();
            if (said != null) {
                add(said.person(), event.tie());
                UUID relative = said.relative();
                if (relative != null) {
                    add(relative, event.tie());
                }
            }
        }
    }

    private void add(UUID person, UUID tie) {
        ties.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(tie);
    }

    /// Everything about the ties of somebody who is known under these persons, in the order given.
    List<KinEvent> of(Collection<UUID> known) {
        return known.stream()
                .flatMap(person -> ties.getOrDefault(person, Set.of()).stream())
                .distinct()
                .flatMap(tie -> places.getOrDefault(tie, List.of()).stream())
                .sorted()
                .map(events::get)
                .toList();
    }
}
