package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.LinkingRun;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.Proposal;
import org.nostos.identity.ProposalFile;
import org.nostos.identity.Proposals;
import org.nostos.identity.QueueFilter;
import org.nostos.identity.QueueFilter.Whose;
import org.nostos.identity.Runs;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.springframework.dao.DataAccessException;

/// The engine in the background: what it proposes, to whom, and what becomes of a run that was killed.
class LinkingTest {

    private static Committee c;
    private static List<UUID> held;
    private static List<UUID> sought;

    @BeforeAll
    static void linkTwoLists() {
        c = Committee.open();
        held = c.accept(c.holder, LocalDate.of(2026, 3, 1), Samples.held());
        sought = c.accept(c.meridia, LocalDate.of(2026, 3, 9), Samples.sought());
        c.awaitLinked();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void anAcceptedListIsLinkedInTheBackground() {
        assertThat(end(latest()).how()).isEqualTo(LinkingRun.How.FINISHED);
        assertThat(proposal(held.get(0), sought.get(0))).isPresent();
    }

    @Test
    void aPairIsProposedOnceWithItsModelKept() {
        assertThat(
                        sql(
                                "select count(*) - count(distinct (run, record_l, record_r)) from nostos.proposal"))
                .isZero();
        assertThat(end(latest()).model()).contains("prior");
    }

    @Test
    void reviewersAloneSeeProposalsAndJudgements() {
        c.confirm(held.get(3), sought.get(3), Verdict.SAME);
        for (Caller other :
                List.of(
                        c.holder,
                        c.meridia,
                        c.house.administrator(),
                        c.house.committee(Role.INTAKE_OFFICER))) {
            for (String table :
                    List.of(
                            "proposal",
                            "judgement",
                            "judgement_undone",
                            "pair_standing",
                            "person_cluster")) {
                assertThat(c.count(other, table)).as(other.role() + " " + table).isZero();
            }
        }
        assertThat(c.count(c.willow, "proposal")).isPositive();
        assertThat(c.count(c.willow, "judgement")).isPositive();
    }

    @Test
    void aPartySeesItsOwnPeopleAndNoOthers() {
        assertThat(c.count(c.holder, "person")).isEqualTo(held.size());
        assertThat(c.count(c.meridia, "person")).isEqualTo(sought.size());
        assertThat(c.count(c.meridia, "record")).isEqualTo(sought.size());
    }

    @Test
    void theAdministratorSeesNoPerson() {
        for (String table : List.of("person", "record", "preferred_value", "proposal")) {
            assertThat(c.count(c.house.administrator(), table)).as(table).isZero();
        }
    }

    @Test
    void nobodyButTheEngineWritesProposals() {
        assertThatThrownBy(() ->
                        c.as(
                                c.rowan,
                                () -> {
                                    c.house
                                            .bean(Proposals.class)
                                            .add(
                                                    UUID.randomUUID(),
                                                    List.of(Pair.of(held.get(0), held.get(1))),
                                                    new double[] {1},
                                                    new double[] {1});
                                    return 1;
                                }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("only the engine proposes");
    }

    @Test
    void theQueueGoesFromTheMostProbableDown() {
        List<Proposal> queue = queue(c.willow, Whose.MINE_TO_JUDGE);
        assertThat(queue)
                .extracting(Proposal::probability)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        UUID first = queue.get(0).id();
        UUID second = queue.get(1).id();
        IdentityReview review = c.house.bean(IdentityReview.class);
        assertThat(
                        c.willow.<Optional<UUID>, RuntimeException>call(
                                () -> review.next(QueueFilter.mine(), first)))
                .contains(second);
        assertThat(
                        c.willow.<Optional<UUID>, RuntimeException>call(
                                () -> review.previous(QueueFilter.mine(), second)))
                .contains(first);
    }

    @Test
    void aJudgedPairChangesItsPlaceInTheQueue() {
        UUID one = held.get(1);
        UUID other = sought.get(1);
        c.judge(c.hazel, one, other, Verdict.SAME);
        assertThat(pairs(c.hazel, Whose.WAITING_FOR_ANOTHER)).contains(Pair.of(one, other));
        assertThat(pairs(c.hazel, Whose.MINE_TO_JUDGE)).doesNotContain(Pair.of(one, other));
        assertThat(pairs(c.willow, Whose.MINE_TO_JUDGE))
                .as("a second reviewer is needed")
                .doesNotContain(Pair.of(one, other));
        assertThat(pairs(c.rowan, Whose.MINE_TO_JUDGE)).contains(Pair.of(one, other));
        c.judge(c.rowan, one, other, Verdict.SAME);
        assertThat(pairs(c.rowan, Whose.SETTLED_BY_ME)).contains(Pair.of(one, other));
        assertThat(pairs(c.elder, Whose.MINE_TO_JUDGE)).doesNotContain(Pair.of(one, other));
    }

    @Test
    void aProposalIsExplainedFieldByField() {
        UUID id = proposal(held.get(0), sought.get(0)).orElseThrow().id();
        ProposalFile file = file(c.willow, id);
        assertThat(file.explanation()).isPresent();
        assertThat(file.explanation().orElseThrow().evidence()).isNotEmpty();
        assertThat(file.leftPerson().number()).isNotEqualTo(file.rightPerson().number());
    }

    @Test
    void notTheSameLastsThroughALaterRun() {
        UUID one = held.get(2);
        UUID other = sought.get(2);
        c.confirm(one, other, Verdict.DIFFERENT);
        UUID before = latest().id();
        runAgain();
        assertThat(latest().id()).isNotEqualTo(before);
        for (Caller reviewer : List.of(c.willow, c.elder)) {
            assertThat(pairs(reviewer, Whose.MINE_TO_JUDGE)).doesNotContain(Pair.of(one, other));
        }
        assertThat(
                        c.as(
                                        c.willow,
                                        () ->
                                                c.house
                                                        .bean(org.nostos.identity.Judgements.class)
                                                        .standing(Pair.of(one, other)))
                                .state())
                .isEqualTo(State.DIFFERENT);
    }

    @Test
    void severalRequestsAreOneRun() {
        LinkingRuns runs = c.house.bean(LinkingRuns.class);
        UUID first = c.house.engine().<UUID, RuntimeException>call(() -> runs.ask("once"));
        UUID second = c.house.engine().<UUID, RuntimeException>call(() -> runs.ask("twice"));
        runs.wake();
        c.awaitLinked();
        assertThat(end(run(second)).how()).isEqualTo(LinkingRun.How.FINISHED);
        assertThat(end(run(first)).how()).isEqualTo(LinkingRun.How.COVERED);
    }

    @Test
    void aKilledRunLeavesNothingAndRunsAgain() {
        UUID killed = UUID.randomUUID();
        c.as(
                c.house.engine(),
                () -> {
                    UUID act =
                            c.house
                                    .bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "identity.run-started",
                                                    Purpose.LINKING,
                                                    Map.of()));
                    c.house.bean(Runs.class).ask(killed, act);
                    c.house.bean(Runs.class).start(killed, act);
                    return 1;
                });
        c.house.bean(LinkingRuns.class).wake();
        c.awaitLinked();
        assertThat(end(run(killed)).how()).isEqualTo(LinkingRun.How.FINISHED);
        assertThat(sql("select count(*) from nostos.proposal where run = '" + killed + "'"))
                .isEqualTo(end(run(killed)).proposals());
        assertThat(sql("select count(distinct run) from nostos.proposal"))
                .as("one run is live")
                .isEqualTo(1);
        assertThat(
                        sql(
                                "select count(*) from nostos.linking_run_started where run = '"
                                        + killed
                                        + "'"))
                .isEqualTo(2);
    }

    private static void runAgain() {
        LinkingRuns runs = c.house.bean(LinkingRuns.class);
        c.house.engine().run(() -> runs.ask("again"));
        runs.wake();
        c.awaitLinked();
    }

    private static ProposalFile file(Caller who, UUID id) {
        return who.<Optional<ProposalFile>, RuntimeException>call(
                        () -> c.house.bean(IdentityReview.class).file(id))
                .orElseThrow();
    }

    private static LinkingRun.Ended end(LinkingRun run) {
        return Objects.requireNonNull(run.ended(), "the run has not ended");
    }

    private static LinkingRun latest() {
        return c.as(c.willow, () -> c.house.bean(Runs.class).latestFinished()).orElseThrow();
    }

    private static LinkingRun run(UUID id) {
        return c.as(c.willow, () -> c.house.bean(Runs.class).latest(100)).stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Proposal> proposal(UUID one, UUID other) {
        return c.as(c.willow, () -> c.house.bean(Proposals.class).ofPair(Pair.of(one, other)));
    }

    private static List<Proposal> queue(Caller who, Whose whose) {
        return who.call(() ->
                c.house
                        .bean(IdentityReview.class)
                        .proposals(QueueFilter.mine().withWhose(whose), null, 1000));
    }

    private static List<Pair> pairs(Caller who, Whose whose) {
        return queue(who, whose).stream().map(Proposal::pair).toList();
    }

    private static long sql(String query) {
        return c.as(c.willow, () -> c.house.jdbc().sql(query).query(Long.class).single());
    }
}
