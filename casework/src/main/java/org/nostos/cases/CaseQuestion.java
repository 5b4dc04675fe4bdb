package org.nostos.cases;

import java.util.List;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.registry.Person;

/// Whose case, at which two times: the persons who are one as judged, the one who leads first.
public record CaseQuestion(List<Person> persons, AsOf at) {

    public CaseQuestion {
        persons = List.copyOf(persons);
    }

    public Person leader() {
        return persons.getFirst();
    }

    public List<UUID> ids() {
        return persons.stream().map(Person::id).toList();
    }

    public List<UUID> records() {
        return persons.stream().map(Person::record).toList();
    }
}
