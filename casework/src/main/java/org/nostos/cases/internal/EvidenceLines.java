package org.nostos.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Unmet;
import org.nostos.cases.TrackLine;
import org.nostos.evidence.Evidence;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What of the evidence should worry whoever keeps the case: something coerced is relied on, the defence
/// has not seen what a review rests on, a chain of custody has a gap. It is no track of its own. Over all
/// cases what stands in the compartment of the law is not counted: the engine does not read it.
@Component
@Order(65)
class EvidenceLines implements CaseTrack {

    private final Evidence evidence;

    EvidenceLines(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        Map<UUID, List<Evidence.Line>> found =
                evidence.ofEach(CaseSubject.people(people), people.getFirst().at());
        return people.stream()
                .<Reading>map(subject -> new Read(found.getOrDefault(subject.leader(), List.of())))
                .toList();
    }

    private record Read(List<Evidence.Line> items) implements Reading {

        @Override
        public List<TrackLine> lines() {
            return List.of();
        }

        @Override
        public List<Unmet> open() {
            return items.stream()
                    .flatMap(line -> line.standing().alarms().stream())
                    .distinct()
                    .toList();
        }
    }
}
