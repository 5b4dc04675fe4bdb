package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.Cautioning;
import org.nostos.identity.Cautions;
import org.nostos.identity.Dispute.Said;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.Proposal;
import org.nostos.identity.QueueFilter;
import org.nostos.identity.QueueFilter.Whose;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;

/// Two disagree: a third settles it, who gave neither hand and reads both reasons without a name.
class ThirdHandTest {

    private static Committee c;
    private List<UUID> r = List.of();

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @BeforeEach
    void aDispute() {
        r = c.people(3);
        new Proposed().with(r.get(0), r.get(1), 0.97).with(r.get(1), r.get(2), 0.9).in(c);
        judge(c.hazel, Verdict.SAME, "one document");
        judge(c.rowan, Verdict.DIFFERENT, "another father");
    }

    @Test
    void itWaitsForAThirdInTheirQueueAndCountAlone() {
        assertThat(waiting(c.elder)).containsExactly(pair());
        assertThat(counts(c.elder)).isEqualTo(1);
        for (Caller other : List.of(c.hazel, c.rowan, c.willow)) {
            assertThat(waiting(other)).as(other.role().name()).isEmpty();
            assertThat(counts(other)).isZero();
        }
    }

    @Test
    void theThirdReadsWhatWasSaidAndWhyWithoutNames() {
        Cautions cautions = cautions(c.elder);
        assertThat(cautions.dispute().orElseThrow().said())
                .containsExactly(
                        new Said(Verdict.DIFFERENT, "another father"),
                        new Said(Verdict.SAME, "one document"));
        assertThat(c.as(c.elder, () -> c.house.bean(Judgements.class).ofPair(pair()))).isEmpty();
        for (Caller other : List.of(c.hazel, c.rowan, c.willow)) {
            assertThat(cautions(other).dispute()).isEmpty();
        }
    }

    @Test
    void theThirdSettlesItWithAReasonByTheMost() {
        assertThat(Committee.obstacles(judge(c.elder, Verdict.DIFFERENT, " ")))
                .containsExactly("obstacle.identity.third-reason");
        assertThat(Committee.state(judge(c.elder, Verdict.DIFFERENT, "the fathers differ")))
                .isEqualTo(State.DIFFERENT);
        assertThat(c.as(c.hazel, () -> c.house.bean(Judgements.class).standing(pair())).hands())
                .isEqualTo(3);
        assertThat(waiting(c.elder)).isEmpty();
    }

    @Test
    void aThirdWhoCannotTellLeavesItToAFourth() {
        assertThat(Committee.state(judge(c.elder, Verdict.UNSURE, "too little")))
                .isEqualTo(State.DISPUTED);
        Caller birch = c.house.committee(org.nostos.basics.Role.SECOND_REVIEWER);
        assertThat(cautions(birch).dispute().orElseThrow().said()).hasSize(3);
        assertThat(Committee.state(judge(birch, Verdict.SAME, "one document, one face")))
                .isEqualTo(State.SAME);
    }

    @Test
    void whoeverCouldSettleItOnlyOneWayIsNotTheThird() {
        assertThat(Committee.obstacles(judge(c.willow, Verdict.SAME, "one document")))
                .containsExactly("obstacle.identity.third-needed");
        assertThatThrownBy(() -> past(c.willow))
                .rootCause()
                .hasMessageContaining("settled by a third");
    }

    @Test
    void anyReviewerIsTheThirdWhenEachSideHasASecondReviewer() {
        Pair other = Pair.of(r.get(1), r.get(2));
        c.judge(c.rowan, r.get(1), r.get(2), Verdict.SAME);
        c.judge(c.elder, r.get(1), r.get(2), Verdict.DIFFERENT);
        assertThat(waiting(c.willow)).containsExactly(other);
        assertThat(Committee.state(c.judge(c.willow, r.get(1), r.get(2), Verdict.SAME)))
                .isEqualTo(State.SAME);
    }

    @Test
    void whoGaveAHandAndTookItBackIsNotTheThird() {
        UUID elders = given(c.elder, r.get(1), r.get(2));
        c.undo(c.elder, elders);
        c.judge(c.hazel, r.get(1), r.get(2), Verdict.SAME);
        c.judge(c.rowan, r.get(1), r.get(2), Verdict.DIFFERENT);
        assertThat(waiting(c.elder)).containsExactly(pair());
        assertThat(Committee.obstacles(c.judge(c.elder, r.get(1), r.get(2), Verdict.SAME)))
                .containsExactly("obstacle.identity.third-needed");
    }

    private org.nostos.identity.Judging judge(Caller who, Verdict verdict, String reason) {
        return who.call(() -> review().judge(pair(), verdict, reason));
    }

    private UUID given(Caller who, UUID one, UUID other) {
        c.judge(who, one, other, Verdict.SAME);
        return who.<Optional<org.nostos.identity.Judgement>, RuntimeException>call(
                        () -> review().myLast())
                .orElseThrow()
                .id();
    }

    private Cautions cautions(Caller who) {
        UUID proposal = Proposed.id(c, r.get(0), r.get(1));
        return who.call(
                () -> c.house.bean(Cautioning.class).of(review().file(proposal).orElseThrow()));
    }

    private List<Pair> waiting(Caller who) {
        QueueFilter filter = QueueFilter.mine().withWhose(Whose.MINE_TO_SETTLE);
        return who
                .<List<Proposal>, RuntimeException>call(() -> review().proposals(filter, null, 100))
                .stream()
                .map(Proposal::pair)
                .toList();
    }

    private long counts(Caller who) {
        return who.<Map<Whose, Long>, RuntimeException>call(() -> review().counts(0.5, 1))
                .getOrDefault(Whose.MINE_TO_SETTLE, 0L);
    }

    private UUID past(Caller who) {
        return c.as(
                who,
                () ->
                        c.house
                                .bean(Judgements.class)
                                .add(
                                        pair(),
                                        Verdict.SAME,
                                        "past the rules",
                                        c.house
                                                .bean(Acts.class)
                                                .record(
                                                        Act.of(
                                                                "identity.judged",
                                                                Purpose.IDENTITY_REVIEW,
                                                                Map.of()))));
    }

    private Pair pair() {
        return Pair.of(r.get(0), r.get(1));
    }

    private static IdentityReview review() {
        return c.house.bean(IdentityReview.class);
    }
}
