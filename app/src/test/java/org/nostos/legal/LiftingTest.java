package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.Ground.TORTURE;
import static org.nostos.legal.LawHouse.MERIDIA;
import static org.nostos.legal.LawHouse.codes;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Role;
import org.nostos.legal.BarEvent.Kind;
import org.nostos.parties.Caller;
import org.nostos.registry.Persons;
import org.nostos.testing.TestHouse;

/// General Comment 4, para. 13: a bar is lifted by two people with reasons, one of them independent; and
/// whoever has no part in a case learns nothing of it.
class LiftingTest {

    private static LawHouse law;

    @BeforeAll
    static void open() {
        law = new LawHouse();
    }

    @AfterAll
    static void close() {
        law.close();
    }

    @Test
    void twoHandsLiftABarAndOneOfThemIsIndependent() {
        UUID person = found();
        assertThat(codes(take(law.cedar, Kind.LIFTED, person)))
                .containsExactly("obstacle.legal.role");
        assertThat(codes(take(law.sage, Kind.LIFTED, person))).isNotEmpty();
        assertThat(take(law.maple, Kind.LIFT_PROPOSED, person)).isEmpty();
        assertThat(take(law.sage, Kind.LIFTED, person)).isEmpty();
        assertThat(bar(person).state()).isEqualTo(Bar.State.LIFTED);
    }

    @Test
    void aFoundBarIsNotAssessedAway() {
        UUID person = found();
        assertThat(codes(take(law.cedar, Kind.OPENED, person))).containsExactly("unmet.law.lift");
        assertThat(codes(take(law.cedar, Kind.CLEARED, person))).containsExactly("unmet.law.lift");
    }

    @Test
    void theIndependentBodySeesWhatWasPutBeforeItWhileItWaitsAndNothingElse() {
        UUID person = found();
        UUID other = found();
        take(law.maple, Kind.LIFT_PROPOSED, person);
        LegalBoard board = law.bean(LegalBoard.class);
        assertThat(law.sage.call(() -> board.beforeBody(50)))
                .extracting(put -> put.line().person())
                .contains(person)
                .doesNotContain(other);
        assertThat(seen(law.sage, person)).isEqualTo(2);
        assertThat(seen(law.sage, other)).isZero();
        assertThat(law.as(law.sage, () -> law.bean(Persons.class).byId(person)).isPresent())
                .isTrue();
        assertThat(law.as(law.sage, () -> law.bean(Persons.class).byId(other)).isPresent())
                .isFalse();
        take(law.sage, Kind.UPHELD, person);
        assertThat(seen(law.sage, person)).isZero();
        assertThat(law.as(law.sage, () -> law.bean(Persons.class).byId(person)).isPresent())
                .isFalse();
        assertThat(bar(person).state()).isEqualTo(Bar.State.UPHELD);
    }

    @Test
    void aHouseWithoutABodyOfReviewCannotLift() {
        try (TestHouse house = TestHouse.open()) {
            Caller alone = house.committee(Role.LEGAL_REVIEWER);
            BarStep step = new BarStep(LawHouse.step(UUID.randomUUID(), null), MERIDIA, TORTURE);
            assertThat(
                            codes(
                                    alone.call(() ->
                                            house.bean(BarKeeping.class)
                                                    .proposeLift(step, step.step().on()))))
                    .containsExactly("unmet.law.review-body");
        }
    }

    @Test
    void whoeverComesSecondIsToldAndWritesNothing() {
        UUID person = found();
        BarStep early = new BarStep(LawHouse.step(person, null), MERIDIA, TORTURE);
        List<String> refused =
                codes(law.cedar.call(() -> law.bean(BarKeeping.class).seekAssurance(early)));
        assertThat(refused).contains("obstacle.case.changed");
        assertThat(bar(person).state()).isEqualTo(Bar.State.BAR_FOUND);
    }

    @Test
    void strangersLearnNothing() {
        UUID person = found();
        law.maple.call(
                () -> law.bean(OrderKeeping.class).record(LawHouse.step(person, null), null));
        for (Caller stranger :
                List.of(
                        law.consul,
                        law.heron,
                        law.linden,
                        law.committee.holder,
                        law.house.committee(Role.IDENTITY_REVIEWER))) {
            for (String table :
                    List.of(
                            "law_bar_event",
                            "law_order_event",
                            "law_clearance_event",
                            "law_assurance_event",
                            "law_bar_now",
                            "law_review_event",
                            "law_proceeding_event",
                            "law_will_event",
                            "law_bid_event",
                            "law_exclusion_event",
                            "law_counsel_event")) {
                assertThat(count(stranger, table)).as(stranger + " " + table).isZero();
            }
        }
    }

