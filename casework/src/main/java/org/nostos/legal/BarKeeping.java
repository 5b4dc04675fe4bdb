package org.nostos.legal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.legal.BarEvent.Kind;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The steps about bars. A step that the bar does not allow writes nothing and says why. Thread-safe.
@Service
@Transactional
public class BarKeeping {

    private static final Set<Kind> BY_ANY_CASEWORKER =
            EnumSet.of(Kind.OPENED, Kind.ASSURANCE_SOUGHT, Kind.APPEALED, Kind.DOUBTED);
    private static final Set<Kind> BY_THE_BODY = EnumSet.of(Kind.LIFTED, Kind.UPHELD);
    private static final Set<Kind> LIFTING = EnumSet.of(Kind.LIFT_PROPOSED, Kind.LIFTED);
    private static final Set<Kind> CONFIRMING =
            EnumSet.of(Kind.REVIEWED, Kind.LIFTED, Kind.UPHELD, Kind.APPEAL_DISMISSED);

    private final LawDesk desk;
    private final Bars bars;
    private final Assurances assurances;
    private final HouseFacts house;

    BarKeeping(LawDesk desk, Bars bars, Assurances assurances, HouseFacts house) {
        this.desk = desk;
        this.bars = bars;
        this.assurances = assurances;
        this.house = house;
    }

    /// Begins to assess.
    public List<Obstacle> open(BarStep step) {
        return take(Kind.OPENED, step, null);
    }

    /// Finds no bar, until a day. It counts once another has looked.
    public List<Obstacle> clear(BarStep step, LocalDate until) {
        return take(Kind.CLEARED, step, until);
    }

    /// Agrees with another that there is no bar.
    public List<Obstacle> review(BarStep step) {
        return take(Kind.REVIEWED, step, null);
    }

    /// Finds a bar.
    public List<Obstacle> find(BarStep step) {
        return take(Kind.FOUND, step, null);
    }

    public List<Obstacle> seekAssurance(BarStep step) {
        return take(Kind.ASSURANCE_SOUGHT, step, null);
    }

    /// Puts the bar before the independent body.
    public List<Obstacle> proposeLift(BarStep step, LocalDate until) {
        return take(Kind.LIFT_PROPOSED, step, until);
    }

    /// The independent body's hand.
    public List<Obstacle> lift(BarStep step) {
        return take(Kind.LIFTED, step, null);
    }

    /// The independent body lets the bar stand.
    public List<Obstacle> uphold(BarStep step) {
        return take(Kind.UPHELD, step, null);
    }

    /// An appeal of the person. It suspends what it is lodged against.
    public List<Obstacle> appeal(BarStep step) {
        return take(Kind.APPEALED, step, null);
    }

    public List<Obstacle> dismissAppeal(BarStep step) {
        return take(Kind.APPEAL_DISMISSED, step, null);
    }

    /// The appeal was right: the bar stands from now on.
    public List<Obstacle> allowAppeal(BarStep step) {
        return take(Kind.APPEAL_ALLOWED, step, null);
    }

    /// Says that a new fact came up.
    public List<Obstacle> doubt(BarStep step) {
        return take(Kind.DOUBTED, step, null);
    }

    private List<Obstacle> take(Kind kind, BarStep step, @Nullable LocalDate until) {
        desk.turn(step.step());
        List<BarEvent> events = eventsFor(step);
        Bar bar = Bar.of(step.destination(), step.ground(), events, breaches(step), AsOf.now());
        UUID last = events.isEmpty() ? null : events.getLast().stamp().id();
        List<Obstacle> obstacles = new ArrayList<>(desk.against(step.step(), last));
        obstacles.addAll(against(kind, bar, step, until));
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        UUID id = UUID.randomUUID();
        String act = "legal.bar-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        BarEvent event =
                new BarEvent(
                        LawDesk.stamp(id, step.step()),
                        step.destination(),
                        step.ground(),
                        kind,
                        until,
                        step.step().reason(),
                        step.step().source());
        bars.add(event, desk.act(act, step.step(), id));
        desk.changed(step.step());
        return List.of();
    }

    private List<BarEvent> eventsFor(BarStep step) {
        if (Caller.required().role() == Role.INDEPENDENT_REVIEWER) {
            return bars.beforeBody(step.step().leader(), step.destination(), step.ground());
        }
        return bars.of(step.step().persons()).stream()
                .filter(e -> e.destination().equals(step.destination()))
                .filter(e -> e.ground() == step.ground())
                .toList();
    }

    private List<Instant> breaches(BarStep step) {
        AsOf now = AsOf.now();
        return Assurance.breaches(assurances.all(), step.destination(), now);
    }

    private List<Obstacle> against(Kind kind, Bar bar, BarStep step, @Nullable LocalDate until) {
        UUID account = Caller.required().account();
        if (!may(kind, Caller.required().role())) {
            return List.of(Obstacle.of("obstacle.legal.role"));
        }
        if (LIFTING.contains(kind) && house.reviewBody().isEmpty()) {
            return List.of(Unmet.of(LegalRule.REVIEW_BODY).obstacle());
        }
        if (bar.found() && (kind == Kind.OPENED || kind == Kind.CLEARED)) {
            return List.of(Unmet.of(LegalRule.LIFT, bar.destination().value()).obstacle());
        }
        if (!bar.allows(kind, account)) {
            boolean own = CONFIRMING.contains(kind) && bar.allows(kind, UUID.randomUUID());
            return List.of(
                    own
                            ? Unmet.of(LegalRule.TWO_HANDS).obstacle()
                            : Obstacle.of("obstacle.legal.step"));
        }
        LocalDate on = step.step().on();
        boolean wrong = until != null && (until.isBefore(on) || until.isAfter(on.plusYears(1)));
        return wrong ? List.of(Obstacle.of("obstacle.legal.until")) : List.of();
    }

    /// Whether the role may take such a step at all.
    public static boolean may(Kind kind, Role role) {
        if (BY_THE_BODY.contains(kind)) {
            return role == Role.INDEPENDENT_REVIEWER;
        }
        return role == Role.LEGAL_REVIEWER
                || (role == Role.CASE_OFFICER && BY_ANY_CASEWORKER.contains(kind))
                || (role == Role.COUNSEL && kind == Kind.APPEALED);
    }
}
