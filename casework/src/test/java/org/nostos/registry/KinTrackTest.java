package org.nostos.registry;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.nostos.basics.PartialDate;
import org.nostos.basics.Stamp;
import org.nostos.registry.Care.Guardian;
import org.nostos.registry.CareEvent.Company;
import org.nostos.registry.CareEvent.Ground;
import org.nostos.registry.CareEvent.Outcome;
import org.nostos.registry.KinEvent.Kind;
import org.nostos.registry.KinTie.Standing;

/// Ties and care as tables of cases.
class KinTrackTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final UUID MOTHER = UUID.randomUUID();
    private static final UUID CHILD = UUID.randomUUID();
    private static final UUID HAZEL = UUID.randomUUID();
    private static final UUID ROWAN = UUID.randomUUID();

    private final List<KinEvent> ties = new ArrayList<>();
    private final List<CareEvent> cared = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "'', PROPOSED",
        "CONFIRMED:ROWAN, CONFIRMED",
        "CONFIRMED:HAZEL, PROPOSED",
        "REFUSED:ROWAN, REFUSED",
        "TAKING_BACK:HAZEL, TAKEN_BACK",
        "CONFIRMED:ROWAN TAKING_BACK:HAZEL, CONFIRMED",
        "CONFIRMED:ROWAN TAKING_BACK:HAZEL TAKEN_BACK:HAZEL, CONFIRMED",
        "CONFIRMED:ROWAN TAKING_BACK:HAZEL TAKEN_BACK:ROWAN, TAKEN_BACK",
        "CONFIRMED:ROWAN ENDED:HAZEL, CONFIRMED",
        "CONFIRMED:ROWAN ENDED:HAZEL END_CONFIRMED:HAZEL, CONFIRMED",
        "CONFIRMED:ROWAN ENDED:HAZEL END_CONFIRMED:ROWAN, ENDED"
    })
    void whatHappenedMakesTheStanding(String steps, Standing standing) {
        propose(KinRelation.MOTHER, true);
        for (String step : steps.isEmpty() ? new String[0] : steps.split(" ")) {
            String[] parts = step.split(":");
            add(Kind.valueOf(parts[0]), parts[1].equals("ROWAN") ? ROWAN : HAZEL, null);
        }
        assertThat(tie().standing()).isEqualTo(standing);
        assertThat(tie().holds()).isEqualTo(standing == Standing.CONFIRMED);
    }

    @Test
    void aTieIsReadFromBothEnds() {
        propose(KinRelation.MOTHER, true);
        assertThat(tie().relationFor(List.of(CHILD))).isEqualTo(KinRelation.MOTHER);
        assertThat(tie().relationFor(List.of(MOTHER))).isEqualTo(KinRelation.CHILD);
        assertThat(tie().otherThan(List.of(MOTHER))).isEqualTo(CHILD);
        for (KinRelation relation : KinRelation.values()) {
            assertThat(relation.inverse().inverse().isParent()).isEqualTo(relation.isParent());
        }
    }

    @Test
    void aTieDidNotEndBeforeItsDay() {
        propose(KinRelation.SPOUSE, true);
        add(Kind.CONFIRMED, ROWAN, null);
        add(Kind.ENDED, HAZEL, null);
        add(Kind.END_CONFIRMED, ROWAN, null);
        assertThat(KinTrack.of(ties, at(1, 90)).getFirst().holds()).isTrue();
        assertThat(KinTrack.of(ties, at(90, 90)).getFirst().holds()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "MOTHER, true, true, , WITH_PARENT",
        "MOTHER, true, true, UNACCOMPANIED, WITH_PARENT",
        "MOTHER, false, true, UNACCOMPANIED, UNACCOMPANIED",
        "MOTHER, true, false, UNACCOMPANIED, UNACCOMPANIED",
        "MOTHER, true, false, , NOT_KNOWN",
        "SIBLING, true, true, UNACCOMPANIED, SEPARATED",
        "SIBLING, true, true, , SEPARATED",
        "SIBLING, true, true, WITH_PARENT, WITH_PARENT"
    })
    void withWhomAChildIs(
            KinRelation relation,
            boolean confirmed,
            boolean samePlace,
            @Nullable Company said,
            Company company) {
        propose(relation, samePlace);
        if (confirmed) {
            add(Kind.CONFIRMED, ROWAN, null);
        }
        if (said != null) {
            care(CareEvent.Kind.COMPANY_SAID, said, null, null);
        }
        assertThat(care().company()).isEqualTo(company);
    }

    /// CRC General Comment No. 6, paras. 33–38.
    @Test
    void aChildAloneNeedsAGuardianUntilOneActs() {
        care(CareEvent.Kind.COMPANY_SAID, Company.UNACCOMPANIED, null, null);
        assertThat(care().guardian()).isEqualTo(Guardian.NONE);
        assertThat(rules()).containsExactly("family.guardian");
        care(CareEvent.Kind.GUARDIAN_INTERIM, null, null, null);
        assertThat(care().guardian()).isEqualTo(Guardian.INTERIM);
        assertThat(rules()).isEmpty();
        care(CareEvent.Kind.GUARDIAN_APPOINTED, null, null, null);
        assertThat(care().guardian()).isEqualTo(Guardian.APPOINTED);
        care(CareEvent.Kind.GUARDIAN_ENDED, null, null, null);
        assertThat(care().guardian()).isEqualTo(Guardian.ENDED);
        assertThat(rules()).containsExactly("family.guardian");
    }

    @Test
    void aChildWithAParentNeedsNone() {
        propose(KinRelation.MOTHER, true);
        add(Kind.CONFIRMED, ROWAN, null);
        assertThat(rules()).isEmpty();
    }

    @Test
    void anIndicationIsReferredAndANewOneAgain() {
        propose(KinRelation.MOTHER, true);
        add(Kind.CONFIRMED, ROWAN, null);
        care(CareEvent.Kind.SCREENED, null, Ground.TRAFFICKING, Outcome.INDICATION);
        assertThat(rules()).containsExactly("family.referral");
        care(CareEvent.Kind.REFERRED, null, Ground.SLAVERY, null);
        assertThat(rules()).containsExactly("family.referral");
        care(CareEvent.Kind.REFERRED, null, Ground.TRAFFICKING, null);
        assertThat(rules()).isEmpty();
        care(CareEvent.Kind.SCREENED, null, Ground.TRAFFICKING, Outcome.INDICATION);
        assertThat(rules()).containsExactly("family.referral");
        care(CareEvent.Kind.SCREENED, null, Ground.TRAFFICKING, Outcome.NO_INDICATION);
        assertThat(rules()).isEmpty();
    }

    @Test
    void whoTurnsEighteenWithinNinetyDaysIsAMatterForSomebodysDesk() {
        Care far = careOfOneBorn(START.plusDays(90).minusYears(18).plusDays(91));
        Care near = careOfOneBorn(START.plusDays(90).minusYears(18).plusDays(90));
        assertThat(far.unmet())
                .extracting(line -> line.rule().key())
                .doesNotContain("family.majority");
        assertThat(near.unmet())
                .anySatisfy(line -> {
                    assertThat(line.rule()).isEqualTo(KinRule.MAJORITY);
                    assertThat(line.arguments()).containsExactly("90");
                });
    }

    @Test
    void anAssessmentIsAnIntervalAndACorrectionTakesItBack() {
        CareEvent assessed =
                new CareEvent(
                        stamp(HAZEL, 1),
                        CareEvent.Kind.AGE_ASSESSED,
                        null,
                        null,
                        null,
                        "",
                        LocalDate.of(2004, 1, 1),
                        LocalDate.of(2006, 12, 31),
                        null,
                        "a board of physicians",
                        "",
                        null);
        cared.add(assessed);
        assertThat(care().mayBeChild()).as("by one hand").isTrue();
        assertThat(care().waiting()).containsExactly(assessed);
        cared.add(confirming(assessed, HAZEL));
        assertThat(care().mayBeChild()).as("by the same hand").isTrue();
        cared.add(confirming(assessed, ROWAN));
        assertThat(care().mayBeChild()).isFalse();
        cared.add(
                new CareEvent(
                        stamp(HAZEL, 2),
                        CareEvent.Kind.CORRECTED,
                        null,
                        null,
                        null,
                        "",
                        null,
                        null,
                        null,
                        "",
                        "another person's",
                        assessed.id()));
        assertThat(care().mayBeChild()).isTrue();
    }

    private static CareEvent confirming(CareEvent event, UUID account) {
        return new CareEvent(
                stamp(account, 1),
                CareEvent.Kind.CONFIRMED,
                null,
                null,
                null,
                "",
                null,
                null,
                null,
                "",
                "",
                event.id());
    }

    private List<String> rules() {
        return care().unmet().stream().map(line -> line.rule().key()).toList();
    }

    private Care care() {
        return Care.of(
                cared,
                List.of(PartialDate.ofYear(2015)),
                KinTrack.of(ties, at(90, 90)),
                List.of(CHILD),
                at(90, 90));
    }

    private static Care careOfOneBorn(LocalDate day) {
        return Care.of(
                List.of(), List.of(PartialDate.ofDay(day)), List.of(), List.of(CHILD), at(90, 90));
    }

    private KinTie tie() {
        return KinTrack.of(ties, at(90, 90)).getFirst();
    }

    private void propose(KinRelation relation, boolean samePlace) {
        Stamp stamp = stamp(HAZEL, 0);
        ties.add(
                new KinEvent(
                        stamp,
                        stamp.id(),
                        Kind.PROPOSED,
                        new KinEvent.Said(
                                CHILD, MOTHER, "", null, relation, null, KinEvent.Grade.STATED),
                        samePlace,
                        "a list",
                        ""));
    }

    private void add(Kind kind, UUID account, @Nullable Boolean samePlace) {
        ties.add(
                new KinEvent(
                        stamp(account, ties.size()),
                        ties.getFirst().tie(),
                        kind,
                        null,
                        samePlace,
                        "",
                        "so it is"));
    }

    private void care(
            CareEvent.Kind kind,
            @Nullable Company said,
            @Nullable Ground ground,
            @Nullable Outcome outcome) {
        cared.add(
                new CareEvent(
                        stamp(HAZEL, cared.size()),
                        kind,
                        said,
                        ground,
                        outcome,
                        "Nawras",
                        null,
                        null,
                        null,
                        "a note",
                        "",
                        null));
    }

    private static Stamp stamp(UUID account, int day) {
        return new Stamp(
                UUID.randomUUID(), CHILD, START.plusDays(day), moment(day), account, "somebody");
    }

    private static AsOf at(int on, int known) {
        return new AsOf(START.plusDays(on), moment(known));
    }

    private static Instant moment(int day) {
        return START.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