    @Test
    void aForgedStatementLiftsNothingAndIsRefusedAlikeForEverybodyWhoHasNoPart() {
        UUID person = found();
        UUID nobody = UUID.randomUUID();
        String lift = insert("LIFTED", null);
        assertThat(law.forged(law.maple, lift.formatted(person))).contains("does not allow");
        take(law.maple, Kind.LIFT_PROPOSED, person);
        assertThat(law.forged(law.cedar, lift.formatted(person))).contains("row-level security");
        assertThat(law.forged(law.thyme, insert("FOUND", null).formatted(law.person(null))))
                .contains("row-level security");
        for (Caller stranger : List.of(law.consul, law.heron, law.linden, law.committee.holder)) {
            assertThat(law.forged(stranger, lift.formatted(person)))
                    .contains("row-level security")
                    .isEqualTo(law.forged(stranger, lift.formatted(nobody)));
        }
        UUID other = found();
        assertThat(law.forged(law.sage, lift.formatted(other)))
                .isEqualTo(law.forged(law.sage, lift.formatted(nobody)));
        assertThat(bar(person).state()).isEqualTo(Bar.State.LIFT_PROPOSED);
        assertThat(law.forged(law.sage, lift.formatted(person))).isEqualTo("done 1");
    }

    @Test
    void aForgedClearanceIsRefusedWhileABarOrAnOrderStands() {
        UUID person = law.person("1984-05-01");
        String clearance =
                """
                with c as (select gen_random_uuid() as id)
                insert into nostos.law_clearance_event (id, clearance, person, party, kind, route, destination, transit,
                                                        until, happened_on, reason, account, act)
                select c.id, c.id, '%s', nostos.caller_party(), 'PROPOSED', 'DEPORTATION', 'XMA', '{}', current_date + 9,
                       current_date, 'x', nostos.caller_account(), :act from c
                """
                        .formatted(person);
        assertThat(law.forged(law.maple, clearance)).contains("no clearance: a bar is open");
        law.rule(person, MERIDIA, Route.DEPORTATION.grounds());
        assertThat(law.forged(law.maple, clearance)).contains("no review is final");
        law.reviewed(person);
        law.thyme.call(
                () -> law.bean(OrderKeeping.class).record(LawHouse.step(person, null), null));
        assertThat(law.forged(law.maple, clearance)).contains("an order of a court stands");
        for (Caller stranger : List.of(law.thyme, law.sage, law.consul, law.heron)) {
            assertThat(law.forged(stranger, clearance)).doesNotContain("done");
        }
        UUID free = law.person("1984-05-01");
        law.rule(free, MERIDIA, Route.DEPORTATION.grounds());
        law.reviewed(free);
        String allowed = clearance.replace(person.toString(), free.toString());
        assertThat(law.forged(law.maple, allowed)).isEqualTo("done 1");
        String issue =
                """
                insert into nostos.law_clearance_event (id, clearance, person, party, kind, happened_on, reason, account, act)
                select gen_random_uuid(), c.id, c.person, nostos.caller_party(), 'ISSUED', current_date, 'x',
                       nostos.caller_account(), :act
                from nostos.law_clearance_event c where c.person = '%s'
                """
                        .formatted(free);
        assertThat(law.forged(law.maple, issue)).contains("does not issue it");
        law.take(law.maple, Kind.FOUND, free, MERIDIA, Ground.HEALTH);
        assertThat(law.forged(law.cedar, issue)).contains("no clearance: a bar is open");
    }

    private static String insert(String kind, @org.jspecify.annotations.Nullable String until) {
        return """
        insert into nostos.law_bar_event (id, person, party, destination, ground, kind, happened_on, until, reason,
                                          account, act)
        values (gen_random_uuid(), '%%s', nostos.caller_party(), 'XMA', 'TORTURE', '%s', current_date, %s, 'x',
                nostos.caller_account(), :act)
        """
                .formatted(kind, until == null ? "null" : "'" + until + "'");
    }

    private static long seen(Caller who, UUID person) {
        return law.as(who, () -> law.bean(Bars.class).of(List.of(person))).size();
    }

    private static long count(Caller who, String table) {
        return law.as(
                who,
                () ->
                        law.house
                                .jdbc()
                                .sql("select count(*) from nostos." + table)
                                .query(Long.class)
                                .single());
    }

    private static List<org.nostos.basics.Obstacle> take(Caller who, Kind kind, UUID person) {
        return law.take(who, kind, person, MERIDIA, TORTURE);
    }

    private static Bar bar(UUID person) {
        return law.maple.<Bar, RuntimeException>call(() ->
                java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(
                                        law.bean(LegalWhyNot.class)
                                                .matrix(
                                                        List.of(person),
                                                        List.of(MERIDIA),
                                                        AsOf.now())
                                                .get(MERIDIA))
                                .get(TORTURE)));
    }

    private static UUID found() {
        UUID person = law.person("1984-05-01");
        assertThat(take(law.maple, Kind.FOUND, person)).isEmpty();
        return person;
    }
}
