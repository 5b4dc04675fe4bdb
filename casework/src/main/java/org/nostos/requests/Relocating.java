package org.nostos.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.identity.Nationalities;
import org.nostos.identity.NationalityStatus;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Third states: proposes that a state be asked to receive somebody who is not its national.
///
/// The asking itself goes the way of every request: a disclosure cleared for it, a note, an answer. A
/// state whose national the person is found to be is asked to take them back instead. Thread-safe.
@Service
@Transactional
public class Relocating {

    private static final int LONGEST_REASON = 8000;
    private static final int LONGEST_PROGRAMME = 300;
    private static final int LONGEST_SOURCE = 500;

    private final Acts acts;
    private final Relocations relocations;
    private final Nationalities nationalities;
    private final ApplicationEventPublisher events;

    Relocating(
            Acts acts,
            Relocations relocations,
            Nationalities nationalities,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.relocations = relocations;
        this.nationalities = nationalities;
        this.events = events;
    }

    /// What is asked of whoever proposes a state, or takes it back.
    public record Proposal(
            StateCode state,
            LocalDate on,
            String programme,
            String reason,
            @Nullable String source) {

        public Proposal {
            programme = programme.strip();
            reason = reason.strip();
            source = source == null || source.isBlank() ? null : source.strip();
        }
    }

    /// The third states of somebody known under these persons; part of reading their case.
    @Transactional(readOnly = true)
    public List<Relocation> of(List<UUID> persons, AsOf at) {
        return Relocation.of(relocations.of(persons), at);
    }

    /// Proposes that the state be asked.
    public List<Obstacle> propose(List<UUID> persons, Proposal proposal) {
        relocations.turn(persons.getFirst());
        List<Obstacle> obstacles = new ArrayList<>(lacking(proposal));
        if (proposal.programme.isEmpty() || proposal.programme.length() > LONGEST_PROGRAMME) {
            obstacles.add(Obstacle.of("obstacle.requests.programme"));
        }
        if (relocations.stands(persons.getFirst(), proposal.state)) {
            obstacles.add(Obstacle.of("obstacle.requests.proposed-already"));
        }
        if (isTheirs(persons, proposal.state)) {
            obstacles.add(Unmet.of(RequestRule.OWN_NATIONAL, proposal.state.value()).obstacle());
        }
        if (obstacles.isEmpty()) {
            add(persons.getFirst(), proposal, false, "requests.third-state-proposed");
        }
        return obstacles;
    }

    /// The state is no longer to be asked.
    public List<Obstacle> withdraw(List<UUID> persons, Proposal proposal) {
        relocations.turn(persons.getFirst());
        List<Obstacle> obstacles = new ArrayList<>(lacking(proposal));
        if (!relocations.stands(persons.getFirst(), proposal.state)) {
            obstacles.add(
                    Unmet.of(RequestRule.THIRD_STATE_PROPOSED, proposal.state.value()).obstacle());
        }
        if (obstacles.isEmpty()) {
            add(persons.getFirst(), proposal, true, "requests.third-state-withdrawn");
        }
        return obstacles;
    }

    /// Whether the state itself found the person to be its national.
    private boolean isTheirs(List<UUID> persons, StateCode state) {
        return nationalities.of(persons, AsOf.now()).standings().stream()
                .anyMatch(one ->
                        one.state().equals(state) && one.status() == NationalityStatus.VERIFIED);
    }

    private static List<Obstacle> lacking(Proposal proposal) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (proposal.reason.isEmpty() || proposal.reason.length() > LONGEST_REASON) {
            obstacles.add(Obstacle.of("obstacle.legal.reason"));
        }
        if (proposal.on.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            obstacles.add(Obstacle.of("obstacle.legal.day-to-come"));
        }
        if (proposal.source != null && proposal.source.length() > LONGEST_SOURCE) {
            obstacles.add(Obstacle.of("obstacle.legal.source"));
        }
        return obstacles;
    }

    private void add(UUID person, Proposal proposal, boolean ends, String kind) {
        Caller caller = Caller.required();
        Stamp stamp =
                new Stamp(
                        UUID.randomUUID(),
                        person,
                        proposal.on,
                        Instant.now(),
                        caller.account(),
                        caller.displayName());
        UUID act =
                acts.record(
                        Act.of(
                                        kind,
                                        Purpose.STATE_REQUEST,
                                        Map.of("person", person, "state", proposal.state.value()))
                                .withReason(proposal.reason));
        relocations.add(
                new Relocation.Event(
                        stamp,
                        proposal.state,
                        ends,
                        ends ? null : proposal.programme,
                        proposal.reason,
                        proposal.source),
                act);
        events.publishEvent(new CaseChanged(person));
    }
}
