package org.nostos.custody;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.registry.Person;

/// When somebody last looked at whether a person has to be held: the room that keeps reviews has a bean
/// of this.
public interface ReviewDays {

    /// The day of the last review of the person known under these ids.
    Optional<LocalDate> last(Collection<UUID> persons, AsOf asOf);

    /// The same of many people by the leader, each as the persons who are one. A room that can reads them
    /// all at once.
    default Map<UUID, LocalDate> lastOfEach(Collection<List<Person>> people, AsOf asOf) {
        Map<UUID, LocalDate> last = new HashMap<>();
        for (List<Person> one : people) {
            last(one.stream().map(Person::id).toList(), asOf)
                    .ifPresent(day -> last.put(one.getFirst().id(), day));
        }
        return last;
    }
}
