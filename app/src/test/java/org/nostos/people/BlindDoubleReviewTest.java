package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.identity.BlindDraw;
import org.nostos.identity.BlindDraw.Scope;
import org.nostos.identity.BlindReview;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.ProposalFile;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;

/// A sample judged twice, blind: by two who never judged it, seeing nothing; and no name in its figures.
class BlindDoubleReviewTest {

    private static final int PAIRS = 12;

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
    void twelveProposals() {
        r = c.people(PAIRS + 1);
        Proposed run = new Proposed();
        for (int i = 0; i < PAIRS; i++) {
            run.with(r.get(i), r.get(i + 1), 0.6 + i * 0.03);
        }
        run.in(c);
    }

    @Test
    void theAdministratorDrawsAndSeesNoPair() {
        Caller juniper = c.house.administrator();
        assertThat(draw(juniper, Scope.BOTH, 10)).isEmpty();
        assertThat(latest(juniper).pairs()).isEqualTo(10);
        assertThat(c.count(juniper, "blind_pair")).isZero();
        assertThat(c.count(c.hazel, "blind_pair")).isGreaterThanOrEqualTo(10);
        for (Caller other : List.of(c.hazel, c.rowan, c.holder)) {
            assertThat(draw(other, Scope.BOTH, 10))
                    .extracting(Obstacle::code)
                    .containsExactly("obstacle.identity.blind-not-yours");
        }
        assertThat(draw(juniper, Scope.BOTH, 9))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.identity.blind-size");
    }

    @Test
    void twoPeopleJudgeEachPairAndNeitherSeesTheOther() {
        draw(c.house.administrator(), Scope.BOTH, 12);
        Set<UUID> hazels = judgeAll(c.hazel, Verdict.SAME);
        assertThat(hazels).hasSizeGreaterThanOrEqualTo(PAIRS);
        assertThat(c.count(c.rowan, "blind_verdict where account <> nostos.caller_account()"))
                .isZero();
        Set<UUID> rowans = judgeAll(c.rowan, Verdict.DIFFERENT);
        assertThat(rowans).hasSizeGreaterThanOrEqualTo(PAIRS);
        BlindDraw draw = latest(c.house.administrator());
        assertThat(draw.twice()).isEqualTo(PAIRS);
        assertThat(draw.agreement().cell(Verdict.SAME, Verdict.DIFFERENT)).isEqualTo(PAIRS);
        assertThat(draw.agreement().agreed()).isZero();
        assertThat(
                        c.as(
                                c.hazel,
                                () ->
                                        c.house
                                                .bean(org.nostos.identity.Judgements.class)
                                                .standings(r)))
                .as("it settles nothing")
                .isEmpty();
    }

    @Test
    void whatWasSaidBeforeIsNotShownAndWhoSaidItIsLeftOut() {
        judgeAll(c.rowan, Verdict.SAME);
        for (int i = 0; i < PAIRS; i++) {
            c.judge(c.hazel, r.get(i), r.get(i + 1), Verdict.SAME);
        }
        draw(c.house.administrator(), Scope.ONCE_JUDGED, 10);
        UUID next =
                c.rowan.<Optional<UUID>, RuntimeException>call(() -> review().next()).orElseThrow();
        ProposalFile file =
                c.rowan
                        .<Optional<ProposalFile>, RuntimeException>call(() -> review().file(next))
                        .orElseThrow();
        assertThat(file.standing().state()).isEqualTo(State.OPEN);
        assertThat(file.judgements()).isEmpty();
        assertThat(
                        c.hazel.<Optional<ProposalFile>, RuntimeException>call(
                                () -> review().file(next)))
                .isEmpty();
        assertThat(
                        c.hazel.<List<Obstacle>, RuntimeException>call(
                                () -> review().give(next, Verdict.SAME, "")))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.identity.blind-not-waiting");
        assertThatThrownBy(() ->
                        c.as(
                                c.hazel,
                                () ->
                                        c.update(
                                                "insert into nostos.blind_verdict (pair, account, verdict, reason, act)"
                                                        + " values (?, nostos.caller_account(), 'SAME', '',"
                                                        + " nostos.journal_append('identity.blind-judged', 'x', null, ''))",
                                                next)))
                .rootCause()
                .hasMessageContaining("does not judge it blind");
    }

    @Test
    void nobodyOutsideReadsTheFigures() {
        draw(c.house.administrator(), Scope.BOTH, 10);
        for (Caller other : List.of(c.holder, c.meridia)) {
            assertThat(other.<List<BlindDraw>, RuntimeException>call(() -> review().all()))
                    .isEmpty();
        }
    }

    private Set<UUID> judgeAll(Caller who, Verdict verdict) {
        Set<UUID> judged = new HashSet<>();
        for (Optional<UUID> next = next(who); next.isPresent(); next = next(who)) {
            UUID pair = next.get();
            assertThat(
                            who.<List<Obstacle>, RuntimeException>call(
                                    () -> review().give(pair, verdict, "as it reads")))
                    .isEmpty();
            assertThat(judged.add(pair)).isTrue();
        }
        return judged;
    }

    private Optional<UUID> next(Caller who) {
        return who.call(() -> review().next());
    }

    private List<Obstacle> draw(Caller who, Scope scope, int asked) {
        return who.call(() -> review().draw(scope, asked, "quarterly"));
    }

    private BlindDraw latest(Caller who) {
        return who.<List<BlindDraw>, RuntimeException>call(() -> review().all()).getFirst();
    }

    private static BlindReview review() {
        return c.house.bean(BlindReview.class);
    }
}
