package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.nostos.requests.internal.Folding;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The conditions under which a state accepts somebody, each for itself: met, not met, or waived by the state, by
/// whose word and on which paper. Thread-safe.
@Service
@Transactional
public class ConditionKeeping {

    private static final int LONGEST_WHOM = 200;
    private static final int LONGEST_SOURCE = 500;

    private final Acts acts;
    private final NotesVerbales notes;
    private final Folding folding;
    private final ApplicationEventPublisher events;

    ConditionKeeping(
            Acts acts, NotesVerbales notes, Folding folding, ApplicationEventPublisher events) {
        this.acts = acts;
        this.notes = notes;
        this.folding = folding;
        this.events = events;
    }

    /// What somebody says of a condition.
    ///
    /// @param seen the latest of the condition that the page showed
    public record Saying(
            AnswerCondition.Kind kind,
            LocalDate on,
            String whom,
            String source,
            @Nullable UUID seen) {
        public Saying {
            whom = whom.strip();
            source = source.strip();
        }

        List<Obstacle> faults() {
            List<Obstacle> faults = new ArrayList<>();
            if (whom.isEmpty() || whom.length() > LONGEST_WHOM) {
                faults.add(Obstacle.of("obstacle.requests.condition-whom"));
            }
            if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
                faults.add(Obstacle.of("obstacle.requests.condition-source"));
            }
            if (on.isAfter(LocalDate.now(ZoneOffset.UTC))) {
                faults.add(Obstacle.of("obstacle.requests.future"));
            }
            return faults;
        }
    }

    /// Records how this condition of a state stands, which accepted somebody known under these persons.
    public List<Obstacle> say(List<UUID> persons, UUID answer, int place, Saying saying) {
        Asked before =
                asked(persons, answer)
                        .orElseThrow(() -> new NoSuchElementException("no such acceptance"));
        notes.turn(before.note().id());
        Optional<Asked> now = asked(persons, answer);
        if (now.isEmpty()) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        AnswerCondition condition =
                now.get().conditions().stream()
                        .filter(one -> one.place() == place)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no such condition"));
        if (!condition.seen().equals(saying.seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        List<Obstacle> faults = saying.faults();
        if (faults.isEmpty()) {
            write(now.get(), condition, saying);
        }
        return faults;
    }

    private Optional<Asked> asked(List<UUID> persons, UUID answer) {
        return folding.asked(notes.linesOf(persons), AsOf.now()).stream()
                .filter(one -> one.conditions().stream().anyMatch(of -> of.answer().equals(answer)))
                .findFirst();
    }

    private void write(Asked asked, AnswerCondition condition, Saying saying) {
        Caller caller = Caller.required();
        UUID act =
                acts.record(
                        Act.of(
                                "requests.condition-said",
                                Purpose.STATE_REQUEST,
                                Map.of(
                                        "person",
                                        asked.person(),
                                        "note",
                                        asked.note().id(),
                                        "line",
                                        asked.line().id(),
                                        "condition",
                                        condition.place(),
                                        "said",
                                        saying.kind.name())));
        notes.add(
                new AnswerCondition.Said(
                        UUID.randomUUID(),
                        condition.answer(),
                        condition.place(),
                        saying.kind,
                        saying.on,
                        saying.whom,
                        saying.source,
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                act);
        events.publishEvent(new CaseChanged(asked.person()));
    }
}
