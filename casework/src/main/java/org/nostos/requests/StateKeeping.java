package org.nostos.requests;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeping the directory of states: whom to write to, what was agreed, what was said. Thread-safe.
@Service
@Transactional
public class StateKeeping {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_WORDS = 4000;

    private final Acts acts;
    private final States states;

    public StateKeeping(Acts acts, States states) {
        this.acts = acts;
        this.states = states;
    }

    @Transactional(readOnly = true)
    public List<StateEntry> all() {
        return states.all();
    }

    @Transactional(readOnly = true)
    public Optional<StatePage> page(StateCode code) {
        return states.byCode(code)
                .map(entry ->
                        new StatePage(
                                entry,
                                states.contacts(code),
                                states.agreements(code),
                                states.said(code)));
    }

    /// A state with its directory and what it said.
    public record StatePage(
            StateEntry entry,
            List<StateContact> contacts,
            List<StateAgreement> agreements,
            List<StateSaid> said) {}

    @Transactional(readOnly = true)
    public List<Scorecard> scorecards() {
        return states.scorecards(LocalDate.now(ZoneOffset.UTC));
    }

    @Transactional(readOnly = true)
    public Scorecard scorecard(StateCode code) {
        return scorecards().stream()
                .filter(card -> card.state().equals(code))
                .findFirst()
                .orElse(Scorecard.nothing(code));
    }

    /// The state's answers about those who are not its nationals; counted with no other.
    @Transactional(readOnly = true)
    public Scorecard asThirdState(StateCode code) {
        return states.asThirdState(LocalDate.now(ZoneOffset.UTC)).stream()
                .filter(card -> card.state().equals(code))
                .findFirst()
                .orElse(Scorecard.nothing(code));
    }

    public List<Obstacle> add(String code, String name) {
        String called = name.strip();
        if (!code.matches("[A-Z]{3}") || called.isEmpty() || called.length() > LONGEST_NAME) {
            return List.of(Obstacle.of("obstacle.requests.state"));
        }
        StateEntry entry = new StateEntry(new StateCode(code), called);
        if (states.byCode(entry.code()).isPresent()) {
            return List.of(Obstacle.of("obstacle.requests.state-known"));
        }
        states.add(entry, record("requests.state-added", entry.code(), Map.of()));
        return List.of();
    }

    public List<Obstacle> add(StateContact contact) {
        if (blankOrLong(contact.name(), LONGEST_LINE)
                || contact.address().length() > LONGEST_LINE) {
            return List.of(Obstacle.of("obstacle.requests.contact"));
        }
        states.add(
                contact,
                record("requests.contact-added", contact.state(), Map.of("contact", contact.id())));
        return List.of();
    }

    public List<Obstacle> end(StateCode state, UUID contact, String reason) {
        boolean inUse =
                states.contacts(state).stream()
                        .anyMatch(one -> one.id().equals(contact) && one.endedAt() == null);
        if (!inUse || blankOrLong(reason, LONGEST_WORDS)) {
            return List.of(Obstacle.of("obstacle.requests.contact-end"));
        }
        states.end(
                contact,
                reason.strip(),
                record("requests.contact-ended", state, Map.of("contact", contact)));
        return List.of();
    }

    /// Enters an agreement; a legal reviewer does.
    public List<Obstacle> add(StateAgreement agreement) {
        if (blankOrLong(agreement.title(), LONGEST_LINE)
                || blankOrLong(agreement.article(), LONGEST_NAME)
                || blankOrLong(agreement.source(), LONGEST_LINE)
                || agreement.days() < 1
                || agreement.days() > 365
                || (agreement.till() != null && agreement.till().isBefore(agreement.from()))) {
            return List.of(Obstacle.of("obstacle.requests.agreement"));
        }
        states.add(
                agreement,
                record(
                        "requests.agreement-entered",
                        agreement.state(),
                        Map.of("agreement", agreement.id())));
        return List.of();
    }

    public List<Obstacle> add(StateSaid said) {
        if (blankOrLong(said.byWhom(), LONGEST_LINE)
                || blankOrLong(said.words(), LONGEST_WORDS)
                || blankOrLong(said.source(), LONGEST_LINE)
                || said.on().isAfter(LocalDate.now(ZoneOffset.UTC))) {
            return List.of(Obstacle.of("obstacle.requests.said"));
        }
        states.add(said, record("requests.said-entered", said.state(), Map.of("said", said.id())));
        return List.of();
    }

    private UUID record(String kind, StateCode state, Map<String, ?> more) {
        Map<String, Object> detail = new java.util.HashMap<>(more);
        detail.put("state", state.value());
        return acts.record(Act.of(kind, Purpose.STATE_REQUEST, detail));
    }

    private static boolean blankOrLong(String text, int longest) {
        return text.isBlank() || text.strip().length() > longest;
    }
}
