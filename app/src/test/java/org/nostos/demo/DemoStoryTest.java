package org.nostos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseLists;
import org.nostos.demo.internal.FiveLists;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.LinkingRun;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.QueueFilter.Whose;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.testing.TestDatabase;

/// The story of the demo, told on a smaller world.
class DemoStoryTest {

    private static final FiveLists LISTS = FiveLists.of(FiveLists.USUAL_SEED, 1_000);

    private static Instance instance;
    private static DemoStory story;

    @BeforeAll
    static void tell() throws Exception {
        instance =
                Instance.start(TestDatabase.fresh().access(), 0, Map.of("nostos.invented", "true"));
        story = new DemoStory(instance, Keys.cut());
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
                    assertThat(boards.page(null, 0, 10)).isNotEmpty();
                    assertThat(boards.alarms())
                            .extracting(CaseLists.Alarm::rule)
                            .contains("custody.legal-ground");
                });
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
