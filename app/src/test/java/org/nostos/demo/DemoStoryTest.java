package org.nostos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.basics.AsOf;
import org.nostos.cases.BoardsThen;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseCalendar;
import org.nostos.cases.CaseLists;
import org.nostos.cases.CasesThen;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.PropertyContainer;
import org.nostos.demo.internal.FiveLists;
import org.nostos.evidence.EvidenceStanding;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.LinkingRun;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.NationalityStatus;
import org.nostos.identity.QueueFilter.Whose;
import org.nostos.legal.Assurance;
import org.nostos.legal.Bar;
import org.nostos.legal.Determination;
import org.nostos.legal.Proceeding;
import org.nostos.legal.Review;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.Will;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.registry.Care;
import org.nostos.registry.KinTie;
import org.nostos.requests.AnswerState;
import org.nostos.requests.DisclosureState;
import org.nostos.requests.NoteState;
import org.nostos.testing.TestDatabase;
import org.nostos.transfers.LineStanding;
import org.nostos.transfers.TransferStanding;
import org.springframework.transaction.support.TransactionTemplate;

/// The story of the demo, told on a smaller world.
class DemoStoryTest {

    private static final FiveLists LISTS = FiveLists.of(FiveLists.USUAL_SEED, 1_000);

    private static Instance instance;
    private static DemoStory story;
    private static Keys keys;

    @BeforeAll
    static void tell() throws Exception {
        instance =
                Instance.start(TestDatabase.fresh().access(), 0, Map.of("nostos.invented", "true"));
        keys = Keys.cut();
        story = new DemoStory(instance, keys);
        story.tell(LISTS);
    }

    @AfterAll
    static void close() {
        instance.close();
    }

    @Test
    void fiveListsAreAcceptedButForTheirBadRowsAndOneWaits() {
        List<ListVersion> versions = lists(Member.HAZEL);
        assertThat(versions)
                .filteredOn(version -> version.status() == ListStatus.PARTLY_ACCEPTED)
                .hasSize(5)
                .allMatch(version -> version.accepted().orElseThrow().leftOut() <= 10);
        assertThat(lists(Member.BIRCH)).anyMatch(version -> !version.status().isClosed());
    }

    @Test
    void aStateSeesItsOwnListsAndNoOther() {
        List<ListVersion> versions = lists(Member.PLUM);
        assertThat(versions).hasSize(1).allMatch(version -> version.partyName().equals("Meridia"));
    }

    @Test
    void theEngineLinkedEveryRecord() {
        LinkingRun.Ended end =
                story.as(Member.HAZEL)
                        .call(() -> instance.bean(LinkingRuns.class).latestFinished())
                        .map(LinkingRun::ended)
                        .orElseThrow();
        int rows = LISTS.all().stream().mapToInt(list -> list.rows().size()).sum();
        assertThat(end.records()).isBetween(rows - 50L, (long) rows);
        assertThat(end.proposals()).isGreaterThan(100);
    }

    @Test
    void reviewersFindPairsToJudgeWaitingDisputedAndSettled() {
        assertThat(counts(Member.ROWAN))
                .allSatisfy((whose, count) -> assertThat(count).as(whose.name()).isNotNull())
                .extractingByKeys(Whose.MINE_TO_JUDGE, Whose.SETTLED_BY_ME, Whose.DISPUTED)
                .allMatch(count -> count > 0);
        assertThat(counts(Member.SORREL).get(Whose.WAITING_FOR_ANOTHER)).isPositive();
    }

    @Test
    void aCaseOfficerFindsCasesAndAlarms() {
        CaseBoards boards = instance.bean(CaseBoards.class);
        story.as(Member.MOSS)
                .run(() -> {
                    awaitSummaries(boards);
                    assertThat(
                                    boards.page(
                                            CaseLists.Wanted.ALL,
                                            CaseLists.Order.NUMBER,
                                            false,
                                            0,
                                            10))
                            .isNotEmpty();
                    assertThat(boards.alarms())
                            .extracting(CaseLists.Alarm::rule)
                            .contains("custody.legal-ground", "transfer.not-received");
                });
    }

