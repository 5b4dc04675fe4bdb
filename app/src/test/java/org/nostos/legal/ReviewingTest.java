package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.LawHouse.MERIDIA;
import static org.nostos.legal.LawHouse.codes;
import static org.nostos.legal.LawHouse.step;
import static org.nostos.legal.LawHouse.terms;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Unmet;
import org.nostos.legal.Determination.Option;
import org.nostos.legal.Proceeding.Kind;
import org.nostos.legal.Proceeding.Sentence;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.WillKeeping.How;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;

/// Reviews, courts, counsel, the person's will and a child's best interests, and what each keeps a
/// clearance from (Fourth Geneva Convention, art. 43; Convention on the Rights of the Child, art. 3, 9).
class ReviewingTest {

    private static final How HOW = new How("Arabic", "Hudhud", "Nawras");

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
    void whoeverOpenedOrProposedDoesNotDecide() {
        UUID person = heard();
        ReviewKeeping reviews = law.bean(ReviewKeeping.class);
        assertThat(
                        law.cedar.<List<Obstacle>, RuntimeException>call(() ->
                                reviews.propose(
                                        law.review(person), Outcome.REFER_TO_REHABILITATION, null)))
                .isEmpty();
        assertThat(codes(law.cedar.call(() -> reviews.decide(law.review(person)))))
                .containsExactly("unmet.law.two-hands");
        assertThat(codes(law.maple.call(() -> reviews.decide(law.review(person)))))
                .containsExactly("unmet.law.two-hands");
        assertThat(codes(law.thyme.call(() -> reviews.decide(law.review(person)))))
                .containsExactly("obstacle.legal.role");
        assertThat(forgedDecision(law.maple, person)).contains("not to this hand");
        assertThat(forgedDecision(law.cedar, person)).contains("not to this hand");
        assertThat(forgedDecision(law.thyme, person)).contains("row-level security");
        assertThat(latest(person).state()).isEqualTo(Review.State.PROPOSED);
    }

    @Test
    void whoeverStaysHeldIsReviewedAgainWithinSixMonths() {
        UUID person = heard();
        ReviewKeeping reviews = law.bean(ReviewKeeping.class);
        LocalDate late = LawDesk.today().plusMonths(6).plusDays(1);
        assertThat(
                        codes(
                                law.maple.call(() ->
                                        reviews.propose(
                                                law.review(person),
                                                Outcome.CONTINUE_HOLDING,
                                                late))))
                .containsExactly("unmet.law.next-review");
        LocalDate next = LawDesk.today().plusMonths(3);
        law.maple.call(() -> reviews.propose(law.review(person), Outcome.CONTINUE_HOLDING, next));
        Caller ash = law.house.committee(org.nostos.basics.Role.LEGAL_REVIEWER);
        assertThat(codes(ash.call(() -> reviews.decide(law.review(person))))).isEmpty();
        List<Unmet> alarms =
                law.thyme.call(() -> law.bean(LegalAlarms.class).of(List.of(person), AsOf.now()));
        assertThat(alarms).extracting(Unmet::rule).containsExactly(LegalRule.NEXT_REVIEW);
        assertThat(alarms.getFirst().by()).isEqualTo(next);
    }

    @Test
    void aDeathSentenceRaisesAnAlarmAndBlocksNothing() {
        UUID person = law.person("1984-05-01");
        ProceedingKeeping courts = law.bean(ProceedingKeeping.class);
        law.thyme.call(() -> courts.open(step(person, null)));
        court(person, Kind.CHARGED, null);
        court(person, Kind.TRIED, null);
        assertThat(court(person, Kind.CONVICTED, null)).containsExactly("obstacle.legal.sentence");
        assertThat(court(person, Kind.CONVICTED, Sentence.DEATH)).isEmpty();
        assertThat(alarms(person)).containsExactly(LegalRule.DEATH_SENTENCE);
        assertThat(
                        law.maple.<List<Unmet>, RuntimeException>call(() ->
                                law.bean(LegalWhyNot.class)
                                        .against(
                                                List.of(person),
                                                Route.DEPORTATION,
                                                MERIDIA,
                                                List.of(),
                                                AsOf.now())))
                .extracting(Unmet::rule)
                .doesNotContain(LegalRule.DEATH_SENTENCE);
        assertThat(court(person, Kind.COMMUTED, Sentence.PRISON)).isEmpty();
        assertThat(alarms(person)).isEmpty();
    }

