package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.legal.ReviewEvent.Kind;
import org.nostos.legal.ReviewEvent.Outcome;

/// One review of one person, as its events leave it.
///
/// @param due when the next review is due, of one that keeps the person held
/// @param recused who may not decide
public record Review(
        UUID id,
        State state,
        @Nullable Outcome outcome,
        @Nullable LocalDate due,
        @Nullable UUID opener,
        @Nullable UUID proposer,
        Set<UUID> recused,
        List<ReviewEvent> events) {

    /// The longest time between two reviews, in months (Fourth Geneva Convention, art. 43).
    public static final int MONTHS = 6;

    /// Where a review stands.
    public enum State {
        OPENED,
        FILE_COMPLETE,
        SCHEDULED,
        HEARD,
        PROPOSED,
        DECIDED,
        NOTIFIED,
        APPEALED,
        UPHELD,
        QUASHED,
        FINAL
    }

    private static final Set<State> OVER =
            EnumSet.of(
                    State.DECIDED,
                    State.NOTIFIED,
                    State.APPEALED,
                    State.UPHELD,
                    State.QUASHED,
                    State.FINAL);

    public Review {
        recused = Set.copyOf(recused);
        events = List.copyOf(events);
    }

    /// Whether it has come to its end, or was quashed: then another can be opened.
    public boolean ended() {
        return state == State.FINAL || state == State.QUASHED;
    }

    /// Whether it came to a decision that stands, final or not.
    public boolean decided() {
        return OVER.contains(state) && state != State.QUASHED;
    }

    /// The latest of these reviews, newest first, that came to a decision: one that was opened since
    /// stops no clock before it is decided as well.
    public static Optional<Review> lastDecided(List<Review> all) {
        return all.stream().filter(Review::decided).findFirst();
    }

    /// The day of its decision, if one stands.
    public Optional<LocalDate> decidedOn() {
        return decided() ? last(Kind.DECIDED).map(event -> event.stamp().on()) : Optional.empty();
    }

    /// The day of the hearing that is set and was not held.
    public Optional<LocalDate> hearing() {
        return state == State.SCHEDULED
                ? last(Kind.SCHEDULED).map(ReviewEvent::due)
                : Optional.empty();
    }

    /// Until when the person can appeal, where that was said when they were told.
    public Optional<LocalDate> appealUntil() {
        return state == State.NOTIFIED
                ? last(Kind.NOTIFIED).map(ReviewEvent::due)
                : Optional.empty();
    }

    private Optional<ReviewEvent> last(Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).reduce((_, later) -> later);
    }

    /// When the next review is due: on the day that was set, or six months after the decision; never
    /// after a release.
    public Optional<LocalDate> nextDue() {
        if (outcome == Outcome.RELEASE || outcome == null) {
            return Optional.empty();
        }
        return last(Kind.DECIDED)
                .map(decided -> due != null ? due : decided.stamp().on().plusMonths(MONTHS));
    }

    /// The reviews that these events come to, the latest opened first.
    public static List<Review> of(List<ReviewEvent> events, AsOf asOf) {
        Map<UUID, List<ReviewEvent>> threads = new LinkedHashMap<>();
        for (ReviewEvent event : events) {
            if (asOf.counts(event.stamp().on(), event.stamp().recordedAt())) {
                threads.computeIfAbsent(event.review(), _ -> new ArrayList<>()).add(event);
            }
        }
        List<Review> all = new ArrayList<>();
        threads.values().stream()
                .filter(thread -> thread.getFirst().kind() == Kind.OPENED)
                .forEach(thread -> all.addFirst(one(thread)));
        return all;
    }

    private static Review one(List<ReviewEvent> thread) {
        ReviewEvent opened = thread.getFirst();
        Review now =
                new Review(
                        opened.review(),
                        State.OPENED,
                        null,
                        null,
                        opened.stamp().account(),
                        null,
                        Set.of(),
                        thread);
        for (ReviewEvent event : thread.subList(1, thread.size())) {
            if (now.allows(event.kind(), event.stamp().account())) {
                now = now.after(event);
            }
        }
        return now;
    }

    /// Whether the review allows this step to this account. The database keeps the same table.
    public boolean allows(Kind kind, UUID account) {
        return switch (kind) {
            case OPENED -> false;
            case FILE_COMPLETE -> state == State.OPENED;
            case SCHEDULED -> state == State.FILE_COMPLETE || state == State.SCHEDULED;
            case HEARD -> state == State.SCHEDULED;
            case RECUSED -> !OVER.contains(state) && !recused.contains(account);
            case DECISION_PROPOSED -> state == State.HEARD && !recused.contains(account);
            case DECIDED ->
                    state == State.PROPOSED
                            && !account.equals(proposer)
                            && !account.equals(opener)
                            && !recused.contains(account);
            case RETURNED -> state == State.PROPOSED && !account.equals(proposer);
            case NOTIFIED -> state == State.DECIDED;
            case APPEALED ->
                    state == State.DECIDED || state == State.NOTIFIED || state == State.FINAL;
            case UPHELD, QUASHED -> state == State.APPEALED;
            case FINAL -> state == State.NOTIFIED || state == State.UPHELD;
        };
    }

    private Review after(ReviewEvent event) {
        return switch (event.kind()) {
            case OPENED -> this;
            case FILE_COMPLETE -> to(State.FILE_COMPLETE);
            case SCHEDULED -> to(State.SCHEDULED);
            case HEARD -> to(State.HEARD);
            case RECUSED -> without(event.stamp().account());
            case DECISION_PROPOSED ->
                    new Review(
                            id,
                            State.PROPOSED,
                            event.outcome(),
                            event.due(),
                            opener,
                            event.stamp().account(),
                            recused,
                            events);
            case DECIDED -> to(State.DECIDED);
            case RETURNED -> new Review(id, State.HEARD, null, null, opener, null, recused, events);
            case NOTIFIED -> to(State.NOTIFIED);
            case APPEALED -> to(State.APPEALED);
            case UPHELD -> to(State.UPHELD);
            case QUASHED ->
                    new Review(id, State.QUASHED, null, null, opener, proposer, recused, events);
            case FINAL -> to(State.FINAL);
        };
    }

    private Review to(State next) {
        return new Review(id, next, outcome, due, opener, proposer, recused, events);
    }

    private Review without(UUID account) {
        Set<UUID> out = new HashSet<>(recused);
        out.add(account);
        return new Review(id, state, outcome, due, opener, proposer, out, events);
    }
}
