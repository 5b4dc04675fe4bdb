package org.nostos.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.identity.NationalityStep.ALLEGED;
import static org.nostos.identity.NationalityStep.CLAIMED;
import static org.nostos.identity.NationalityStep.CONFIRMED;
import static org.nostos.identity.NationalityStep.CORRECTED;
import static org.nostos.identity.NationalityStep.DENIED;
import static org.nostos.identity.NationalityStep.DEPRIVATION_CHALLENGED;
import static org.nostos.identity.NationalityStep.DEPRIVED;
import static org.nostos.identity.NationalityStep.INTERVIEWED;
import static org.nostos.identity.NationalityStep.INTERVIEW_SCHEDULED;
import static org.nostos.identity.NationalityStep.NOT_ESTABLISHED;
import static org.nostos.identity.NationalityStep.RENOUNCED;
import static org.nostos.identity.NationalityStep.VERIFICATION_REQUESTED;
import static org.nostos.identity.NationalityStep.VERIFIED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityEvidence.Seen;

/// Domain 6.3: the track of one nationality of one person, as a table of cases.
class NationalityTrackTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final StateCode ORISTAN = new StateCode("XOA");
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID HAZEL = UUID.randomUUID();
    private static final UUID ROWAN = UUID.randomUUID();

    private final List<NationalityEvent> events = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "ALLEGED, ALLEGED",
        "ALLEGED CLAIMED, CLAIMED",
        "CLAIMED ALLEGED, CLAIMED",
        "CLAIMED VERIFICATION_REQUESTED, VERIFICATION_REQUESTED",
        "CLAIMED VERIFICATION_REQUESTED INTERVIEW_SCHEDULED, INTERVIEW_SCHEDULED",
        "INTERVIEW_SCHEDULED INTERVIEWED, INTERVIEWED",
        "INTERVIEWED VERIFIED, VERIFIED",
        "VERIFICATION_REQUESTED NOT_ESTABLISHED, NOT_ESTABLISHED",
        "NOT_ESTABLISHED VERIFICATION_REQUESTED, VERIFICATION_REQUESTED",
        "VERIFICATION_REQUESTED DENIED, DENIED",
        "DENIED VERIFICATION_REQUESTED, DENIED",
        "DENIED CLAIMED, DENIED",
        "DENIED VERIFIED, VERIFIED",
        "VERIFIED DEPRIVED, DEPRIVED",
        "DEPRIVED DEPRIVATION_CHALLENGED, DEPRIVATION_CHALLENGED",
        "DEPRIVED DEPRIVATION_CHALLENGED VERIFIED, VERIFIED",
        "DEPRIVATION_CHALLENGED DEPRIVED, DEPRIVED",
        "VERIFIED RENOUNCED, RENOUNCED"
    })
    void whatHappenedMakesTheStanding(String steps, NationalityStatus status) {
        for (String step : steps.split(" ")) {
            confirmed(MERIDIA, NationalityStep.valueOf(step));
        }
        assertThat(standing(MERIDIA).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "INITIATES, ALLEGED, ALLEGED",
        "PRIMA_FACIE, ALLEGED, PRESUMED",
        "PRIMA_FACIE, CLAIMED, PRESUMED",
        "PROOF, CLAIMED, PRESUMED",
        "PRIMA_FACIE, DENIED, DENIED",
        "PROOF, VERIFICATION_REQUESTED, VERIFICATION_REQUESTED"
    })
    void presumedIsWorkedOutFromTheEvidence(
            EvidenceGrade grade, NationalityStep step, NationalityStatus status) {
        confirmed(MERIDIA, step);
        evidence(MERIDIA, grade);
        assertThat(standing(MERIDIA).status()).isEqualTo(status);
        assertThat(standing(MERIDIA).best()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"VERIFIED", "DENIED", "DEPRIVED", "RENOUNCED"})
    void whatAStateSaysCountsOnceAnotherHandConfirmsIt(NationalityStep finding) {
        add(MERIDIA, CLAIMED, HAZEL, null);
        NationalityEvent said = add(MERIDIA, finding, HAZEL, null);
        assertThat(standing(MERIDIA).status()).isEqualTo(NationalityStatus.CLAIMED);
        assertThat(standing(MERIDIA).waiting()).containsExactly(said);
        add(MERIDIA, CONFIRMED, HAZEL, said);
        assertThat(standing(MERIDIA).status())
                .as("the same hand twice")
                .isEqualTo(NationalityStatus.CLAIMED);
        add(MERIDIA, CONFIRMED, ROWAN, said);
        assertThat(standing(MERIDIA).status().name()).isEqualTo(finding.name());
        assertThat(standing(MERIDIA).waiting()).isEmpty();
    }

    @Test
    void aCorrectionOfWhatOneHandRecordedCountsAtOnce() {
        add(MERIDIA, ALLEGED, HAZEL, null);
        NationalityEvent claim = add(MERIDIA, CLAIMED, HAZEL, null);
        add(MERIDIA, CORRECTED, HAZEL, claim);
        assertThat(standing(MERIDIA).status()).isEqualTo(NationalityStatus.ALLEGED);
        assertThat(standing(MERIDIA).takenBack()).containsExactly(claim);
    }

    @Test
    void whatTwoHandsRecordedTwoHandsTakeBack() {
        NationalityEvent denial = confirmed(MERIDIA, DENIED);
        NationalityEvent correction = add(MERIDIA, CORRECTED, HAZEL, denial);
        assertThat(standing(MERIDIA).status()).isEqualTo(NationalityStatus.DENIED);
        assertThat(standing(MERIDIA).waiting()).containsExactly(correction);
        add(MERIDIA, CONFIRMED, ROWAN, correction);
        assertThat(standings()).isEmpty();
    }

    @Test
    void anAnswerThatWaitsIsTakenBackByOneHand() {
        add(MERIDIA, CLAIMED, HAZEL, null);
        NationalityEvent denial = add(MERIDIA, DENIED, HAZEL, null);
        add(MERIDIA, CORRECTED, HAZEL, denial);
        assertThat(standing(MERIDIA).waiting()).isEmpty();
        assertThat(standing(MERIDIA).status()).isEqualTo(NationalityStatus.CLAIMED);
    }

    @Test
    void severalStatesStandSideBySideAndNothingIsChosen() {
        confirmed(MERIDIA, DENIED);
        confirmed(ORISTAN, VERIFIED);
        assertThat(standings())
                .extracting(NationalityStanding::state)
                .containsExactly(ORISTAN, MERIDIA);
    }

    /// 1954 Convention relating to the Status of Stateless Persons, art. 1(1); 1961 Convention, art. 8(1).
    @ParameterizedTest
    @CsvSource({
        "DENIED, DENIED, true",
        "DENIED, DEPRIVED, true",
        "DEPRIVED, RENOUNCED, true",
        "DENIED, DEPRIVATION_CHALLENGED, true",
        "DENIED, VERIFICATION_REQUESTED, false",
        "DENIED, CLAIMED, false",
        "DENIED, NOT_ESTABLISHED, false",
        "DENIED, VERIFIED, false"
    })
    void atRiskOfStatelessnessWhenAllKnownStatesSayNo(
            NationalityStep one, NationalityStep other, boolean atRisk) {
        confirmed(MERIDIA, one);
        confirmed(ORISTAN, other);
        assertThat(NationalityTrack.atRiskOfStatelessness(standings())).isEqualTo(atRisk);
    }

    @Test
    void nobodyIsAtRiskOfWhomNothingIsKnownButWhoeverSaysToHaveNoState() {
        assertThat(NationalityTrack.atRiskOfStatelessness(standings())).isFalse();
        add(new StateCode("XXA"), CLAIMED, HAZEL, null);
        assertThat(NationalityTrack.atRiskOfStatelessness(standings())).isTrue();
        add(MERIDIA, CLAIMED, HAZEL, null);
        assertThat(NationalityTrack.atRiskOfStatelessness(standings())).isFalse();
    }

    @Test
    void aListThatGivesANationalityAllegesItWithoutAnAct() {
        NationalityAllegation said =
                new NationalityAllegation(
                        MERIDIA, "Meridia", "Authority of the North", "A list", START, START);
        NationalityAllegation unread =
                new NationalityAllegation(
                        null, "of the hills", "Authority of the North", "A list", START, START);
        List<NationalityStanding> standings =
                NationalityTrack.of(List.of(), List.of(said, unread), at(9, 9));
        assertThat(standings)
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.status()).isEqualTo(NationalityStatus.ALLEGED);
                    assertThat(now.alleged()).containsExactly(said);
                });
    }

    @Test
    void asOfADayAsKnownOnAnother() {
        NationalityEvent verified = add(MERIDIA, VERIFIED, HAZEL, null);
        add(MERIDIA, CONFIRMED, ROWAN, verified);
        assertThat(NationalityTrack.of(events, List.of(), at(0, 9)))
                .as("on the day, as known later")
                .extracting(NationalityStanding::status)
                .containsExactly(NationalityStatus.VERIFIED);
        assertThat(NationalityTrack.of(events, List.of(), at(0, 0)).getFirst().waiting())
                .as("on the day, as known before it was confirmed")
                .containsExactly(verified);
        assertThat(NationalityTrack.of(events, List.of(), at(-1, 9))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIMED, INTERVIEWED, nationality.interview-scheduled",
        "CLAIMED, DEPRIVATION_CHALLENGED, nationality.deprived-first",
        "VERIFIED, VERIFICATION_REQUESTED, nationality.verified-already",
        "VERIFIED, VERIFIED, nationality.verified-already",
        "VERIFIED, DEPRIVED, ''",
        "DENIED, VERIFICATION_REQUESTED, ''",
        "INTERVIEW_SCHEDULED, INTERVIEWED, ''",
        "DEPRIVED, DEPRIVATION_CHALLENGED, ''"
    })
    void anUnlawfulStepNamesWhatIsMissing(
            NationalityStep happened, NationalityStep next, String rule) {
        confirmed(MERIDIA, happened);
        assertThat(NationalitySteps.whyNot(standing(MERIDIA), next))
                .extracting(line -> line.rule().key())
                .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void aNextFindingWaitsUntilTheLastIsConfirmed() {
        add(MERIDIA, DENIED, HAZEL, null);
        assertThat(NationalitySteps.whyNot(standing(MERIDIA), DENIED))
                .extracting(line -> line.rule().key())
                .containsExactly("nationality.second-hand");
    }

    /// EC–Pakistan Readmission Agreement, annexes 1 and 2.
    @ParameterizedTest
    @CsvSource({
        "PASSPORT, PROOF, ORIGINAL, true",
        "PASSPORT, PROOF, COPY, false",
        "PASSPORT, PRIMA_FACIE, COPY, true",
        "PHOTOCOPY, PROOF, ORIGINAL, false",
        "BIRTH_CERTIFICATE, PROOF, ORIGINAL, false",
        "LANGUAGE, PRIMA_FACIE, HEARSAY, false",
        "LANGUAGE, INITIATES, HEARSAY, true"
    })
    void proofIsADocumentOfTheStateSeenInTheOriginal(
            EvidenceKind kind, EvidenceGrade grade, Seen seen, boolean carries) {
        assertThat(
                        NationalitySteps.whyNot(NationalityEvidence.of(kind, grade, seen), null)
                                .isEmpty())
                .isEqualTo(carries);
    }

    @Test
    void aParentageResultNeedsLaboratoryChainAndConsent() {
        NationalityEvidence bare =
                NationalityEvidence.of(
                        EvidenceKind.PARENTAGE_RESULT, EvidenceGrade.PRIMA_FACIE, Seen.COPY);
        NationalityEvidence whole =
                new NationalityEvidence(
                        EvidenceKind.PARENTAGE_RESULT,
                        EvidenceGrade.PRIMA_FACIE,
                        Seen.COPY,
                        "R-1",
                        "",
                        "Laboratory of Meridia",
                        "nurse, courier, laboratory",
                        "");
        assertThat(NationalitySteps.whyNot(bare, Consent.GIVEN)).hasSize(1);
        assertThat(NationalitySteps.whyNot(whole, Consent.REFUSED)).hasSize(1);
        assertThat(NationalitySteps.whyNot(whole, Consent.GIVEN)).isEmpty();
    }

    @Test
    void verifiedAndDeniedRestOnTheState() {
        add(MERIDIA, CLAIMED, HAZEL, null);
        NationalityStanding now = standing(MERIDIA);
        assertThat(NationalitySteps.whyNot(now, VERIFIED, null)).hasSize(1);
        assertThat(NationalitySteps.whyNot(now, VERIFIED, Rests.STATE_DOCUMENT)).hasSize(1);
        assertThat(NationalitySteps.whyNot(now, VERIFIED, Rests.STATE_ANSWER)).isEmpty();
        assertThat(NationalitySteps.whyNot(now, DENIED, Rests.STATE_DOCUMENT)).hasSize(1);
        assertThat(NationalitySteps.whyNot(now, NOT_ESTABLISHED, null)).isEmpty();
        evidence(MERIDIA, EvidenceGrade.PROOF);
        assertThat(NationalitySteps.whyNot(standing(MERIDIA), VERIFIED, Rests.STATE_DOCUMENT))
                .isEmpty();
    }

    @Test
    void aRequestIsOpenUntilTheStateAnswers() {
        add(MERIDIA, VERIFICATION_REQUESTED, HAZEL, null);
        assertThat(standing(MERIDIA).openRequest()).isPresent();
        add(MERIDIA, INTERVIEW_SCHEDULED, HAZEL, null);
        add(MERIDIA, INTERVIEWED, HAZEL, null);
        assertThat(standing(MERIDIA).openRequest()).isPresent();
        confirmed(MERIDIA, RENOUNCED);
        assertThat(standing(MERIDIA).openRequest()).isEmpty();
        confirmed(MERIDIA, DEPRIVED);
        add(MERIDIA, DEPRIVATION_CHALLENGED, HAZEL, null);
        assertThat(standing(MERIDIA).openRequest()).isEmpty();
    }

    private NationalityStanding standing(StateCode state) {
        return standings().stream()
                .filter(now -> now.state().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private List<NationalityStanding> standings() {
        return NationalityTrack.of(events, List.of(), at(90, 90));
    }

    private static AsOf at(int on, int known) {
        return new AsOf(START.plusDays(on), moment(known));
    }

    private static Instant moment(int day) {
        return START.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private NationalityEvent confirmed(StateCode state, NationalityStep step) {
        NationalityEvent event = add(state, step, HAZEL, null);
        if (step.needsSecondHand()) {
            add(state, CONFIRMED, ROWAN, event);
        }
        return event;
    }

    private void evidence(StateCode state, EvidenceGrade grade) {
        events.add(
                event(
                        state,
                        NationalityStep.EVIDENCE_ADDED,
                        HAZEL,
                        null,
                        NationalityEvidence.of(EvidenceKind.PASSPORT, grade, Seen.ORIGINAL)));
    }

    private NationalityEvent add(
            StateCode state, NationalityStep step, UUID account, @Nullable NationalityEvent of) {
        NationalityEvent event = event(state, step, account, of, null);
        events.add(event);
        return event;
    }

    /// Each a day after the last; what is about an event carries its day.
    private NationalityEvent event(
            StateCode state,
            NationalityStep step,
            UUID account,
            @Nullable NationalityEvent of,
            @Nullable NationalityEvidence evidence) {
        UUID id = UUID.randomUUID();
        int day = events.size();
        LocalDate on = of == null ? START.plusDays(day) : of.stamp().on();
        return new NationalityEvent(
                new Stamp(id, PERSON, on, moment(day), account, "somebody"),
                state,
                step,
                "a note",
                "",
                null,
                null,
                "",
                null,
                evidence,
                of == null ? null : of.id(),
                of == null ? id : of.root());
    }
}
