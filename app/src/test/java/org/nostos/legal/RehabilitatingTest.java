package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.LawHouse.MERIDIA;
import static org.nostos.legal.LawHouse.codes;
import static org.nostos.legal.LawHouse.step;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Rule;
import org.nostos.basics.Unmet;
import org.nostos.legal.Rehabilitation.Onward;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;

/// Somebody whose guilt is not proven is sent to rehabilitation by a review, assessed in words, and goes
/// on from it by two hands; it neither holds them nor stops their reviews (ICCPR, art. 9 and 14; Fourth
/// Geneva Convention, art. 43 and 132).
class RehabilitatingTest {

    private static final LocalDate TODAY = LawDesk.today();
    private static final String NEEDS = "He learns to read and asks for his sister.";

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
    void nobodyIsReferredWithoutAReviewAndNobodyTwiceByOne() {
        UUID person = law.person("1984-05-01");
        assertThat(take(law.thyme, person, s -> stays().refer(s)))
                .containsExactly("unmet.law.rehabilitation-review");
        assertThat(forged(law.maple, person, "REFERRED", UUID.randomUUID(), null))
                .contains("no review sends them to rehabilitation");
        decided(person, Outcome.REFER_TO_REHABILITATION);
        assertThat(clocks(person)).containsExactly(LegalRule.REHABILITATION_ADMISSION);
        assertThat(take(law.thyme, person, s -> stays().refer(s))).isEmpty();
        assertThat(take(law.thyme, person, s -> stays().refer(s)))
                .containsExactly("obstacle.legal.step");
    }

    @Test
    void itIsAssessedInWordsAndEndsByTwoHands() {
        UUID person = referred();
        assertThat(take(law.thyme, person, s -> stays().admit(s, "House of Cedars"))).isEmpty();
        LocalDate next = TODAY.plusDays(60);
        assertThat(take(law.thyme, person, s -> stays().plan(s, "risk 7/10", next)))
                .containsExactly("obstacle.legal.rehabilitation-needs");
        assertThat(take(law.thyme, person, s -> stays().plan(s, NEEDS, TODAY.plusDays(91))))
                .containsExactly("unmet.law.rehabilitation-assessment");
        assertThat(take(law.thyme, person, s -> stays().plan(s, NEEDS, next))).isEmpty();
        assertThat(take(law.thyme, person, s -> stays().assess(s, NEEDS, next))).isEmpty();
        assertThat(clocks(person)).containsExactly(LegalRule.REHABILITATION_ASSESSMENT);
        assertThat(take(law.thyme, person, s -> stays().complete(s))).isEmpty();
        assertThat(clocks(person)).containsExactly(LegalRule.REHABILITATION_ONWARD);
        assertThat(take(law.thyme, person, s -> stays().propose(s, Onward.RETURN)))
                .containsExactly("obstacle.legal.role");
        assertThat(take(law.maple, person, s -> stays().propose(s, Onward.RETURN))).isEmpty();
        assertThat(take(law.maple, person, s -> stays().decide(s)))
                .containsExactly("unmet.law.two-hands");
        assertThat(forged(law.maple, person, "ONWARD_DECIDED", stay(person), null))
                .contains("not to this hand");
        assertThat(forged(law.thyme, person, "ONWARD_DECIDED", stay(person), null))
                .contains("row-level security");
        assertThat(against(person)).contains(LegalRule.REHABILITATION_OPEN);
        assertThat(take(law.cedar, person, s -> stays().decide(s))).isEmpty();
        assertThat(against(person)).doesNotContain(LegalRule.REHABILITATION_OPEN);
        assertThat(clocks(person)).isEmpty();
    }

    @Test
    void nobodyGoesBeforeACourtFromItButByAReview() {
        UUID person = referred();
        assertThat(take(law.maple, person, s -> stays().propose(s, Onward.JUDICIARY)))
                .containsExactly("unmet.law.rehabilitation-judiciary");
        assertThat(forged(law.maple, person, "ONWARD_PROPOSED", stay(person), "JUDICIARY"))
                .contains("no review sends them before a court");
        decided(person, Outcome.REFER_TO_JUDICIARY);
        assertThat(take(law.maple, person, s -> stays().propose(s, Onward.JUDICIARY))).isEmpty();
    }

