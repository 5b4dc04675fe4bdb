package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.LawHouse.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.CustodyRule;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.KinNotice.Means;
import org.nostos.custody.KinNotice.Occasion;
import org.nostos.custody.KinNotice.WhyNot;
import org.nostos.custody.LegalGround;
import org.nostos.custody.Telling;
import org.nostos.custody.Told;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;
import org.nostos.registry.Care;
import org.nostos.registry.CareEvent;
import org.nostos.registry.CareKeeping;
import org.nostos.registry.Kin;

/// The family is told of what happens to somebody held, or it is written down why not (Nelson Mandela
/// Rules, rules 68 and 69), and a death in custody is a death in the family.
class KinToldTest {

    private static final LocalDate TODAY = LawDesk.today();

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
    void itIsSaidWhoWasToldAndHowOrWhyNot() {
        UUID person = held();
        assertThat(kin(law.maple, person, Occasion.ADMISSION, Means.CALL, null))
                .containsExactly("obstacle.custody.role");
        assertThat(kin(law.thyme, person, Occasion.ADMISSION, null, null))
                .containsExactly("obstacle.custody.kin-how");
        assertThat(kin(law.thyme, person, Occasion.ADMISSION, Means.CALL, WhyNot.NOT_REACHED))
                .containsExactly("obstacle.custody.kin-how");
        assertThat(rules(person)).contains(CustodyRule.KIN_TOLD);
        assertThat(kin(law.thyme, person, Occasion.ADMISSION, Means.TRACING_SERVICE, null))
                .isEmpty();
        assertThat(rules(person)).doesNotContain(CustodyRule.KIN_TOLD);
    }

    @Test
    void noWishStandsAgainstTellingOfADeath() {
        UUID person = held();
        assertThat(kin(law.thyme, person, Occasion.DEATH, null, WhyNot.PERSON_ASKED_NOT))
                .containsExactly("unmet.custody.kin-death");
        assertThat(
                        law.forged(
                                law.thyme,
                                """
                                insert into nostos.kin_notice (id, person, party, happened_on, occasion, whom, why, words, source,
                                                               account, act)
                                values (gen_random_uuid(), '%s', nostos.caller_party(), current_date, 'DEATH', 'Ward',
                                        'PERSON_ASKED_NOT', 'as he wished', 'a note', nostos.caller_account(), :act)
                                """
                                        .formatted(person)))
                .contains("check constraint");
    }

    @Test
    void aDeathInCustodyWaitsInTheFamilyForAnotherHand() {
        UUID person = held();
        law.thyme.call(() ->
                record(
                        person,
                        CustodyEntry.of(
                                CustodyKind.DECEASED, PartialDate.ofDay(TODAY), "the physician")));
        assertThat(rules(person)).contains(CustodyRule.KIN_DEATH);
        Care care = care(person);
        assertThat(care.died()).as("one hand").isNull();
        CareEvent death = care.waiting().getFirst();
        assertThat(death.kind()).isEqualTo(CareEvent.Kind.DIED);
        CareKeeping keeping = law.bean(CareKeeping.class);
        assertThat(codes(law.thyme.call(() -> keeping.confirm(person, death.id(), last(person)))))
                .containsExactly("unmet.family.second-hand");
        assertThat(codes(law.maple.call(() -> keeping.confirm(person, death.id(), last(person)))))
                .isEmpty();
        assertThat(care(person).died()).isEqualTo(TODAY);
    }

    @Test
    void nobodyElseReadsIt() {
        UUID person = held();
        assertThat(kin(law.thyme, person, Occasion.ADMISSION, Means.CALL, null)).isEmpty();
        for (Caller other : List.of(law.consul, law.heron, law.sage, law.linden)) {
            assertThat(law.as(other, () -> law.bean(Told.class).kinNotices(List.of(person))))
                    .isEmpty();
        }
    }

    private static List<String> kin(
            Caller who,
            UUID person,
            Occasion occasion,
            @Nullable Means means,
            @Nullable WhyNot why) {
        Telling.ToKin to =
                new Telling.ToKin(
                        occasion, TODAY, "Ward, his sister", means, why, "as was said", "a note");
        return codes(who.call(() -> law.bean(Telling.class).kin(person, to)));
    }

    private static Care care(UUID person) {
        return law.as(law.thyme, () -> law.bean(Kin.class).of(List.of(person), AsOf.now()).care());
    }

    private static @Nullable UUID last(UUID person) {
        return law.bean(Kin.class).of(List.of(person), AsOf.now()).last();
    }

    private static List<org.nostos.basics.Rule> rules(UUID person) {
        return law
                .thyme
                .call(() -> law.bean(CustodyKeeping.class).unmet(List.of(person), AsOf.now()))
                .stream()
                .map(Unmet::rule)
                .toList();
    }

    private static UUID held() {
        UUID person = law.person("1984-05-01");
        CustodyEntry admitted =
                new CustodyEntry(
                        CustodyKind.ADMITTED,
                        PartialDate.ofDay(TODAY.minusMonths(1)),
                        HoldingAuthority.named("Northern Administration"),
                        null,
                        "Site North",
                        "",
                        LegalGround.CONVICTED,
                        "",
                        "a list",
                        "");
        law.thyme.call(() -> record(person, admitted));
        return person;
    }

    private static boolean record(UUID person, CustodyEntry entry) {
        CustodyKeeping custody = law.bean(CustodyKeeping.class);
        UUID last = custody.file(List.of(person), AsOf.now()).last();
        assertThat(custody.record(List.of(person), entry, last)).isEmpty();
        return true;
    }
}
