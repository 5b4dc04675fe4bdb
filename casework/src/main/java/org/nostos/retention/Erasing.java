package org.nostos.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.parties.Caller;
import org.nostos.registry.Erased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Erasing for good: one person asks with a reason and a legal ground, a second reviewer carries it
/// out. What the journal's entries spoke of goes, with its salt; the entries and their commitments
/// stay, and the journal still verifies. Thread-safe.
@Service
@Transactional
public class Erasing {

    private static final int SHORTEST_GROUND = 3;
    private static final int LONGEST_TEXT = 2000;

    /// Nothing that is due is left out.
    private static final int MOST_DUE = Integer.MAX_VALUE;

    private final Acts acts;
    private final Rules rules;
    private final Erasures erasures;
    private final ApplicationEventPublisher events;

    public Erasing(Acts acts, Rules rules, Erasures erasures, ApplicationEventPublisher events) {
        this.acts = acts;
        this.rules = rules;
        this.erasures = erasures;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Erasure> latest(int most) {
        return erasures.latest(most);
    }

    /// What is due under the rules in force, as far as the caller may know.
    @Transactional(readOnly = true)
    public Map<Category, List<Due>> due() {
        Map<Category, List<Due>> due = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            List<Due> found = erasures.due(category, MOST_DUE);
            if (!found.isEmpty()) {
                due.put(category, found);
            }
        }
        return due;
    }

    /// Which of these persons were erased, when and on what ground.
    @Transactional(readOnly = true)
    public Map<UUID, ErasedMark> marks(Collection<UUID> persons) {
        return erasures.marks(persons);
    }

    /// Asks for what is due under the rule in force to be erased.
    public List<Obstacle> askForDue(Category category, @Nullable UUID subject, String reason) {
        Rule rule = rules.inForce(category).orElse(null);
        if (rule == null) {
            return List.of(Obstacle.of("obstacle.retention.no-rule"));
        }
        List<Due> due = erasures.due(category, MOST_DUE);
        if (due.stream().noneMatch(one -> java.util.Objects.equals(one.subject(), subject))) {
            return List.of(Obstacle.of("obstacle.retention.not-due"));
        }
        return ask(category, subject, rule, rule.legalGround(), reason);
    }

    /// Asks for a person to be erased before their time, on a legal ground of its own.
    public List<Obstacle> askForPerson(UUID person, String legalGround, String reason) {
        return ask(Category.PERSON, person, null, legalGround.strip(), reason);
    }

    private List<Obstacle> ask(
            Category category,
            @Nullable UUID subject,
            @Nullable Rule rule,
            String ground,
            String reason) {
        String why = reason.strip();
        List<Obstacle> obstacles = obstacles(category, subject, ground, why);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        UUID id = UUID.randomUUID();
        Act act =
                Act.of(
                                "retention.erasure-asked",
                                Purpose.ADMINISTRATION,
                                Map.of("erasure", id, "category", category.name()))
                        .withReason(why);
        Instant before =
                category == Category.READING && rule != null
                        ? Instant.now()
                                .atOffset(ZoneOffset.UTC)
                                .minusMonths(rule.months())
                                .toInstant()
                        : null;
        UUID ruleId = rule == null ? null : rule.id();
        erasures.ask(id, category, subject, before, ruleId, ground, why, acts.record(act));
        return List.of();
    }

    private List<Obstacle> obstacles(
            Category category, @Nullable UUID subject, String ground, String why) {
        List<Obstacle> found = new ArrayList<>();
        if (ground.length() < SHORTEST_GROUND || ground.length() > LONGEST_TEXT) {
            found.add(Obstacle.of("obstacle.retention.ground"));
        }
        if (why.isEmpty() || why.length() > LONGEST_TEXT) {
            found.add(Obstacle.of("obstacle.retention.reason"));
        }
        if (category != Category.NOTE && !reviews()) {
            found.add(Obstacle.of("obstacle.retention.reviewers-ask"));
        }
        if (subject != null
                && erasures.latest(MOST_DUE).stream()
                        .anyMatch(e -> e.waits() && subject.equals(e.subject()))) {
            found.add(Obstacle.of("obstacle.retention.asked-already"));
        }
        return found;
    }

    /// The second hand: erases what another asked for. It cannot be undone.
    public List<Obstacle> carryOut(UUID id) {
        Erasure erasure = erasures.byId(id).orElseThrow(NoSuchElementException::new);
        List<Obstacle> obstacles = obstacles(erasure);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        UUID act =
                acts.record(
                        Act.of(
                                "retention.erased",
                                Purpose.ADMINISTRATION,
                                Map.of("erasure", id, "category", erasure.category().name())));
        Erasures.Gone gone = erasures.carryOut(id, act);
        events.publishEvent(new Erased(gone.persons(), gone.records()));
        return List.of();
    }

    private List<Obstacle> obstacles(Erasure erasure) {
        Caller me = Caller.required();
        if (!erasure.waits()) {
            return List.of(Obstacle.of("obstacle.retention.settled"));
        }
        if (me.role() != Role.SECOND_REVIEWER || erasure.askedBy().equals(me.account())) {
            return List.of(Obstacle.of("obstacle.retention.erase-other-hand"));
        }
        return erasures.isHeld(erasure.id())
                ? List.of(Obstacle.of("obstacle.retention.held"))
                : List.of();
    }

    /// Refuses what another asked for, or takes one's own asking back.
    public List<Obstacle> refuse(UUID id, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_TEXT) {
            return List.of(Obstacle.of("obstacle.retention.reason"));
        }
        Erasure erasure = erasures.byId(id).orElseThrow(NoSuchElementException::new);
        if (!erasure.waits()) {
            return List.of(Obstacle.of("obstacle.retention.settled"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "retention.erasure-refused",
                                        Purpose.ADMINISTRATION,
                                        Map.of("erasure", id))
                                .withReason(why));
        erasures.refuse(id, why, act);
        return List.of();
    }

    private static boolean reviews() {
        Role role = Caller.required().role();
        return role == Role.IDENTITY_REVIEWER || role == Role.SECOND_REVIEWER;
    }
}
