package org.nostos.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityEvents;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// What happened to nationalities, as acts on the persons they were recorded for. A confirmation and a
/// correction go where the event goes that they are about.
@Component
class NationalityActs implements ActsOnPerson {

    private final NationalityEvents events;

    NationalityActs(NationalityEvents events) {
        this.events = events;
    }

    @Override
    public String room() {
        return "nationality";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return events.ofPersons(byId.keySet()).stream()
                .filter(event -> event.id().equals(event.root()))
                .map(event -> line(event, byId))
                .toList();
    }

    private ActOnPerson line(NationalityEvent event, Map<UUID, Person> byId) {
        return new ActOnPerson(
                room(),
                event.id(),
                "nationality",
                "nationality.step." + event.step(),
                event.state() + (event.source().isEmpty() ? "" : ", " + event.source()),
                event.stamp().by(),
                event.stamp().recordedAt(),
                Objects.requireNonNull(byId.get(event.stamp().person())),
                null,
                null,
                Belongs.TO_ONE);
    }
}
