package org.nostos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.ledger.Newsroom.codes;
import static org.nostos.ledger.Newsroom.must;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Difference.Aspect;
import org.nostos.figures.Figure;
import org.nostos.figures.Figure.Said;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.ledger.LedgerFinding.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What does not fit among published figures is found, with its arithmetic, and what only looks so is not.
class FindingTest {

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
    void partsThatNearlyMakeTheWholeAreSetOutAsASum() {
        UUID whole = said(5704, Qualifier.EXACT, "T1", null);
        said(467, Qualifier.EXACT, "T1", whole);
        said(4253, Qualifier.EXACT, "T1", whole);
        said(983, Qualifier.EXACT, "T1", whole);
        Finding finding = only(whole).what();
        assertThat(finding.kind()).isEqualTo(Kind.DOES_NOT_ADD_UP);
        assertThat(finding.arithmetic()).endsWith(" = 5,703 ≠ 5,704 (−1)");
        assertThat(finding.figures()).hasSize(4).contains(whole);
    }

    @Test
    void partsThatMakeTheWholeOrMayMakeItAreNoFinding() {
        UUID deaths = said(373, Qualifier.EXACT, "T3", null);
        List.of(268, 98, 7).forEach(part -> said(part, Qualifier.EXACT, "T3", deaths));
        assertThat(of(deaths)).isEmpty();
        UUID held = said(10_000, Qualifier.ABOUT, "T4", null);
        UUID foreign = said(2_000, Qualifier.ABOUT, "T4", held);
        said(8_000, Qualifier.ABOUT, "T4", held);
        said(800, Qualifier.ABOUT, "T4", foreign);
        assertThat(of(held)).isEmpty();
        assertThat(of(foreign)).isEmpty();
        assertThat(kinds(deaths)).contains(Kind.ADDS_UP);
        assertThat(kinds(foreign)).contains(Kind.ADDS_UP, Kind.PART_FITS);
    }

    @Test
    void partsThatAreTooManyAreFoundAndSoIsAPartLargerThanItsWhole() {
        UUID whole = said(100, Qualifier.EXACT, "T-more", null);
        said(60, Qualifier.EXACT, "T-more", whole);
        said(70, Qualifier.AT_LEAST, "T-more", whole);
        assertThat(only(whole).what().kind()).isEqualTo(Kind.DOES_NOT_ADD_UP);
        UUID small = said(10, Qualifier.EXACT, "T-large", null);
        said(11, Qualifier.MORE_THAN, "T-large", small);
        assertThat(only(small).what().kind()).isEqualTo(Kind.PART_LARGER_THAN_WHOLE);
    }

    @Test
    void aStepAgainstTheWayOfASeriesIsFoundAndASteadyOneIsNot() {
        UUID rising = dated(150, Qualifier.EXACT, "T7", "2026-01");
        dated(450, Qualifier.EXACT, "T7", "2026-02");
        dated(2250, Qualifier.EXACT, "T7", "2026-03");
        dated(5704, Qualifier.EXACT, "T7", "2026-04");
        UUID first = dated(18_000, Qualifier.EXACT, "T9", "2024-09");
        UUID up = dated(20_000, Qualifier.ABOUT, "T9", "2025-01");
        dated(15_000, Qualifier.EXACT, "T9", "2025-02");
        dated(5_000, Qualifier.ABOUT, "T9", "2025-09");
        UUID last = dated(4_000, Qualifier.LESS_THAN, "T9", "2025-10");
        LedgerFinding finding = only(up);
        assertThat(finding.what().kind()).isEqualTo(Kind.SERIES_TURNS);
        assertThat(finding.what().off()).containsExactly(first, up);
        assertThat(finding.what().arithmetic())
                .isEqualTo("18,000 → ≈20,000 → 15,000 → ≈5,000 → <4,000");
        assertThat(off(List.of(first, up, last))).containsExactlyInAnyOrder(first, up);
        must(
                news.clover.call(
                        () -> keeping().decide(finding.key(), Verdict.EXPLAINED, "arrivals")));
        dated(3_000, Qualifier.EXACT, "T9", "2025-12");
        assertThat(only(up).decision()).as("a step on the way leaves it decided").isNotNull();
        assertThat(kinds(rising)).contains(Kind.SERIES);
        assertThat(of(rising)).isEmpty();
    }

