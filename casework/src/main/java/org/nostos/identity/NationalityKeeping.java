package org.nostos.identity;

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
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.internal.JoinedPersons;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.nostos.registry.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The steps on the way to knowing whose national somebody is. A case officer takes them; what a state
/// says counts once a second account has confirmed it. Thread-safe.
@Service
@Transactional
public class NationalityKeeping {

    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final NationalityEvents events;
    private final Nationalities nationalities;
    private final JoinedPersons joined;
    private final ClearedToAsk cleared;
    private final ApplicationEventPublisher publisher;

    NationalityKeeping(
            Acts acts,
            NationalityEvents events,
            Nationalities nationalities,
            JoinedPersons joined,
            ClearedToAsk cleared,
            ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.events = events;
        this.nationalities = nationalities;
        this.joined = joined;
        this.cleared = cleared;
        this.publisher = publisher;
    }

    /// What every step says.
    ///
    /// @param source where it is known from
    /// @param seen the event recorded last when the caller looked
    public record Entry(
            StateCode state, LocalDate on, String source, String reason, @Nullable UUID seen) {
        public Entry {
            source = source.strip();
            reason = reason.strip();
        }
    }

    /// An interview at a mission: when, in whose words, and what the person said to it.
    public record Interview(LocalDate on, String interpreter, Consent consent) {}

    /// What stands in the way of this step for the person known under these ids; part of reading their file.
    @Transactional(readOnly = true)
    public List<Unmet> whyNot(List<UUID> known, NationalityStanding now, NationalityStep step) {
        List<Unmet> missing = new ArrayList<>(NationalitySteps.whyNot(now, step));
        missing.addAll(uncleared(known, now.state(), step));
        return missing;
    }

    /// The person says that they are a national of this state.
    public List<Obstacle> claimed(UUID person, Entry entry) {
        return step(person, entry, NationalityStep.CLAIMED, Details.NONE);
    }

    /// A holder says so.
    public List<Obstacle> alleged(UUID person, Entry entry) {
        return step(person, entry, NationalityStep.ALLEGED, Details.NONE);
    }

    /// Adds a piece of evidence; a parentage result with the consent of whoever gave the sample.
    public List<Obstacle> evidence(
            UUID person, Entry entry, NationalityEvidence evidence, @Nullable Consent consent) {
        if (!evidence.isWorded()) {
            return List.of(Obstacle.of("obstacle.nationality.evidence"));
        }
        return step(
                person,
                entry,
                NationalityStep.EVIDENCE_ADDED,
                new Details(
                        null,
                        consent,
                        "",
                        null,
                        evidence,
                        NationalitySteps.whyNot(evidence, consent)));
    }

    /// The state was asked, by the note that is the entry's source: about somebody of whom it may be told.
    public List<Obstacle> requested(UUID person, Entry entry, @Nullable LocalDate due) {
        return step(
                person,
                entry,
                NationalityStep.VERIFICATION_REQUESTED,
                new Details(due, null, "", null, null, List.of()));
    }

    /// An interview is set. It needs the person's consent.
    public List<Obstacle> interviewScheduled(UUID person, Entry entry, Interview interview) {
        List<Unmet> missing =
                interview.consent() == Consent.GIVEN
                        ? List.of()
                        : List.of(Unmet.of(NationalityRule.INTERVIEW_CONSENT));
        return step(
                person,
                entry,
                NationalityStep.INTERVIEW_SCHEDULED,
                new Details(
                        interview.on(),
                        interview.consent(),
                        interview.interpreter().strip(),
                        null,
                        null,
                        missing));
    }

    /// The interview took place; what came of it is the entry's reason.
    public List<Obstacle> interviewed(UUID person, Entry entry) {
        return step(person, entry, NationalityStep.INTERVIEWED, Details.NONE);
    }

    /// What the state says, or what a document of its says: counts once another hand confirms it, but
    /// for [NationalityStep#NOT_ESTABLISHED], which settles nothing.
    public List<Obstacle> found(
            UUID person, Entry entry, NationalityStep finding, @Nullable Rests rests) {
        if (!finding.isFinding() || finding == NationalityStep.DEPRIVATION_CHALLENGED) {
            throw new IllegalArgumentException("not a finding of a state: " + finding);
        }
        return step(person, entry, finding, new Details(null, null, "", rests, null, List.of()));
    }

    /// The deprivation was challenged.
    public List<Obstacle> challenged(UUID person, Entry entry) {
        return step(person, entry, NationalityStep.DEPRIVATION_CHALLENGED, Details.NONE);
    }

    /// Confirms, as another hand, what somebody recorded.
    public List<Obstacle> confirm(UUID person, UUID event, @Nullable UUID seen) {
        Turn turn = turn(person);
        NationalityEvent of = event(turn, event);
        List<Obstacle> found = new ArrayList<>(changed(turn, seen));
        if (of.stamp().account().equals(Caller.required().account())) {
            found.add(Unmet.of(NationalityRule.SECOND_HAND, of.state().value()).obstacle());
        }
        if (!turn.file.waits(of.id())) {
            found.add(Obstacle.of("obstacle.nationality.not-waiting"));
        }
        return found.isEmpty() ? about(turn, NationalityStep.CONFIRMED, of, "") : found;
    }