    @Test
    void aSentenceIsNotServedElsewhereBeforeItIsKnownThatSixMonthsAreLeft() {
        UUID person = law.person("1984-05-01");
        law.rule(person, MERIDIA, Route.SENTENCE_TRANSFER.grounds());
        law.reviewed(person);
        WillKeeping wills = law.bean(WillKeeping.class);
        law.thyme.call(() -> wills.inform(said(person), MERIDIA, HOW));
        law.thyme.call(() -> wills.consent(said(person), MERIDIA, HOW));
        ProceedingKeeping courts = law.bean(ProceedingKeeping.class);
        law.thyme.call(() -> courts.open(step(person, null)));
        court(person, Kind.CHARGED, null);
        court(person, Kind.TRIED, null);
        court(person, Kind.CONVICTED, Sentence.PRISON);
        assertThat(forgedSentenceTransfer(person)).contains("no sentence is final");
        court(person, Kind.FINAL, null);
        TransferClearance.Terms out = terms(Route.SENTENCE_TRANSFER, MERIDIA);
        assertThat(codes(law.propose(law.maple, person, out)))
                .containsExactly("unmet.law.sentence-length");
        assertThat(forgedSentenceTransfer(person)).contains("nobody knows how much");

        LocalDate today = LawDesk.today();
        PrisonTerm year = new PrisonTerm(Period.ofYears(1), false, today.minusMonths(6), 1);
        assertThat(court(person, Kind.TERM_STATED, null)).containsExactly("obstacle.legal.term");
        assertThat(court(person, Kind.COMMUTED, Sentence.OTHER, year))
                .containsExactly("obstacle.legal.term");
        assertThat(court(person, Kind.TERM_STATED, null, year)).isEmpty();
        assertThat(codes(law.propose(law.maple, person, out)))
                .containsExactly("unmet.law.sentence-left");
        assertThat(forgedSentenceTransfer(person)).contains("less than six months");

        PrisonTerm more = new PrisonTerm(Period.of(1, 0, 9), false, today.minusMonths(6), 5);
        assertThat(court(person, Kind.COMMUTED, Sentence.PRISON, year))
                .containsExactly("obstacle.legal.sentence");
        assertThat(court(person, Kind.COMMUTED, Sentence.PRISON, more)).isEmpty();
        assertThat(courts(person).getFirst().term()).isEqualTo(more);
        assertThat(law.propose(law.maple, person, out)).isEmpty();
        law.issue(law.cedar, person);
        assertThat(law.valid(person)).hasSize(1);
        assertThat(court(person, Kind.SUSPENDED, null)).isEmpty();
        assertThat(law.valid(person)).isEmpty();
        assertThat(forgedSentenceTransfer(person)).contains("nobody knows how much");
    }

    private static String forgedSentenceTransfer(UUID person) {
        return law.forged(
                law.maple, forgedClearance(person).replace("DEPORTATION", "SENTENCE_TRANSFER"));
    }

    private static List<Proceeding> courts(UUID person) {
        return law.thyme.call(
                () -> law.bean(ProceedingKeeping.class).all(List.of(person), AsOf.now()));
    }

    @Test
    void counselSeesItsClientsAndLodgesAppealsThatBlock() {
        UUID person = law.person("1984-05-01");
        UUID other = law.person("1984-05-01");
        for (UUID one : List.of(person, other)) {
            law.rule(one, MERIDIA, Route.DEPORTATION.grounds());
            law.reviewed(one);
        }
        Representation counsel = law.bean(Representation.class);
        law.thyme.call(() -> counsel.appoint(step(person, null), law.linden.account()));
        law.propose(law.maple, person, terms(Route.DEPORTATION, MERIDIA));
        law.issue(law.cedar, person);
        assertThat(law.valid(person)).hasSize(1);

        assertThat(law.linden.call(counsel::clients))
                .extracting(Mandate.Client::person)
                .containsExactly(person);
        assertThat(law.linden.call(() -> counsel.client(other))).isEmpty();
        assertThat(law.alder.call(counsel::clients)).isEmpty();
        assertThat(law.alder.call(() -> counsel.client(person))).isEmpty();
        assertThat(law.as(law.alder, () -> law.bean(Bars.class).of(List.of(person)))).isEmpty();

        Representation.ClientFile file =
                law.linden.call(() -> counsel.client(person).orElseThrow());
        assertThat(file.bars()).hasSize(Route.DEPORTATION.grounds().size());
        UUID seen =
                file.barEvents().stream()
                        .filter(e -> e.ground() == Ground.TORTURE)
                        .reduce((_, later) -> later)
                        .orElseThrow()
                        .stamp()
                        .id();
        BarStep appeal = new BarStep(step(person, seen), MERIDIA, Ground.TORTURE);
        assertThat(codes(law.linden.call(() -> law.bean(BarKeeping.class).appeal(appeal))))
                .isEmpty();
        assertThat(law.valid(person)).isEmpty();

        law.thyme.call(() -> counsel.end(step(person, null), law.linden.account()));
        assertThat(law.linden.call(counsel::clients)).isEmpty();
        assertThat(law.as(law.linden, () -> law.bean(Reviews.class).of(List.of(person)))).isEmpty();
    }

