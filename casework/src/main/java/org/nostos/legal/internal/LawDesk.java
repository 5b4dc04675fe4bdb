package org.nostos.legal.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Stamp;
import org.nostos.legal.CaseTurns;
import org.nostos.legal.LawStep;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What every step in the law of a case has in common: its turn, its words, its act.
@Component
public class LawDesk {

    private static final int LONGEST_REASON = 8000;
    private static final int LONGEST_SOURCE = 500;

    private final Acts acts;
    private final CaseTurns turns;
    private final ApplicationEventPublisher events;

    LawDesk(Acts acts, CaseTurns turns, ApplicationEventPublisher events) {
        this.acts = acts;
        this.turns = turns;
        this.events = events;
    }

    /// Waits for the case's turn: what is read after it, nobody else changes.
    public void turn(LawStep step) {
        turns.take(step.leader());
    }

    /// What stands in the way of any step: the page is out of date, a reason is missing, the day is not
    /// a day that has been.
    public List<Obstacle> against(LawStep step, @Nullable UUID last) {
        if (!Objects.equals(step.seen(), last)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        return words(step);
    }

    /// The same, for a step that builds on nothing that a page showed.
    public List<Obstacle> words(LawStep step) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (step.reason().isEmpty() || step.reason().length() > LONGEST_REASON) {
            obstacles.add(Obstacle.of("obstacle.legal.reason"));
        }
        if (step.source() != null && step.source().length() > LONGEST_SOURCE) {
            obstacles.add(Obstacle.of("obstacle.legal.source"));
        }
        if (step.on().isAfter(today())) {
            obstacles.add(Obstacle.of("obstacle.legal.day-to-come"));
        }
        return obstacles;
    }

    /// Writes the act down; the fact it adds has this id.
    public UUID act(String kind, LawStep step, UUID fact) {
        return acts.record(
                Act.of(kind, Purpose.LEGAL_REVIEW, Map.of("person", step.leader(), "fact", fact))
                        .withReason(step.reason()));
    }

    /// Writes down that somebody read what the law says of a case.
    public void read(List<UUID> persons) {
        acts.record(
                Act.of(
                        "legal.read",
                        Purpose.LEGAL_REVIEW,
                        Map.of("person", persons.getFirst(), "persons", persons)));
    }

    public void changed(LawStep step) {
        events.publishEvent(new CaseChanged(step.leader()));
    }

    /// The stamp of a fact that the caller adds now.
    public static Stamp stamp(UUID id, LawStep step) {
        Caller caller = Caller.required();
        return new Stamp(
                id,
                step.leader(),
                step.on(),
                Instant.now(),
                caller.account(),
                caller.displayName());
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
