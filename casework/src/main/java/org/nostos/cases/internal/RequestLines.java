package org.nostos.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.Standing;
import org.nostos.cases.Step;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.requests.AnswerEvent;
import org.nostos.requests.AnswerState;
import org.nostos.requests.Answers;
import org.nostos.requests.Asked;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Disclosing;
import org.nostos.requests.RequestRule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What states were asked about the person and what they said or did not say, a line for each note.
@Component
@Order(40)
class RequestLines implements CaseTrack {

    private final Answers answers;
    private final Disclosing disclosing;

    RequestLines(Answers answers, Disclosing disclosing) {
        this.answers = answers;
        this.disclosing = disclosing;
    }

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        Map<UUID, List<Asked>> asked =
                answers.ofEach(CaseSubject.people(people), people.getFirst().at());
        return people.stream()
                .<Reading>map(subject ->
                        new Read(
                                subject,
                                asked.getOrDefault(subject.leader(), List.of()),
                                disclosing))
                .toList();
    }

    private record Read(CaseSubject subject, List<Asked> asked, Disclosing disclosing)
            implements Reading {

        @Override
        public List<TrackLine> lines() {
            return asked.stream().map(RequestLines::line).toList();
        }

        /// A state that is asked has a clock; a refusal that nobody can review alarms.
        @Override
        public List<Unmet> open() {
            return asked.stream().flatMap(one -> RequestLines.open(one).stream()).toList();
        }

        @Override
        public List<Unmet> against(Step step) {
            return switch (step.kind()) {
                case TRANSFER -> Answers.against(asked, step.to());
                case DISCLOSURE ->
                        disclosing.missing(subject.ids(), step.to(), AskedFor.NATIONALITY);
            };
        }

        /// Every state that was asked and has not said no.
        @Override
        public Set<StateCode> destinations() {
            return asked.stream()
                    .filter(one -> standing(one.answer().state()) != Standing.ENDED)
                    .map(one -> one.note().state())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static TrackLine line(Asked asked) {
        List<TrackEvent> events = new ArrayList<>();
        if (asked.noteStanding().sent() != null) {
            events.add(
                    new TrackEvent(
                            asked.noteStanding().sent(),
                            asked.note().recordedAt(),
                            asked.note().state().value(),
                            "case.requests.sent"));
        }
        asked.events().forEach(event -> events.add(event(event)));
        return new TrackLine(
                asked.note().asked() == AskedFor.RELOCATION ? "third-state" : "requests",
                asked.note().state().value(),
                standing(asked.answer().state()),
                "answer." + asked.answer().state(),
                List.of(),
                events);
    }

    private static TrackEvent event(AnswerEvent event) {
        String by = event.by();
        return new TrackEvent(
                event.on(),
                event.recordedAt(),
                by == null ? "" : by,
                "answer.kind." + event.kind());
    }

    private static Standing standing(AnswerState state) {
        return switch (state) {
            case PENDING, MORE_INFORMATION_NEEDED -> Standing.WAIT;
            case NO_ANSWER -> Standing.STOP;
            case ACCEPTED, DEEMED_ACCEPTED -> Standing.DONE;
            case ACCEPTED_CHILD_ONLY, ACCEPTED_CONDITIONAL -> Standing.DOING;
            case REFUSED, NOT_OUR_NATIONAL, ANSWER_WITHDRAWN -> Standing.ENDED;
        };
    }

    private static List<Unmet> open(Asked asked) {
        List<Unmet> open = new ArrayList<>();
        String state = asked.note().state().value();
        AnswerState answer = asked.answer().state();
        if (answer == AnswerState.PENDING || answer == AnswerState.NO_ANSWER) {
            Unmet clock = Unmet.of(RequestRule.REPLY_CLOCK, state);
            LocalDate due = asked.noteStanding().due();
            open.add(due == null ? clock : clock.by(due));
        }
        AnswerEvent said = asked.answer().event();
        if (answer == AnswerState.REFUSED && said != null && said.form().reviewBody().isEmpty()) {
            open.add(Unmet.of(RequestRule.REFUSAL_WITHOUT_REVIEW, state));
        }
        return open;
    }
}
