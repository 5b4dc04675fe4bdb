package org.nostos.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinEvents;
import org.nostos.registry.KinRelation;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// Ties, as acts on those at their one end. A tie has two ends, and either may have to move.
abstract class KinActs implements ActsOnPerson {

    private final KinEvents events;

    KinActs(KinEvents events) {
        this.events = events;
    }

    abstract @Nullable UUID end(KinEvent.Said said);

    abstract KinRelation relation(KinEvent.Said said);

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return events.ofPersons(byId.keySet()).stream()
                .flatMap(event -> line(event, event.said(), byId))
                .toList();
    }

    private Stream<ActOnPerson> line(
            KinEvent event, KinEvent.@Nullable Said said, Map<UUID, Person> byId) {
        Person madeOn = said == null ? null : byId.get(end(said));
        if (said == null || madeOn == null) {
            return Stream.empty();
        }
        return Stream.of(
                new ActOnPerson(
                        room(),
                        event.id(),
                        "tie",
                        "family.relation." + relation(said),
                        event.source(),
                        event.stamp().by(),
                        event.stamp().recordedAt(),
                        madeOn,
                        null,
                        null,
                        Belongs.TO_ONE));
    }

    /// The end of whoever the tie was proposed for.
    @Component
    static class OfThePerson extends KinActs {
        OfThePerson(KinEvents events) {
            super(events);
        }

        @Override
        public String room() {
            return "kin";
        }

        @Override
        UUID end(KinEvent.Said said) {
            return said.person();
        }

        @Override
        KinRelation relation(KinEvent.Said said) {
            return said.relation();
        }
    }

    /// The relative's end.
    @Component
    static class OfTheRelative extends KinActs {
        OfTheRelative(KinEvents events) {
            super(events);
        }

        @Override
        public String room() {
            return "kin-relative";
        }

        @Override
        @Nullable UUID end(KinEvent.Said said) {
            return said.relative();
        }

        @Override
        KinRelation relation(KinEvent.Said said) {
            return said.relation().inverse();
        }
    }
}
