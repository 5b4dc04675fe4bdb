package org.nostos.legal.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsApart;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// What was decided about somebody, as acts that must be put back when a person is taken apart. Who takes
/// them apart does not read the law's files.
@Component
class LegalActs implements ActsOnPerson {

    private final ActsApart apart;

    LegalActs(ActsApart apart) {
        this.apart = apart;
    }

    @Override
    public String room() {
        return "legal";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return apart.of(room(), byId.keySet()).stream()
                .map(done ->
                        new ActOnPerson(
                                room(),
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
