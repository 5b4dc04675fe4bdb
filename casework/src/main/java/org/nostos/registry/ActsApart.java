package org.nostos.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.registry.ActOnPerson.Belongs;

/// Acts of rooms whose files whoever takes a person apart does not read: they have to say where each act
/// goes, and learn of it that there is one, of what kind, when, and whom to ask.
public interface ActsApart {

    /// One act, of the person it hangs on now.
    record Done(UUID id, UUID person, String what, String words, String by, Instant at) {}

    /// What hangs on these persons in this room. Needs a running transaction.
    List<Done> of(String room, Collection<UUID> persons);

    /// The same, as acts of those who were joined. Needs a running transaction.
    default List<ActOnPerson> on(String room, Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return of(room, byId.keySet()).stream()
                .map(done ->
                        new ActOnPerson(
                                room,
                                done.id(),
                                done.what(),
                                null,
                                done.words(),
                                done.by(),
                                done.at(),
                                Objects.requireNonNull(byId.get(done.person())),
                                null,
                                null,
                                Belongs.TO_ONE))
                .toList();
    }
}
