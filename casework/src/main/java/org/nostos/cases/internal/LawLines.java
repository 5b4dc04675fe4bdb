package org.nostos.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.CaseQuestion;
import org.nostos.cases.Standing;
import org.nostos.cases.Step;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.identity.Nationalities;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.Bars;
import org.nostos.legal.Ground;
import org.nostos.legal.LegalAlarms;
import org.nostos.legal.LegalWhyNot;
import org.nostos.legal.Route;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The bars that protect the person, a line for each state that somebody looked at. What nobody
/// assessed stops like what was found.
@Component
@Order(60)
class LawLines implements CaseTrack {

    private final LegalWhyNot law;
    private final Bars bars;
    private final LegalAlarms alarms;
    private final Nationalities nationalities;

    LawLines(LegalWhyNot law, Bars bars, LegalAlarms alarms, Nationalities nationalities) {
        this.law = law;
        this.bars = bars;
        this.alarms = alarms;
        this.nationalities = nationalities;
    }

    @Override
    public List<TrackLine> lines(CaseQuestion question) {
        Map<StateCode, List<BarEvent>> said =
                bars.of(question.ids()).stream()
                        .filter(event ->
                                question.at()
                                        .counts(event.stamp().on(), event.stamp().recordedAt()))
                        .collect(Collectors.groupingBy(BarEvent::destination));
        return law.matrix(question.ids(), said.keySet(), question.at()).entrySet().stream()
                .map(row ->
                        line(
                                row.getKey(),
                                row.getValue(),
                                said.getOrDefault(row.getKey(), List.of())))
                .toList();
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

    @Override
    public List<Unmet> open(CaseQuestion question) {
        return alarms.of(question.ids(), question.at());
    }

    /// Home on the road of a return, anywhere else as a relocation.
    @Override
    public List<Unmet> against(CaseQuestion question, Step step) {
        if (step.kind() != Step.Kind.TRANSFER) {
            return List.of();
        }
        Set<StateCode> own = Set.copyOf(nationalities.of(question.ids(), question.at()).verified());
        Route route =
                own.contains(step.to())
                        ? Route.REPATRIATION_NO_PROCEEDINGS
                        : Route.THIRD_STATE_RELOCATION;
        return law.against(question.ids(), route, step.to(), List.of(), question.at());
    }
}
