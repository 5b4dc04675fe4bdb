package org.nostos.cases.internal;

import java.util.List;
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
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Whose national the person is, a line for each state that anybody named.
@Component
@Order(30)
class NationalityLines implements CaseTrack {

    private final Nationalities nationalities;

    NationalityLines(Nationalities nationalities) {
        this.nationalities = nationalities;
    }

    @Override
    public List<TrackLine> lines(CaseQuestion question) {
        return nationalities.of(question.ids(), question.at()).standings().stream()
                .map(NationalityLines::line)
                .toList();
    }

    private static TrackLine line(NationalityStanding now) {
        return new TrackLine(
                "nationality",
                now.state().value(),
                standing(now.status()),
                "nationality.status." + now.status(),
                List.of(),
                now.events().stream().map(NationalityLines::event).toList());
    }

    private static Standing standing(NationalityStatus status) {
        return switch (status) {
            case VERIFIED -> Standing.DONE;
            case ALLEGED, CLAIMED, PRESUMED, INTERVIEWED -> Standing.DOING;
            case VERIFICATION_REQUESTED, INTERVIEW_SCHEDULED, DEPRIVATION_CHALLENGED ->
                    Standing.WAIT;
            case NOT_ESTABLISHED, DENIED, DEPRIVED, RENOUNCED -> Standing.ENDED;
        };
    }

    private static TrackEvent event(NationalityEvent event) {
        return new TrackEvent(
                event.stamp().on(),
                event.stamp().recordedAt(),
                event.stamp().by(),
                "nationality.step." + event.step());
    }

    @Override
    public List<Unmet> open(CaseQuestion question) {
        return nationalities.alarms(question.ids(), question.at());
    }

    @Override
    public List<Unmet> against(CaseQuestion question, Step step) {
        return step.kind() == Step.Kind.TRANSFER
                ? nationalities.whyNot(question.ids(), step.to(), question.at())
                : List.of();
    }

    /// Every state that has not said no.
    @Override
    public Set<StateCode> destinations(CaseQuestion question) {
        return nationalities.of(question.ids(), question.at()).standings().stream()
                .filter(now -> !now.status().isLost())
                .map(NationalityStanding::state)
                .collect(Collectors.toUnmodifiableSet());
    }
}
