package org.nostos.custody.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.custody.CustodyEvents;
import org.nostos.custody.PropertyContainers;
import org.nostos.custody.Told;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// What happened in persons' custody and what they were told, as acts on the persons they were
/// recorded for.
@Component
class CustodyActs implements ActsOnPerson {

    private final CustodyEvents events;
    private final Told told;
    private final PropertyContainers containers;

    CustodyActs(CustodyEvents events, Told told, PropertyContainers containers) {
        this.events = events;
        this.told = told;
        this.containers = containers;
    }

    @Override
    public String room() {
        return "custody";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<ActOnPerson> lines = new ArrayList<>();
        events.of(byId.keySet())
                .forEach(e ->
                        add(
                                lines,
                                byId,
                                e.stamp(),
                                "custody",
                                "custody.kind." + e.kind(),
                                e.source()));
        told.rights(byId.keySet())
                .forEach(n ->
                        add(
                                lines,
                                byId,
                                n.stamp(),
                                "custody-told",
                                "custody.right." + n.right(),
                                n.source()));
        told.choices(byId.keySet())
                .forEach(c -> {
                    Stamp stamp = c.stamp();
                    if (stamp != null) {
                        add(
                                lines,
                                byId,
                                stamp,
                                "custody-choice",
                                "custody.wish." + c.wish(),
                                c.source());
                    }
                });
        told.items(byId.keySet())
                .forEach(i ->
                        add(
                                lines,
                                byId,
                                i.stamp(),
                                "custody-item",
                                "custody.item." + i.item(),
                                i.words()));
        containers
                .of(byId.keySet())
                .forEach(c ->
                        add(
                                lines,
                                byId,
                                c.stamp(),
                                "custody-property",
                                "custody.item.PROPERTY",
                                c.seal()));
        return lines;
    }

    private void add(
            List<ActOnPerson> lines,
            Map<UUID, Person> byId,
            Stamp stamp,
            String what,
            String subject,
            String text) {
        @Nullable Person madeOn = byId.get(stamp.person());
        if (madeOn != null) {
            lines.add(
                    new ActOnPerson(
                            room(),
                            stamp.id(),
                            what,
                            subject,
                            text,
                            stamp.by(),
                            stamp.recordedAt(),
                            madeOn,
                            null,
                            null,
                            Belongs.TO_ONE));
        }
    }
}
