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
import org.nostos.identity.ClusterFile;
import org.nostos.identity.ClusterFile.Conflict.Kind;
import org.nostos.identity.Clusters;
import org.nostos.identity.GroupJudging;
import org.nostos.identity.GroupReview;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;

/// Groups judged as one: by two people, each in one act, and never over what a human said.
class GroupsOfRecordsTest {

    private static Committee c;
    private List<UUID> r = List.of();
    private UUID anchor = new UUID(0, 0);

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @BeforeEach
    void fourRecordsTiedInAChain() {
        r = c.people(4);
        new Proposed()
                .with(r.get(0), r.get(1), 0.999)
                .with(r.get(1), r.get(2), 0.98)
                .with(r.get(2), r.get(3), 0.97)
                .in(c);
        anchor = Proposed.id(c, r.get(0), r.get(1));
    }

    @Test
    void recordsThatProposalsTieAreOneGroupWithEveryPairOfThem() {
        ClusterFile file = file(c.hazel);
        assertThat(file.members()).extracting(ClusterFile.Member::id).containsExactlyElementsOf(r);
        assertThat(file.ties()).hasSize(6);
        assertThat(file.ties()).filteredOn(tie -> tie.proposal() != null).hasSize(3);
        assertThat(file.conflicts())
                .extracting(ClusterFile.Conflict::kind)
                .contains(Kind.SAME_LIST);
        assertThat(
                        c.hazel
                                .<GroupReview.Page, RuntimeException>call(
                                        () -> review().page(0.95, null))
                                .lines())
                .extracting(line -> line.anchor())
                .containsExactly(anchor);
    }

    @Test
    void twoPeopleConfirmTheWholeEachInOneAct() {
        GroupJudging first = judge(c.hazel, r);
        assertThat(first)
                .isInstanceOfSatisfying(
                        GroupJudging.Done.class,
                        done -> {
                            assertThat(done.pairs()).isEqualTo(6);
                            assertThat(done.confirmed()).isZero();
                        });
        assertThat(leader(r.get(3))).isNull();
        assertThat(judge(c.rowan, r))
                .isInstanceOfSatisfying(
                        GroupJudging.Done.class, done -> assertThat(done.confirmed()).isEqualTo(6));
        assertThat(r)
                .allSatisfy(
                        record -> assertThat(leader(record)).isEqualTo(c.personOf(r.get(0)).id()));
        assertThat(actsOf(c.hazel)).isEqualTo(1);
        assertThat(actsOf(c.rowan)).isEqualTo(1);
    }

    @Test
    void theSecondPersonIsNotToldOfTheFirst() {
        judge(c.hazel, List.of(r.get(0), r.get(1), r.get(2)));
        ClusterFile seen = file(c.rowan);
        assertThat(seen.mine()).isNull();
        assertThat(seen.conflicts()).noneMatch(conflict -> conflict.kind().blocks());
        assertThat(
                        c.count(
                                c.rowan,
                                "group_judgement where account = '"
                                        + c.hazel.account()
                                        + "' and '"
                                        + r.get(0)
                                        + "' = any (records)"))
                .isZero();
        assertThat(file(c.hazel).mine()).isNotNull();
    }

    @Test
    void ofARecordTakenOutNothingIsSaid() {
        judge(c.hazel, r);
        judge(c.rowan, List.of(r.get(0), r.get(1), r.get(2)));
        assertThat(leader(r.get(2))).isEqualTo(c.personOf(r.get(0)).id());
        assertThat(leader(r.get(3))).isNull();
        assertThat(standing(r.get(0), r.get(3))).isEqualTo(State.WAITING);
    }

    @Test
    void whatWasConfirmedDifferentInsideWinsAndIsListed() {
        c.confirm(r.get(0), r.get(3), Verdict.DIFFERENT);
        c.confirm(r.get(1), r.get(3), Verdict.UNSURE);
        GroupJudging refused = judge(c.hazel, r);
        assertThat(obstacles(refused))
                .containsExactly(
                        "obstacle.identity.group-told-apart",
                        "obstacle.identity.group-cannot-tell");
        assertThat(((GroupJudging.Refused) refused).obstacles().getFirst().arguments())
                .containsExactly(c.personOf(r.get(0)).number(), c.personOf(r.get(3)).number());
        assertThat(obstacles(judge(c.hazel, r.subList(0, 3)))).isEmpty();
    }

    @Test
    void aHandThatSomebodyGaveByItselfIsNotOverruledUnseen() {
        c.judge(c.elder, r.get(0), r.get(2), Verdict.DIFFERENT);
        assertThat(obstacles(judge(c.hazel, r)))
                .containsExactly("obstacle.identity.group-hand-by-itself");
        c.judge(c.hazel, r.get(0), r.get(2), Verdict.SAME);
        assertThat(obstacles(judge(c.rowan, r)))
                .containsExactly("obstacle.identity.group-disputed");
    }

