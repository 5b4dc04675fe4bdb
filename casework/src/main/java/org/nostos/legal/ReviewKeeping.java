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
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.legal.ReviewEvent.Kind;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The reviews of somebody held, step by step. Thread-safe.
@Service
@Transactional
public class ReviewKeeping {

    private static final Set<Kind> BY_ANY_CASEWORKER =
            EnumSet.of(
                    Kind.OPENED,
                    Kind.FILE_COMPLETE,
                    Kind.SCHEDULED,
                    Kind.HEARD,
                    Kind.NOTIFIED,
                    Kind.APPEALED);

    private final LawDesk desk;
    private final Reviews reviews;

    ReviewKeeping(LawDesk desk, Reviews reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    /// What a step says beyond what every step says.
    public record Said(
            @Nullable Outcome outcome,
            @Nullable LocalDate due,
            @Nullable String panel,
            @Nullable String language,
            @Nullable String interpreter) {

        public static final Said NOTHING = new Said(null, null, null, null, null);
    }

    /// The reviews of somebody, the latest opened first.
    @Transactional(readOnly = true)
    public List<Review> all(Collection<UUID> persons, AsOf asOf) {
        return Review.of(reviews.of(persons), asOf);
    }

    /// Opens a review, unless one is open.
    public List<Obstacle> open(LawStep step) {
        return take(step, Kind.OPENED, Said.NOTHING);
    }

    /// The file holds what the review needs.
    public List<Obstacle> complete(LawStep step) {
        return take(step, Kind.FILE_COMPLETE, Said.NOTHING);
    }

    public List<Obstacle> schedule(LawStep step, @Nullable LocalDate day) {
        return take(step, Kind.SCHEDULED, new Said(null, day, null, null, null));
    }

    /// The person was heard.
    public List<Obstacle> hear(LawStep step, String panel, @Nullable String interpreter) {
        return take(step, Kind.HEARD, new Said(null, null, panel, null, interpreter));
    }

    /// The caller may not decide this review.
    public List<Obstacle> recuse(LawStep step) {
        return take(step, Kind.RECUSED, Said.NOTHING);
    }

    /// Proposes what the review should come to.
    ///
    /// @param next when the next review is due, if the person stays held
    public List<Obstacle> propose(
            LawStep step, @Nullable Outcome outcome, @Nullable LocalDate next) {
        return take(step, Kind.DECISION_PROPOSED, new Said(outcome, next, null, null, null));
    }

    /// Confirms what another proposed.
    public List<Obstacle> decide(LawStep step) {
        return take(step, Kind.DECIDED, Said.NOTHING);
    }

    /// Sends the proposal back.
    public List<Obstacle> giveBack(LawStep step) {
        return take(step, Kind.RETURNED, Said.NOTHING);
    }

    /// The person was told.
    ///
    /// @param until the last day on which they can appeal, where the law of the place sets one
    public List<Obstacle> inform(
            LawStep step,
            String language,
            @Nullable String interpreter,
            @Nullable LocalDate until) {
        return take(step, Kind.NOTIFIED, new Said(null, until, null, language, interpreter));
    }

    /// The person appeals, or their counsel does: nothing moves until that is decided.
    public List<Obstacle> appeal(LawStep step) {
        return take(step, Kind.APPEALED, Said.NOTHING);
    }

    /// The appeal was dismissed.
    public List<Obstacle> uphold(LawStep step) {
        return take(step, Kind.UPHELD, Said.NOTHING);
    }

    /// The appeal was right: the decision is gone, and a review must be opened anew.
    public List<Obstacle> quash(LawStep step) {
        return take(step, Kind.QUASHED, Said.NOTHING);
    }

    /// Nothing can be brought against it any more.
    public List<Obstacle> close(LawStep step) {
        return take(step, Kind.FINAL, Said.NOTHING);
    }

    private List<Obstacle> take(LawStep step, Kind kind, Said said) {
        desk.turn(step);
        List<ReviewEvent> events = reviews.of(step.persons());
        Optional<Review> now = Review.of(events, AsOf.now()).stream().findFirst();
        UUID last = events.isEmpty() ? null : events.getLast().stamp().id();
        List<Obstacle> obstacles = new ArrayList<>(desk.against(step, last));
        obstacles.addAll(against(kind, now.orElse(null), step, said));
        if (obstacles.isEmpty()) {
            UUID id = UUID.randomUUID();
            UUID review = kind == Kind.OPENED ? id : now.orElseThrow().id();
            String act = "legal.review-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            reviews.add(
                    new ReviewEvent(
                            LawDesk.stamp(id, step),
                            review,
                            kind,
                            said.outcome,
                            said.due,
                            text(said.panel),
                            text(said.language),
                            text(said.interpreter),
                            step.reason(),
                            step.source()),
                    desk.act(act, step, id));
            desk.changed(step);
        }
        return obstacles;
    }

    private static List<Obstacle> against(
            Kind kind, @Nullable Review now, LawStep step, Said said) {
        UUID account = Caller.required().account();
        if (!may(kind, Caller.required().role())) {
            return List.of(Obstacle.of("obstacle.legal.role"));
        }
        if (kind == Kind.OPENED) {
            return now == null || now.ended()
                    ? List.of()
                    : List.of(Obstacle.of("obstacle.legal.step"));
        }
        if (now == null || !now.allows(kind, account)) {
            boolean own = now != null && now.allows(kind, UUID.randomUUID());
            return List.of(
                    own
                            ? Unmet.of(LegalRule.TWO_HANDS).obstacle()
                            : Obstacle.of("obstacle.legal.step"));
        }
        if (kind == Kind.FINAL
                && now.appealUntil().filter(day -> !day.isBefore(LawDesk.today())).isPresent()) {
            return List.of(
                    Unmet.of(LegalRule.APPEAL_TERM, now.appealUntil().orElseThrow().toString())
                            .obstacle());
        }
        return missing(kind, step, said);
    }

    private static List<Obstacle> missing(Kind kind, LawStep step, Said said) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (kind == Kind.SCHEDULED && said.due == null) {
            obstacles.add(Obstacle.of("obstacle.legal.hearing-day"));
        }
        if (kind == Kind.HEARD && text(said.panel) == null) {
            obstacles.add(Obstacle.of("obstacle.legal.panel"));
        }
        if (kind == Kind.NOTIFIED && text(said.language) == null) {
            obstacles.add(Obstacle.of("obstacle.legal.language"));
        }
        if (kind == Kind.NOTIFIED && said.due != null && said.due.isBefore(step.on())) {
            obstacles.add(Obstacle.of("obstacle.legal.appeal-day"));
        }
        if (kind == Kind.DECISION_PROPOSED) {
            LocalDate latest = step.on().plusMonths(Review.MONTHS);
            boolean held = said.outcome == Outcome.CONTINUE_HOLDING;
            boolean late = said.due != null && said.due.isAfter(latest);
            if (said.outcome == null || (held && said.due == null) || late) {
                obstacles.add(Unmet.of(LegalRule.NEXT_REVIEW, latest.toString()).obstacle());
            }
        }
        return obstacles;
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    /// Whether the role may take such a step at all.
    public static boolean may(Kind kind, Role role) {
        return role == Role.LEGAL_REVIEWER
                || (role == Role.CASE_OFFICER && BY_ANY_CASEWORKER.contains(kind))
                || (role == Role.COUNSEL && kind == Kind.APPEALED);
    }
}
