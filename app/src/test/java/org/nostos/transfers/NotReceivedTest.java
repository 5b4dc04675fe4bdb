package org.nostos.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.transfers.Voyage.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseLists;
import org.nostos.cases.Cases;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyStatus;

/// Who left and was not received: the list of alarms says so when the hour has come, though nothing happens at that hour
/// (Convention against Enforced Disappearance, art. 17(3)(h)).
class NotReceivedTest {

    private static final Duration HOURS = Duration.ofHours(48);

    private static Voyage v;

    @BeforeAll
    static void open() {
        v = new Voyage();
    }

    @AfterAll
    static void close() {
        v.close();
    }

    @Test
    void theAlarmComesOnItsHourAndGoesWhenTheyCome() {
        UUID person = v.cleared(TODAY.plusDays(60));
        v.thyme.call(() -> v.bean(Cases.class).open(List.of(person), "held"));
        UUID transfer = v.departed(person);
        v.left(transfer, HOURS.minusMinutes(10));
        awaitSummed();
        assertThat(alarms()).doesNotContain("transfer.not-received");
        v.left(transfer, HOURS.minusSeconds(1));
        await("transfer.not-received", true);
        UUID line = v.file(transfer).rows().getFirst().passenger().line().id();
        Voyage.must(
                v.take(
                        v.thyme,
                        transfer,
                        s ->
                                v.bean(ArrivalKeeping.class)
                                        .lost(s, List.of(line), LineEvent.Kind.ESCAPED)));
        await("transfer.not-received", false);
        assertThat(custody(person)).isEqualTo(CustodyStatus.ESCAPED);
    }

    @Test
    void aDeathOnTheWayIsSaidWithItsSourceAndEndsTheJourney() {
        UUID one = v.cleared(TODAY.plusDays(60));
        UUID other = v.cleared(TODAY.plusDays(60));
        UUID transfer = v.departed(one, other);
        UUID line = v.file(transfer).rows().getFirst().passenger().line().id();
        ArrivalKeeping keeping = v.bean(ArrivalKeeping.class);
        assertThat(
                        Voyage.codes(
                                v.thyme.call(() ->
                                        keeping.lost(
                                                new TransferStep(
                                                        transfer,
                                                        v.file(transfer).last(),
                                                        TODAY,
                                                        "",
                                                        ""),
                                                List.of(line),
                                                LineEvent.Kind.DIED))))
                .containsExactly("obstacle.transfer.reason", "obstacle.transfer.source");
        Voyage.must(
                v.take(
                        v.thyme,
                        transfer,
                        s -> keeping.lost(s, List.of(line), LineEvent.Kind.DIED)));
        assertThat(v.file(transfer).rows())
                .extracting(row -> row.passenger().standing().state())
                .containsExactly(LineStanding.State.DIED, LineStanding.State.ON_THE_WAY);
        assertThat(custody(one)).isEqualTo(CustodyStatus.DECEASED);
        assertThat(
                        Voyage.codes(
                                v.take(
                                        v.thyme,
                                        transfer,
                                        s ->
                                                keeping.lost(
                                                        s, List.of(line), LineEvent.Kind.ESCAPED))))
                .contains("obstacle.transfer.nobody-chosen");
    }

    private static CustodyStatus custody(UUID person) {
        return v.thyme
                .call(() ->
                        v.bean(CustodyKeeping.class)
                                .track(List.of(person), org.nostos.basics.AsOf.now()))
                .status();
    }

    private static List<String> alarms() {
        return v.thyme.call(() -> v.bean(CaseBoards.class).alarms()).stream()
                .map(CaseLists.Alarm::rule)
                .toList();
    }

    private static void awaitSummed() {
        Instant until = Instant.now().plusSeconds(60);
        while (v.thyme.call(() -> v.bean(CaseBoards.class).count()).waiting() > 0
                && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void await(String rule, boolean there) {
        Instant until = Instant.now().plusSeconds(60);
        while (alarms().contains(rule) != there && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(alarms().contains(rule)).as(rule).isEqualTo(there);
    }
}
