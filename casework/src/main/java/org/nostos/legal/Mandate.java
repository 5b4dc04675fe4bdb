package org.nostos.legal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;

/// That somebody held is represented by counsel.
public record Mandate(UUID counsel, String name, Event appointed) {

    /// That counsel was appointed, or that the mandate ended.
    ///
    /// @param name of the counsel
    public record Event(
            Stamp stamp,
            UUID counsel,
            String name,
            boolean ends,
            String reason,
            @Nullable String source) {}

    /// Somebody who can be appointed.
    public record Counsel(UUID account, String name, String party) {}

    /// Somebody whom the caller represents.
    ///
    /// @param persons everybody they are known as, the one of the mandate first
    public record Client(UUID person, String number, List<UUID> persons) {
        public Client {
            persons = List.copyOf(persons);
        }
    }

    /// The mandates that stand.
    public static List<Mandate> of(List<Event> events, AsOf asOf) {
        Map<UUID, Mandate> standing = new LinkedHashMap<>();
        for (Event event : events) {
            if (asOf.counts(event.stamp().on(), event.stamp().recordedAt())) {
                if (event.ends()) {
                    standing.remove(event.counsel());
                } else {
                    standing.put(
                            event.counsel(), new Mandate(event.counsel(), event.name(), event));
                }
            }
        }
        return List.copyOf(standing.values());
    }
}
