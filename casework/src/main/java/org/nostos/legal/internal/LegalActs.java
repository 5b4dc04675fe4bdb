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
import org.nostos.legal.Determinations;
import org.nostos.legal.Exclusions;
import org.nostos.legal.Mandates;
import org.nostos.legal.Reviews;
import org.nostos.legal.Wills;
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
    private final Reviews reviews;
    private final Wills wills;
    private final Determinations determinations;
    private final Exclusions exclusions;
    private final Mandates mandates;

    LegalActs(
            Bars bars,
            CourtOrders orders,
            Clearances clearances,
            Reviews reviews,
            Wills wills,
            Determinations determinations,
            Exclusions exclusions,
            Mandates mandates) {
        this.bars = bars;
        this.orders = orders;
        this.clearances = clearances;
        this.reviews = reviews;
        this.wills = wills;
        this.determinations = determinations;
        this.exclusions = exclusions;
        this.mandates = mandates;
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
        others(byId, lines);
        return lines;
    }

    private void others(Map<UUID, Person> byId, List<ActOnPerson> lines) {
        reviews.of(byId.keySet())
                .forEach(e -> add(lines, byId, e.stamp(), "review", null, e.reason()));
        reviews.proceedings(byId.keySet())
                .forEach(e -> add(lines, byId, e.stamp(), "court", null, e.reason()));
        wills.of(byId.keySet()).forEach(e -> add(lines, byId, e.stamp(), "will", null, e.reason()));
        determinations
                .of(byId.keySet())
                .forEach(e -> add(lines, byId, e.stamp(), "bid", null, e.reason()));
        exclusions
                .of(byId.keySet())
                .forEach(e -> add(lines, byId, e.stamp(), "exclusion", null, e.reason()));
        mandates.of(byId.keySet())
                .forEach(e -> add(lines, byId, e.stamp(), "counsel", null, e.reason()));
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
