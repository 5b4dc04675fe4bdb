package org.nostos.testing.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.identity.LinkingRuns;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposals;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.Difference;
import org.nostos.lists.Difference.How;
import org.nostos.lists.Difference.NumberUse;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.NewVersions;
import org.nostos.lists.NoSuchList;
import org.nostos.lists.Records;
import org.nostos.lists.VersionDifferences;
import org.nostos.lists.VersionDifferences.Standing;
import org.nostos.lists.VersionDifferences.Word;
import org.nostos.lists.VersionPair;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.tasks.Finding;
import org.nostos.tasks.Task;
import org.nostos.tasks.TaskFile;
import org.nostos.tasks.TaskKeeping;
import org.nostos.tasks.TaskLine;
import org.nostos.tasks.Tasks.Question;
import org.nostos.tasks.Tasks.Which;
import org.nostos.testing.TestHouse;
import org.nostos.testing.versions.Roll.Row;

class VersionsTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static TestHouse house;
    private static Caller meridia;
    private static Caller reviewer;
    private static int holders;

    private Caller holder;

    @BeforeAll
    static void openHouse() {
        house = TestHouse.open();
        meridia = house.party(PartyKind.STATE, "Meridia", "XMA", Role.INTAKE_OFFICER);
        reviewer = house.committee(Role.IDENTITY_REVIEWER);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @BeforeEach
    void aHolderOfItsOwn() {
        holder =
                house.party(
                        PartyKind.HOLDING_AUTHORITY,
                        "Authority " + ++holders,
                        null,
                        Role.INTAKE_OFFICER);
    }

    @Test
    void whoVanishedAppearedAndChangedIsKnownByTheListsOwnNumbers() {
        List<Row> before = Roll.of(30);
        List<Row> after = new ArrayList<>(before);
        after.set(5, before.get(5).born("1971-01-02"));
        after.set(7, before.get(7).named("Arez"));
        after.set(9, new Row(before.get(9).number(), "Ward", "Yasamin", "Narjisi", "1999-09-09"));
        after.remove(3);
        after.add(Roll.of(31).getLast());
        VersionPair pair = twoVersions(before, after);

        Difference difference = difference(holder, pair);
        assertThat(difference.numbers()).isEqualTo(NumberUse.STABLE);
        assertThat(lines(pair.older(), difference.vanished())).containsExactly(5L, 11L);
        assertThat(lines(pair.newer(), difference.appeared())).containsExactly(10L, 31L);
        List<UUID> changed =
                difference.kept().stream()
                        .filter(Difference.Kept::changed)
                        .map(Difference.Kept::older)
                        .toList();
        assertThat(lines(pair.older(), changed)).containsExactly(7L, 9L);
        assertThat(difference.reused()).hasSize(1);
        assertThat(difference.kept()).allMatch(kept -> kept.how() == How.NUMBER);
        assertThat(difference.counts().older()).isEqualTo(30);
        assertThat(difference.counts().newer()).isEqualTo(30);
        assertThat(difference(reviewer, pair)).isEqualTo(difference);
    }

    @Test
    void theOlderVersionIsSupersededStaysReadableAndIsNotChanged() {
        List<Row> before = Roll.of(12);
        VersionPair pair = twoVersions(before, before.subList(0, 11));
        assertThat(status(pair.older())).isEqualTo(ListStatus.SUPERSEDED);
        assertThat(status(pair.newer())).isEqualTo(ListStatus.ACCEPTED);
        assertThat(records(pair.older())).hasSize(12);
        assertThat(holder.call(() -> house.bean(ListReading.class).read(pair.older())).accepted())
                .isPresent();
        List<AcceptedVersion> all =
                holder.call(() -> differences().ofList(differences().version(pair.newer()).list()));
        assertThat(all).extracting(AcceptedVersion::number).containsExactly(1, 2);
        assertThat(all.getFirst().supersededBy()).isEqualTo(pair.newer());
    }

    @Test
    void anOlderVersionThatComesLateIsSupersededAtOnceAndAnyTwoCanBeCompared() {
        List<Row> rows = Roll.of(20);
        VersionPair pair = twoVersions(rows, rows.subList(0, 18));
        UUID list = holder.call(() -> differences().version(pair.older()).list());
        UUID between =
                Roll.handIn(
                        house, holder, list, "", MARCH.plusDays(10), Roll.csv(rows.subList(0, 19)));
        Roll.accept(house, holder, between);
        assertThat(status(between)).isEqualTo(ListStatus.SUPERSEDED);
        assertThat(status(pair.newer())).isEqualTo(ListStatus.ACCEPTED);
        assertThat(difference(holder, new VersionPair(pair.older(), between)).vanished())
                .hasSize(1);
        assertThat(difference(holder, pair).vanished()).hasSize(2);
        assertThat(difference(holder, new VersionPair(pair.newer(), pair.older())).appeared())
                .hasSize(2);
    }

    @Test
    void numbersThatWereGivenAnewTieNobody() {
        List<Row> before = counted(Roll.of(40));
        List<Row> shorter = new ArrayList<>(before);
        shorter.remove(20);
        VersionPair pair = twoVersions(before, counted(shorter));
        Difference difference = difference(holder, pair);
        assertThat(difference.numbers()).isEqualTo(NumberUse.GIVEN_ANEW);
        assertThat(lines(pair.older(), difference.vanished())).containsExactly(22L);
        assertThat(difference.counts().same()).isEqualTo(39);
        assertThat(difference.reused()).isEmpty();
    }

    @Test
    void withoutNumbersRowsAreComparedAndWhatIsNotSureIsAsked() {
        List<Row> before = unnumbered(Roll.of(60));
        List<Row> after = new ArrayList<>(before);
        after.set(4, before.get(4).named("Balout"));
        after.set(8, before.get(8).born(""));
        // Another with the same name and father, a year apart: who of the two it is, nobody knows.
        before.add(before.get(10).born("1977-11-11"));
        after.set(10, before.get(10).born(""));
        after.remove(2);
        VersionPair pair = twoVersions(before, after);
        Difference difference = difference(holder, pair);
        assertThat(difference.numbers()).isEqualTo(NumberUse.NONE);
        assertThat(lines(pair.older(), difference.vanished())).contains(4L);
        assertThat(difference.counts().older()).isEqualTo(61);
        assertThat(difference.counts().newer()).isEqualTo(59);
        assertThat(difference.perhaps())
                .extracting(one -> lines(pair.older(), List.of(one.older())).getFirst())
                .contains(12L, 62L);
    }

    @Test
    void whatPeopleSayOfTwoRowsGoesFirstAndCanBeTakenBack() {
        List<Row> before = Roll.of(25);
        List<Row> after = new ArrayList<>(before);
        after.set(6, before.get(6).numbered("C-9001"));
        VersionPair pair = twoVersions(before, after);
        Difference asked = difference(holder, pair);
        assertThat(asked.perhaps()).hasSize(1);
        Difference.Perhaps one = asked.perhaps().getFirst();
        long tasks = openTasks(holder);

        assertThat(say(meridiaSees(pair), pair, one, Word.SAME)).isNotEmpty();
        assertThat(say(holder, pair, one, Word.NOT_SAME)).isEmpty();
        assertThat(difference(holder, pair).vanished()).contains(one.older());
        assertThat(openTasks(holder)).isEqualTo(tasks + 1);
        assertThat(say(holder, pair, one, Word.SAME)).isEmpty();
        assertThat(difference(holder, pair).kept())
                .anyMatch(kept -> kept.how() == How.SAID && kept.older().equals(one.older()));
        assertThat(say(holder, pair, one, Word.TAKE_BACK)).isEmpty();
        assertThat(difference(holder, pair)).isEqualTo(asked);
        assertThat(openTasks(holder)).isEqualTo(tasks + 1);
    }

    @Test
    void eachWhoVanishedIsATaskThatOnlyANamedPersonClosesWithASource() {
        List<Row> before = Roll.of(15);
        VersionPair pair = twoVersions(before, before.subList(0, 13));
        Roll.until(() -> openTasks(holder) == 2);
        List<TaskLine> open = holder.call(() -> tasks().page(Question.all(Which.OPEN), 0, 10));
        TaskLine line = open.getFirst();
        assertThat(line.task().older().number()).isEqualTo(1);
        assertThat(line.task().newer().number()).isEqualTo(2);
        assertThat(line.task().person()).isEqualTo(line.person().id());
        UUID id = line.task().id();
        assertThat(meridia.call(() -> tasks().page(Question.all(Which.OPEN), 0, 100)))
                .noneMatch(other -> other.task().id().equals(id));
        assertThat(meridia.call(() -> tasks().file(id))).isEmpty();

        assertThat(codes(holder.call(() -> tasks().assign(id, meridia.account()))))
                .containsExactly("obstacle.tasks.not-a-colleague");
        assertThat(holder.call(() -> tasks().assign(id, holder.account()))).isEmpty();
        assertThat(holder.call(() -> tasks().counts())).containsEntry(Which.MINE, 1L);
        assertThat(codes(holder.call(() -> tasks().close(id, Finding.RELEASED, "  ", ""))))
                .containsExactly("obstacle.tasks.source");
        assertThat(
                        holder.call(() ->
                                tasks().close(id, Finding.RELEASED, "Release order, copy", "")))
                .isEmpty();
        assertThat(codes(reviewer.call(() -> tasks().close(id, Finding.ESCAPED, "Word", ""))))
                .containsExactly("obstacle.tasks.closed");
        assertThat(reviewer.call(() -> tasks().reopen(id, "The order names another"))).isEmpty();
        TaskFile file = holder.call(() -> tasks().file(id)).orElseThrow();
        assertThat(file.events())
                .extracting(event -> event.key())
                .containsExactly("opened", "assigned", "closed", "reopened");
        assertThat(file.line().task().isOpen()).isTrue();
        assertThat(records(pair.older())).hasSize(15);
    }

    @Test
    void theEngineClosesNoTask() {
        List<Row> before = Roll.of(6);
        twoVersions(before, before.subList(0, 5));
        Roll.until(() -> openTasks(holder) == 1);
        Task task =
                holder.call(() -> tasks().page(Question.all(Which.OPEN), 0, 10)).getFirst().task();
        assertThatThrownBy(() ->
                        house.engine()
                                .call(() ->
                                        tasks().close(
                                                        task.id(),
                                                        Finding.CLERICAL,
                                                        "the engine",
                                                        "")))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void rowsOfOneNumberAreProposedToTheReviewAndNeverJoined() throws InterruptedException {
        List<Row> before = Roll.of(20);
        List<Row> after = new ArrayList<>(before);
        after.set(3, new Row(before.get(3).number(), "Sandian", "Bolbol", "", "1931-01-01"));
        VersionPair pair = twoVersions(before, after);
        assertThat(house.bean(LinkingRuns.class).awaitIdle(Duration.ofMinutes(1))).isTrue();
        Difference difference = difference(reviewer, pair);
        for (Difference.Kept kept : difference.kept()) {
            assertThat(
                            as(
                                    reviewer,
                                    () ->
                                            house.bean(Proposals.class)
                                                    .ofPair(Pair.of(kept.older(), kept.newer()))))
                    .as("a proposal for each number that stands in both")
                    .isPresent();
        }
        assertThat(
                        as(
                                reviewer,
                                () ->
                                        house.jdbc()
                                                .sql("select count(*) from nostos.person_cluster")
                                                .query(Long.class)
                                                .single()))
                .isZero();
    }

    @Test
    void aFileWithTheSameColumnsIsProposedAsANewVersionAndIsOneOnceSaid() {
        String first = Roll.csv(Roll.of(8));
        UUID one = Roll.handIn(house, holder, null, "Camp Cedar roll", MARCH, first);
        Roll.accept(house, holder, one);
        UUID other = Roll.handIn(house, holder, null, "cedar, april", APRIL, Roll.csv(Roll.of(7)));
        NewVersions.Likely likely =
                holder.call(() -> house.bean(NewVersions.class).likely(other)).orElseThrow();
        assertThat(likely.title()).isEqualTo("Camp Cedar roll");
        assertThat(likely.sameColumns()).isTrue();
        Roll.nothing(holder.call(() -> house.bean(NewVersions.class).say(other, likely.list())));
        Roll.accept(house, holder, other);
        assertThat(status(one)).isEqualTo(ListStatus.SUPERSEDED);
        assertThat(difference(reviewer, new VersionPair(one, other)).vanished()).hasSize(1);
        assertThat(records(other)).allMatch(row -> row.listTitle().equals("Camp Cedar roll"));
        assertThat(
                        codes(
                                holder.call(() ->
                                        house.bean(NewVersions.class).say(other, likely.list()))))
                .containsExactly("obstacle.lists.closed");
    }

    @Test
    void anotherPartyComparesNothing() {
        VersionPair pair = twoVersions(Roll.of(5), Roll.of(4));
        assertThatThrownBy(() -> difference(meridia, pair)).isInstanceOf(NoSuchList.class);
    }

    private Caller meridiaSees(VersionPair pair) {
        assertThatThrownBy(() -> difference(meridia, pair)).isInstanceOf(NoSuchList.class);
        return house.party(
                PartyKind.HOLDING_AUTHORITY, "Stranger " + ++holders, null, Role.INTAKE_OFFICER);
    }

    private VersionPair twoVersions(List<Row> before, List<Row> after) {
        UUID older = Roll.handIn(house, holder, null, "Camp Cedar roll", MARCH, Roll.csv(before));
        Roll.accept(house, holder, older);
        UUID list = holder.call(() -> differences().version(older).list());
        UUID newer = Roll.handIn(house, holder, list, "", MAY, Roll.csv(after));
        Roll.accept(house, holder, newer);
        Roll.until(() -> compared(older, newer));
        return new VersionPair(older, newer);
    }

    private boolean compared(UUID older, UUID newer) {
        return as(
                        holder,
                        () ->
                                house.jdbc()
                                        .sql(
                                                "select count(*) from nostos.version_compared"
                                                        + " where older = ? and newer = ?")
                                        .params(older, newer)
                                        .query(Long.class)
                                        .single())
                == 1;
    }

    private static List<Row> counted(List<Row> rows) {
        List<Row> counted = new ArrayList<>();
        for (Row row : rows) {
            counted.add(row.numbered(Integer.toString(counted.size() + 1)));
        }
        return counted;
    }

    private static List<Row> unnumbered(List<Row> rows) {
        return new ArrayList<>(rows.stream().map(row -> row.numbered("")).toList());
    }

    private static Difference difference(Caller caller, VersionPair pair) {
        Standing standing = caller.call(() -> differences().between(pair, Duration.ofSeconds(60)));
        return ((Standing.Ready) standing).difference();
    }

    private static List<Obstacle> say(
            Caller caller, VersionPair pair, Difference.Perhaps one, Word word) {
        try {
            return caller.call(() ->
                    differences().say(pair, one.older(), one.newer(), word, "known to the camp"));
        } catch (NoSuchList e) {
            return List.of(Obstacle.of("nothing.there"));
        }
    }

    private List<AcceptedRecord> records(UUID version) {
        return as(holder, () -> house.bean(Records.class).ofVersion(version));
    }

    private List<Long> lines(UUID version, List<UUID> ids) {
        Map<UUID, AcceptedRecord> rows =
                records(version).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        return ids.stream()
                .map(id -> java.util.Objects.requireNonNull(rows.get(id)).line())
                .sorted()
                .toList();
    }

    private ListStatus status(UUID version) {
        return holder.call(() -> house.bean(ListReading.class).status(version));
    }

    private static long openTasks(Caller caller) {
        return caller.call(() -> tasks().open());
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    private static <T> T as(Caller caller, Supplier<T> work) {
        return caller.call(() ->
                java.util.Objects.requireNonNull(
                        house.transaction().execute(status -> work.get())));
    }

    private static VersionDifferences differences() {
        return house.bean(VersionDifferences.class);
    }

    private static TaskKeeping tasks() {
        return house.bean(TaskKeeping.class);
    }
}
