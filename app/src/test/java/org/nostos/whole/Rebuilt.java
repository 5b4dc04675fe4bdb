package org.nostos.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.nostos.basics.AsOf;
import org.nostos.cases.CaseBoards;
import org.nostos.custody.Standings;
import org.nostos.journal.Verdict;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.Bars;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.journal.StoredJournal;

/// Thrown away and worked out anew from the facts, everything that is kept for speed is what it was.
final class Rebuilt {

    private Rebuilt() {}

    /// One row for each bar of each of these persons, and it says what the bar comes to.
    static void bars(Play play) {
        for (UUID person : play.people) {
            List<UUID> one = play.cast.one(person);
            if (!one.getFirst().equals(person)) {
                continue;
            }
            List<BarEvent> events =
                    play.cast.m.as(play.cast.m.legal, () -> play.cast.bean(Bars.class).of(one));
            List<String> expected =
                    events.stream()
                            .map(e -> e.destination() + " " + e.ground())
                            .distinct()
                            .map(bar -> bar + " " + stateOf(bar, events))
                            .sorted()
                            .toList();
            List<String> kept =
                    play.cast
                            .tables()
                            .sql(
                                    "select destination || ' ' || ground || ' ' || state from nostos.law_bar_now where person = any (?::uuid[]) order by 1")
                            .param(one.stream().map(UUID::toString).toArray(String[]::new))
                            .query(String.class)
                            .list();
            if (!kept.stream().sorted().toList().equals(expected)) {
                List<String> more = new ArrayList<>(kept);
                expected.forEach(more::remove);
                List<String> fewer = new ArrayList<>(expected);
                kept.forEach(fewer::remove);
                throw new Play.Unlawful(
                        "the board of bars does not say what the bars are: kept "
                                + more
                                + ", are "
                                + fewer);
            }
        }
    }

    private static String stateOf(String bar, List<BarEvent> events) {
        String[] parts = bar.split(" ");
        BarEvent like =
                events.stream()
                        .filter(e ->
                                e.destination().value().equals(parts[0])
                                        && e.ground().name().equals(parts[1]))
                        .findFirst()
                        .orElseThrow();
        return Bar.of(like.destination(), like.ground(), events, List.of(), AsOf.now())
                .state()
                .name();
    }

    static void everything(Cast cast) {
        cast.m.committee.awaitLinked();
        await(cast);
        same(cast, "law_bar_now", "select nostos.law_bars_rebuild()", Set.of());
        custody(cast);
        identity(cast);
        summaries(cast);
        assertThat(
                        new StoredJournal(
                                        cast.m
                                                .committee
                                                .house
                                                .database()
                                                .as(
                                                        DatabaseAccess.JOURNAL,
                                                        cast.m
                                                                .committee
                                                                .house
                                                                .database()
                                                                .access()
                                                                .journalPassword()))
                                .verify())
                .isInstanceOf(Verdict.Whole.class);
    }

    private static void same(Cast cast, String table, String rebuild, Set<String> but) {
        List<String> before = dump(cast, table, but);
        cast.m.as(
                cast.m.legal,
                () -> cast.m.committee.house.jdbc().sql(rebuild).query(Long.class).single());
        assertThat(dump(cast, table, but)).as(table + " worked out anew").isEqualTo(before);
    }

    private static void custody(Cast cast) {
        List<String> before = dump(cast, "custody_now", Set.of());
        List<UUID> persons =
                cast.tables().sql("select person from nostos.custody_now").query(UUID.class).list();
        cast.tables().sql("delete from nostos.custody_now").update();
        cast.m.as(
                cast.m.officer,
                () -> {
                    cast.bean(Standings.class).refresh(persons);
                    return true;
                });
        assertThat(dump(cast, "custody_now", Set.of()))
                .as("custody_now worked out anew")
                .isEqualTo(before);
    }

    private static void identity(Cast cast) {
        List<String> standings = dump(cast, "pair_standing", Set.of("since"));
        List<String> clusters = dump(cast, "person_cluster", Set.of());
        cast.m.as(
                cast.m.committee.house.engine(),
                () ->
                        cast.m
                                .committee
                                .house
                                .jdbc()
                                .sql("select nostos.identity_rebuild()")
                                .query((row, _) -> true)
                                .list());
        assertThat(dump(cast, "pair_standing", Set.of("since"))).isEqualTo(standings);
        assertThat(dump(cast, "person_cluster", Set.of())).isEqualTo(clusters);
    }

    private static void summaries(Cast cast) {
        await(cast);
        List<List<String>> before = cases(cast);
        cast.tables().sql("delete from nostos.case_summary").update();
        cast.tables()
                .sql(
                        "insert into nostos.case_touched (person) select distinct person from nostos.case_opened on conflict do nothing")
                .update();
        await(cast);
        assertThat(cases(cast))
                .as("case_summary, case_flag and case_lacks worked out anew")
                .isEqualTo(before);
    }

    private static List<List<String>> cases(Cast cast) {
        return List.of(
                dump(cast, "case_summary", Set.of("asked", "since", "summed_at")),
                dump(cast, "case_flag", Set.of("since")),
                dump(cast, "case_lacks", Set.of()));
    }

    private static List<String> dump(Cast cast, String table, Set<String> but) {
        return cast
                .tables()
                .sql("select (to_jsonb(t) - ?::text[])::text from nostos." + table + " t")
                .param(but.toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static void await(Cast cast) {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (cast.m.officer.call(() -> cast.bean(CaseBoards.class).count().waiting()) > 0) {
            assertThat(System.nanoTime()).as("the engine comes to rest").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
