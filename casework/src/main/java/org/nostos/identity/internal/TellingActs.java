package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.identity.Tellings;
import org.nostos.identity.Tellings.Telling;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// Reads and exports of several persons as one, a line for each account and kind: whoever read the
/// joined person has read every one of them, unless somebody says otherwise.
@Component
class TellingActs implements ActsOnPerson {

    private final Tellings tellings;

    TellingActs(Tellings tellings) {
        this.tellings = tellings;
    }

    @Override
    public String room() {
        return "reads";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Set<UUID> ids = joined.stream().map(Person::id).collect(Collectors.toSet());
        Map<String, List<Telling>> byReader = new LinkedHashMap<>();
        for (Telling telling : tellings.of(ids)) {
            if (telling.persons().stream().filter(ids::contains).count() > 1) {
                byReader.computeIfAbsent(
                                telling.account() + telling.kind(), any -> new ArrayList<>())
                        .add(telling);
            }
        }
        Person leader = joined.iterator().next();
        return byReader.values().stream().map(reads -> line(reads, leader)).toList();
    }

    /// Named by the first of them, which no later read changes.
    private ActOnPerson line(List<Telling> reads, Person leader) {
        Telling last = reads.getLast();
        return new ActOnPerson(
                room(),
                reads.getFirst().entry(),
                "told",
                "act." + last.kind(),
                String.valueOf(reads.size()),
                last.name() + ", " + last.party(),
                last.at(),
                leader,
                null,
                null,
                Belongs.TO_ANY);
    }
}
