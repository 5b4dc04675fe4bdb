package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.legal.Rehabilitation.Kind;
import org.nostos.legal.Rehabilitation.Onward;

/// Rehabilitation ends by a decision of two about where somebody goes, and is open at every point for it
/// (ICCPR, art. 9; Fourth Geneva Convention, art. 132).
class RehabilitationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AsOf NOW = new AsOf(DAY.plusDays(30), Instant.MAX);

    @ParameterizedTest
    @CsvSource({
        "REFERRED:C, REFERRED, true",
        "REFERRED:C ASSESSED:C, REFERRED, true",
        "REFERRED:C ADMITTED:C PLANNED:C, PLANNED, true",
        "REFERRED:C ADMITTED:C ASSESSED:C, ADMITTED, true",
        "REFERRED:C ADMITTED:C PLANNED:C ASSESSED:C EXTENDED:C, EXTENDED, true",
        "REFERRED:C ADMITTED:C PLANNED:C COMPLETED:C, PLANNED, true",
        "REFERRED:C ADMITTED:C PLANNED:C ASSESSED:C COMPLETED:C, COMPLETED, true",
        "REFERRED:C LEFT:C, LEFT, true",
        "REFERRED:C ONWARD_PROPOSED:A ONWARD_DECIDED:A, REFERRED, true",
        "REFERRED:C ONWARD_PROPOSED:A ONWARD_RETURNED:B ONWARD_DECIDED:B, REFERRED, true",
        "REFERRED:C ONWARD_PROPOSED:A ONWARD_DECIDED:B, ENDED, false",
        "REFERRED:C ADMITTED:C ONWARD_PROPOSED:A PLANNED:C ONWARD_DECIDED:B ASSESSED:C, ENDED, false"
    })
    void itStandsWhereItsEventsLeaveIt(String steps, Rehabilitation.State state, boolean open) {
        Rehabilitation stay = Rehabilitation.of(events(steps), NOW).getFirst();
        assertThat(stay.state()).isEqualTo(state);
        assertThat(stay.open()).isEqualTo(open);
        assertThat(stay.onward()).isEqualTo(open ? null : Onward.RELEASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"risk 7/10 of going back to it", "likely by 80 % to return", "high", ""})
    void aGradeIsNoAssessment(String needs) {
        assertThat(RehabilitationKeeping.inWords(needs)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"He learns to read and asks for his sister.", "يتعلم القراءة ويسأل عن أخته"})
    void wordsAreOne(String needs) {
        assertThat(RehabilitationKeeping.inWords(needs)).isTrue();
    }

    private static List<Rehabilitation.Event> events(String steps) {
        UUID stay = new UUID(0, 1);
        List<Rehabilitation.Event> events = new ArrayList<>();
        for (String step : steps.split(" ")) {
            String[] parts = step.split(":");
            Kind kind = Kind.valueOf(parts[0]);
            int number = events.size();
            Stamp stamp =
                    new Stamp(
                            new UUID(0, number + 1),
                            new UUID(9, 9),
                            DAY,
                            NOON.plusSeconds(number),
                            new UUID(7, parts[1].charAt(0)),
                            parts[1]);
            events.add(
                    new Rehabilitation.Event(
                            stamp,
                            stay,
                            kind,
                            null,
                            null,
                            null,
                            kind.setsDay() ? DAY.plusDays(90) : null,
                            kind == Kind.ONWARD_PROPOSED ? Onward.RELEASE : null,
                            "as the papers say",
                            null));
        }
        return events;
    }
}
