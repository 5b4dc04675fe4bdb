package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.nostos.requests.internal.Folding;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The conditions under which a state accepts somebody, each for itself: said to be met by one hand and confirmed by
/// another, of the committee or of the state at its desk, which alone contests or waives. Thread-safe.
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

    /// Records what the committee says of this condition of a state, which accepted somebody known under these
    /// persons.
    public List<Obstacle> say(List<UUID> persons, UUID answer, int place, Saying saying) {
        return say(() -> notes.linesOf(persons), answer, place, saying);
    }

    /// Records what the state itself says of a condition of its own, at its desk, today and by its own officer.
    ///
    /// @param proof what proves it, or the reason
    /// @param seen the latest of the condition that the page showed
    public List<Obstacle> sayAtDesk(
            UUID note,
            UUID answer,
            int place,
            AnswerCondition.Kind kind,
            String proof,
            @Nullable UUID seen) {
        Saying saying =
                new Saying(
                        kind,
                        LocalDate.now(ZoneOffset.UTC),
                        Caller.required().displayName(),
                        proof,
                        seen);
        return say(() -> notes.lines(List.of(note)), answer, place, saying);
    }

    private List<Obstacle> say(
            Supplier<List<NoteLine>> lines, UUID answer, int place, Saying saying) {
        Asked before =
                asked(lines.get(), answer)
                        .orElseThrow(() -> new NoSuchElementException("no such acceptance"));
        notes.turn(before.note().id());
        Optional<Asked> now = asked(lines.get(), answer);
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
        faults.addAll(refused(condition, saying, Caller.required()));
        if (faults.isEmpty()) {
            write(now.get(), condition, saying);
        }
        return faults;
    }

    private Optional<Asked> asked(List<NoteLine> lines, UUID answer) {
        return folding.asked(lines, AsOf.now()).stream()
                .filter(one -> one.conditions().stream().anyMatch(of -> of.answer().equals(answer)))
                .findFirst();
    }

    /// Why this caller may not say this of a condition that stands so.
    private static List<Obstacle> refused(AnswerCondition condition, Saying saying, Caller caller) {
        AnswerCondition.Kind kind = saying.kind;
        if (!(isAtDesk(caller) ? kind.isForStates() : kind.isForCommittee())) {
            return List.of(Obstacle.of("obstacle.requests.condition-whose"));
        }
        AnswerCondition.Said last = condition.last();
        boolean early = kind.isForStates() && last != null && last.on().isAfter(saying.on);
        if (early || !condition.standing().admits(kind)) {
            return List.of(Obstacle.of("obstacle.requests.condition-order"));
        }
        boolean sameHand =
                kind == AnswerCondition.Kind.CONFIRMED
                        && last != null
                        && last.account().equals(caller.account());
        return sameHand ? List.of(Obstacle.of("obstacle.requests.condition-hand")) : List.of();
    }

    private static boolean isAtDesk(Caller caller) {
        return caller.role() == Role.CONSULAR_OFFICER;
    }

    private void write(Asked asked, AnswerCondition condition, Saying saying) {
        Caller caller = Caller.required();
        boolean atDesk = isAtDesk(caller);
        Map<String, Object> of = new HashMap<>();
        of.put("note", asked.note().id());
        of.put("line", asked.line().id());
        of.put("condition", condition.place());
        of.put("said", saying.kind.name());
        if (!atDesk) {
            of.put("person", asked.person());
        }
        UUID act = acts.record(Act.of("requests.condition-said", Purpose.STATE_REQUEST, of));
        notes.add(
                new AnswerCondition.Said(
                        UUID.randomUUID(),
                        condition.answer(),
                        condition.place(),
                        saying.kind,
                        saying.on,
                        saying.whom,
                        saying.source,
                        atDesk,
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                act);
        if (!atDesk) {
            events.publishEvent(new CaseChanged(asked.person()));
        }
    }
}