    @Test
    void whoSaidDifferentDoesNotSaySameOfTheGroup() {
        c.judge(c.hazel, r.get(0), r.get(2), Verdict.DIFFERENT);
        assertThat(obstacles(judge(c.hazel, r)))
                .containsExactly("obstacle.identity.group-own-otherwise");
    }

    @Test
    void nobodyGivesBothHandsOnAGroupAndOneIsASecondReviewers() {
        judge(c.hazel, r);
        assertThat(obstacles(judge(c.hazel, r))).containsExactly("obstacle.identity.own-judgement");
        assertThat(obstacles(judge(c.willow, r)))
                .containsExactly("obstacle.identity.second-reviewer-needed");
    }

    @Test
    void recordsJoinedAlreadyStayTogether() {
        c.confirm(r.get(0), r.get(1), Verdict.SAME);
        assertThat(obstacles(judge(c.hazel, r.subList(1, 4))))
                .contains("obstacle.identity.group-parts-joined");
        judge(c.hazel, r);
        assertThat(judge(c.rowan, r))
                .isInstanceOfSatisfying(
                        GroupJudging.Done.class, done -> assertThat(done.confirmed()).isEqualTo(5));
    }

    @Test
    void aGroupThatChangedSinceItWasReadTakesNoHand() {
        GroupJudging came =
                c.hazel.call(() ->
                        review().judge(
                                        anchor,
                                        0.95,
                                        new HashSet<>(r.subList(0, 3)),
                                        new HashSet<>(r.subList(0, 3)),
                                        "all agree"));
        assertThat(came).isInstanceOf(GroupJudging.Changed.class);
    }

    @Test
    void takingAGroupBackTakesEveryPairBackInOneAct() {
        judge(c.hazel, r);
        judge(c.rowan, r);
        UUID mine =
                java.util.Objects.requireNonNull(
                        c.rowan.<UUID, RuntimeException>call(
                                () -> review().myLatest(1).getFirst().id()));
        assertThat(obstacles(c.hazel.call(() -> review().undo(mine, "a wrong row"))))
                .containsExactly("obstacle.identity.not-your-judgement");
        assertThat(
                        c.rowan.<GroupJudging, RuntimeException>call(
                                () -> review().undo(mine, "a wrong row")))
                .isInstanceOfSatisfying(
                        GroupJudging.Done.class, done -> assertThat(done.pairs()).isEqualTo(6));
        assertThat(r).allSatisfy(record -> assertThat(leader(record)).isNull());
        assertThat(standing(r.get(0), r.get(3))).isEqualTo(State.WAITING);
    }

    @Test
    void theDatabaseTakesNoGroupInAnothersName() {
        assertThatThrownBy(() ->
                        c.as(
                                c.hazel,
                                () ->
                                        c.update(
                                                "insert into nostos.group_judgement (id, run, records, left_out, reason, account, role, act)"
                                                        + " select gen_random_uuid(), nostos.latest_run(), ?::uuid[], '{}', 'x', ?, 'SECOND_REVIEWER',"
                                                        + " nostos.journal_append('identity.group-judged', 'x', null, '')",
                                                r.toArray(new UUID[0]),
                                                c.rowan.account())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private GroupReview review() {
        return c.house.bean(GroupReview.class);
    }

    private ClusterFile file(Caller who) {
        return who.call(() -> review().file(anchor, 0.95).orElseThrow());
    }

    private GroupJudging judge(Caller who, List<UUID> kept) {
        Set<UUID> shown = new HashSet<>(r);
        return who.call(() ->
                review().judge(anchor, 0.95, shown, new HashSet<>(kept), "one document, one face"));
    }

    private static List<String> obstacles(GroupJudging came) {
        return came instanceof GroupJudging.Refused refused
                ? refused.obstacles().stream().map(Obstacle::code).toList()
                : List.of();
    }

    private State standing(UUID one, UUID other) {
        return c.as(c.hazel, () -> c.house.bean(Judgements.class).standing(Pair.of(one, other)))
                .state();
    }

    private long actsOf(Caller who) {
        return c.as(
                who,
                () ->
                        c.house
                                .jdbc()
                                .sql(
                                        "select count(distinct act) from nostos.judgement where account = ? and record_l = any (?::uuid[])")
                                .param(who.account())
                                .param(r.toArray(new UUID[0]))
                                .query(Long.class)
                                .single());
    }

    private static @org.jspecify.annotations.Nullable UUID leader(UUID record) {
        return c.as(c.hazel, () -> c.house.bean(Clusters.class).leaders(List.of(record)))
                .get(record);
    }
}