    @Test
    void anAppealOfCounselAgainstTheReviewSuspendsTheTransfer() {
        UUID person = law.person("1984-05-01");
        law.rule(person, MERIDIA, Route.DEPORTATION.grounds());
        law.reviewed(person);
        law.propose(law.maple, person, terms(Route.DEPORTATION, MERIDIA));
        law.issue(law.cedar, person);
        Representation counsel = law.bean(Representation.class);
        law.maple.call(() -> counsel.appoint(step(person, null), law.linden.account()));
        ReviewKeeping reviews = law.bean(ReviewKeeping.class);
        assertThat(codes(law.alder.call(() -> reviews.appeal(step(person, null))))).isNotEmpty();
        LawStep step = law.review(person);
        assertThat(codes(law.linden.call(() -> reviews.appeal(step)))).isEmpty();
        assertThat(law.valid(person)).isEmpty();
        assertThat(codes(law.propose(law.maple, person, terms(Route.DEPORTATION, MERIDIA))))
                .containsExactly("unmet.law.review-final");
    }

    @Test
    void someRoadsAreOpenOnlyToWhoWantsToTakeThem() {
        UUID person = law.person("1984-05-01");
        law.rule(person, MERIDIA, Route.REPATRIATION_NO_PROCEEDINGS.grounds());
        law.reviewed(person);
        TransferClearance.Terms home = terms(Route.REPATRIATION_NO_PROCEEDINGS, MERIDIA);
        assertThat(codes(law.propose(law.maple, person, home))).containsExactly("unmet.law.will");
        WillKeeping wills = law.bean(WillKeeping.class);
        assertThat(codes(law.thyme.call(() -> wills.consent(step(person, null), MERIDIA, HOW))))
                .contains("obstacle.legal.step");
        law.thyme.call(() -> wills.inform(step(person, null), MERIDIA, HOW));
        How unseen = new How("Arabic", null, null);
        assertThat(codes(law.thyme.call(() -> wills.consent(said(person), MERIDIA, unseen))))
                .containsExactly("obstacle.legal.witness");
        assertThat(codes(law.thyme.call(() -> wills.consent(said(person), MERIDIA, HOW))))
                .isEmpty();
        assertThat(law.propose(law.maple, person, home)).isEmpty();
        assertThat(law.issue(law.cedar, person)).isEmpty();
        assertThat(law.valid(person)).hasSize(1);
        law.thyme.call(() -> wills.withdraw(said(person), MERIDIA, HOW));
        assertThat(law.valid(person)).isEmpty();
    }

    @Test
    void aChildDoesNotLeaveBeforeItsBestInterestsAreDetermined() {
        UUID child = law.person(LawDesk.today().minusYears(9).toString());
        law.rule(child, MERIDIA, Set.of(Ground.values()));
        law.reviewed(child);
        TransferClearance.Terms out = terms(Route.DEPORTATION, MERIDIA);
        assertThat(codes(law.propose(law.maple, child, out))).containsExactly("unmet.law.bid");
        assertThat(law.forged(law.maple, forgedClearance(child))).contains("no best interests");
        BestInterests best = law.bean(BestInterests.class);
        law.thyme.call(() -> best.open(bid(child)));
        law.thyme.call(() -> best.inform(bid(child)));
        BestInterests.Proposal goes =
                new BestInterests.Proposal(
                        Option.GOES_WITHOUT_FAMILY,
                        MERIDIA,
                        "one of five would wait",
                        LawDesk.today().plusMonths(3));
        assertThat(codes(law.maple.call(() -> best.propose(bid(child), goes))))
                .containsExactly("obstacle.legal.step");
        law.thyme.call(() -> best.hear(bid(child)));
        law.thyme.call(() -> best.sit(bid(child), "a judge, a physician, a social worker"));
        assertThat(codes(law.maple.call(() -> best.propose(bid(child), goes)))).isEmpty();
        assertThat(codes(law.maple.call(() -> best.decide(bid(child)))))
                .containsExactly("unmet.law.two-hands");
        assertThat(split(child)).isFalse();
        assertThat(codes(law.cedar.call(() -> best.decide(bid(child))))).isEmpty();
        assertThat(split(child)).isTrue();
        assertThat(law.propose(law.maple, child, out)).isEmpty();
        law.maple.call(() -> best.reopen(bid(child)));
        assertThat(split(child)).isFalse();
        assertThat(codes(law.propose(law.maple, child, out))).containsExactly("unmet.law.bid");
    }