    @Test
    void moreToAFamilyThanThereCanBeIsFoundInOneStatementAlone() {
        UUID families = unit(833, Unit.Thing.FAMILY, "T8 left", "2025-02-17");
        unit(15_000, Unit.Thing.PERSON, "T8 left", "2025-02-17");
        unit(15_000, Unit.Thing.PERSON, "T8 left", "2024-01-01");
        UUID returned = unit(3_200, Unit.Thing.FAMILY, "T8 returned", "2025-02-17");
        unit(12_500, Unit.Thing.PERSON, "T8 returned", "2025-02-17");
        assertThat(only(families).what().arithmetic()).isEqualTo("15,000 / 833 = 18.0");
        assertThat(of(returned)).isEmpty();
    }

    @Test
    void whatDiffersIsNamedAndNothingIsAskedOfIt() {
        UUID one = unit(72, Unit.Thing.COUNTRY, "T5 camps", "2019");
        UUID other = unit(44, Unit.Thing.COUNTRY, "T5 prisons", "2018");
        assertThat(found(one))
                .filteredOn(finding -> finding.what().figures().contains(other))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.what().kind()).isEqualTo(Kind.NOT_COMPARABLE);
                    assertThat(finding.what().differences())
                            .extracting(difference -> difference.aspect())
                            .containsExactly(Aspect.PLACE, Aspect.TIME);
                    assertThat(finding.isOff()).isFalse();
                });
        assertThat(of(one)).isEmpty();
    }

    @Test
    void aWholeThatIsCorrectedKeepsItsParts() {
        UUID whole = said(90, Qualifier.EXACT, "T-corrected", null);
        said(60, Qualifier.EXACT, "T-corrected", whole);
        UUID part = said(40, Qualifier.EXACT, "T-corrected", whole);
        assertThat(only(part).what().kind()).isEqualTo(Kind.DOES_NOT_ADD_UP);
        Figure right = figure(100, Qualifier.EXACT, Unit.Thing.PERSON, "T-corrected", "2026", null);
        must(news.clover.call(() -> news.keeping().correct(whole, right, null, "misread")));
        must(news.teasel.call(() -> news.keeping().review(right.id())));
        must(news.teasel.call(() -> news.keeping().publish(right.id())));
        assertThat(of(part)).isEmpty();
        assertThat(kinds(right.id())).contains(Kind.ADDS_UP);
        said(30, Qualifier.EXACT, "T-corrected", whole);
        assertThat(only(right.id()).what().kind()).isEqualTo(Kind.DOES_NOT_ADD_UP);
    }

    /// The migration gives findings of before their key by this expression.
    @Test
    void theDatabaseMakesTheKeyOfAFindingAsTheRoomDoes() {
        UUID whole = said(50, Qualifier.EXACT, "T-key", null);
        said(30, Qualifier.EXACT, "T-key", whole);
        said(21, Qualifier.EXACT, "T-key", whole);
        String key =
                JdbcClient.create(news.house.database().superuser())
                        .sql(
                                """
                                select encode(sha256(convert_to(
                                       f.kind || (select string_agg('|' || x.figure, '' order by x.figure collate "C")
                                                  from (select distinct unnest(f.figures)::text as figure) x), 'UTF8')), 'hex')
                                from nostos.finding f where f.kind = 'DOES_NOT_ADD_UP' and ? = any (f.figures)
                                """)
                        .param(whole)
                        .query(String.class)
                        .single();
        assertThat(key).isEqualTo(only(whole).key());
    }

    @Test
    void onlyOnePopulationOnOneDayContradicts() {
        UUID one = dated(5204, Qualifier.EXACT, "T-day", "2026-02-28");
        dated(5500, Qualifier.AT_LEAST, "T-day annex", "2026-02-28");
        dated(5300, Qualifier.EXACT, "T-day", "2026-03-01");
        assertThat(of(one)).isEmpty();
        dated(5500, Qualifier.AT_LEAST, "T-day", "2026-02-28");
        assertThat(only(one).what().kind()).isEqualTo(Kind.CONTRADICTION);
    }

    @Test
    void whatIsDecidedStaysAndANewNumberIsANewFinding() {
        UUID whole = said(1000, Qualifier.EXACT, "T-decide", null);
        said(500, Qualifier.EXACT, "T-decide", whole);
        UUID part = said(498, Qualifier.EXACT, "T-decide", whole);
        String key = only(whole).key();
        assertThat(codes(news.clover.call(() -> keeping().decide(key, Verdict.EXPLAINED, " "))))
                .containsExactly("obstacle.ledger.reason");
        assertThat(codes(news.officer.call(() -> keeping().decide(key, Verdict.DISMISSED, "no"))))
                .containsExactly("obstacle.ledger.role");
        must(news.clover.call(() -> keeping().decide(key, Verdict.EXPLAINED, "two on leave")));
        assertThat(off(List.of(whole))).isEmpty();
        news.clover.call(() -> keeping().rebuild());
        assertThat(only(whole).decision())
                .extracting(LedgerFinding.Decision::verdict, LedgerFinding.Decision::reason)
                .containsExactly(Verdict.EXPLAINED, "two on leave");
        must(news.clover.call(() -> news.keeping().retract(part, "misread")));
        assertThat(of(whole)).isEmpty();
        said(499, Qualifier.EXACT, "T-decide", whole);
        assertThat(only(whole).decision()).isNull();
        assertThat(off(List.of(whole))).containsExactly(whole);
    }

    /// Whatever is published, corrected and taken back: what was worked out on the way is what comes out
    /// when everything is worked out at once.
    @Test
    void whatIsWorkedOutAtEachChangeIsTheWhole() {
        Random random = new Random(20261122);
        List<UUID> known = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean part = !known.isEmpty() && random.nextInt(3) == 0;
            UUID whole = part ? known.get(random.nextInt(known.size())) : null;
            Figure figure = random(random, whole);
            if (i % 7 == 6) {
                UUID old = known.get(random.nextInt(known.size()));
                if (news.clover
                        .call(() -> news.keeping().correct(old, figure, null, "misread"))
                        .isEmpty()) {
                    must(news.teasel.call(() -> news.keeping().review(figure.id())));
                    must(news.teasel.call(() -> news.keeping().publish(figure.id())));
                }
            } else if (i % 11 == 10) {
                UUID old = known.get(random.nextInt(known.size()));
                news.clover.call(() -> news.keeping().retract(old, "denied"));
            } else {
                known.add(news.published(figure));
            }
        }
        List<String> onTheWay = keys();
        assertThat(onTheWay).hasSizeGreaterThan(20);
        news.clover.call(() -> keeping().rebuild());
        assertThat(keys()).isEqualTo(onTheWay);
    }

    private static Figure random(Random random, @Nullable UUID whole) {
        Qualifier[] hedges = {
            Qualifier.EXACT, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.AT_MOST
        };
        return figure(
                1 + random.nextInt(200),
                hedges[random.nextInt(hedges.length)],
                random.nextInt(3) == 0 ? Unit.Thing.FAMILY : Unit.Thing.PERSON,
                "Random " + random.nextInt(3),
                "2026-01-0" + (1 + random.nextInt(5)),
                whole);
    }

    private static FindingKeeping keeping() {
        return news.house.bean(FindingKeeping.class);
    }

    private static UUID said(long number, Qualifier hedge, String place, @Nullable UUID whole) {
        return news.published(
                figure(
                        number,
                        hedge,
                        Unit.Thing.PERSON,
                        place + (whole == null ? "" : " part " + number),
                        "2026",
                        whole));
    }

    private static UUID dated(long number, Qualifier hedge, String place, String on) {
        return news.published(figure(number, hedge, Unit.Thing.PERSON, place, on, null));
    }

    private static UUID unit(long number, Unit unit, String place, String on) {
        return news.published(figure(number, Qualifier.EXACT, unit, place, on, null));
    }

    private static Figure figure(
            long number,
            Qualifier hedge,
            Unit unit,
            String place,
            String on,
            @Nullable UUID whole) {
        return new Figure(
                UUID.randomUUID(),
                Amount.of(number, hedge),
                unit,
                "people",
                Category.HELD,
                null,
                place,
                null,
                new Said(
                        "the holder",
                        null,
                        "Agency Halcyon",
                        SaidDate.parse(on).orElseThrow(),
                        null,
                        null),
                null,
                whole);
    }

    /// Every finding that is kept, with its group and its arithmetic.
    private static List<String> keys() {
        return JdbcClient.create(news.house.database().superuser())
                .sql("select concat_ws(' ', key, of_group, detail) from nostos.finding order by 1")
                .query(String.class)
                .list();
    }

    /// What an analyst is asked about this figure.
    private static List<LedgerFinding> of(UUID figure) {
        return found(figure).stream().filter(one -> one.what().kind().asks()).toList();
    }

    private static List<LedgerFinding> found(UUID figure) {
        return news.heron.call(() -> keeping().of(List.of(figure)));
    }

    private static List<Kind> kinds(UUID figure) {
        return found(figure).stream().map(one -> one.what().kind()).toList();
    }

    private static LedgerFinding only(UUID figure) {
        List<LedgerFinding> found = of(figure);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Set<UUID> off(List<UUID> figures) {
        return news.heron.call(() -> keeping().off(figures));
    }
}
