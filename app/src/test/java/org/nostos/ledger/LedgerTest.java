package org.nostos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nostos.ledger.Newsroom.codes;
import static org.nostos.ledger.Newsroom.figure;
import static org.nostos.ledger.Newsroom.must;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Stage;
import org.nostos.parties.Caller;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A figure is published by two people, with its source, and stays readable whatever becomes of it.
class LedgerTest {

    private static Newsroom news;

    @BeforeAll
    static void open() {
        news = new Newsroom();
    }

    @AfterAll
    static void close() {
        news.close();
    }

    @Test
    void whoEnteredOrSourcedAFigureDoesNotReviewIt() {
        Figure said = held(5240);
        must(news.clover.call(() -> news.keeping().enter(said, null)));
        assertThat(codes(news.teasel.call(() -> news.keeping().review(said.id()))))
                .containsExactly("obstacle.figures.not-now");
        must(
                news.teasel.call(() ->
                        news.keeping().source(said.id(), FigureSource.named("Bulletin 6", null))));
        for (Caller hand : List.of(news.clover, news.teasel)) {
            assertThat(codes(hand.call(() -> news.keeping().review(said.id()))))
                    .containsExactly("obstacle.figures.own-review");
        }
        Caller third = news.house.committee(org.nostos.basics.Role.ANALYST);
        must(third.call(() -> news.keeping().review(said.id())));
        must(news.clover.call(() -> news.keeping().publish(said.id())));
        assertThat(news.entry(news.clover, said.id()).stage()).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void aFigureIsKeptAsItWasSaid() {
        Figure said =
                figure(5500, Qualifier.AT_LEAST, Category.HELD, "Site North", "2026-03", null);
        must(news.enter(said));
        LedgerEntry kept = news.entry(news.clover, said.id());
        assertThat(kept.figure())
                .usingRecursiveComparison()
                .ignoringFields("said.source")
                .isEqualTo(said);
        assertThat(kept.name()).matches("F-\\d{6}");
        assertThat(kept.source())
                .isEqualTo(FigureSource.named("Bulletin 6", "https://halcyon.example/6"));
    }

    @Test
    void everybodySignedInReadsWhatIsPublishedAndNobodyElseWhatIsNot() {
        Figure said = held(5204);
        must(news.enter(said));
        assertThat(news.sees(news.teasel, said.id())).isTrue();
        for (Caller reader : List.of(news.officer, news.heron)) {
            assertThat(news.sees(reader, said.id())).isFalse();
        }
        must(news.teasel.call(() -> news.keeping().review(said.id())));
        must(news.teasel.call(() -> news.keeping().publish(said.id())));
        for (Caller reader : List.of(news.officer, news.heron)) {
            assertThat(news.entry(reader, said.id()).figure().counted()).isEqualTo(said.counted());
            assertThat(codes(reader.call(() -> news.keeping().retract(said.id(), "no"))))
                    .contains("obstacle.ledger.role");
        }
    }

    @Test
    void aCorrectionTakesItsPlaceWhenItIsPublishedAndBothStay() {
        UUID old = news.published(held(5240));
        Figure better = held(5237);
        must(news.clover.call(() -> news.keeping().correct(old, better, null, "misread")));
        assertThat(news.entry(news.heron, old).stage()).isEqualTo(Stage.PUBLISHED);
        must(news.teasel.call(() -> news.keeping().review(better.id())));
        must(news.teasel.call(() -> news.keeping().publish(better.id())));
        LedgerEntry stays = news.entry(news.heron, old);
        assertThat(stays.stage()).isEqualTo(Stage.CORRECTED);
        assertThat(stays.replacedBy()).isEqualTo(better.id());
        assertThat(news.entry(news.heron, better.id()).replaces()).isEqualTo(old);
        assertThat(codes(news.clover.call(() -> news.keeping().retract(old, "twice"))))
                .containsExactly("obstacle.figures.not-now");
    }

    @Test
    void whatIsTakenBackStaysReadableWithItsReason() {
        UUID id = news.published(held(6000));
        assertThat(codes(news.clover.call(() -> news.keeping().retract(id, " "))))
                .containsExactly("obstacle.ledger.reason");
        must(news.clover.call(() -> news.keeping().retract(id, "the speaker denied it")));
        List<LedgerEvent> events =
                news.heron.call(() -> news.ledger().sheet(id).orElseThrow().events());
        assertThat(events)
                .extracting(LedgerEvent::stage)
                .containsExactly(
                        Stage.ENTERED,
                        Stage.SOURCED,
                        Stage.REVIEWED,
                        Stage.PUBLISHED,
                        Stage.RETRACTED);
        assertThat(events.getLast().reason()).isEqualTo("the speaker denied it");
    }

    @Test
    void aQuestionAsksForAPopulationASpeakerAndDays() {
        String place = "Site South";
        UUID early = news.published(said(100, place, "2025-03-01"));
        UUID late = news.published(said(200, place, "2026-02-01"));
        LedgerQuestion all = LedgerQuestion.of(Category.HELD, place);
        assertThat(ids(all)).containsExactly(late, early);
        LedgerQuestion until =
                new LedgerQuestion(
                        "halcyon",
                        Category.HELD,
                        place,
                        "the holder’s spokesman",
                        null,
                        java.time.LocalDate.of(2025, 12, 31),
                        Stage.PUBLISHED,
                        LedgerQuestion.Order.NUMBER,
                        false);
        assertThat(ids(until)).containsExactly(early);
        assertThat((long) news.heron.call(() -> news.ledger().count(until))).isEqualTo(1);
        assertThat(news.heron.call(() -> news.ledger().populations()))
                .contains(new LedgerEntries.Population(Category.HELD, place, 2));
    }

    @Test
    void wordsOfAQuestionAreNoPattern() {
        news.published(said(77, "Site 100% East", "2025-03-01"));
        assertThat(count("100%")).isEqualTo(1);
        assertThat(count("%")).isEqualTo(1);
        assertThat(count("_ite 100")).isZero();
    }

    @Test
    void noForgedStatementPassesTheWallOrTheGuard() {
        Figure said = held(5100);
        must(news.enter(said));
        String id = said.id().toString();
        Map<String, String> forged =
                Map.of(
                        event(id, "PUBLISHED", null),
                        "does not allow this step",
                        event(id, "REVIEWED", null),
                        "nobody reviews what they entered or sourced",
                        event(id, "CORRECTED", "'" + id + "'"),
                        "nothing takes its place yet",
                        "update nostos.figure set low = 1, high = 1",
                        "permission denied",
                        "delete from nostos.figure_event",
                        "permission denied",
                        "update nostos.figure_now set state = 'PUBLISHED', open = true",
                        "permission denied",
                        "insert into nostos.figure_now select * from nostos.figure_now",
                        "permission denied");
        forged.forEach((sql, why) ->
                assertThatThrownBy(() -> run(news.clover, sql))
                        .as(sql)
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining(why));
        for (Caller stranger : List.of(news.officer, news.heron, news.house.administrator())) {
            for (String guess : List.of(id, UUID.randomUUID().toString())) {
                assertThatThrownBy(() -> run(stranger, event(guess, "RETRACTED", null)))
                        .rootCause()
                        .hasMessageContaining("row-level security");
            }
        }
        assertThat(news.entry(news.clover, said.id()).stage()).isEqualTo(Stage.SOURCED);
    }

    @Test
    void whereEachFigureStandsIsWhatItsEventsComeTo() {
        news.published(held(4900));
        long differ =
                JdbcClient.create(news.house.database().superuser())
                        .sql(
                                """
                                select count(*) from nostos.figure_now n
                                where n is distinct from nostos.figure_folded(n.figure)
                                """)
                        .query(Long.class)
                        .single();
        assertThat(differ).isZero();
    }

    @Test
    void aNameIsEnteredOnlyWithTheWordsItWasPublishedWith() {
        Figure bare =
                new Figure(
                        UUID.randomUUID(),
                        org.nostos.figures.Amount.exactly(3),
                        org.nostos.figures.Unit.Thing.PERSON,
                        "people",
                        Category.HELD,
                        null,
                        null,
                        null,
                        new Figure.Said(null, "Somebody", null, null, null, null),
                        null,
                        null);
        assertThat(codes(news.enter(bare))).containsExactly("obstacle.ledger.person");
    }

    private static Figure held(long number) {
        return figure(number, Qualifier.EXACT, Category.HELD, "Site North");
    }

    private static Figure said(long number, String place, String on) {
        return figure(number, Qualifier.EXACT, Category.HELD, place, on, null);
    }

    private static List<UUID> ids(LedgerQuestion question) {
        return news.heron.call(() -> news.ledger().page(question, 0, 50)).stream()
                .map(LedgerEntry::id)
                .toList();
    }

    private static long count(String words) {
        LedgerQuestion question =
                new LedgerQuestion(
                        words, null, null, null, null, null, null, LedgerQuestion.Order.SAID, true);
        return news.heron.call(() -> news.ledger().count(question));
    }

    private static String event(
            String figure, String kind, @org.jspecify.annotations.Nullable String replacedBy) {
        return """
        insert into nostos.figure_event (id, figure, party, kind, replaced_by, reason, account, act)
        values (gen_random_uuid(), '%s', nostos.caller_party(), '%s', %s, 'forged', nostos.caller_account(), :act)
        """
                .formatted(figure, kind, replacedBy);
    }

    private static Object run(Caller who, String sql) {
        return news.as(
                who,
                () -> {
                    UUID act =
                            news.house
                                    .bean(Acts.class)
                                    .record(Act.of("ledger.forged", Purpose.ANALYSIS, Map.of()));
                    JdbcClient.StatementSpec statement = news.house.jdbc().sql(sql);
                    return (sql.contains(":act") ? statement.param("act", act) : statement)
                            .update();
                });
    }
}
