package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.identity.Batch;
import org.nostos.identity.Batch.Filter;
import org.nostos.identity.Batch.Pattern;
import org.nostos.identity.Batch.State;
import org.nostos.identity.BatchReview;
import org.nostos.identity.BatchStep;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.Proposal;
import org.nostos.identity.ProposalFlag;
import org.nostos.identity.ProposalFlag.Kind;
import org.nostos.identity.ProposalFlag.Why;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;

/// Batches: frozen, sampled twice, confirmed as one act or stopped, and taken back as one.
class BatchesOfPairsTest {

    private static final Filter ANY = new Filter(0.95, null, null, Pattern.ANY);
    private static final int PAIRS = 10;

    private static Committee c;
    private List<UUID> held = List.of();
    private List<UUID> sought = List.of();

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @BeforeEach
    void tenPairsOfTwoLists() {
        held = c.accept(c.holder, rows("H"));
        sought = c.accept(c.meridia, rows("S"));
        Proposed run = new Proposed();
        for (int i = 0; i < PAIRS; i++) {
            run.with(held.get(i), sought.get(i), 0.99 - i * 0.001);
        }
        run.in(c);
    }

    private static Row[] rows(String list) {
        Row[] rows = new Row[PAIRS + 2];
        for (int i = 0; i < rows.length; i++) {
            String document = i < 4 ? "٧٠-" + i : list + i;
            rows[i] = new Row("Saqr", "Zaytun", "al-Tin", "1980-01-0" + (1 + i % 9), document);
        }
        return rows;
    }

    @Test
    void aBatchIsConfirmedAfterTwoSamplesAsOneAct() {
        UUID batch = frozen(c.hazel, ANY);
        Set<Pair> first = judgeSample(c.hazel, batch, Verdict.SAME);
        assertThat(first).hasSize(5);
        done(c.hazel.call(() -> review().putForward(batch, "all of my sample agree")));
        done(c.rowan.call(() -> review().drawSecond(batch)));
        Set<Pair> second = judgeSample(c.rowan, batch, Verdict.SAME);
        assertThat(second).hasSize(5).doesNotContainAnyElementsOf(first);
        assertThat(state(batch)).isEqualTo(State.MAY_BE_CONFIRMED);
        assertThat(done(c.rowan.call(() -> review().confirm(batch, "mine agree too"))).pairs())
                .isEqualTo(PAIRS);
        for (int i = 0; i < PAIRS; i++) {
            assertThat(standing(i)).isEqualTo(PairStanding.State.SAME);
        }
        assertThat(state(batch)).isEqualTo(State.CONFIRMED);
    }

    @Test
    void theWholeIsTakenBackAsOneAndWhatWasLookedAtStays() {
        UUID batch = confirmed();
        assertThat(obstacles(c.elder.call(() -> review().takeBack(batch, "no hand of mine"))))
                .containsExactly("obstacle.identity.batch-not-now");
        assertThat(
                        done(c.hazel.call(() -> review().takeBack(batch, "the list was misread")))
                                .pairs())
                .as("one hand of each of the ten was put there by the batch, both of none")
                .isEqualTo(PAIRS);
        for (int i = 0; i < PAIRS; i++) {
            assertThat(standing(i)).isEqualTo(PairStanding.State.WAITING);
        }
        assertThat(state(batch)).isEqualTo(State.TAKEN_BACK);
    }

    @Test
    void oneSampledPairThatIsNotOnePersonStopsTheBatchForGood() {
        UUID batch = frozen(c.hazel, ANY);
        Proposal wrong = sample(c.hazel, batch).getFirst();
        judgeSample(c.hazel, batch, Verdict.SAME, wrong, Verdict.DIFFERENT);
        assertThat(state(batch)).isEqualTo(State.STOPPED);
        assertThat(obstacles(c.hazel.call(() -> review().putForward(batch, "nearly all"))))
                .containsExactly("obstacle.identity.batch-not-now");
        UUID given =
                c.as(c.hazel, () -> c.house.bean(Judgements.class).ofPair(wrong.pair()))
                        .getFirst()
                        .id();
        c.undo(c.hazel, given);
        c.judge(c.hazel, wrong.pair().left(), wrong.pair().right(), Verdict.SAME);
        assertThat(state(batch))
                .as("a second thought does not start it again")
                .isEqualTo(State.STOPPED);
    }

