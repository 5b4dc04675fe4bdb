package org.nostos.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.legal.Route;
import org.nostos.transfers.LineStanding.State;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.TransferEvent.Said;

/// Where a transfer and each who is on it stand, as functions of what happened.
class TransferTrackTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Instant NOON = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private static final AsOf ALL = new AsOf(DAY.plusYears(1), Instant.MAX);
    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final StateCode ORISTAN = new StateCode("XOA");
    private static final Transfer TRANSFER =
            new Transfer(
                    new UUID(1, 1),
                    "T-2026-0001",
                    TransferKind.REPATRIATION,
                    Route.DEPORTATION,
                    MERIDIA,
                    "Ministry",
                    List.of(ORISTAN),
                    48,
                    new UUID(2, 1),
                    "Moss",
                    NOON);

    private final List<TransferEvent> events = new ArrayList<>();

    @Test
    void everyStepFollowsItsOwn() {
        happened(Kind.PLANNED, Said.NOTHING.day(DAY.plusDays(9)));
        assertThat(next())
                .isEqualTo(
                        EnumSet.of(
                                Kind.AGREED,
                                Kind.POSTPONED,
                                Kind.EXIT_CLEARED,
                                Kind.TRANSIT_CLEARED,
                                Kind.OVERFLIGHT_CLEARED,
                                Kind.LEAVE_WITHDRAWN,
                                Kind.ESCORT_NAMED,
                                Kind.ESCORT_LEFT,
                                Kind.SEATS_HELD,
                                Kind.FREEZE_PROPOSED,
                                Kind.CANCELLED));
        happened(Kind.FREEZE_PROPOSED, Said.NOTHING);
        assertThat(next()).isEqualTo(EnumSet.of(Kind.RETURNED, Kind.FROZEN, Kind.CANCELLED));
        happened(Kind.RETURNED, Said.NOTHING);
        assertThat(standing().state()).isEqualTo(TransferStanding.State.DRAFT);
        happened(Kind.FREEZE_PROPOSED, Said.NOTHING);
        happened(Kind.FROZEN, Said.NOTHING);
        assertThat(next()).isEqualTo(EnumSet.of(Kind.DEPARTED, Kind.CANCELLED));
        happened(Kind.DEPARTED, Said.NOTHING.at(NOON));
        assertThat(next()).isEqualTo(EnumSet.of(Kind.RECEIPT_DRAWN, Kind.TURNED_BACK));
        happened(Kind.RECEIPT_DRAWN, Said.NOTHING);
        assertThat(next())
                .isEqualTo(EnumSet.of(Kind.RECEIPT_DRAWN, Kind.HANDED_OVER, Kind.TURNED_BACK));
        happened(Kind.HANDED_OVER, Said.NOTHING.at(NOON));
        assertThat(next()).isEmpty();
    }

    @Test
    void thePlannedDayIsTheLastThatWasSaidAndKnown() {
        happened(Kind.PLANNED, Said.NOTHING.day(DAY.plusDays(9)));
        happened(Kind.POSTPONED, Said.NOTHING.day(DAY.plusDays(20)));
        assertThat(standing().planned()).isEqualTo(DAY.plusDays(20));
        AsOf before = new AsOf(DAY, events.getFirst().recordedAt());
        assertThat(TransferStanding.of(events, before).planned()).isEqualTo(DAY.plusDays(9));
    }

    @Test
    void leaveIsGoodUntilItsDayAndUntilItIsTakenBack() {
        TransferEvent leave =
                happened(Kind.OVERFLIGHT_CLEARED, Said.NOTHING.state(ORISTAN).day(DAY.plusDays(5)));
        assertThat(standing().mayPass(Kind.OVERFLIGHT_CLEARED, ORISTAN, DAY.plusDays(5))).isTrue();
        assertThat(standing().mayPass(Kind.OVERFLIGHT_CLEARED, ORISTAN, DAY.plusDays(6))).isFalse();
        assertThat(standing().mayPass(Kind.OVERFLIGHT_CLEARED, MERIDIA, DAY)).isFalse();
        happened(Kind.LEAVE_WITHDRAWN, Said.NOTHING.of(leave.id()));
        assertThat(standing().mayPass(Kind.OVERFLIGHT_CLEARED, ORISTAN, DAY)).isFalse();
    }

    @Test
    void anEscortWhoLeftGoesNotAlong() {
        TransferEvent nurse =
                happened(Kind.ESCORT_NAMED, Said.NOTHING.code("MEDICAL").by("Yarrow", ""));
        assertThat(standing().hasEscort(EscortKind.MEDICAL)).isTrue();
        happened(Kind.ESCORT_LEFT, Said.NOTHING.of(nurse.id()));
        assertThat(standing().hasEscort(EscortKind.MEDICAL)).isFalse();
    }

    @Test
    void whoLeftAndWasNotReceivedInTimeRaisesAnAlarm() {
        left();
        assertThat(keys(line(List.of()), NOON.plusSeconds(48 * 3600)))
                .containsExactly("transfer.arrival");
        assertThat(keys(line(List.of()), NOON.plusSeconds(48 * 3600 + 1)))
                .containsExactly("transfer.not-received");
        happened(Kind.HANDED_OVER, Said.NOTHING.at(NOON));
        assertThat(keys(line(List.of()), NOON.plusSeconds(72 * 3600)))
                .containsExactly("transfer.not-received");
    }

    @Test
    void whoWasReceivedIsFollowedUpAndLookedAtAgainOnlyOnADayThatWasSet() {
        left();
        happened(Kind.HANDED_OVER, Said.NOTHING.at(NOON));
        List<LineEvent> happened = new ArrayList<>();
        happened.add(line(LineEvent.Kind.RECEIVED, null, null));
        assertThat(line(happened).state()).isEqualTo(State.RECEIVED);
        assertThat(line(happened).followUpDue())
                .contains(DAY.plusDays(LineStanding.FOLLOW_UP_DAYS));
        assertThat(keys(line(happened), NOON)).containsExactly("transfer.follow-up");
        happened.add(line(LineEvent.Kind.FOLLOWED_UP, "IN_CUSTODY", DAY.plusDays(90)));
        assertThat(line(happened).state()).isEqualTo(State.FOLLOWED_UP);
        assertThat(line(happened).followUpDue()).contains(DAY.plusDays(90));
        happened.add(line(LineEvent.Kind.FOLLOWED_UP, "COMMUNITY", null));
        assertThat(line(happened).followUpDue()).isEmpty();
        assertThat(keys(line(happened), NOON)).isEmpty();
    }

    @Test
    void whoWasTakenOffIsNotAwaited() {
        left();
        List<LineEvent> happened =
                List.of(line(LineEvent.Kind.WITHDRAWN, "REFUSED_BY_PERSON", null));
        assertThat(line(happened).state()).isEqualTo(State.WITHDRAWN);
        assertThat(line(happened).isOn()).isFalse();
        assertThat(keys(line(happened), NOON.plusSeconds(99 * 3600))).isEmpty();
    }

    @Test
    void aDocumentIsGoodUntilItsDayAndNotOnceItIsLost() {
        UUID id = UUID.randomUUID();
        List<TravelDocument.Event> events = new ArrayList<>();
        events.add(document(id, TravelDocument.Kind.REQUESTED, null));
        assertThat(one(events).state()).isEqualTo(TravelDocument.State.REQUESTED);
        events.add(document(id, TravelDocument.Kind.ISSUED, DAY.plusDays(30)));
        assertThat(one(events).goodOn(DAY.plusDays(30))).isTrue();
        assertThat(one(events).goodOn(DAY.plusDays(31))).isFalse();
        assertThat(
                        TravelDocument.of(events, new AsOf(DAY.plusDays(31), Instant.MAX))
                                .getFirst()
                                .state())
                .isEqualTo(TravelDocument.State.EXPIRED);
        events.add(document(id, TravelDocument.Kind.LOST, null));
        assertThat(one(events).goodOn(DAY)).isFalse();
        assertThat(one(events).next())
                .isEqualTo(Set.of(TravelDocument.Kind.REISSUED, TravelDocument.Kind.CANCELLED));
        events.add(document(id, TravelDocument.Kind.REISSUED, DAY.plusDays(60)));
        assertThat(one(events).goodOn(DAY.plusDays(60))).isTrue();
    }

    @Test
    void noKindIsTakenOnAnothersRoad() {
        assertThat(TransferKind.REPATRIATION.allows(Route.THIRD_STATE_RELOCATION)).isFalse();
        assertThat(TransferKind.TO_AUTHORITY.allows(Route.REPATRIATION_NO_PROCEEDINGS)).isFalse();
        assertThat(TransferKind.TO_THIRD_STATE.allows(Route.HANDOVER_BETWEEN_AUTHORITIES))
                .isFalse();
        for (Route route : Route.values()) {
            assertThat(TransferKind.values()).anyMatch(kind -> kind.allows(route));
        }
    }

    private void left() {
        happened(Kind.PLANNED, Said.NOTHING.day(DAY));
        happened(Kind.FREEZE_PROPOSED, Said.NOTHING);
        happened(Kind.FROZEN, Said.NOTHING);
        happened(Kind.DEPARTED, Said.NOTHING.at(NOON));
    }

    private TransferEvent happened(Kind kind, Said said) {
        TransferEvent event =
                new TransferEvent(
                        UUID.randomUUID(),
                        TRANSFER.id(),
                        kind,
                        DAY,
                        said,
                        "",
                        "",
                        new UUID(2, 1),
                        "Moss",
                        NOON.plusSeconds(events.size()));
        events.add(event);
        return event;
    }

    private TransferStanding standing() {
        return TransferStanding.of(events, ALL);
    }

    private Set<Kind> next() {
        Set<Kind> next = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (standing().allows(kind)) {
                next.add(kind);
            }
        }
        return next;
    }

    private LineStanding line(List<LineEvent> happened) {
        return LineStanding.of(standing(), happened, ALL);
    }

    private List<String> keys(LineStanding line, Instant at) {
        return line.open(TRANSFER, standing(), at).stream()
                .map(Unmet::rule)
                .map(rule -> rule.key())
                .toList();
    }

    private static LineEvent line(
            LineEvent.Kind kind, @Nullable String code, @Nullable LocalDate next) {
        return new LineEvent(
                UUID.randomUUID(),
                new UUID(3, 1),
                kind,
                DAY,
                code,
                "Heron",
                next,
                "as seen",
                "",
                false,
                new UUID(2, 1),
                "Moss",
                NOON);
    }

    private static TravelDocument one(List<TravelDocument.Event> events) {
        return TravelDocument.of(events, new AsOf(DAY, Instant.MAX)).getFirst();
    }

    private static TravelDocument.Event document(
            UUID id, TravelDocument.Kind kind, @Nullable LocalDate until) {
        return new TravelDocument.Event(
                new Stamp(UUID.randomUUID(), new UUID(4, 1), DAY, NOON, new UUID(2, 1), "Moss"),
                id,
                kind,
                TravelDocument.Type.LAISSEZ_PASSER,
                MERIDIA,
                until == null ? "" : "LP 1",
                until,
                "",
                "");
    }
}