    @Test
    void theNextReviewIsDueWhetherTheyAreThereOrNot() {
        UUID person = referred();
        assertThat(
                        law
                                .thyme
                                .call(() ->
                                        law.bean(LegalAlarms.class).of(List.of(person), AsOf.now()))
                                .stream()
                                .map(Unmet::rule)
                                .toList())
                .contains(LegalRule.NEXT_REVIEW);
    }

    @Test
    void nobodyElseReadsIt() {
        UUID person = referred();
        for (Caller other : List.of(law.consul, law.heron, law.sage, law.linden)) {
            assertThat(law.as(other, () -> law.bean(Rehabilitations.class).of(List.of(person))))
                    .isEmpty();
        }
        law.thyme.call(() ->
                law.bean(Representation.class).appoint(step(person, null), law.linden.account()));
        assertThat(law.as(law.linden, () -> law.bean(Rehabilitations.class).of(List.of(person))))
                .hasSize(1);
    }

    private static UUID referred() {
        UUID person = law.person("1984-05-01");
        decided(person, Outcome.REFER_TO_REHABILITATION);
        assertThat(take(law.thyme, person, s -> stays().refer(s))).isEmpty();
        return person;
    }

    private static void decided(UUID person, Outcome outcome) {
        ReviewKeeping reviews = law.bean(ReviewKeeping.class);
        if (!law.maple.call(() -> reviews.all(List.of(person), AsOf.now())).isEmpty()) {
            law.thyme.call(() -> reviews.inform(law.review(person), "Arabic", null, null));
            law.maple.call(() -> reviews.close(law.review(person)));
        }
        law.maple.call(() -> reviews.open(law.review(person)));
        law.thyme.call(() -> reviews.complete(law.review(person)));
        law.thyme.call(() -> reviews.schedule(law.review(person), TODAY));
        law.thyme.call(() -> reviews.hear(law.review(person), "Maple, Ash", null));
        law.maple.call(() -> reviews.propose(law.review(person), outcome, null));
        assertThat(codes(law.cedar.call(() -> reviews.decide(law.review(person))))).isEmpty();
    }

    private static List<String> take(
            Caller who, UUID person, Function<LawStep, List<Obstacle>> step) {
        List<Rehabilitation.Event> known =
                law.as(law.maple, () -> law.bean(Rehabilitations.class).of(List.of(person)));
        UUID seen = known.isEmpty() ? null : known.getLast().stamp().id();
        return codes(who.call(() -> step.apply(step(person, seen))));
    }

    private static UUID stay(UUID person) {
        return law.maple.call(() -> stays().all(List.of(person), AsOf.now())).getFirst().id();
    }

    private static String forged(
            Caller who, UUID person, String kind, UUID thread, @Nullable String onward) {
        boolean refers = kind.equals("REFERRED");
        return law.forged(
                who,
                """
                insert into nostos.law_rehabilitation_event (id, stay, person, party, kind, review, onward, happened_on, reason,
                                                             account, act)
                values ('%s', '%s', '%s', nostos.caller_party(), '%s', %s, %s, current_date, 'forged', nostos.caller_account(), :act)
                """
                        .formatted(
                                refers ? thread : UUID.randomUUID(),
                                thread,
                                person,
                                kind,
                                refers ? "gen_random_uuid()" : "null",
                                onward == null ? "null" : "'" + onward + "'"));
    }

    private static List<Rule> clocks(UUID person) {
        return law
                .thyme
                .call(() ->
                        RehabilitationClocks.of(
                                law.bean(LegalWhyNot.class).read(List.of(person)), AsOf.now()))
                .stream()
                .map(Unmet::rule)
                .toList();
    }

    private static List<Rule> against(UUID person) {
        return law
                .maple
                .<List<Unmet>, RuntimeException>call(() ->
                        law.bean(LegalWhyNot.class)
                                .against(
                                        List.of(person),
                                        Route.DEPORTATION,
                                        MERIDIA,
                                        List.of(),
                                        AsOf.now()))
                .stream()
                .map(Unmet::rule)
                .toList();
    }

    private static RehabilitationKeeping stays() {
        return law.bean(RehabilitationKeeping.class);
    }
}
