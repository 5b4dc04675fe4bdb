package org.nostos.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.CareEvents;
import org.nostos.registry.CareEvents.ActDone;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// What was done for somebody's care, as acts on the persons it was recorded for.
@Component
class CareActs implements ActsOnPerson {

    private final CareEvents events;

    CareActs(CareEvents events) {
        this.events = events;
    }

    @Override
    public String room() {
        return "care";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return events.acts(byId.keySet()).stream().map(done -> line(done, byId)).toList();
    }

    private ActOnPerson line(ActDone done, Map<UUID, Person> byId) {
        return new ActOnPerson(
                room(),
                done.id(),
                "care",
                "family.care." + done.kind(),
                "",
                done.by(),
                done.at(),
                Objects.requireNonNull(byId.get(done.person())),
                null,
                null,
                Belongs.TO_ONE);
    }
}
