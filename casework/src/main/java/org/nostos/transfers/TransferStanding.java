package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.transfers.TransferEvent.Kind;

/// Where a transfer stands at two times.
///
/// @param planned the day on which they are to leave
/// @param counting the steps that count, in the order recorded
public record TransferStanding(
        State state, @Nullable LocalDate planned, List<TransferEvent> counting) {

    /// The states of a transfer.
    public enum State {
        DRAFT,
        /// The manifest waits for the second hand.
        FREEZE_PROPOSED,
        FROZEN,
        DEPARTED,
        HANDED_OVER,
        TURNED_BACK,
        CANCELLED;

        /// Whether nobody has left, and somebody may.
        public boolean isAhead() {
            return this == DRAFT || this == FREEZE_PROPOSED || this == FROZEN;
        }
    }

    public TransferStanding {
        counting = List.copyOf(counting);
    }

    /// What these steps come to.
    public static TransferStanding of(List<TransferEvent> events, AsOf asOf) {
        List<TransferEvent> counting =
                events.stream().filter(e -> asOf.counts(e.on(), e.recordedAt())).toList();
        State state = State.DRAFT;
        LocalDate planned = null;
        for (TransferEvent event : counting) {
            state = after(state, event.kind());
            if (event.kind() == Kind.PLANNED || event.kind() == Kind.POSTPONED) {
                planned = event.said().day();
            }
        }
        return new TransferStanding(state, planned, counting);
    }

    private static State after(State state, Kind kind) {
        return switch (kind) {
            case RETURNED -> State.DRAFT;
            case FREEZE_PROPOSED, FROZEN, DEPARTED, HANDED_OVER, TURNED_BACK, CANCELLED ->
                    State.valueOf(kind.name());
            case PLANNED,
                    AGREED,
                    POSTPONED,
                    EXIT_CLEARED,
                    TRANSIT_CLEARED,
                    OVERFLIGHT_CLEARED,
                    LEAVE_WITHDRAWN,
                    ESCORT_NAMED,
                    ESCORT_LEFT,
                    SEATS_HELD,
                    RECEIPT_DRAWN ->
                    state;
        };
    }

    /// Whether this step can follow. The database keeps the same rule.
    public boolean allows(Kind kind) {
        return switch (kind) {
            case PLANNED -> counting.isEmpty();
            case RETURNED, FROZEN -> state == State.FREEZE_PROPOSED;
            case DEPARTED -> state == State.FROZEN;
            case RECEIPT_DRAWN, TURNED_BACK -> state == State.DEPARTED;
            case HANDED_OVER -> state == State.DEPARTED && last(Kind.RECEIPT_DRAWN).isPresent();
            case CANCELLED -> state.isAhead();
            case AGREED,
                    POSTPONED,
                    EXIT_CLEARED,
                    TRANSIT_CLEARED,
                    OVERFLIGHT_CLEARED,
                    LEAVE_WITHDRAWN,
                    ESCORT_NAMED,
                    ESCORT_LEFT,
                    SEATS_HELD,
                    FREEZE_PROPOSED ->
                    state == State.DRAFT;
        };
    }

    /// The latest step of a kind.
    public Optional<TransferEvent> last(Kind kind) {
        return counting.stream().filter(e -> e.kind() == kind).reduce((_, later) -> later);
    }

    /// The leave to pass that stands, the latest of each kind and state.
    public List<TransferEvent> leave() {
        return standing(event -> event.kind().isLeave(), Kind.LEAVE_WITHDRAWN);
    }

    /// Whether leave of this kind is good on this day; of a state, if one is named.
    public boolean mayPass(Kind kind, @Nullable StateCode state, LocalDate on) {
        return leave().stream()
                .anyMatch(event ->
                        event.kind() == kind
                                && (state == null || state.equals(event.said().state()))
                                && event.said().day() != null
                                && !event.said().day().isBefore(on));
    }

    /// Who goes along.
    public List<TransferEvent> escorts() {
        return standing(event -> event.kind() == Kind.ESCORT_NAMED, Kind.ESCORT_LEFT);
    }

    public boolean hasEscort(EscortKind kind) {
        return escorts().stream().anyMatch(event -> kind.name().equals(event.said().code()));
    }

    public int seats() {
        return last(Kind.SEATS_HELD).map(event -> event.said().amount()).orElse(0);
    }

    /// The moment of departure.
    public Optional<Instant> departed() {
        return last(Kind.DEPARTED).map(event -> event.said().at());
    }

    /// Whether this day is before the day of the last step of this kind.
    boolean isBefore(Kind kind, LocalDate on) {
        return last(kind).filter(event -> on.isBefore(event.on())).isPresent();
    }

    private List<TransferEvent> standing(Predicate<TransferEvent> wanted, Kind takesBack) {
        List<UUID> back = new ArrayList<>();
        counting.stream()
                .filter(event -> event.kind() == takesBack && event.said().of() != null)
                .forEach(event -> back.add(event.said().of()));
        return counting.stream().filter(wanted).filter(e -> !back.contains(e.id())).toList();
    }
}
