package org.nostos.evidence.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.evidence.EvidenceItems;
import org.nostos.evidence.EvidenceLink;
import org.nostos.registry.ActOnPerson;
import org.nostos.registry.ActOnPerson.Belongs;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;
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
        Map<UUID, Person> byId =
                joined.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<ActOnPerson> lines = new ArrayList<>();
        for (EvidenceLink link : items.linksOf(byId.keySet())) {
            Person madeOn = byId.get(link.stamp().person());
            if (madeOn != null) {
                lines.add(line(link, madeOn));
            }
        }
        return lines;
    }

    private ActOnPerson line(EvidenceLink link, Person madeOn) {
        return new ActOnPerson(
                room(),
                link.stamp().id(),
                link.ends() ? "evidence-ended" : "evidence",
                null,
                link.reason(),
                link.stamp().by(),
                link.stamp().recordedAt(),
                madeOn,
                null,
                null,
                Belongs.TO_ONE);
    }
}
