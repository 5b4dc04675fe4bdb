package org.nostos.cases.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.Standing;
import org.nostos.cases.Step;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityFile;
import org.nostos.identity.NationalityStanding;
import org.nostos.identity.NationalityStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Whose national the person is, a line for each state that anybody named.
@Component
@Order(30)
class NationalityLines implements CaseTrack {

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        return people.stream().<Reading>map(subject -> new Read(subject.nationality())).toList();
    }

    private record Read(NationalityFile file) implements Reading {

        @Override
        public List<TrackLine> lines() {
            return file.standings().stream().map(NationalityLines::line).toList();
        }

        @Override
        public List<Unmet> open() {
            return file.alarms();
        }

        @Override
        public List<Unmet> against(Step step) {
            return step.kind() == Step.Kind.TRANSFER ? file.missing(step.to()) : List.of();
        }

        /// Every state that has not said no.
        @Override
        public Set<StateCode> destinations() {
            return file.standings().stream()
                    .filter(now -> !now.status().isLost())
                    .map(NationalityStanding::state)
                    .collect(Collectors.toUnmodifiableSet());
        }
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
}
