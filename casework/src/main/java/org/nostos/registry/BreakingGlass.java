package org.nostos.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reaching a closed compartment of one person in need: for a reason, for a limited time, and never
/// unseen. Every second reviewer but the one who opened is told, and one of them has to say something
/// about it. The database holds all of it; nothing turns any of it off. Thread-safe.
@Service
@Transactional
public class BreakingGlass {

    /// The shortest reason that says anything.
    public static final int SHORTEST_REASON = 10;

    private static final int LONGEST_REASON = 2000;
    private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIMIT = Duration.ofDays(1);

    private final Acts acts;
    private final Glasses glasses;
    private final Notes notes;
    private final Persons persons;

    public BreakingGlass(Acts acts, Glasses glasses, Notes notes, Persons persons) {
        this.acts = acts;
        this.glasses = glasses;
        this.notes = notes;
        this.persons = persons;
    }

    /// Whether people in this role of such a party may ever break the glass.
    public static boolean may(Caller caller) {
        return caller.partyKind() == PartyKind.COORDINATING_COMMITTEE
                && (caller.role() == Role.IDENTITY_REVIEWER
                        || caller.role() == Role.SECOND_REVIEWER);
    }

    /// What came of opening.
    public sealed interface Outcome {
        record Opened(UUID opening) implements Outcome {}

        record Refused(List<Obstacle> obstacles) implements Outcome {}
    }

    /// Opens this compartment of the person to the caller.
    public Outcome open(
            UUID person, Compartment kind, GlassCategory category, String reason, Duration lasts) {
        String why = reason.strip();
        List<Obstacle> obstacles = obstacles(person, why, lasts);
        if (!obstacles.isEmpty()) {
            return new Outcome.Refused(obstacles);
        }
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                        "registry.glass-opened",
                                        Purpose.CASEWORK,
                                        Map.of(
                                                "opening", id,
                                                "person", person,
                                                "compartment", kind.key(),
                                                "category", category.name(),
                                                "minutes", lasts.toMinutes()))
                                .withReason(why));
        glasses.open(id, person, kind, category, why, lasts, act);
        return new Outcome.Opened(id);
    }

    /// Looks through the caller's open glass at somebody who is known under these persons. Each look is
    /// an act that is bound to the opening. Empty when the glass is not open any more.
    public Optional<List<Note>> look(UUID opening, Collection<UUID> known) {
        GlassOpening glass = glasses.byId(opening).orElseThrow(NoSuchElementException::new);
        boolean mine = glass.account().equals(Caller.required().account());
        if (!mine || !glass.open() || !known.contains(glass.person())) {
            return Optional.empty();
        }
        UUID act =
                acts.record(
                        Act.of(
                                "registry.glass-read",
                                Purpose.CASEWORK,
                                Map.of(
                                        "opening",
                                        opening,
                                        "persons",
                                        List.copyOf(known),
                                        "compartment",
                                        glass.kind().key())));
        glasses.look(opening, act);
        return Optional.of(notes.of(known, glass.kind()));
    }

    /// Closes a glass before its time: one's own, or another's as a supervisor.
    public List<Obstacle> close(UUID opening) {
        GlassOpening glass = glasses.byId(opening).orElseThrow(NoSuchElementException::new);
        if (!glass.open()) {
            return List.of(Obstacle.of("obstacle.registry.glass-closed"));
        }
        glasses.close(
                opening,
                acts.record(
                        Act.of(
                                "registry.glass-closed",
                                Purpose.CASEWORK,
                                Map.of("opening", opening))));
        return List.of();
    }

    /// Says, as a supervisor, that one has been told, and what one makes of it.
    public List<Obstacle> acknowledge(UUID opening, String remark) {
        String said = remark.strip();
        GlassOpening glass = glasses.byId(opening).orElseThrow(NoSuchElementException::new);
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.registry.glass-remark"));
        }
        if (!glass.waits()) {
            return List.of(Obstacle.of("obstacle.registry.glass-acknowledged"));
        }
        Caller me = Caller.required();
        if (me.role() != Role.SECOND_REVIEWER || glass.account().equals(me.account())) {
            return List.of(Obstacle.of("obstacle.registry.glass-supervisor"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "registry.glass-acknowledged",
                                        Purpose.CASEWORK,
                                        Map.of("opening", opening))
                                .withReason(said));
        glasses.acknowledge(opening, said, act);
        return List.of();
    }

    /// The openings that the caller may know of; those to acknowledge first.
    @Transactional(readOnly = true)
    public List<GlassOpening> latest(int most) {
        return glasses.latest(most);
    }

    @Transactional(readOnly = true)
    public Optional<GlassOpening> byId(UUID opening) {
        return glasses.byId(opening);
    }

    /// The caller's own openings that are open now.
    @Transactional(readOnly = true)
    public List<GlassOpening> openNow() {
        return glasses.openNow();
    }

    @Transactional(readOnly = true)
    public long unacknowledged() {
        return glasses.unacknowledged();
    }

    @Transactional(readOnly = true)
    public Duration longest() {
        return glasses.longest();
    }

    /// Sets how long a glass may stay open at most: between five minutes and a day.
    public List<Obstacle> limit(Duration longest, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return List.of(Obstacle.of("obstacle.registry.reason"));
        }
        if (longest.compareTo(SHORTEST_LIMIT) < 0 || longest.compareTo(LONGEST_LIMIT) > 0) {
            return List.of(Obstacle.of("obstacle.registry.glass-limit"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "registry.glass-limited",
                                        Purpose.ADMINISTRATION,
                                        Map.of("minutes", longest.toMinutes()))
                                .withReason(why));
        glasses.limit(longest, why, act);
        return List.of();
    }

    private List<Obstacle> obstacles(UUID person, String why, Duration lasts) {
        List<Obstacle> found = new ArrayList<>();
        if (!may(Caller.required())) {
            found.add(Obstacle.of("obstacle.registry.glass-role"));
        }
        if (persons.byId(person).isEmpty()) {
            found.add(Obstacle.of("obstacle.registry.glass-person"));
        }
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            found.add(Obstacle.of("obstacle.registry.glass-reason"));
        }
        long most = glasses.longest().toMinutes();
        if (lasts.toMinutes() < 1 || lasts.toMinutes() > most) {
            found.add(Obstacle.of("obstacle.registry.glass-too-long", Long.toString(most)));
        }
        if (!glasses.supervised()) {
            found.add(Obstacle.of("obstacle.registry.glass-nobody-told"));
        }
        return found;
    }
}
