package org.nostos.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.Stamp;
import org.nostos.basics.Unmet;
import org.nostos.parties.Caller;
import org.nostos.registry.KinEvent.Kind;
import org.nostos.registry.KinTie.Standing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ties between people: one account proposes, another confirms. Suggestions from lists decide nothing.
/// Thread-safe.
@Service
@Transactional
public class KinKeeping {

    static final int LONGEST_SOURCE = 500;
    static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final KinEvents events;
    private final Kin kin;
    private final WhoIsOne whoIsOne;
    private final ApplicationEventPublisher publisher;

    KinKeeping(
            Acts acts,
            KinEvents events,
            Kin kin,
            WhoIsOne whoIsOne,
            ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.events = events;
        this.kin = kin;
        this.whoIsOne = whoIsOne;
        this.publisher = publisher;
    }

    /// What is proposed of a person: the relative, a person here or somebody outside by name, is their
    /// mother.
    ///
    /// @param born the birthday of a child born in custody, who stands on no list
    public record Proposal(
            @Nullable UUID relative,
            String contact,
            @Nullable LocalDate born,
            KinRelation relation,
            KinEvent.@Nullable Marriage marriage,
            KinEvent.Grade grade,
            @Nullable Boolean samePlace,
            LocalDate since,
            String source) {}

    /// What is done to a tie that was proposed.
    ///
    /// @param on the day it ended, or today
    public record Step(
            Kind kind,
            LocalDate on,
            @Nullable Boolean samePlace,
            String reason,
            @Nullable UUID seen) {}

    public List<Obstacle> propose(UUID person, Proposal proposal, @Nullable UUID seen) {
        Turn turn = turn(person);
        List<Obstacle> found = new ArrayList<>(changed(turn, seen));
        found.addAll(caseOfficer());
        found.addAll(wording(turn, proposal));
        if (!found.isEmpty()) {
            return found;
        }
        UUID id = UUID.randomUUID();
        KinEvent.Said said =
                new KinEvent.Said(
                        turn.leader(),
                        proposal.relative(),
                        proposal.contact().strip(),
                        proposal.born(),
                        proposal.relation(),
                        proposal.relation() == KinRelation.SPOUSE ? proposal.marriage() : null,
                        proposal.grade());
        write(
                turn,
                new KinEvent(
                        stamp(id, turn.leader(), proposal.since()),
                        id,
                        Kind.PROPOSED,
                        said,
                        proposal.samePlace(),
                        proposal.source().strip(),
                        ""),
                proposal.relative());
        return List.of();
    }

    /// Confirms, refuses, ends a tie, says whether both are at one place, or takes it back.
    public List<Obstacle> step(UUID person, UUID tie, Step step) {
        Turn turn = turn(person);
        KinTie now =
                turn.file.ties().stream()
                        .filter(one -> one.id().equals(tie))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no such tie: " + tie));
        List<Obstacle> found = new ArrayList<>(changed(turn, step.seen()));
        found.addAll(whyNot(now, step));
        if (found.isEmpty()) {
            Stamp ending = step.kind() == Kind.END_CONFIRMED ? now.ending() : null;
            LocalDate day = ending == null ? step.on() : ending.on();
            write(
                    turn,
                    new KinEvent(
                            stamp(UUID.randomUUID(), turn.leader(), day),
                            tie,
                            step.kind(),
                            null,
                            step.samePlace(),
                            "",
                            step.reason().strip()),
                    now.otherThan(turn.known()));
        }
        return found;
    }

