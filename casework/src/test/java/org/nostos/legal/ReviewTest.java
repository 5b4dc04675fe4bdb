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
import org.nostos.legal.Proceeding.Sentence;
import org.nostos.legal.ReviewEvent.Kind;
import org.nostos.legal.ReviewEvent.Outcome;

/// Fourth Geneva Convention, art. 43 and 78: whoever is held is reviewed, and reviewed again within six
/// months; whoever opened or drafted does not decide alone.
class ReviewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AsOf NOW = new AsOf(DAY.plusDays(9), Instant.MAX);
    private static final String HEARD = "OPENED:A FILE_COMPLETE:C SCHEDULED:C HEARD:C ";
    private static final String PROPOSED = HEARD + "DECISION_PROPOSED:A ";

    @ParameterizedTest
    @CsvSource({
        "OPENED:A, OPENED",
        "OPENED:A HEARD:C, OPENED",
        "OPENED:A FILE_COMPLETE:C SCHEDULED:C SCHEDULED:C, SCHEDULED",
        "H, HEARD",
        "P, PROPOSED",
        "P DECIDED:A, PROPOSED",
        "P DECIDED:B, DECIDED",
        "P RETURNED:A, PROPOSED",
        "P RETURNED:B, HEARD",
        "H RECUSED:B DECISION_PROPOSED:A DECIDED:B, PROPOSED",
        "H RECUSED:A DECISION_PROPOSED:A, HEARD",
        "H DECISION_PROPOSED:B DECIDED:A, PROPOSED",
        "H DECISION_PROPOSED:B DECIDED:D, DECIDED",
        "P DECIDED:B FINAL:A, DECIDED",
        "P DECIDED:B NOTIFIED:C FINAL:A, FINAL",
        "P DECIDED:B NOTIFIED:C APPEALED:C FINAL:A, APPEALED",
        "P DECIDED:B NOTIFIED:C APPEALED:C UPHELD:A FINAL:A, FINAL",
        "P DECIDED:B NOTIFIED:C APPEALED:C QUASHED:A FINAL:A, QUASHED",
        "P DECIDED:B NOTIFIED:C FINAL:A APPEALED:C, APPEALED"
    })
    void aReviewStandsWhereItsEventsLeaveIt(String steps, Review.State expected) {
        assertThat(Review.of(events(steps), NOW).getFirst().state()).isEqualTo(expected);
    }

    @Test
    void theNextReviewIsDueOnTheDayThatWasSetOrAfterSixMonthsAndNeverAfterARelease() {
        String decided = "P DECIDED:B";
        assertThat(due(decided, Outcome.CONTINUE_HOLDING, DAY.plusMonths(2)))
                .isEqualTo(DAY.plusMonths(2));
        assertThat(due(decided, Outcome.REFER_TO_JUDICIARY, null)).isEqualTo(DAY.plusMonths(6));
        assertThat(due(decided, Outcome.RELEASE, null)).isNull();
        assertThat(due("P", Outcome.REFER_TO_JUDICIARY, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "INVESTIGATED CONVICTED:DEATH, INVESTIGATED, false",
        "INVESTIGATED CHARGED TRIED CONVICTED:DEATH, CONVICTED, true",
        "INVESTIGATED CHARGED TRIED CONVICTED:DEATH FINAL SUSPENDED, FINAL, true",
        "INVESTIGATED CHARGED TRIED CONVICTED:DEATH FINAL COMMUTED:PRISON, FINAL, false",
        "INVESTIGATED CHARGED TRIED CONVICTED:DEATH FINAL CARRIED_OUT, CARRIED_OUT, false",
        "INVESTIGATED CHARGED TRIED CONVICTED:DEATH APPEALED ACQUITTED FINAL, FINAL, false",
        "INVESTIGATED CHARGED TRIED ACQUITTED, ACQUITTED, false"
    })
    void aDeathSentenceIsKnownWhileItCanBeCarriedOut(
            String steps, Proceeding.State state, boolean death) {
        List<Proceeding.Event> events = new ArrayList<>();
        for (String step : steps.split(" ")) {
            String[] parts = step.split(":");
            events.add(
                    new Proceeding.Event(
                            stamp(events.size(), "A"),
                            new UUID(9, 9),
                            Proceeding.Kind.valueOf(parts[0]),
                            parts.length > 1 ? Sentence.valueOf(parts[1]) : null,
                            null,
                            "as the court says",
                            null));
        }
        Proceeding one = Proceeding.of(events, NOW).getFirst();
        assertThat(one.state()).isEqualTo(state);
        assertThat(one.deathSentence()).isEqualTo(death);
    }

    private static @org.jspecify.annotations.Nullable LocalDate due(
            String steps, Outcome outcome, @org.jspecify.annotations.Nullable LocalDate set) {
        List<ReviewEvent> events =
                events(steps).stream()
                        .map(e ->
                                e.kind() == Kind.DECISION_PROPOSED
                                        ? new ReviewEvent(
                                                e.stamp(),
                                                e.review(),
                                                e.kind(),
                                                outcome,
                                                set,
                                                null,
                                                null,
                                                null,
                                                e.reason(),
                                                null)
                                        : e)
                        .toList();
        return Review.of(events, NOW).getFirst().nextDue().orElse(null);
    }

    private static List<ReviewEvent> events(String written) {
        String steps = written.replaceFirst("^P( |$)", PROPOSED).replaceFirst("^H( |$)", HEARD);
        List<ReviewEvent> events = new ArrayList<>();
        for (String step : steps.strip().split(" +")) {
            String[] parts = step.split(":");
            Kind kind = Kind.valueOf(parts[0]);
            boolean proposes = kind == Kind.DECISION_PROPOSED;
            events.add(
                    new ReviewEvent(
                            stamp(events.size(), parts[1]),
                            new UUID(8, 8),
                            kind,
                            proposes ? Outcome.REFER_TO_JUDICIARY : null,
                            null,
                            null,
                            null,
                            null,
                            "as the file says",
                            null));
        }
        return events;
    }

    private static Stamp stamp(int at, String hand) {
        return new Stamp(
                new UUID(1, at),
                new UUID(2, 2),
                DAY,
                NOON.plusSeconds(at),
                new UUID(3, hand.charAt(0)),
                hand);
    }
}
