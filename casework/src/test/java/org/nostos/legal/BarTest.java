package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.legal.BarEvent.Kind;

/// Convention against Torture, art. 3; General Comment 4, para. 13: unknown blocks like found, two
/// people decide, an appeal suspends, and once a bar was found the independent hand alone lifts it.
class BarTest {

    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 9, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ASH = new UUID(0, 1);
    private static final UUID BIRCH = new UUID(0, 2);
    private static final UUID BODY = new UUID(0, 3);

    /// Each step as KIND:hand, with A and B of the committee and I of the body.
    @ParameterizedTest
    @CsvSource({
        "'', NOT_ASSESSED",
        "OPENED:A, UNDER_ASSESSMENT",
        "OPENED:A CLEARED:A, CLEARED",
        "OPENED:A CLEARED:A REVIEWED:A, CLEARED",
        "OPENED:A CLEARED:A REVIEWED:B, NO_BAR",
        "CLEARED:A REVIEWED:B, NOT_ASSESSED",
        "FOUND:A, BAR_FOUND",
        "FOUND:A OPENED:A CLEARED:A REVIEWED:B, BAR_FOUND",
        "FOUND:A LIFTED:I, BAR_FOUND",
        "FOUND:A LIFT_PROPOSED:A LIFTED:A, LIFT_PROPOSED",
        "FOUND:A LIFT_PROPOSED:A LIFTED:I, LIFTED",
        "FOUND:A LIFT_PROPOSED:A UPHELD:I, UPHELD",
        "FOUND:A LIFT_PROPOSED:A UPHELD:I LIFT_PROPOSED:B LIFTED:I, LIFTED",
        "FOUND:A ASSURANCE_SOUGHT:A, ASSURANCE_SOUGHT",
        "FOUND:A LIFT_PROPOSED:A LIFTED:I APPEALED:B, APPEALED",
        "FOUND:A LIFT_PROPOSED:A LIFTED:I APPEALED:B APPEAL_DISMISSED:B, APPEALED",
        "FOUND:A LIFT_PROPOSED:A LIFTED:I APPEALED:B APPEAL_DISMISSED:A, LIFTED",
        "OPENED:A CLEARED:A REVIEWED:B APPEALED:B APPEAL_ALLOWED:A, BAR_FOUND",
        "OPENED:A CLEARED:A REVIEWED:B APPEALED:B DOUBTED:A APPEAL_DISMISSED:A, DOUBTED",
        "OPENED:A CLEARED:A REVIEWED:B DOUBTED:A, DOUBTED",
        "OPENED:A CLEARED:A REVIEWED:B FOUND:A, BAR_FOUND",
        "FOUND:A LIFT_PROPOSED:A LIFTED:I FOUND:B, BAR_FOUND"
    })
    void aBarStandsWhereItsEventsLeaveIt(String steps, Bar.State expected) {
        Bar bar = after(steps, List.of(), new AsOf(DAY.plusDays(30), Instant.MAX));
        assertThat(bar.state()).isEqualTo(expected);
        assertThat(bar.passes())
                .isEqualTo(expected == Bar.State.NO_BAR || expected == Bar.State.LIFTED);
    }

    @Test
    void whatWasDecidedIsStaleAfterItsDay() {
        String steps = "OPENED:A CLEARED:A REVIEWED:B";
        assertThat(after(steps, List.of(), new AsOf(UNTIL, Instant.MAX)).passes()).isTrue();
        assertThat(after(steps, List.of(), new AsOf(UNTIL.plusDays(1), Instant.MAX)).state())
                .isEqualTo(Bar.State.STALE);
    }

    @Test
    void aBreachMakesStaleWhatWasDecidedBeforeItWasKnownAndNothingLater() {
        AsOf asOf = new AsOf(DAY.plusDays(30), Instant.MAX);
        String steps = "FOUND:A LIFT_PROPOSED:A LIFTED:I";
        assertThat(after(steps, List.of(NOON.plusSeconds(3600)), asOf).state())
                .isEqualTo(Bar.State.STALE);
        assertThat(after(steps, List.of(NOON.minusSeconds(3600)), asOf).passes()).isTrue();
    }

    @Test
    void whatWasNotKnownThenDoesNotCountThen() {
        AsOf before = new AsOf(DAY.plusDays(30), NOON.plusSeconds(1));
        assertThat(after("OPENED:A CLEARED:A REVIEWED:B", List.of(), before).state())
                .isEqualTo(Bar.State.CLEARED);
        AsOf dayBefore = new AsOf(DAY.minusDays(1), Instant.MAX);
        assertThat(after("FOUND:A", List.of(), dayBefore).state())
                .isEqualTo(Bar.State.NOT_ASSESSED);
    }

    @Test
    void aBarOfOneStateSaysNothingOfAnother() {
        List<BarEvent> events = events("OPENED:A CLEARED:A REVIEWED:B");
        AsOf asOf = new AsOf(DAY, Instant.MAX);
        assertThat(Bar.of(new StateCode("XOA"), Ground.TORTURE, events, List.of(), asOf).state())
                .isEqualTo(Bar.State.NOT_ASSESSED);
        assertThat(Bar.of(MERIDIA, Ground.DEATH_PENALTY, events, List.of(), asOf).state())
                .isEqualTo(Bar.State.NOT_ASSESSED);
    }

    private static Bar after(String steps, List<Instant> breaches, AsOf asOf) {
        return Bar.of(MERIDIA, Ground.TORTURE, events(steps), breaches, asOf);
    }

    private static List<BarEvent> events(String steps) {
        List<BarEvent> events = new ArrayList<>();
        for (String step : steps.isBlank() ? new String[0] : steps.split(" ")) {
            String[] parts = step.split(":");
            UUID hand = parts[1].equals("A") ? ASH : parts[1].equals("B") ? BIRCH : BODY;
            Kind kind = Kind.valueOf(parts[0]);
            boolean lasts = kind == Kind.CLEARED || kind == Kind.LIFT_PROPOSED;
            events.add(
                    new BarEvent(
                            new Stamp(
                                    new UUID(1, events.size()),
                                    new UUID(2, 2),
                                    DAY,
                                    NOON.plusSeconds(events.size()),
                                    hand,
                                    "Ash"),
                            MERIDIA,
                            Ground.TORTURE,
                            kind,
                            lasts ? UNTIL : null,
                            "as the papers say",
                            null));
        }
        return events;
    }
}
