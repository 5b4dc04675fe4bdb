package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.Unmet;
import org.nostos.legal.Proceeding.Kind;
import org.nostos.legal.Proceeding.Sentence;

/// Convention on the Transfer of Sentenced Persons, art. 3(1)(c): six months of the sentence are left, or it has no
/// end; and whoever has served it is let go.
class SentencesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID FIRST = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);

    private final List<Proceeding.Event> events = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        // length, runs from, credited, end, days served by 1 March 2026
        "P1Y,    2025-03-01, 0,   2026-03-01, 365",
        "P1Y2M3D, 2025-03-01, 30, 2026-04-04, 395",
        "P1M,    2026-01-31, 0,   2026-02-28, 28",
        "P1Y,    2026-09-01, 10,  2027-08-22, 10",
        "P1Y,    2025-03-01, ,    ,",
        ",       2025-03-01, 5,   , 370",
        "P1Y,    ,           5,   ,"
    })
    void whatIsCreditedCountsAsServedAndWhatIsNotKnownIsNotGuessed(
            @Nullable Period length,
            @Nullable LocalDate from,
            @Nullable Integer credited,
            @Nullable LocalDate end,
            @Nullable Long served) {
        PrisonTerm term = new PrisonTerm(length, false, from, credited);
        assertThat(term.end()).isEqualTo(end);
        assertThat(term.served(DAY)).isEqualTo(served);
    }

    @Test
    void aTermIsALengthOrForLifeAndNeverBothNorNone() {
        assertThat(PrisonTerm.UNKNOWN.makesSense()).isTrue();
        assertThat(new PrisonTerm(null, true, DAY, 5).makesSense()).isTrue();
        assertThat(of(Period.ofDays(1), 0).makesSense()).isTrue();
        assertThat(new PrisonTerm(Period.ofYears(1), true, DAY, 5).makesSense()).isFalse();
        assertThat(of(Period.ZERO, 0).makesSense()).isFalse();
        assertThat(of(Period.of(1, -1, 0), 0).makesSense()).isFalse();
        assertThat(of(Period.ofYears(1), -1).makesSense()).isFalse();
        assertThat(new PrisonTerm(null, false, LocalDate.of(9999, 1, 1), 0).makesSense()).isFalse();
    }

    @Test
    void aSentenceIsServedElsewhereOnlyIfSixMonthsOfItAreLeft() {
        assertThat(against()).isEqualTo(LegalRule.SENTENCE_FINAL);
        sentenced(FIRST, PrisonTerm.UNKNOWN);
        assertThat(against()).isEqualTo(LegalRule.SENTENCE_LENGTH);
        add(FIRST, Kind.TERM_STATED, null, of(Period.ofMonths(6), null));
        assertThat(against()).isEqualTo(LegalRule.SENTENCE_LENGTH);
        add(FIRST, Kind.TERM_STATED, null, of(Period.ofMonths(6), 1));
        assertThat(against()).isEqualTo(LegalRule.SENTENCE_LEFT);
        add(FIRST, Kind.TERM_STATED, null, of(Period.ofMonths(6), 0));
        assertThat(against()).isNull();
        add(FIRST, Kind.COMMUTED, Sentence.PRISON, of(Period.ofMonths(5), 0));
        assertThat(against()).isEqualTo(LegalRule.SENTENCE_LEFT);
        sentenced(SECOND, new PrisonTerm(null, true, null, null));
        assertThat(against()).isNull();
        add(SECOND, Kind.SUSPENDED, null, null);
        assertThat(against()).isEqualTo(LegalRule.SENTENCE_LENGTH);
    }

    @Test
    void whatWasStatedLaterIsNotKnownBefore() {
        sentenced(FIRST, PrisonTerm.UNKNOWN);
        Instant before = NOON.plusSeconds(events.size() - 1);
        add(FIRST, Kind.TERM_STATED, null, of(Period.ofYears(2), 0));
        assertThat(against()).isNull();
        assertThat(Sentences.againstTransfer(file(), new AsOf(DAY, before)))
                .map(Unmet::rule)
                .contains(LegalRule.SENTENCE_LENGTH);
    }

    @Test
    void nobodyIsHeldBeyondTheEndOfEverySentence() {
        sentenced(FIRST, of(Period.ofMonths(1), null));
        LocalDate end = DAY.plusMonths(1);
        assertThat(Sentences.heldBeyond(file(), new AsOf(end, Instant.MAX))).isEmpty();
        AsOf later = new AsOf(end.plusDays(1), Instant.MAX);
        assertThat(Sentences.heldBeyond(file(), later))
                .contains(Unmet.of(LegalRule.SENTENCE_SERVED, end.toString()));
        sentenced(SECOND, PrisonTerm.UNKNOWN);
        assertThat(Sentences.heldBeyond(file(), later)).isEmpty();
        add(SECOND, Kind.SUSPENDED, null, null);
        assertThat(Sentences.heldBeyond(file(), later)).isPresent();
    }

    @Test
    void anOpenChargeOrASentenceToDeathMayBeWhatHoldsThem() {
        sentenced(FIRST, of(Period.ofMonths(1), 0));
        AsOf later = new AsOf(DAY.plusMonths(2), Instant.MAX);
        add(SECOND, Kind.INVESTIGATED, null, null);
        assertThat(Sentences.heldBeyond(file(), later)).isPresent();
        add(SECOND, Kind.CHARGED, null, null);
        assertThat(Sentences.heldBeyond(file(), later)).isEmpty();
        add(SECOND, Kind.TRIED, null, null);
        add(SECOND, Kind.CONVICTED, Sentence.DEATH, null);
        assertThat(Sentences.heldBeyond(file(), later)).isEmpty();
        add(SECOND, Kind.APPEALED, null, null);
        assertThat(Sentences.heldBeyond(file(), later)).isEmpty();
        add(SECOND, Kind.ACQUITTED, null, null);
        assertThat(Sentences.heldBeyond(file(), later)).isPresent();
    }

    private static PrisonTerm of(Period length, @Nullable Integer credited) {
        return new PrisonTerm(length, false, DAY, credited);
    }

    private @Nullable Object against() {
        return Sentences.againstTransfer(file(), new AsOf(DAY, Instant.MAX))
                .map(Unmet::rule)
                .orElse(null);
    }

    private LawFile file() {
        return new LawFile(
                List.of(), List.of(), List.of(), List.of(), events, List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    private void sentenced(UUID proceeding, PrisonTerm term) {
        for (Kind kind : List.of(Kind.INVESTIGATED, Kind.CHARGED, Kind.TRIED)) {
            add(proceeding, kind, null, null);
        }
        add(proceeding, Kind.CONVICTED, Sentence.PRISON, term);
        add(proceeding, Kind.FINAL, null, null);
    }

    private void add(
            UUID proceeding, Kind kind, @Nullable Sentence sentence, @Nullable PrisonTerm term) {
        int at = events.size();
        UUID hand = new UUID(3, 3);
        events.add(
                new Proceeding.Event(
                        new Stamp(
                                new UUID(1, at),
                                new UUID(2, 2),
                                DAY,
                                NOON.plusSeconds(at),
                                hand,
                                "A"),
                        proceeding,
                        kind,
                        sentence,
                        term,
                        "as the court says",
                        null));
    }
}
