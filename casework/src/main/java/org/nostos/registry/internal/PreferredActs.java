package org.nostos.registry.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.nostos.registry.PreferredValue;
import org.nostos.registry.PreferredValues;
import org.springframework.stereotype.Component;

/// The choices between values, as acts on the persons they were made for.
@Component
class PreferredActs implements ActsOnPerson {

    private final PreferredValues preferred;

    PreferredActs(PreferredValues preferred) {
        this.preferred = preferred;
    }

    @Override
    public String room() {
        return "registry";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<ActOnPerson> lines = new ArrayList<>();
        for (PreferredValue choice : preferred.ofPersons(byId.keySet())) {
            Person madeOn = byId.get(choice.person());
            if (madeOn != null) {
                lines.add(line(choice, madeOn));
            }
        }
        return lines;
    }

    private ActOnPerson line(PreferredValue choice, Person madeOn) {
        return new ActOnPerson(
                room(),
                choice.id(),
                choice.record() == null ? "preferred-none" : "preferred",
                "field." + choice.role().key().replace('_', '-'),
                choice.reason(),
                choice.by(),
                choice.recordedAt(),
                madeOn,
                choice.record(),
                null,
                Belongs.TO_ONE);
    }
}
