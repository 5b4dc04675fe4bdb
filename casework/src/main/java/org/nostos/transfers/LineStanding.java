package org.nostos.transfers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Unmet;
import org.nostos.transfers.LineEvent.Kind;

/// Where one of those on a transfer stands at two times.
///
/// @param received the day on which the receiver says they came
/// @param followUps the latest last
public record LineStanding(
        State state,
        @Nullable LocalDate received,
        boolean splitOrdered,
        List<LineEvent> followUps,
        List<LineEvent> counting) {

    /// How long after arrival somebody looks how they are treated: a rule of the house.
    public static final int FOLLOW_UP_DAYS = 30;

    /// The states of somebody on a transfer.
    public enum State {
        LISTED,
        WITHDRAWN,
        /// Left, and nobody has said that they came.
        ON_THE_WAY,
        HANDED_OVER,
        RECEIVED,
        FOLLOWED_UP,
        TURNED_BACK,
        DIED,
        ESCAPED,
        /// The transfer was cancelled, or came back whole.
        NOT_GONE;

        /// Whether they left and are awaited.
        public boolean isAwaited() {
            return this == ON_THE_WAY || this == HANDED_OVER;
        }
    }

    public LineStanding {
        followUps = List.copyOf(followUps);
        counting = List.copyOf(counting);
    }

    /// What the steps of a line come to, on a transfer that stands like this.
    public static LineStanding of(TransferStanding transfer, List<LineEvent> events, AsOf asOf) {
        List<LineEvent> counting =
                events.stream().filter(e -> asOf.counts(e.on(), e.recordedAt())).toList();
        LocalDate received = last(counting, Kind.RECEIVED).map(LineEvent::on).orElse(null);
        List<LineEvent> followUps =
                counting.stream().filter(e -> e.kind() == Kind.FOLLOWED_UP).toList();
        State ended =
                counting.stream()
                        .filter(e -> e.kind().ends())
                        .findFirst()
                        .map(e -> State.valueOf(e.kind().name()))
                        .orElse(null);
        State state = ended != null ? ended : running(transfer, received, !followUps.isEmpty());
        return new LineStanding(
                state,
                received,
                last(counting, Kind.SPLIT_ORDERED).isPresent(),
                followUps,
                counting);
    }

    private static State running(
            TransferStanding transfer, @Nullable LocalDate received, boolean followedUp) {
        if (received != null) {
            return followedUp ? State.FOLLOWED_UP : State.RECEIVED;
        }
        return switch (transfer.state()) {
            case DRAFT, FREEZE_PROPOSED, FROZEN -> State.LISTED;
            case DEPARTED -> State.ON_THE_WAY;
            case HANDED_OVER -> State.HANDED_OVER;
            case TURNED_BACK, CANCELLED -> State.NOT_GONE;
        };
    }

    private static Optional<LineEvent> last(List<LineEvent> events, Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).reduce((_, later) -> later);
    }

    /// Whether they had come by this day.
    boolean isReceivedBy(LocalDate on) {
        return received != null && !received.isAfter(on);
    }

    /// Whether they are on the manifest still.
    public boolean isOn() {
        return !counting.stream().anyMatch(e -> e.kind().ends());
    }

    /// When somebody looks next how they are treated, once they came; nothing when no further day was set.
    public Optional<LocalDate> followUpDue() {
        if (received == null) {
            return Optional.empty();
        }
        return followUps.isEmpty()
                ? Optional.of(received.plusDays(FOLLOW_UP_DAYS))
                : Optional.ofNullable(followUps.getLast().next());
    }

    /// What alarms or is due: nobody received them, or nobody has looked since.
    ///
    /// @param moment when this is asked
    public List<Unmet> open(Transfer transfer, TransferStanding standing, Instant moment) {
        List<Unmet> open = new ArrayList<>();
        Instant departed = standing.departed().orElse(null);
        if (departed != null && state.isAwaited()) {
            Instant late = departed.plus(Duration.ofHours(transfer.hours()));
            LocalDate by = late.atZone(ZoneOffset.UTC).toLocalDate();
            String hours = Integer.toString(transfer.hours());
            open.add(
                    moment.isAfter(late)
                            ? Unmet.of(TransferRule.NOT_RECEIVED, transfer.number(), hours).by(by)
                            : Unmet.of(TransferRule.ARRIVAL, transfer.number()).by(by));
        }
        followUpDue()
                .ifPresent(day ->
                        open.add(Unmet.of(TransferRule.FOLLOW_UP, transfer.number()).by(day)));
        return open;
    }
}
