package org.nostos.transfers;

import java.util.List;
import java.util.UUID;
import org.nostos.registry.Person;

/// Somebody on a transfer, as they are known today.
///
/// @param persons who is one person, the one who leads first
public record Passenger(TransferLine line, LineStanding standing, List<Person> persons) {

    public Passenger {
        persons = List.copyOf(persons);
    }

    public List<UUID> ids() {
        return persons.stream().map(Person::id).toList();
    }

    public UUID leader() {
        return persons.getFirst().id();
    }

    public String number() {
        return persons.getFirst().number();
    }
}
