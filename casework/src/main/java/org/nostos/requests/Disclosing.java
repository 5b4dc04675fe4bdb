package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.ConsularChoices;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What may be told of a person to a state: one drafts, another clears, and what is missing is always
/// said whole. Thread-safe.
@Service
@Transactional
public class Disclosing {

    private static final int LONGEST = 2000;
    private static final int SHORTEST_HARM = 10;

    private final Acts acts;
    private final Disclosures disclosures;
    private final Relocations relocations;
    private final ConsularChoices choices;
    private final ApplicationEventPublisher events;

    public Disclosing(
            Acts acts,
            Disclosures disclosures,
            Relocations relocations,
            ConsularChoices choices,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.disclosures = disclosures;
        this.relocations = relocations;
        this.choices = choices;
        this.events = events;
    }

    /// A disclosure with where it stands, what was decided, and what is missing before it may leave.
    public record Line(
            Disclosure disclosure,
            DisclosureState state,
            List<DisclosureEvent> events,
            List<Unmet> unmet) {

        /// The latest that was said of it: a form carries it, so that nobody decides on what they did not see.
        public UUID last() {
            return events.isEmpty() ? disclosure.id() : events.getLast().id();
        }
    }

    /// What is asked of whoever drafts.
    public record Draft(
            StateCode state,
            AskedFor asked,
            Set<FieldRole> fields,
            LocalDate until,
            @Nullable Boolean harmFound,
            String harm,
            Disclosure.@Nullable Exception exception) {}

    /// All disclosures of somebody known under these persons, part of reading their case.
    @Transactional(readOnly = true)
    public List<Line> of(Collection<UUID> persons) {
        return of(persons, AsOf.now());
    }

    /// The disclosures of somebody as they stood, part of reading their case.
    @Transactional(readOnly = true)
    public List<Line> of(Collection<UUID> persons, AsOf at) {
        List<Disclosure> found =
                disclosures.ofPersons(persons).stream()
                        .filter(one -> at.counts(one.recordedAt()))
                        .toList();
        List<DisclosureEvent> said =
                disclosures.events(found.stream().map(Disclosure::id).toList()).stream()
                        .filter(event -> at.counts(event.on(), event.recordedAt()))
                        .toList();
        return found.stream().map(one -> line(one, said, persons, at)).toList();
    }

    /// What is missing before these persons may be disclosed to a state for a request: nothing, when a
    /// clearance is in force.
    @Transactional(readOnly = true)
    public List<Unmet> missing(Collection<UUID> persons, StateCode state, AskedFor asked) {
        List<Line> lines =
                of(persons).stream()
                        .filter(line -> line.disclosure().state().equals(state))
                        .filter(line -> line.disclosure().asked() == asked)
                        .toList();
        if (lines.stream().anyMatch(Disclosing::inForce)) {
            return List.of();
        }
        return lines.isEmpty()
                ? List.of(Unmet.of(RequestRule.NOT_CLEARED))
                : lines.getFirst().unmet();
    }

    /// The clearance that is in force for these persons, this state and this request.
    @Transactional(readOnly = true)
    public Optional<DisclosureClearance> clearance(
            Collection<UUID> persons, StateCode state, AskedFor asked) {
        return of(persons).stream()
                .filter(line -> line.disclosure().state().equals(state))
                .filter(line -> line.disclosure().asked() == asked)
                .filter(Disclosing::inForce)
                .map(line -> new DisclosureClearance(line.disclosure()))
                .findFirst();
    }

    private static boolean inForce(Line line) {
        return line.state() == DisclosureState.CLEARED && line.unmet().isEmpty();
    }

    /// Drafts a disclosure about the person, who leads those they are joined with.
    public List<Obstacle> draft(UUID person, Draft draft) {
        List<Obstacle> refused = refusals(draft);
        if (draft.asked() == AskedFor.RELOCATION && !relocations.stands(person, draft.state())) {
            refused.add(
                    Unmet.of(RequestRule.THIRD_STATE_PROPOSED, draft.state().value()).obstacle());
        }
        if (!refused.isEmpty()) {
            return refused;
        }
        Disclosure disclosure = drafted(person, draft);
        UUID act = record("requests.disclosure-drafted", disclosure, draft.harm().strip());
        disclosures.draft(disclosure, act);
        events.publishEvent(new CaseChanged(person));
        return List.of();
    }

    private static Disclosure drafted(UUID person, Draft draft) {
        Caller caller = Caller.required();
        return new Disclosure(
                UUID.randomUUID(),
                person,
                draft.state(),
                draft.asked(),
                draft.fields(),
                draft.until(),
                Boolean.TRUE.equals(draft.harmFound()),
                draft.harm().strip(),
                draft.exception(),
                caller.account(),
                caller.displayName(),
                Instant.now());
    }

    private static List<Obstacle> refusals(Draft draft) {
        List<Obstacle> refused = new ArrayList<>();
        Set<FieldRole> beyond = new HashSet<>(draft.fields());
        beyond.removeAll(draft.asked().needs());
        if (!beyond.isEmpty()) {
            refused.add(Unmet.of(RequestRule.FIELD_NOT_NEEDED).obstacle());
        }
        if (draft.fields().isEmpty() || draft.until().isBefore(today())) {
            refused.add(Obstacle.of("obstacle.requests.draft"));
        }
        int said = draft.harm().strip().length();
        if (draft.harmFound() == null || said < SHORTEST_HARM || said > LONGEST) {
            refused.add(Obstacle.of("obstacle.requests.harm"));
        }
        if (draft.exception() != null && draft.exception().ground().strip().length() < 5) {
            refused.add(Obstacle.of("obstacle.requests.exception"));
        }
        return refused;
    }

