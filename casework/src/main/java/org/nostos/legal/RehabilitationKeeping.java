package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.legal.Rehabilitation.Event;
import org.nostos.legal.Rehabilitation.Kind;
import org.nostos.legal.Rehabilitation.Onward;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody's rehabilitation, step by step. Thread-safe.
@Service
@Transactional
public class RehabilitationKeeping {

    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_NEEDS = 8000;
    private static final int FEWEST_WORDS = 4;
    private static final Pattern GRADE = Pattern.compile("\\d+\\s*(/\\s*\\d+|%)");
    private static final Set<Kind> OF_LAW =
            EnumSet.of(Kind.ONWARD_PROPOSED, Kind.ONWARD_DECIDED, Kind.ONWARD_RETURNED);

    private final LawDesk desk;
    private final Rehabilitations stays;
    private final Reviews reviews;

    RehabilitationKeeping(LawDesk desk, Rehabilitations stays, Reviews reviews) {
        this.desk = desk;
        this.stays = stays;
        this.reviews = reviews;
    }

    /// What only some steps say.
    public record Said(
            @Nullable String place,
            @Nullable String needs,
            @Nullable LocalDate due,
            @Nullable Onward onward) {

        public static final Said NOTHING = new Said(null, null, null, null);

        public Said {
            place = place == null || place.isBlank() ? null : place.strip();
            needs = needs == null || needs.isBlank() ? null : needs.strip();
        }
    }

    /// The rehabilitations of somebody, the latest first.
    @Transactional(readOnly = true)
    public List<Rehabilitation> all(Collection<UUID> persons, AsOf asOf) {
        return Rehabilitation.of(stays.of(persons), asOf);
    }

    /// Whether a review sent them there, and nobody has referred them since.
    @Transactional(readOnly = true)
    public boolean toRefer(Collection<UUID> persons, AsOf asOf) {
        return sentBy(persons, asOf).isPresent()
                && latest(persons, asOf).filter(Rehabilitation::open).isEmpty();
    }

    /// They are referred, because a review decided so.
    public List<Obstacle> refer(LawStep step) {
        return take(step, Kind.REFERRED, Said.NOTHING);
    }

    public List<Obstacle> admit(LawStep step, String place) {
        return take(step, Kind.ADMITTED, new Said(place, null, null, null));
    }

    /// What is done with them, and why.
    public List<Obstacle> plan(LawStep step, String needs, @Nullable LocalDate next) {
        return take(step, Kind.PLANNED, new Said(null, needs, next, null));
    }

    /// What they need now and how they get on.
    public List<Obstacle> assess(LawStep step, String needs, @Nullable LocalDate next) {
        return take(step, Kind.ASSESSED, new Said(null, needs, next, null));
    }

    public List<Obstacle> extend(LawStep step, @Nullable LocalDate next) {
        return take(step, Kind.EXTENDED, new Said(null, null, next, null));
    }

    public List<Obstacle> complete(LawStep step) {
        return take(step, Kind.COMPLETED, Said.NOTHING);
    }

    /// They left before it was completed.
    public List<Obstacle> leave(LawStep step) {
        return take(step, Kind.LEFT, Said.NOTHING);
    }

    /// Proposes where they go from it.
    public List<Obstacle> propose(LawStep step, @Nullable Onward onward) {
        return take(step, Kind.ONWARD_PROPOSED, new Said(null, null, null, onward));
    }

    /// Decides as another proposed.
    public List<Obstacle> decide(LawStep step) {
        return take(step, Kind.ONWARD_DECIDED, Said.NOTHING);
    }

    public List<Obstacle> giveBack(LawStep step) {
        return take(step, Kind.ONWARD_RETURNED, Said.NOTHING);
    }

    private Optional<Rehabilitation> latest(Collection<UUID> persons, AsOf asOf) {
        return all(persons, asOf).stream().findFirst();
    }

    /// The review that sends them to rehabilitation, while no later one decided otherwise and no stay
    /// that rests on it has ended.
    private Optional<Review> sentBy(Collection<UUID> persons, AsOf asOf) {
        List<Rehabilitation> all = all(persons, asOf);
        return Review.lastDecided(Review.of(reviews.of(persons), asOf))
                .filter(review -> review.outcome() == Outcome.REFER_TO_REHABILITATION)
                .filter(review ->
                        all.stream().noneMatch(stay -> review.id().equals(stay.review())));
    }