    @Test
    void theSecondSampleStopsItToo() {
        UUID batch = forward();
        done(c.rowan.call(() -> review().drawSecond(batch)));
        Proposal wrong = sample(c.rowan, batch).getLast();
        judgeSample(c.rowan, batch, Verdict.SAME, wrong, Verdict.UNSURE);
        assertThat(state(batch)).isEqualTo(State.STOPPED);
        assertThat(obstacles(c.rowan.call(() -> review().confirm(batch, "nearly all"))))
                .containsExactly("obstacle.identity.batch-not-now");
        assertThat(
                        c.as(
                                c.hazel,
                                () ->
                                        c.house
                                                .jdbc()
                                                .sql(
                                                        "select count(*) from nostos.judgement j join nostos.batch_pair b using (record_l, record_r) where b.batch = ? and j.reason = ''")
                                                .param(batch)
                                                .query(Long.class)
                                                .single()))
                .as("nobody's hand was put where they did not look")
                .isZero();
    }

    @Test
    void whoDrewItDoesNotConfirmItAndOneHandIsASecondReviewers() {
        UUID batch = forward();
        assertThat(obstacles(c.hazel.call(() -> review().drawSecond(batch))))
                .containsExactly("obstacle.identity.batch-own");
        assertThat(obstacles(c.willow.call(() -> review().drawSecond(batch))))
                .containsExactly("obstacle.identity.second-reviewer-needed");
        for (Caller who : List.of(c.hazel, c.willow)) {
            assertThatThrownBy(() ->
                            c.as(
                                    who,
                                    () ->
                                            c.house
                                                    .jdbc()
                                                    .sql(
                                                            "select nostos.batch_draw_sample(?, nostos.journal_append('identity.batch-sampled', 'x', null, ''))")
                                                    .param(batch)
                                                    .query(Integer.class)
                                                    .single()))
                    .rootCause()
                    .hasMessageContaining("not yours to draw");
            assertThatThrownBy(() ->
                            c.as(
                                    who,
                                    () ->
                                            c.house
                                                    .jdbc()
                                                    .sql(
                                                            "select nostos.batch_confirm(?, 'x', nostos.journal_append('identity.batch-confirmed', 'x', null, ''))")
                                                    .param(batch)
                                                    .query(Integer.class)
                                                    .single()))
                    .rootCause()
                    .hasMessageContaining("two samples by two people");
        }
    }

    @Test
    void theDatabaseConfirmsNothingBeforeBothSamplesAreJudged() {
        UUID batch = forward();
        done(c.rowan.call(() -> review().drawSecond(batch)));
        assertThatThrownBy(() ->
                        c.as(
                                c.rowan,
                                () ->
                                        c.house
                                                .jdbc()
                                                .sql(
                                                        "select nostos.batch_confirm(?, 'x', nostos.journal_append('identity.batch-confirmed', 'x', null, ''))")
                                                .param(batch)
                                                .query(Integer.class)
                                                .single()))
                .rootCause()
                .hasMessageContaining("takes its steps in order");
        assertThat(state(batch)).isEqualTo(State.SECOND_SAMPLE);
    }

    @Test
    void nobodySeesTheOthersSample() {
        UUID batch = forward();
        assertThat(sample(c.rowan, batch)).isEmpty();
        assertThat(c.count(c.rowan, "batch_sample_pair where batch = '" + batch + "'")).isZero();
    }

    @Test
    void pairsWithAFlagARivalOrAHandAreInNoBatch() {
        Proposed run = new Proposed();
        run.with(held.get(0), sought.get(0), 0.99, new ProposalFlag(Kind.TWINS, Why.OTHER_SEX, 0));
        run.with(held.get(1), sought.get(1), 0.99).with(held.get(1), sought.get(2), 0.6);
        run.with(held.get(3), held.get(4), 0.99);
        run.with(held.get(5), sought.get(5), 0.99);
        run.with(held.get(6), sought.get(6), 0.949);
        run.with(held.get(7), sought.get(7), 0.99).with(held.get(8), sought.get(8), 0.99);
        run.in(c);
        c.judge(c.elder, held.get(5), sought.get(5), Verdict.SAME);
        assertThat(c.hazel.<Integer, RuntimeException>call(() -> review().count(ANY))).isEqualTo(2);
    }

    @Test
    void aFilterTakesWhatAgreesAndTheListsAskedFor() {
        Filter documents = new Filter(0.95, null, null, Pattern.DOCUMENT_AND_BIRTH_YEAR);
        assertThat(c.hazel.<Integer, RuntimeException>call(() -> review().count(documents)))
                .isEqualTo(4);
        Filter days = new Filter(0.985, null, null, Pattern.BIRTH_DAY);
        assertThat(c.hazel.<Integer, RuntimeException>call(() -> review().count(days)))
                .isEqualTo(6);
        UUID elsewhere =
                c.as(
                        c.hazel,
                        () ->
                                c.house
                                        .jdbc()
                                        .sql(
                                                "select v.list from nostos.record r join nostos.list_version v on v.id = r.version where r.id <> all (?::uuid[]) limit 1")
                                        .param(held.toArray(new UUID[0]))
                                        .query(UUID.class)
                                        .single());
        Filter one = new Filter(0.95, listOf(held.get(0)), listOf(sought.get(0)), Pattern.ANY);
        assertThat(c.hazel.<Integer, RuntimeException>call(() -> review().count(one)))
                .isEqualTo(PAIRS);
        assertThat(elsewhere).isNotNull();
    }

