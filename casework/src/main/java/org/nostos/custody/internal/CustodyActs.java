package org.nostos.custody.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.Stamp;
import org.nostos.custody.ConsularChoice;
import org.nostos.custody.CustodyEvents;
import org.nostos.custody.PropertyContainers;
import org.nostos.custody.Told;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.nostos.registry.StampedActs;
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
        StampedActs acts = new StampedActs(room(), joined);
        Set<UUID> ids = acts.persons();
        events.of(ids)
                .forEach(e ->
                        acts.add(e.stamp(), "custody", "custody.kind." + e.kind(), e.source()));
        told.rights(ids)
                .forEach(n ->
                        acts.add(
                                n.stamp(),
                                "custody-told",
                                "custody.right." + n.right(),
                                n.source()));
        told.kinNotices(ids)
                .forEach(n ->
                        acts.add(
                                n.stamp(),
                                "custody-kin",
                                "custody.kin." + n.occasion(),
                                n.source()));
        told.choices(ids).forEach(choice -> add(acts, choice));
        told.items(ids)
                .forEach(i ->
                        acts.add(i.stamp(), "custody-item", "custody.item." + i.item(), i.words()));
        containers
                .of(ids)
                .forEach(c ->
                        acts.add(c.stamp(), "custody-property", "custody.item.PROPERTY", c.seal()));
        return acts.all();
    }

    private static void add(StampedActs acts, ConsularChoice choice) {
        Stamp stamp = choice.stamp();
        if (stamp != null) {
            acts.add(stamp, "custody-choice", "custody.wish." + choice.wish(), choice.source());
        }
    }
}
