package org.nostos.evidence.internal;

import java.util.Collection;
import java.util.List;
import org.nostos.evidence.EvidenceItems;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
import org.nostos.registry.StampedActs;
import org.springframework.stereotype.Component;

/// That items speak of persons, as acts on the persons they were linked to.
@Component
class EvidenceActs implements ActsOnPerson {

    private final EvidenceItems items;

    EvidenceActs(EvidenceItems items) {
        this.items = items;
    }

    @Override
    public String room() {
        return "evidence";
    }

    @Override
    public List<ActOnPerson> of(Collection<Person> joined) {
        StampedActs acts = new StampedActs(room(), joined);
        items.linksOf(acts.persons())
                .forEach(link ->
                        acts.add(
                                link.stamp(),
                                link.ends() ? "evidence-ended" : "evidence",
                                null,
                                link.reason()));
        return acts.all();
    }
}