    /// So that the demo cannot fall behind what the house can hold.
    @Test
    void everyStateOfEveryTrackOccurs() {
        EveryState states = new EveryState(instance);
        story.as(Member.FERN)
                .run(() -> {
                    awaitSummaries(instance.bean(CaseBoards.class));
                    instance.bean(TransactionTemplate.class)
                            .executeWithoutResult(_ -> states.look());
                });
        List.of(
                        Review.State.class,
                        ReviewEvent.Outcome.class,
                        Proceeding.State.class,
                        Proceeding.Sentence.class,
                        Assurance.State.class,
                        Determination.State.class,
                        Care.Guardian.class,
                        PropertyContainer.State.class,
                        EvidenceStanding.Coercion.class,
                        AnswerState.class,
                        NoteState.class)
                .forEach(each -> assertThat(missing(states, each)).as(each.getName()).isEmpty());
        assertThat(EveryState.but(states.missing(Bar.State.class), "NOT_ASSESSED")).isEmpty();
        assertThat(EveryState.but(states.missing(Will.State.class), "NOT_ASKED")).isEmpty();
        // A clearance lapses on its day, and no day passes while the demo is told.
        assertThat(EveryState.but(states.missing(DisclosureState.class), "LAPSED")).isEmpty();
        // Nobody is handed to another authority: that has a story of its own.
        assertThat(EveryState.but(states.missing(CustodyStatus.class), "TRANSFERRED")).isEmpty();
        assertThat(
                        EveryState.but(
                                states.missing(TransferStanding.State.class),
                                "FREEZE_PROPOSED",
                                "TURNED_BACK"))
                .isEmpty();
        assertThat(
                        EveryState.but(
                                states.missing(LineStanding.State.class),
                                "WITHDRAWN",
                                "HANDED_OVER",
                                "TURNED_BACK",
                                "DIED",
                                "ESCAPED",
                                "NOT_GONE"))
                .isEmpty();
        assertThat(states.missing(NationalityStatus.class)).isEmpty();
        assertThat(EveryState.but(states.missing(KinTie.Standing.class), "TAKEN_BACK")).isEmpty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Set<String> missing(EveryState states, Class<?> each) {
        return states.missing((Class) each);
    }

    @Test
    void everyListOfEveryPageOfTheSideListFiltersSortsAndIsTakenAway() {
        story.as(Member.FERN).run(() -> awaitSummaries(instance.bean(CaseBoards.class)));
        EveryList lists = new EveryList(instance, keys);
        assertThat(lists.wrong()).isEmpty();
        assertThat(lists.tried()).hasSizeGreaterThan(20);
    }

    /// What is kept for today, worked out from the facts of each case by another road.
    @Test
    void theBoardsWorkedOutFromTheFactsSayWhatTheBoardsOfTodaySay() {
        CaseBoards kept = instance.bean(CaseBoards.class);
        story.as(Member.MOSS)
                .run(() -> {
                    awaitSummaries(kept);
                    AsOf now = AsOf.now();
                    CasesThen.Outcome outcome = instance.bean(CasesThen.class).of(now, null);
                    BoardsThen then = ((CasesThen.Outcome.Read) outcome).boards();
                    assertThat(then.cases()).hasSize((int) kept.count().cases()).isNotEmpty();
                    assertThat(then.words()).containsExactlyInAnyOrderElementsOf(kept.words());
                    assertThat(alarms(then.alarms())).isEqualTo(alarms(kept.alarms())).isNotEmpty();
                    assertThat(then.due(CaseBoards.mine(), now.on().plusDays(CaseBoards.AHEAD)))
                            .containsExactlyElementsOf(kept.due());
                    assertThat(then.states()).containsExactlyElementsOf(kept.states());
                    kept.states()
                            .forEach(one ->
                                    assertThat(then.plan(one.state()))
                                            .containsExactlyInAnyOrderElementsOf(
                                                    kept.plan(one.state())));
                    CaseCalendar calendar = instance.bean(CaseCalendar.class);
                    assertThat(then.month(YearMonth.from(now.on()), null))
                            .isEqualTo(calendar.month(YearMonth.from(now.on()), null));
                });
    }

    private static Map<String, Long> alarms(List<CaseLists.Alarm> alarms) {
        return alarms.stream()
                .collect(Collectors.toMap(CaseLists.Alarm::rule, CaseLists.Alarm::cases));
    }

    /// The engine sums the cases up moments after they were opened.
    private static void awaitSummaries(CaseBoards boards) {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (boards.count().waiting() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static List<ListVersion> lists(Member member) {
        return story.as(member).call(() -> instance.bean(ListReading.class).all());
    }

    private static Map<Whose, Long> counts(Member member) {
        return story.as(member).call(() -> instance.bean(IdentityReview.class).counts(0, 1));
    }
}
