package org.nostos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.ledger.Newsroom.codes;
import static org.nostos.ledger.Newsroom.must;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Stage;
import org.nostos.figures.Unit;
import org.nostos.ledger.ArticleKeeping.File;
import org.nostos.ledger.ArticleKeeping.Handed;
import org.nostos.ledger.LedgerArticle.About;
import org.nostos.ledger.LedgerArticle.State;
import org.nostos.parties.Caller;

/// An article is kept before it is read, and nothing that was found in it enters the ledger by itself.
class ArticleTest {

    private static final String TEXT =
            """
            The holding authority said on Sunday that 1,240 people are held at Site North. Of them about 310 are \
            children, a spokesman told Agency Halcyon. More than 90 families were repatriated to Varland in May.
            """;

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
    void whatIsFoundIsProposedAndNothingOfItIsInTheLedger() {
        long before = figures();
        File file = handed("First report", TEXT);
        assertThat(file.article().state()).isEqualTo(State.READ);
        assertThat(file.text()).isEqualTo(TEXT);
        assertThat(file.claims())
                .extracting(claim -> claim.claim().amount().said().intValueExact())
                .contains(1240, 310, 90);
        assertThat(figures()).isEqualTo(before);
        for (ArticleClaim claim : file.claims()) {
            int from = TEXT.offsetByCodePoints(0, claim.claim().at().start());
            int to = TEXT.offsetByCodePoints(0, claim.claim().at().end());
            assertThat(TEXT.substring(from, to)).isEqualTo(claim.claim().quote());
        }
    }

    @Test
    void anAcceptedClaimIsEnteredWithTheArticleAsItsSource() {
        File file = handed("Second report", TEXT + "Second.");
        ArticleClaim claim = file.claims().getFirst();
        Figure figure = figure(claim);
        must(news.clover.call(() -> keeping().enter(claim.id(), figure, false)));
        LedgerEntry entry = news.entry(news.clover, figure.id());
        assertThat(entry.stage()).isEqualTo(Stage.SOURCED);
        assertThat(entry.source()).isEqualTo(file.article().source());
        assertThat(codes(news.teasel.call(() -> keeping().reject(claim.id(), null))))
                .containsExactly("obstacle.ledger.decided");
        assertThat(codes(news.clover.call(() -> news.keeping().review(figure.id()))))
                .containsExactly("obstacle.figures.own-review");
        File after = file(news.teasel, file.article().id());
        assertThat(after.article().open()).isEqualTo(file.article().open() - 1);
        assertThat(after.claims().getFirst().decision())
                .extracting(ArticleClaim.Decision::kind, ArticleClaim.Decision::figure)
                .containsExactly(ArticleClaim.Kind.ACCEPTED, figure.id());
    }

    @Test
    void aRefusedFigureLeavesItsClaimOpen() {
        File file = handed("Third report", TEXT + "Third.");
        ArticleClaim claim = file.claims().getLast();
        Figure nothing =
                new Figure(
                        UUID.randomUUID(),
                        Amount.exactly(1),
                        Unit.Thing.PERSON,
                        " ",
                        Category.OTHER,
                        null,
                        null,
                        null,
                        Figure.Said.UNKNOWN,
                        null,
                        null);
        assertThat(codes(news.clover.call(() -> keeping().enter(claim.id(), nothing, true))))
                .containsExactly("obstacle.ledger.counted");
        must(news.clover.call(() -> keeping().reject(claim.id(), "a year, no figure")));
        assertThat(file(news.clover, file.article().id()).claims().getLast().decision())
                .extracting(ArticleClaim.Decision::reason)
                .isEqualTo("a year, no figure");
    }

    @Test
    void theSameFileIsKeptOnceAndAnEmptyOneNever() {
        File file = handed("Fourth report", TEXT + "Fourth.");
        Handed again = hand("Another title", (TEXT + "Fourth.").getBytes(StandardCharsets.UTF_8));
        assertThat(again).isEqualTo(new Handed.Known(file.article().id()));
        assertThat(hand("Nothing", new byte[0])).isInstanceOf(Handed.Refused.class);
        assertThat(hand("", TEXT.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Handed.Refused.class);
    }

    @Test
    void bytesThatAreNoTextAreKeptAndEndInAnArticleThatCanBeLookedAt() {
        byte[] bytes = new byte[4096];
        new java.util.Random(7).nextBytes(bytes);
        Handed handed = hand("Noise", bytes);
        UUID id = ((Handed.Kept) handed).article();
        assertThat(file(news.clover, id).article().state()).isNotEqualTo(State.KEPT);
    }

    @Test
    void anArticleIsForAnalystsAlone() {
        File file = handed("Fifth report", TEXT + "Fifth.");
        for (Caller reader : List.of(news.officer, news.heron, news.house.administrator())) {
            assertThat(reader.call(() -> keeping().file(file.article().id()))).isEmpty();
            assertThat((long) reader.call(() -> keeping().count())).isZero();
            Handed refused =
                    reader.call(() ->
                            keeping().hand(about("Theirs"), TEXT.getBytes(StandardCharsets.UTF_8)));
            assertThat(refused).isInstanceOf(Handed.Refused.class);
        }
    }

    private static ArticleKeeping keeping() {
        return news.house.bean(ArticleKeeping.class);
    }

    private static About about(String title) {
        return new About(
                title, "Agency Halcyon", "https://halcyon.example/1", LocalDate.of(2026, 3, 1));
    }

    private static Handed hand(String title, byte[] bytes) {
        return news.clover.call(() -> keeping().hand(about(title), bytes));
    }

    private static File handed(String title, String text) {
        Handed handed = hand(title, text.getBytes(StandardCharsets.UTF_8));
        return file(news.clover, ((Handed.Kept) handed).article());
    }

    private static File file(Caller who, UUID id) {
        return who.call(() -> keeping().file(id).orElseThrow());
    }

    private static Figure figure(ArticleClaim claim) {
        return new Figure(
                UUID.randomUUID(),
                claim.claim().amount(),
                claim.claim().unit(),
                claim.claim().subject(),
                claim.claim().category(),
                claim.claim().origin(),
                claim.claim().place(),
                claim.claim().authority(),
                new Figure.Said(
                        claim.claim().attributedTo(),
                        null,
                        null,
                        null,
                        claim.claim().quote(),
                        null),
                null,
                null);
    }

    private static long figures() {
        return news.clover.call(() -> news.ledger().count(LedgerQuestion.ALL));
    }
}
