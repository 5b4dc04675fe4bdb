package org.nostos.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.Standing;
import org.nostos.cases.Step;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.Ground;
import org.nostos.legal.LawFile;
import org.nostos.legal.LegalAlarms;
import org.nostos.legal.LegalWhyNot;
import org.nostos.legal.Route;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The review of the person, and the bars that protect them, a line for each state that somebody looked at. What nobody
/// assessed stops like what was found.
@Component
@Order(60)
class LawLines implements CaseTrack {

    private final LegalWhyNot law;

    LawLines(LegalWhyNot law) {
        this.law = law;
    }

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        Map<UUID, LawFile> files = law.readEach(CaseSubject.people(people));
        return people.stream()
                .<Reading>map(subject ->
                        new Read(subject, Objects.requireNonNull(files.get(subject.leader()))))
                .toList();
    }

    private record Read(CaseSubject subject, LawFile file) implements Reading {

        @Override
        public List<TrackLine> lines() {
            AsOf at = subject.at();
            Map<StateCode, List<BarEvent>> said =
                    file.bars().stream()
                            .filter(event ->
                                    at.counts(event.stamp().on(), event.stamp().recordedAt()))
                            .collect(Collectors.groupingBy(BarEvent::destination));
            List<TrackLine> lines = new ArrayList<>(ReviewLines.of(file, at));
            LegalWhyNot.matrix(file, said.keySet(), at).entrySet().stream()
                    .map(row ->
                            line(
                                    row.getKey(),
                                    row.getValue(),
                                    said.getOrDefault(row.getKey(), List.of())))
                    .forEach(lines::add);
            return lines;
        }

        @Override
        public List<Unmet> open() {
            return LegalAlarms.of(file, subject.at());
        }

        /// Home on the road of a return, anywhere else as a relocation.
        @Override
        public List<Unmet> against(Step step) {
            if (step.kind() != Step.Kind.TRANSFER) {
                return List.of();
            }
            Route route =
                    subject.nationality().verified().contains(step.to())
                            ? Route.REPATRIATION_NO_PROCEEDINGS
                            : Route.THIRD_STATE_RELOCATION;
            return LegalWhyNot.against(file, route, step.to(), List.of(), subject.at());
        }
    }

    private static TrackLine line(StateCode state, Map<Ground, Bar> row, List<BarEvent> events) {
        boolean open = row.values().stream().anyMatch(bar -> !bar.passes());
        return new TrackLine(
                "bars",
                state.value(),
                open ? Standing.STOP : Standing.DONE,
                open ? "case.bars.OPEN" : "case.bars.NONE",
                List.of(),
                events.stream().map(LawLines::event).toList());
    }

    private static TrackEvent event(BarEvent event) {
        return new TrackEvent(
                event.stamp().on(),
                event.stamp().recordedAt(),
                event.stamp().by(),
                "case.bars.event");
    }
}
