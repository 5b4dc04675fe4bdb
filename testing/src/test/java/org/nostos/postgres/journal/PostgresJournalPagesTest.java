package org.nostos.postgres.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.journal.JournalCheck;
import org.nostos.journal.JournalPages;
import org.nostos.journal.JournalPages.Filter;
import org.nostos.journal.JournalPages.Line;
import org.nostos.journal.JournalPages.Page;
import org.nostos.journal.Verdict;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.testing.TestHouse;

class PostgresJournalPagesTest {

    private static final int ACTS = 25;

    private static TestHouse house;
    private static JournalPages pages;
    private static Caller reviewer;
    private static Caller stranger;
    private static UUID own;
    private static final List<UUID> WRITTEN = new ArrayList<>();

    @BeforeAll
    static void write() {
        house = TestHouse.open();
        pages = house.bean(JournalPages.class);
        reviewer = house.committee(Role.IDENTITY_REVIEWER);
        stranger =
                house.party(PartyKind.HOLDING_AUTHORITY, "Camp Willow", null, Role.INTAKE_OFFICER);
        for (int i = 0; i < ACTS; i++) {
            WRITTEN.add(act(reviewer, i % 5 == 0 ? "identity.judged" : "registry.read"));
        }
        own = act(stranger, "lists.accepted");
        house.bean(JournalSequencer.class).stop();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void pagesFollowEachOtherFromTheNewestToTheOldestWithoutGapOrRepeat() {
        Filter mine = new Filter(null, reviewer.account(), null, null);
        List<UUID> read = new ArrayList<>();
        Page page = newest(mine, null, 7);
        while (page.more()) {
            assertThat(page.lines()).hasSize(7);
            page.lines().forEach(line -> read.add(line.entry().id()));
            page = newest(mine, read.getLast(), 7);
        }
        page.lines().forEach(line -> read.add(line.entry().id()));
        assertThat(read).isEqualTo(WRITTEN.reversed());
    }

    @Test
    void aFilterByKindAndTimeLeavesOutTheRest() {
        Page judged = newest(new Filter("identity.judged", null, null, null), null, 100);
        assertThat(judged.lines()).hasSize(ACTS / 5);
        Line middle = judged.lines().get(2);
        Filter before = new Filter("identity.judged", null, null, middle.entry().recordedAt());
        Filter from = new Filter("identity.judged", null, middle.entry().recordedAt(), null);
        assertThat(newest(before, null, 100).lines()).hasSize(2);
        assertThat(newest(from, null, 100).lines()).hasSize(3);
    }

    @Test
    void everySealedLineHasItsNumber() {
        assertThat(newest(Filter.ALL, null, 100).lines())
                .extracting(Line::number)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(reviewer.<JournalPages.State, RuntimeException>call(pages::state))
                .satisfies(state -> {
                    assertThat(state.unsealed()).isZero();
                    assertThat(state.sealed()).isGreaterThan(ACTS);
                });
    }

    @Test
    void aPartySeesItsOwnActsAndNoOthers() {
        List<Line> seen = stranger.call(() -> pages.newest(Filter.ALL, null, 100).lines());
        assertThat(seen).extracting(line -> line.entry().id()).containsExactly(own);
        assertThat(
                        stranger.<Boolean, RuntimeException>call(
                                () -> pages.find(WRITTEN.getFirst()).isPresent()))
                .isFalse();
        assertThat(pages.newest(Filter.ALL, null, 100).lines()).as("nobody is calling").isEmpty();
    }

    @Test
    void whatAnEntrySpeaksOfIsForThoseWhoMaySeePersons() {
        UUID act = WRITTEN.getFirst();
        assertThat(reviewer.<String, RuntimeException>call(() -> pages.payload(act).orElse("")))
                .contains("\"pear\"");
        assertThat(
                        house.administrator()
                                .<Boolean, RuntimeException>call(
                                        () -> pages.payload(act).isPresent()))
                .isFalse();
    }

    @Test
    void theKindsAreThoseThatStandThere() {
        assertThat(reviewer.<List<String>, RuntimeException>call(pages::kinds))
                .contains("identity.judged", "registry.read")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theCheckSaysHowFarItIs() {
        List<Long> reached = new ArrayList<>();
        Verdict verdict =
                house.bean(JournalCheck.class).check(null, (entry, of) -> reached.add(of - entry));
        assertThat(verdict).isInstanceOf(Verdict.Whole.class);
        assertThat(reached.getLast()).isZero();
    }

    private static Page newest(Filter filter, @Nullable UUID after, int limit) {
        return reviewer.call(() -> pages.newest(filter, after, limit));
    }

    private static UUID act(Caller caller, String kind) {
        Act act = Act.of(kind, Purpose.IDENTITY_REVIEW, Map.of("tree", "pear"));
        return caller.call(() ->
                Objects.requireNonNull(
                        house.transaction().execute(status -> house.bean(Acts.class).record(act))));
    }
}