    private List<Obstacle> take(LawStep step, Kind kind, Said said) {
        desk.turn(step);
        List<Event> events = stays.of(step.persons());
        Rehabilitation now =
                Rehabilitation.of(events, AsOf.now()).stream().findFirst().orElse(null);
        UUID last = events.isEmpty() ? null : events.getLast().stamp().id();
        List<Obstacle> obstacles = new ArrayList<>(desk.against(step, last));
        obstacles.addAll(against(kind, now, step, said));
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            boolean refers = kind == Kind.REFERRED;
            String act =
                    "legal.rehabilitation-"
                            + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            stays.add(
                    new Event(
                            LawDesk.stamp(id, step),
                            refers || now == null ? id : now.id(),
                            kind,
                            refers
                                    ? sentBy(step.persons(), AsOf.now())
                                            .map(Review::id)
                                            .orElse(null)
                                    : null,
                            said.place,
                            said.needs,
                            said.due,
                            said.onward,
                            step.reason(),
                            step.source()),
                    desk.act(act, step, id));
            desk.changed(step);
        }
        return obstacles;
    }

    private List<Obstacle> against(
            Kind kind, @Nullable Rehabilitation now, LawStep step, Said said) {
        if (!may(kind, Caller.required().role())) {
            return List.of(Obstacle.of("obstacle.legal.role"));
        }
        if (kind == Kind.REFERRED) {
            return now != null && now.open()
                    ? List.of(Obstacle.of("obstacle.legal.step"))
                    : sentBy(step.persons(), AsOf.now()).isPresent()
                            ? List.of()
                            : List.of(Unmet.of(LegalRule.REHABILITATION_REVIEW).obstacle());
        }
        UUID account = Caller.required().account();
        if (now == null || !now.allows(kind, account)) {
            boolean own = now != null && now.allows(kind, UUID.randomUUID());
            return List.of(
                    own
                            ? Unmet.of(LegalRule.TWO_HANDS).obstacle()
                            : Obstacle.of("obstacle.legal.step"));
        }
        return missing(kind, now, step, said);
    }

    private List<Obstacle> missing(Kind kind, Rehabilitation now, LawStep step, Said said) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (kind == Kind.ADMITTED && (said.place == null || said.place.length() > LONGEST_PLACE)) {
            obstacles.add(Obstacle.of("obstacle.legal.rehabilitation-place"));
        }
        if (kind.saysNeeds() && !inWords(said.needs)) {
            obstacles.add(Obstacle.of("obstacle.legal.rehabilitation-needs"));
        }
        LocalDate latest = step.on().plusDays(Rehabilitation.DAYS);
        if (kind.setsDay()
                && (said.due == null || said.due.isBefore(step.on()) || said.due.isAfter(latest))) {
            obstacles.add(
                    Unmet.of(LegalRule.REHABILITATION_ASSESSMENT, latest.toString()).obstacle());
        }
        if (kind == Kind.ONWARD_PROPOSED && said.onward == null) {
            obstacles.add(Obstacle.of("obstacle.legal.rehabilitation-onward"));
        }
        Event waiting = now.waiting();
        Onward onward =
                kind == Kind.ONWARD_DECIDED && waiting != null ? waiting.onward() : said.onward;
        if (onward == Onward.JUDICIARY && !referredToCourt(step.persons())) {
            obstacles.add(Unmet.of(LegalRule.REHABILITATION_JUDICIARY).obstacle());
        }
        return obstacles;
    }

    /// Nobody goes before a court from here but by a review that decided so.
    private boolean referredToCourt(Collection<UUID> persons) {
        return Review.lastDecided(Review.of(reviews.of(persons), AsOf.now()))
                .filter(review -> review.outcome() == Outcome.REFER_TO_JUDICIARY)
                .isPresent();
    }

    /// Whether it is words: no mark, no share, no grade of a person.
    static boolean inWords(@Nullable String needs) {
        return needs != null
                && needs.length() <= LONGEST_NEEDS
                && needs.split("\\s+").length >= FEWEST_WORDS
                && !GRADE.matcher(needs).find();
    }

    /// Whether the role may take such a step at all.
    public static boolean may(Kind kind, Role role) {
        return role == Role.LEGAL_REVIEWER || (role == Role.CASE_OFFICER && !OF_LAW.contains(kind));
    }
}
