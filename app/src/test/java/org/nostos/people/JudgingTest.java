package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nostos.identity.PairStanding.State.DIFFERENT;
import static org.nostos.identity.PairStanding.State.DISPUTED;
import static org.nostos.identity.PairStanding.State.OPEN;
import static org.nostos.identity.PairStanding.State.SAME;
import static org.nostos.identity.PairStanding.State.UNSURE;
import static org.nostos.identity.PairStanding.State.WAITING;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.Clusters;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgements;
import org.nostos.identity.Judging;
import org.nostos.identity.Pair;
import org.nostos.identity.Verdict;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.springframework.dao.DataAccessException;

/// Two hands: who may judge, what confirms, what is seen, what can be taken back.
class JudgingTest {

    private static Committee c;
    private List<UUID> r = List.of();

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
    }

    @BeforeEach
    void acceptFourRecords() {
        r = c.people(4);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void everyAcceptedRecordHasAPersonWithANumberOfItsOwn() {
        List<Person> persons = r.stream().map(c::personOf).toList();
        assertThat(persons).extracting(Person::number).doesNotHaveDuplicates();
        assertThat(persons).allSatisfy(p -> assertThat(p.number()).matches("N-20\\d\\d-\\d{6}"));
        assertThat(persons).extracting(Person::ordinal).isSorted();
    }

    @Test
    void oneHandJoinsNobody() {
        assertThat(Committee.state(judge(c.hazel, Verdict.SAME))).isEqualTo(WAITING);
        assertThat(leader(r.get(0))).isNull();
    }

    @Test
    void aSecondPersonConfirms() {
        judge(c.hazel, Verdict.SAME);
        assertThat(Committee.state(judge(c.rowan, Verdict.SAME))).isEqualTo(SAME);
        assertThat(leader(r.get(0)))
                .isEqualTo(leader(r.get(1)))
                .isEqualTo(c.personOf(r.get(0)).id());
    }

    @Test
    void nobodyConfirmsTheirOwnJudgement() {
        judge(c.rowan, Verdict.SAME);
        assertThat(Committee.obstacles(judge(c.rowan, Verdict.SAME)))
                .containsExactly("obstacle.identity.own-judgement");
    }

    @Test
    void noAccountGivesBothHandsEvenPastTheRules() {
        judge(c.rowan, Verdict.SAME);
        assertThatThrownBy(() -> insert(c.rowan, Verdict.SAME))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("nobody gives both hands");
    }

    @Test
    void oneOfTheHandsIsASecondReviewers() {
        judge(c.hazel, Verdict.SAME);
        assertThat(Committee.obstacles(judge(c.willow, Verdict.SAME)))
                .containsExactly("obstacle.identity.second-reviewer-needed");
        assertThatThrownBy(() -> insert(c.willow, Verdict.SAME))
                .rootCause()
                .hasMessageContaining("second reviewer");
        assertThat(Committee.state(judge(c.elder, Verdict.SAME))).isEqualTo(SAME);
    }

    @Test
    void aSecondReviewersFirstHandIsConfirmedByAReviewer() {
        judge(c.rowan, Verdict.DIFFERENT);
        assertThat(Committee.state(judge(c.hazel, Verdict.DIFFERENT))).isEqualTo(DIFFERENT);
        assertThat(leader(r.get(0))).isNull();
    }

    @Test
    void twoWhoCannotTellLeaveThePairAsItIs() {
        judge(c.hazel, Verdict.UNSURE);
        assertThat(Committee.state(judge(c.rowan, Verdict.UNSURE))).isEqualTo(UNSURE);
        assertThat(leader(r.get(0))).isNull();
    }

    @Test
    void whoCannotTellSaysWhy() {
        Judging judging =
                c.hazel.call(() ->
                        c.house.bean(IdentityReview.class).judge(pair(), Verdict.UNSURE, " "));
        assertThat(Committee.obstacles(judging)).containsExactly("obstacle.identity.reason");
    }

    @Test
    void disagreementIsDisputedAndShownToBoth() {
        judge(c.hazel, Verdict.SAME);
        assertThat(Committee.state(judge(c.rowan, Verdict.DIFFERENT))).isEqualTo(DISPUTED);
        assertThat(seenBy(c.hazel)).hasSize(2);
        assertThat(seenBy(c.rowan)).hasSize(2);
        assertThat(seenBy(c.elder)).isEmpty();
        assertThat(leader(r.get(0))).isNull();
    }

    @Test
    void aThirdHandSettlesADispute() {
        judge(c.hazel, Verdict.SAME);
        judge(c.rowan, Verdict.DIFFERENT);
        assertThat(Committee.state(judge(c.elder, Verdict.SAME))).isEqualTo(SAME);
    }

    @Test
    void theSecondDoesNotSeeWhatTheFirstSaidBeforeTheirOwnStands() {
        judge(c.hazel, Verdict.SAME);
        assertThat(seenBy(c.rowan)).isEmpty();
        assertThat(seenInSqlBy(c.rowan)).isZero();
        assertThat(seenBy(c.hazel)).hasSize(1);
        judge(c.rowan, Verdict.SAME);
        assertThat(seenBy(c.rowan)).hasSize(2);
        assertThat(seenBy(c.willow)).as("a settled pair is open to every reviewer").hasSize(2);
    }

    @Test
    void aJudgementThatIsNotCommittedOpensNothing() {
        judge(c.hazel, Verdict.SAME);
        long seen =
                c.as(
                        c.rowan,
                        () -> {
                            add(Verdict.DIFFERENT);
                            return c.house.bean(Judgements.class).ofPair(pair()).stream()
                                    .filter(j -> !j.account().equals(c.rowan.account()))
                                    .count();
                        });
        assertThat(seen).isZero();
    }

    @Test
    void aSettledPairTakesNoFurtherJudgement() {
        c.confirm(r.get(0), r.get(1), Verdict.SAME);
        assertThat(judge(c.elder, Verdict.DIFFERENT)).isInstanceOf(Judging.Changed.class);
        assertThatThrownBy(() -> insert(c.elder, Verdict.DIFFERENT))
                .rootCause()
                .hasMessageContaining("settled");
    }

    @Test
    void undoGivesBackBothPeopleWithTheirNumbers() {
        List<String> before = numbers();
        c.confirm(r.get(0), r.get(1), Verdict.SAME);
        assertThat(numbers()).isEqualTo(before);
        assertThat(Committee.state(c.undo(c.rowan, given(c.rowan)))).isEqualTo(WAITING);
        assertThat(leader(r.get(0))).isNull();
        assertThat(leader(r.get(1))).isNull();
        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void undoReopensThePairAndTheHistoryStays() {
        judge(c.hazel, Verdict.SAME);
        assertThat(Committee.state(c.undo(c.hazel, given(c.hazel)))).isEqualTo(OPEN);
        assertThat(Committee.state(judge(c.hazel, Verdict.DIFFERENT))).isEqualTo(WAITING);
        assertThat(seenBy(c.hazel)).extracting(Judgement::stands).containsExactly(false, true);
    }

    @Test
    void nobodyTakesBackWhatAnotherSaid() {
        c.confirm(r.get(0), r.get(1), Verdict.SAME);
        UUID hazels = given(c.hazel);
        assertThat(Committee.obstacles(c.undo(c.elder, hazels)))
                .containsExactly("obstacle.identity.not-your-judgement");
        assertThatThrownBy(() -> undoInSql(c.elder, hazels))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aSecondReviewerTakesBackWhatAClosedAccountSaid() {
        Caller leaving = c.house.committee(org.nostos.basics.Role.IDENTITY_REVIEWER);
        c.judge(leaving, r.get(0), r.get(1), Verdict.SAME);
        c.judge(c.rowan, r.get(0), r.get(1), Verdict.SAME);
        UUID theirs = given(leaving);
        c.house
                .administrator()
                .run(() -> c.house.bean(AccountKeeping.class).close(leaving.account(), "left"));
        assertThat(Committee.obstacles(c.undo(c.hazel, theirs)))
                .containsExactly("obstacle.identity.not-your-judgement");
        assertThat(Committee.state(c.undo(c.elder, theirs))).isEqualTo(WAITING);
    }

    @Test
    void whatWasToldApartIsNotJoinedByWayOfOthers() {
        c.confirm(r.get(0), r.get(1), Verdict.DIFFERENT);
        c.confirm(r.get(1), r.get(2), Verdict.SAME);
        Judging refused = c.judge(c.hazel, r.get(0), r.get(2), Verdict.SAME);
        assertThat(refused).isInstanceOf(Judging.Refused.class);
        assertThat(((Judging.Refused) refused).obstacles())
                .singleElement()
                .satisfies(obstacle -> {
                    assertThat(obstacle.code()).isEqualTo("obstacle.identity.told-apart");
                    assertThat(obstacle.arguments())
                            .containsExactlyInAnyOrder(
                                    c.personOf(r.get(0)).number(), c.personOf(r.get(1)).number());
                });
    }

    @Test
    void theDatabaseRefusesToJoinWhatWasToldApart() {
        c.confirm(r.get(0), r.get(1), Verdict.DIFFERENT);
        c.confirm(r.get(1), r.get(2), Verdict.SAME);
        Pair bridge = Pair.of(r.get(0), r.get(2));
        c.as(c.hazel, () -> add(bridge, Verdict.SAME));
        assertThatThrownBy(() -> c.as(c.rowan, () -> add(bridge, Verdict.SAME)))
                .rootCause()
                .hasMessageContaining("confirmed to be different people");
        assertThat(leader(r.get(0))).isNull();
    }

    @Test
    void whatIsJoinedByWayOfOthersIsNotToldApart() {
        c.confirm(r.get(0), r.get(1), Verdict.SAME);
        c.confirm(r.get(1), r.get(2), Verdict.SAME);
        assertThat(Committee.obstacles(c.judge(c.hazel, r.get(0), r.get(2), Verdict.DIFFERENT)))
                .containsExactly("obstacle.identity.joined-through-others");
    }

    @Test
    void takingOneLinkOutOfAChainLeavesTheRestJoined() {
        c.confirm(r.get(0), r.get(1), Verdict.SAME);
        c.confirm(r.get(1), r.get(2), Verdict.SAME);
        c.confirm(r.get(2), r.get(3), Verdict.SAME);
        c.undo(c.hazel, given(c.hazel, Pair.of(r.get(0), r.get(1))));
        assertThat(leader(r.get(0))).isNull();
        assertThat(leader(r.get(3))).isEqualTo(c.personOf(r.get(1)).id());
    }

    @Test
    void anOfficerAnAdministratorAndTheEngineJudgeNothing() {
        for (Caller who : List.of(c.holder, c.meridia, c.house.administrator(), c.house.engine())) {
            assertThat(Committee.obstacles(judge(who, Verdict.SAME)))
                    .containsExactly("obstacle.identity.not-a-reviewer");
            assertThatThrownBy(() -> insert(who, Verdict.SAME))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private Judging judge(Caller who, Verdict verdict) {
        return c.judge(who, r.get(0), r.get(1), verdict);
    }

    private Pair pair() {
        return Pair.of(r.get(0), r.get(1));
    }

    private List<Judgement> seenBy(Caller who) {
        return c.as(who, () -> c.house.bean(Judgements.class).ofPair(pair()));
    }

    private long seenInSqlBy(Caller who) {
        return c.as(
                who,
                () ->
                        c.house
                                .jdbc()
                                .sql(
                                        "select count(*) from nostos.judgement where record_l = ? or record_r = ?")
                                .param(r.get(0))
                                .param(r.get(0))
                                .query(Long.class)
                                .single());
    }

    private UUID given(Caller who) {
        return given(who, pair());
    }

    private static UUID given(Caller who, Pair pair) {
        return c.as(who, () -> c.house.bean(Judgements.class).ofPair(pair)).stream()
                .filter(j -> j.account().equals(who.account()) && j.stands())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID insert(Caller who, Verdict verdict) {
        return c.as(who, () -> add(verdict));
    }

    private UUID add(Verdict verdict) {
        return add(pair(), verdict);
    }

    private static UUID add(Pair pair, Verdict verdict) {
        return c.house.bean(Judgements.class).add(pair, verdict, "past the rules", act());
    }

    private static int undoInSql(Caller who, UUID judgement) {
        return c.as(
                who,
                () -> {
                    c.house.bean(Judgements.class).takeBack(judgement, "past the rules", act());
                    return 1;
                });
    }

    private static UUID act() {
        return c.house
                .bean(Acts.class)
                .record(Act.of("identity.judged", Purpose.IDENTITY_REVIEW, Map.of()));
    }

    private static @org.jspecify.annotations.Nullable UUID leader(UUID record) {
        return c.as(c.hazel, () -> c.house.bean(Clusters.class).leaders(List.of(record)))
                .get(record);
    }

    private List<String> numbers() {
        return r.stream().map(record -> c.personOf(record).number()).toList();
    }
}