    private static List<Obstacle> whyNot(KinTie now, Step step) {
        List<Obstacle> found = new ArrayList<>();
        UUID me = Caller.required().account();
        boolean allowed =
                switch (step.kind()) {
                    case PROPOSED -> false;
                    case CONFIRMED, REFUSED -> now.standing() == Standing.PROPOSED;
                    case PLACE_SAID -> now.standing() == Standing.PROPOSED || now.holds();
                    case ENDED -> now.holds() && now.ending() == null;
                    case END_CONFIRMED -> now.ending() != null;
                    case TAKING_BACK ->
                            now.takingBack() == null && now.standing() != Standing.TAKEN_BACK;
                    case TAKEN_BACK -> now.takingBack() != null;
                };
        if (!allowed) {
            found.add(Obstacle.of("obstacle.family.tie-moved-on"));
        }
        Stamp first =
                switch (step.kind()) {
                    case TAKEN_BACK -> now.takingBack();
                    case END_CONFIRMED -> now.ending();
                    case CONFIRMED, REFUSED -> now.proposed();
                    case PROPOSED, PLACE_SAID, ENDED, TAKING_BACK -> null;
                };
        if (first != null && first.account().equals(me)) {
            found.add(Unmet.of(KinRule.SECOND_HAND).obstacle());
        }
        if (first == null && allowed) {
            found.addAll(caseOfficer());
        }
        boolean needsReason =
                step.kind() == Kind.REFUSED
                        || step.kind() == Kind.ENDED
                        || step.kind() == Kind.TAKING_BACK;
        if (step.reason().length() > LONGEST_REASON || (needsReason && step.reason().isBlank())) {
            found.add(Obstacle.of("obstacle.family.reason"));
        }
        if (step.on().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            found.add(Obstacle.of("obstacle.family.not-yet"));
        }
        return found;
    }

    private List<Obstacle> wording(Turn turn, Proposal proposal) {
        List<Obstacle> found = new ArrayList<>();
        UUID relative = proposal.relative();
        String contact = proposal.contact().strip();
        if ((relative == null) == contact.isEmpty() || contact.length() > 200) {
            found.add(Obstacle.of("obstacle.family.relative"));
        }
        if (relative != null && isSame(turn, relative)) {
            found.add(Obstacle.of("obstacle.family.oneself"));
        }
        if (relative != null && turn.file.isTiedTo(ids(relative))) {
            found.add(Obstacle.of("obstacle.family.tied-already"));
        }
        if (!proposal.relation().isProposed()) {
            found.add(Obstacle.of("obstacle.family.relation"));
        }
        if (proposal.source().isBlank() || proposal.source().length() > LONGEST_SOURCE) {
            found.add(Obstacle.of("obstacle.family.source"));
        }
        if (proposal.since().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            found.add(Obstacle.of("obstacle.family.not-yet"));
        }
        return found;
    }

    private boolean isSame(Turn turn, UUID relative) {
        return turn.known().contains(relative) || ids(relative).isEmpty();
    }

    private List<UUID> ids(UUID person) {
        return whoIsOne.with(person).stream().map(Person::id).toList();
    }

    static List<Obstacle> caseOfficer() {
        return Caller.required().role() == Role.CASE_OFFICER
                ? List.of()
                : List.of(Obstacle.of("obstacle.family.case-officer"));
    }

    private void write(Turn turn, KinEvent event, @Nullable UUID other) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        UUID act =
                acts.record(
                        Act.of(
                                        "registry.tie-" + kind,
                                        Purpose.CASEWORK,
                                        Map.of(
                                                "person", turn.leader(),
                                                "tie", event.tie(),
                                                "event", event.id()))
                                .withReason(
                                        event.reason().isEmpty()
                                                ? event.source()
                                                : event.reason()));
        events.add(event, act);
        publisher.publishEvent(new CaseChanged(turn.leader()));
        if (other != null) {
            publisher.publishEvent(new CaseChanged(other));
        }
    }

    private static List<Obstacle> changed(Turn turn, @Nullable UUID seen) {
        return Objects.equals(seen, turn.file.last())
                ? List.of()
                : List.of(Obstacle.of("obstacle.case.changed"));
    }

    private Turn turn(UUID person) {
        events.turn(person);
        List<UUID> known = ids(person);
        if (known.isEmpty()) {
            throw new NoSuchElementException("no person with this id: " + person);
        }
        return new Turn(kin.of(known, AsOf.now()));
    }

    static Stamp stamp(UUID id, UUID person, LocalDate on) {
        Caller me = Caller.required();
        return new Stamp(id, person, on, Instant.now(), me.account(), me.displayName());
    }

    /// What a caller finds whose turn it is.
    private record Turn(FamilyFile file) {
        List<UUID> known() {
            return file.known();
        }

        UUID leader() {
            return file.known().getFirst();
        }
    }
}
