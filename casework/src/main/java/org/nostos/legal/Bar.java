package org.nostos.legal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.legal.BarEvent.Kind;

/// What is known of one bar at one moment: a person, a state, a ground.
///
/// @param found whether a bar was ever found: then only two hands lift it
/// @param hand who took the step that another must confirm
/// @param last the event on which the state rests, or null
public record Bar(
        StateCode destination,
        Ground ground,
        State state,
        boolean found,
        @Nullable LocalDate until,
        @Nullable Instant decidedAt,
        @Nullable UUID hand,
        @Nullable UUID appellant,
        @Nullable State before,
        @Nullable BarEvent last) {

    /// Where a bar stands. Only [#NO_BAR] and [#LIFTED] let pass.
    public enum State {
        NOT_ASSESSED,
        UNDER_ASSESSMENT,
        /// One person found no bar; another has not looked yet.
        CLEARED,
        NO_BAR,
        BAR_FOUND,
        ASSURANCE_SOUGHT,
        LIFT_PROPOSED,
        LIFTED,
        UPHELD,
        APPEALED,
        /// A new fact came up after it was decided.
        DOUBTED,
        /// Its day is over, or the state broke an assurance since.
        STALE
    }

    private static final Set<State> BARRED =
            EnumSet.of(State.BAR_FOUND, State.ASSURANCE_SOUGHT, State.UPHELD);
    private static final Set<State> DECIDED =
            EnumSet.of(State.CLEARED, State.NO_BAR, State.LIFT_PROPOSED, State.LIFTED);

    public boolean passes() {
        return state == State.NO_BAR || state == State.LIFTED;
    }

    /// The bar as the events of this state and ground leave it.
    ///
    /// @param breaches when breaches of an assurance of that state were recorded
    public static Bar of(
            StateCode destination,
            Ground ground,
            List<BarEvent> events,
            List<Instant> breaches,
            AsOf asOf) {
        Bar bar =
                new Bar(
                        destination,
                        ground,
                        State.NOT_ASSESSED,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        List<BarEvent> counting =
                events.stream()
                        .filter(e -> e.destination().equals(destination) && e.ground() == ground)
                        .filter(e -> asOf.counts(e.stamp().on(), e.stamp().recordedAt()))
                        .sorted(
                                Comparator.comparing((BarEvent e) -> e.stamp().recordedAt())
                                        .thenComparing(e -> e.stamp().id()))
                        .toList();
        for (BarEvent event : counting) {
            if (bar.allows(event.kind(), event.stamp().account())) {
                bar = bar.after(event);
            }
        }
        return bar.isOver(asOf.on(), breaches) ? bar.in(State.STALE) : bar;
    }

    /// Whether the bar allows this step to this account. The database keeps the same table.
    public boolean allows(Kind kind, UUID account) {
        return switch (kind) {
            case OPENED -> !found && state != State.UNDER_ASSESSMENT && state != State.APPEALED;
            case CLEARED -> !found && state == State.UNDER_ASSESSMENT;
            case REVIEWED -> state == State.CLEARED && !account.equals(hand);
            case FOUND -> !BARRED.contains(state);
            case ASSURANCE_SOUGHT ->
                    found && (canBeReconsidered() && state != State.ASSURANCE_SOUGHT);
            case LIFT_PROPOSED -> found && canBeReconsidered();
            case LIFTED, UPHELD -> state == State.LIFT_PROPOSED && !account.equals(hand);
            case APPEALED -> DECIDED.contains(state) || state == State.STALE;
            case APPEAL_DISMISSED -> state == State.APPEALED && !account.equals(appellant);
            case APPEAL_ALLOWED -> state == State.APPEALED;
            case DOUBTED ->
                    DECIDED.contains(state) || state == State.APPEALED || state == State.STALE;
        };
    }

    private boolean canBeReconsidered() {
        return BARRED.contains(state)
                || state == State.LIFTED
                || state == State.STALE
                || state == State.DOUBTED;
    }

    private Bar after(BarEvent event) {
        UUID account = event.stamp().account();
        Instant now = event.stamp().recordedAt();
        return switch (event.kind()) {
            case OPENED -> to(State.UNDER_ASSESSMENT, found, until, decidedAt, hand, event);
            case CLEARED -> to(State.CLEARED, found, event.until(), decidedAt, account, event);
            case REVIEWED -> to(State.NO_BAR, found, until, now, hand, event);
            case FOUND, APPEAL_ALLOWED -> to(State.BAR_FOUND, true, null, decidedAt, hand, event);
            case ASSURANCE_SOUGHT ->
                    to(State.ASSURANCE_SOUGHT, found, until, decidedAt, hand, event);
            case LIFT_PROPOSED ->
                    to(State.LIFT_PROPOSED, found, event.until(), decidedAt, account, event);
            case LIFTED -> to(State.LIFTED, found, until, now, hand, event);
            case UPHELD -> to(State.UPHELD, found, null, decidedAt, hand, event);
            case APPEALED ->
                    new Bar(
                            destination,
                            ground,
                            State.APPEALED,
                            found,
                            until,
                            decidedAt,
                            hand,
                            account,
                            state,
                            event);
            case APPEAL_DISMISSED ->
                    to(
                            before == null ? State.DOUBTED : before,
                            found,
                            until,
                            decidedAt,
                            hand,
                            event);
            case DOUBTED ->
                    state == State.APPEALED
                            ? new Bar(
                                    destination,
                                    ground,
                                    state,
                                    found,
                                    until,
                                    decidedAt,
                                    hand,
                                    appellant,
                                    State.DOUBTED,
                                    event)
                            : to(State.DOUBTED, found, until, decidedAt, hand, event);
        };
    }

    private Bar to(
            State next,
            boolean nowFound,
            @Nullable LocalDate day,
            @Nullable Instant decided,
            @Nullable UUID byHand,
            BarEvent event) {
        return new Bar(
                destination,
                ground,
                next,
                nowFound,
                day,
                decided,
                byHand,
                appellant,
                before,
                event);
    }

    private Bar in(State other) {
        return new Bar(
                destination, ground, other, found, until, decidedAt, hand, appellant, before, last);
    }

    private boolean isOver(LocalDate on, List<Instant> breaches) {
        if (!passes() || until == null || decidedAt == null) {
            return false;
        }
        Instant decided = decidedAt;
        return until.isBefore(on) || breaches.stream().anyMatch(breach -> breach.isAfter(decided));
    }
}
