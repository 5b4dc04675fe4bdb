package org.nostos.legal.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.legal.BarEvent;
import org.nostos.legal.Bars;
import org.nostos.legal.Clearances;
import org.nostos.legal.CourtOrders;
import org.nostos.legal.Determinations;
import org.nostos.legal.Exclusions;
import org.nostos.legal.Mandates;
import org.nostos.legal.Rehabilitations;
import org.nostos.legal.Reviews;
import org.nostos.legal.Wills;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.nostos.registry.StampedActs;
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
    private final Rehabilitations stays;

    LegalActs(
            Bars bars,
            CourtOrders orders,
            Clearances clearances,
            Reviews reviews,
            Wills wills,
            Determinations determinations,
            Exclusions exclusions,
            Mandates mandates,
            Rehabilitations stays) {
        this.bars = bars;
        this.orders = orders;
        this.clearances = clearances;
        this.reviews = reviews;
        this.wills = wills;
        this.determinations = determinations;
        this.exclusions = exclusions;
        this.mandates = mandates;
        this.stays = stays;
    }

    @Override
    public String room() {
        return "legal";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        StampedActs acts = new StampedActs(room(), joined);
        Set<UUID> ids = acts.persons();
        bars.of(ids).forEach(event -> add(acts, event));
        orders.of(ids).forEach(e -> acts.add(e.stamp(), "order", null, e.reason()));
        clearances.of(ids).forEach(e -> acts.add(e.stamp(), "clearance", null, e.reason()));
        reviews.of(ids).forEach(e -> acts.add(e.stamp(), "review", null, e.reason()));
        reviews.proceedings(ids).forEach(e -> acts.add(e.stamp(), "court", null, e.reason()));
        wills.of(ids).forEach(e -> acts.add(e.stamp(), "will", null, e.reason()));
        determinations.of(ids).forEach(e -> acts.add(e.stamp(), "bid", null, e.reason()));
        exclusions.of(ids).forEach(e -> acts.add(e.stamp(), "exclusion", null, e.reason()));
        stays.of(ids).forEach(e -> acts.add(e.stamp(), "rehabilitation", null, e.reason()));
        mandates.of(ids).forEach(e -> acts.add(e.stamp(), "counsel", null, e.reason()));
        return acts.all();
    }

    private static void add(StampedActs acts, BarEvent event) {
        String words = event.destination() + ": " + event.reason();
        acts.add(event.stamp(), "bar", "legal.ground." + event.ground().name(), words);
    }
}
