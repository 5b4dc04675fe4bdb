package org.nostos.legal.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.legal.Bars;
import org.nostos.legal.Clearances;
import org.nostos.legal.CourtOrders;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.springframework.stereotype.Component;

/// What was decided about somebody, as acts that must be put back when a person is taken apart.
@Component
class LegalActs implements ActsOnPerson {

    private final Bars bars;
    private final CourtOrders orders;
    private final Clearances clearances;

    LegalActs(Bars bars, CourtOrders orders, Clearances clearances) {
        this.bars = bars;
        this.orders = orders;
        this.clearances = clearances;
    }

    @Override
    public String room() {
        return "legal";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<ActOnPerson> lines = new ArrayList<>();
        bars.of(byId.keySet())
                .forEach(event ->
                        add(
                                lines,
                                byId,
                                event.stamp(),
                                "bar",
                                "legal.ground." + event.ground().name(),
                                event.destination() + ": " + event.reason()));
        orders.of(byId.keySet())
                .forEach(event -> add(lines, byId, event.stamp(), "order", null, event.reason()));
        clearances
                .of(byId.keySet())
                .forEach(event ->
                        add(lines, byId, event.stamp(), "clearance", null, event.reason()));
        return lines;
    }

    private void add(
            List<ActOnPerson> lines,
            Map<UUID, Person> byId,
            Stamp stamp,
            String what,
            @Nullable String subject,
            String text) {
        Person madeOn = byId.get(stamp.person());
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