    /// Clears a draft of somebody else's, when nothing is missing.
    ///
    /// @param seen the latest of the disclosure that the page showed
    public List<Obstacle> clear(
            UUID id, Collection<UUID> persons, String reason, @Nullable UUID seen) {
        Line line = turn(id, persons);
        if (!line.last().equals(seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        List<Obstacle> missing = new ArrayList<>();
        line.unmet().stream()
                .filter(unmet -> unmet.rule() != RequestRule.NOT_CLEARED)
                .map(Unmet::obstacle)
                .forEach(missing::add);
        if (line.disclosure().account().equals(Caller.required().account())) {
            missing.add(Unmet.of(RequestRule.OTHER_HAND).obstacle());
        }
        if (line.state() == DisclosureState.CLEARED) {
            missing.add(Obstacle.of("obstacle.requests.cleared-already"));
        }
        if (!missing.isEmpty()) {
            return List.copyOf(missing);
        }
        return decide(
                line.disclosure(),
                DisclosureEvent.Kind.CLEARED,
                reason,
                "requests.disclosure-cleared");
    }

    public List<Obstacle> refuse(
            UUID id, Collection<UUID> persons, String reason, @Nullable UUID seen) {
        Line line = turn(id, persons);
        return end(line, reason, seen, DisclosureEvent.Kind.REFUSED, "requests.disclosure-refused");
    }

    /// Takes a clearance or a draft back. Nothing more leaves by it.
    public List<Obstacle> withdraw(
            UUID id, Collection<UUID> persons, String reason, @Nullable UUID seen) {
        Line line = turn(id, persons);
        return end(
                line,
                reason,
                seen,
                DisclosureEvent.Kind.WITHDRAWN,
                "requests.disclosure-withdrawn");
    }

    private List<Obstacle> end(
            Line line, String reason, @Nullable UUID seen, DisclosureEvent.Kind kind, String act) {
        if (!line.last().equals(seen)) {
            return List.of(Obstacle.of("obstacle.case.changed"));
        }
        if (line.state() == DisclosureState.REFUSED || line.state() == DisclosureState.WITHDRAWN) {
            return List.of(Unmet.of(RequestRule.DISCLOSURE_ENDED).obstacle());
        }
        if (reason.isBlank()) {
            return List.of(Obstacle.of("obstacle.requests.reason"));
        }
        return decide(line.disclosure(), kind, reason, act);
    }

    private List<Obstacle> decide(
            Disclosure disclosure, DisclosureEvent.Kind kind, String reason, String act) {
        if (reason.length() > LONGEST) {
            return List.of(Obstacle.of("obstacle.requests.reason"));
        }
        Caller caller = Caller.required();
        UUID written = record(act, disclosure, reason.strip());
        disclosures.add(
                new DisclosureEvent(
                        UUID.randomUUID(),
                        disclosure.id(),
                        kind,
                        today(),
                        reason.strip(),
                        caller.account(),
                        caller.displayName(),
                        Instant.now()),
                written);
        events.publishEvent(new CaseChanged(disclosure.person()));
        return List.of();
    }

    /// The disclosure, once nobody else is deciding about one of this person.
    private Line turn(UUID id, Collection<UUID> persons) {
        persons.stream().findFirst().ifPresent(relocations::turn);
        Disclosure disclosure =
                disclosures
                        .byId(id)
                        .filter(found -> persons.contains(found.person()))
                        .orElseThrow(() -> new NoSuchElementException("no disclosure " + id));
        return line(disclosure, disclosures.events(List.of(id)), persons, AsOf.now());
    }

    private Line line(
            Disclosure disclosure, List<DisclosureEvent> said, Collection<UUID> persons, AsOf at) {
        DisclosureState state = DisclosureState.of(disclosure, said, at);
        List<DisclosureEvent> own =
                said.stream().filter(event -> event.disclosure().equals(disclosure.id())).toList();
        Wish wish = choices.of(List.copyOf(persons), disclosure.state(), at).wish();
        boolean word = disclosures.wordStands(disclosure.person(), disclosure.state());
        return new Line(disclosure, state, own, unmet(disclosure, state, wish, word));
    }

    /// All that is missing before anything may leave by this disclosure.
    static List<Unmet> unmet(
            Disclosure disclosure, DisclosureState state, Wish wish, boolean word) {
        List<Unmet> missing = new ArrayList<>();
        switch (state) {
            case DRAFTED -> missing.add(Unmet.of(RequestRule.NOT_CLEARED));
            case LAPSED ->
                    missing.add(
                            Unmet.of(RequestRule.CLEARANCE_LAPSED, disclosure.until().toString()));
            case REFUSED, WITHDRAWN -> missing.add(Unmet.of(RequestRule.DISCLOSURE_ENDED));
            case CLEARED -> {}
        }
        if (disclosure.harmFound()) {
            missing.add(Unmet.of(RequestRule.HARM));
        }
        if (disclosure.exception() == null) {
            switch (wish) {
                case WANTS -> {}
                case NOT_ASKED -> missing.add(Unmet.of(RequestRule.CONSULAR_NOT_ASKED));
                case REFUSES, WITHDRAWN -> missing.add(Unmet.of(RequestRule.CONSULAR_DECLINED));
            }
        }
        if (!word) {
            missing.add(Unmet.of(RequestRule.ASYLUM_WORD));
        }
        return List.copyOf(missing);
    }

    private UUID record(String kind, Disclosure disclosure, String reason) {
        return acts.record(
                Act.of(
                                kind,
                                Purpose.STATE_REQUEST,
                                Map.of(
                                        "disclosure",
                                        disclosure.id(),
                                        "person",
                                        disclosure.person(),
                                        "state",
                                        disclosure.state().value()))
                        .withReason(reason.isEmpty() ? null : reason));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