    @Test
    void whatSomebodyJudgedMeanwhileIsLeftToThem() {
        UUID batch = forward();
        done(c.rowan.call(() -> review().drawSecond(batch)));
        judgeSample(c.rowan, batch, Verdict.SAME);
        Proposal hers = sample(c.hazel, batch).getFirst();
        c.judge(c.elder, hers.pair().left(), hers.pair().right(), Verdict.DIFFERENT);
        assertThat(done(c.rowan.call(() -> review().confirm(batch, "mine agree too"))).pairs())
                .isEqualTo(PAIRS - 1);
        assertThat(
                        c.as(c.hazel, () -> c.house.bean(Judgements.class).standing(hers.pair()))
                                .state())
                .isEqualTo(PairStanding.State.DISPUTED);
    }

    @Test
    void oneBatchAtATimeAndAWithdrawnOneIsOver() {
        UUID batch = frozen(c.hazel, ANY);
        assertThat(obstacles(c.hazel.call(() -> review().freeze(ANY))))
                .containsExactly("obstacle.identity.batch-open");
        done(c.hazel.call(() -> review().withdraw(batch, "the wrong lists")));
        assertThat(state(batch)).isEqualTo(State.WITHDRAWN);
    }

    private UUID confirmed() {
        UUID batch = forward();
        done(c.rowan.call(() -> review().drawSecond(batch)));
        judgeSample(c.rowan, batch, Verdict.SAME);
        done(c.rowan.call(() -> review().confirm(batch, "mine agree too")));
        return batch;
    }

    private UUID forward() {
        UUID batch = frozen(c.hazel, ANY);
        judgeSample(c.hazel, batch, Verdict.SAME);
        done(c.hazel.call(() -> review().putForward(batch, "all of my sample agree")));
        return batch;
    }

    private UUID frozen(Caller who, Filter filter) {
        for (Batch open : who.<List<Batch>, RuntimeException>call(() -> review().all())) {
            if (open.state().open() && open.sampleOf(who.account()).isPresent()) {
                done(who.call(() -> review().withdraw(open.id(), "of an earlier test")));
            }
        }
        return done(who.call(() -> review().freeze(filter))).batch();
    }

    private Set<Pair> judgeSample(Caller who, UUID batch, Verdict verdict) {
        Set<Pair> judged = new HashSet<>();
        for (Proposal proposal : sample(who, batch)) {
            Committee.state(c.judge(who, proposal.pair().left(), proposal.pair().right(), verdict));
            judged.add(proposal.pair());
        }
        return judged;
    }

    private void judgeSample(
            Caller who, UUID batch, Verdict verdict, Proposal but, Verdict otherwise) {
        for (Proposal proposal : sample(who, batch)) {
            boolean other = proposal.id().equals(but.id());
            c.judge(
                    who,
                    proposal.pair().left(),
                    proposal.pair().right(),
                    other ? otherwise : verdict);
        }
    }

    private List<Proposal> sample(Caller who, UUID batch) {
        return who.call(() -> review().sample(batch));
    }

    private State state(UUID batch) {
        return c.hazel
                .<Batch, RuntimeException>call(() -> review().byId(batch).orElseThrow())
                .state();
    }

    private PairStanding.State standing(int i) {
        return c.as(
                        c.hazel,
                        () ->
                                c.house
                                        .bean(Judgements.class)
                                        .standing(Pair.of(held.get(i), sought.get(i))))
                .state();
    }

    private static UUID listOf(UUID record) {
        return c.as(
                c.hazel,
                () ->
                        c.house
                                .jdbc()
                                .sql(
                                        "select v.list from nostos.record r join nostos.list_version v on v.id = r.version where r.id = ?")
                                .param(record)
                                .query(UUID.class)
                                .single());
    }

    private static BatchReview review() {
        return c.house.bean(BatchReview.class);
    }

    private static BatchStep.Done done(BatchStep step) {
        return switch (step) {
            case BatchStep.Done done -> done;
            case BatchStep.Refused refused ->
                    throw new AssertionError(refused.obstacles().toString());
        };
    }

    private static List<String> obstacles(BatchStep step) {
        return step instanceof BatchStep.Refused refused
                ? refused.obstacles().stream().map(Obstacle::code).toList()
                : List.of();
    }
}
