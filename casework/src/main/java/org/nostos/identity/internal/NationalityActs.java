package org.nostos.identity.internal;

import java.util.Collection;
import java.util.List;
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityEvents;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.nostos.registry.StampedActs;
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
        StampedActs acts = new StampedActs(room(), joined);
        events.ofPersons(acts.persons()).stream()
                .filter(event -> event.id().equals(event.root()))
                .forEach(event -> add(acts, event));
        return acts.all();
    }

    private static void add(StampedActs acts, NationalityEvent event) {
        String source = event.source().isEmpty() ? "" : ", " + event.source();
        String step = "nationality.step." + event.step();
        acts.add(event.stamp(), "nationality", step, event.state() + source);
    }
}