    /// Takes an event back as wrong. What two hands recorded, two hands take back.
    public List<Obstacle> correct(UUID person, UUID event, String reason, @Nullable UUID seen) {
        Turn turn = turn(person);
        NationalityEvent of = event(turn, event);
        List<Obstacle> found = new ArrayList<>(changed(turn, seen));
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            found.add(Obstacle.of("obstacle.nationality.reason"));
        }
        boolean again =
                of.step().isAboutEvent()
                        || turn.happened.stream()
                                .anyMatch(other ->
                                        other.step() == NationalityStep.CORRECTED
                                                && event.equals(other.of()));
        if (again) {
            found.add(Obstacle.of("obstacle.nationality.taken-back"));
        }
        return found.isEmpty() ? about(turn, NationalityStep.CORRECTED, of, why) : found;
    }

    private List<Obstacle> step(UUID person, Entry entry, NationalityStep step, Details details) {
        Turn turn = turn(person);
        List<Obstacle> found = new ArrayList<>(changed(turn, entry.seen()));
        found.addAll(wording(entry, step));
        NationalityStanding now = turn.file.with(entry.state()).orElse(null);
        found.addAll(obstacles(NationalitySteps.whyNot(now, step, details.rests())));
        found.addAll(obstacles(details.missing()));
        found.addAll(obstacles(uncleared(turn.known, entry.state(), step)));
        if (Caller.required().role() != Role.CASE_OFFICER) {
            found.add(Obstacle.of("obstacle.nationality.case-officer"));
        }
        if (found.isEmpty()) {
            UUID id = UUID.randomUUID();
            write(
                    turn,
                    new NationalityEvent(
                            stamp(id, turn.leader(), entry.on()),
                            entry.state(),
                            step,
                            entry.source(),
                            entry.reason(),
                            details.due(),
                            details.consent(),
                            details.interpreter(),
                            details.rests(),
                            details.evidence(),
                            null,
                            id));
        }
        return found;
    }

    private List<Unmet> uncleared(List<UUID> known, StateCode state, NationalityStep step) {
        return step == NationalityStep.VERIFICATION_REQUESTED
                ? cleared.missing(known, state)
                : List.of();
    }

    private List<Obstacle> about(
            Turn turn, NationalityStep step, NationalityEvent of, String reason) {
        if (step == NationalityStep.CORRECTED && Caller.required().role() != Role.CASE_OFFICER) {
            return List.of(Obstacle.of("obstacle.nationality.case-officer"));
        }
        UUID id = UUID.randomUUID();
        write(
                turn,
                new NationalityEvent(
                        stamp(id, of.stamp().person(), of.stamp().on()),
                        of.state(),
                        step,
                        "",
                        reason,
                        null,
                        null,
                        "",
                        null,
                        null,
                        of.id(),
                        of.root()));
        return List.of();
    }

    private void write(Turn turn, NationalityEvent event) {
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.nationality-" + kind(event.step()),
                                        Purpose.CASEWORK,
                                        Map.of(
                                                "person", turn.leader(),
                                                "event", event.id(),
                                                "state", event.state().value()))
                                .withReason(
                                        event.reason().isEmpty()
                                                ? event.source()
                                                : event.reason()));
        events.add(event, act);
        publisher.publishEvent(new CaseChanged(turn.leader()));
    }

    private static String kind(NationalityStep step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Obstacle> wording(Entry entry, NationalityStep step) {
        List<Obstacle> found = new ArrayList<>();
        if (entry.source().isEmpty() || entry.source().length() > LONGEST_SOURCE) {
            found.add(Obstacle.of("obstacle.nationality.source"));
        }
        boolean needsReason = step == NationalityStep.INTERVIEWED;
        if (entry.reason().length() > LONGEST_REASON || (needsReason && entry.reason().isEmpty())) {
            found.add(Obstacle.of("obstacle.nationality.reason"));
        }
        if (entry.on().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            found.add(Obstacle.of("obstacle.nationality.not-yet"));
        }
        return found;
    }

    private static List<Obstacle> obstacles(List<Unmet> missing) {
        return missing.stream().map(Unmet::obstacle).toList();
    }

    private static List<Obstacle> changed(Turn turn, @Nullable UUID seen) {
        return Objects.equals(seen, turn.file.last())
                ? List.of()
                : List.of(Obstacle.of("obstacle.case.changed"));
    }

    private static NationalityEvent event(Turn turn, UUID id) {
        return turn.happened.stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no such event: " + id));
    }

    private Turn turn(UUID person) {
        events.turn(person);
        List<UUID> known = joined.with(person).stream().map(Person::id).toList();
        if (known.isEmpty()) {
            throw new NoSuchElementException("no person with this id: " + person);
        }
        return new Turn(known, nationalities.of(known, AsOf.now()), events.ofPersons(known));
    }

    private static Stamp stamp(UUID id, UUID person, LocalDate on) {
        Caller me = Caller.required();
        return new Stamp(id, person, on, Instant.now(), me.account(), me.displayName());
    }

    /// What a caller finds whose turn it is.
    private record Turn(List<UUID> known, NationalityFile file, List<NationalityEvent> happened) {
        UUID leader() {
            return known.getFirst();
        }
    }

    /// What only some steps say.
    private record Details(
            @Nullable LocalDate due,
            @Nullable Consent consent,
            String interpreter,
            @Nullable Rests rests,
            @Nullable NationalityEvidence evidence,
            List<Unmet> missing) {
        static final Details NONE = new Details(null, null, "", null, null, List.of());
    }
}