    @Test
    void aHoldersPolicyKeepsSomebodyOutOfPlansAndBarsNothingElse() {
        UUID person = law.person("1984-05-01");
        law.rule(person, MERIDIA, Route.DEPORTATION.grounds());
        law.reviewed(person);
        ExclusionKeeping keeping = law.bean(ExclusionKeeping.class);
        LawStep groundless =
                new LawStep(List.of(person), null, LawDesk.today(), "grave crimes", "");
        assertThat(codes(law.thyme.call(() -> keeping.record(groundless))))
                .containsExactly("obstacle.legal.exclusion-ground");
        assertThat(codes(law.thyme.call(() -> keeping.record(step(person, null))))).isEmpty();
        assertThat(
                        law.thyme.<List<Unmet>, RuntimeException>call(
                                () -> keeping.againstPlanning(List.of(person), AsOf.now())))
                .extracting(Unmet::rule)
                .containsExactly(LegalRule.EXCLUDED);
        assertThat(law.propose(law.maple, person, terms(Route.DEPORTATION, MERIDIA))).isEmpty();
    }

    private static UUID heard() {
        UUID person = law.person("1984-05-01");
        ReviewKeeping reviews = law.bean(ReviewKeeping.class);
        law.maple.call(() -> reviews.open(law.review(person)));
        law.thyme.call(() -> reviews.complete(law.review(person)));
        law.thyme.call(() -> reviews.schedule(law.review(person), LawDesk.today()));
        law.thyme.call(() -> reviews.hear(law.review(person), "Maple, Ash", null));
        return person;
    }

    private static Review latest(UUID person) {
        return law.maple
                .<List<Review>, RuntimeException>call(
                        () -> law.bean(ReviewKeeping.class).all(List.of(person), AsOf.now()))
                .getFirst();
    }

    private static String forgedDecision(Caller who, UUID person) {
        return law.forged(
                who,
                """
                insert into nostos.law_review_event (id, review, person, party, kind, happened_on, reason, account, act)
                values (gen_random_uuid(), '%s', '%s', nostos.caller_party(), 'DECIDED', current_date, 'x',
                        nostos.caller_account(), :act)
                """
                        .formatted(latest(person).id(), person));
    }

    private static String forgedClearance(UUID person) {
        return """
        with c as (select gen_random_uuid() as id)
        insert into nostos.law_clearance_event (id, clearance, person, party, kind, route, destination, transit, until,
                                                happened_on, reason, account, act)
        select c.id, c.id, '%s', nostos.caller_party(), 'PROPOSED', 'DEPORTATION', 'XMA', '{}', current_date + 9,
               current_date, 'x', nostos.caller_account(), :act from c
        """
                .formatted(person);
    }

    private static List<String> court(
            UUID person, Kind kind, @org.jspecify.annotations.Nullable Sentence sentence) {
        return court(person, kind, sentence, PrisonTerm.UNKNOWN);
    }

    private static List<String> court(
            UUID person,
            Kind kind,
            @org.jspecify.annotations.Nullable Sentence sentence,
            PrisonTerm term) {
        ProceedingKeeping courts = law.bean(ProceedingKeeping.class);
        Proceeding now =
                law.thyme
                        .<List<Proceeding>, RuntimeException>call(
                                () -> courts.all(List.of(person), AsOf.now()))
                        .getFirst();
        LawStep step = step(person, now.events().getLast().stamp().id());
        return codes(law.thyme.call(() -> courts.record(step, now.id(), kind, sentence, term)));
    }

    private static List<org.nostos.basics.Rule> alarms(UUID person) {
        return law
                .thyme
                .<List<Unmet>, RuntimeException>call(
                        () -> law.bean(LegalAlarms.class).of(List.of(person), AsOf.now()))
                .stream()
                .map(Unmet::rule)
                .toList();
    }

    private static LawStep said(UUID person) {
        List<Will.Event> known = law.as(law.thyme, () -> law.bean(Wills.class).of(List.of(person)));
        return step(person, known.isEmpty() ? null : known.getLast().stamp().id());
    }

    private static LawStep bid(UUID child) {
        List<Determination.Event> known =
                law.as(law.thyme, () -> law.bean(Determinations.class).of(List.of(child)));
        return step(child, known.isEmpty() ? null : known.getLast().stamp().id());
    }

    private static boolean split(UUID child) {
        return law.thyme.call(
                () -> law.bean(BestInterests.class).maySplit(List.of(child), AsOf.now()));
    }
}
