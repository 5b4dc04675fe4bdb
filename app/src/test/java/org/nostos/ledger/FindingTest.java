package org.nostos.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.ledger.Newsroom.codes;
import static org.nostos.ledger.Newsroom.must;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Figure.Said;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.ledger.Finding.Kind;
import org.nostos.ledger.Finding.Verdict;

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
        Finding finding = only(whole);
        assertThat(finding.kind()).isEqualTo(Kind.PARTS_MISS);
        assertThat(numbers(finding)).containsExactly("4253", "983", "467", "5703", "5704", "1");
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
    }

    @Test
    void partsThatAreTooManyAreFoundAndSoIsAPartLargerThanItsWhole() {
        UUID whole = said(100, Qualifier.EXACT, "T-more", null);
        said(60, Qualifier.EXACT, "T-more", whole);
        said(70, Qualifier.AT_LEAST, "T-more", whole);
        assertThat(only(whole).kind()).isEqualTo(Kind.PARTS_EXCEED);
        UUID small = said(10, Qualifier.EXACT, "T-large", null);
        said(11, Qualifier.MORE_THAN, "T-large", small);
        assertThat(only(small).kind()).isEqualTo(Kind.PART_LARGER);
    }

    @Test
    void aStepAgainstTheWayOfASeriesIsFoundAndASteadyOneIsNot() {
        for (int i = 0; i < 4; i++) {
            int[] rising = {150, 450, 2250, 5704};
            dated(rising[i], Qualifier.EXACT, "T7", "2026-0" + (i + 1));
        }
        UUID first = dated(18_000, Qualifier.EXACT, "T9", "2024-09");
        UUID up = dated(20_000, Qualifier.ABOUT, "T9", "2025-01");
        dated(15_000, Qualifier.EXACT, "T9", "2025-02");
        dated(5_000, Qualifier.ABOUT, "T9", "2025-09");
        dated(4_000, Qualifier.LESS_THAN, "T9", "2025-10");
        Finding finding = only(up);
        assertThat(finding.kind()).isEqualTo(Kind.STEP_BACK);
        assertThat(finding.figures()).containsExactly(first, up);
        assertThat(all().stream().flatMap(f -> f.group().lines()))
                .noneMatch(group -> group.contains("t7"));
    }

    @Test
    void moreToAFamilyThanThereCanBeIsFoundInOneStatementAlone() {
        UUID families = unit(833, Unit.Thing.FAMILY, "T8 left", "2025-02-17");
        unit(15_000, Unit.Thing.PERSON, "T8 left", "2025-02-17");
        unit(15_000, Unit.Thing.PERSON, "T8 left", "2024-01-01");
        UUID returned = unit(3_200, Unit.Thing.FAMILY, "T8 returned", "2025-02-17");
        unit(12_500, Unit.Thing.PERSON, "T8 returned", "2025-02-17");
        assertThat(numbers(only(families))).containsExactly("15000", "833", "18");
        assertThat(of(returned)).isEmpty();
    }

    @Test
    void onlyOnePopulationOnOneDayContradicts() {
        UUID one = dated(5204, Qualifier.EXACT, "T-day", "2026-02-28");
        dated(5500, Qualifier.AT_LEAST, "T-day annex", "2026-02-28");
        dated(5300, Qualifier.EXACT, "T-day", "2026-03-01");
        assertThat(of(one)).isEmpty();
        dated(5500, Qualifier.AT_LEAST, "T-day", "2026-02-28");
        assertThat(only(one).kind()).isEqualTo(Kind.DISAGREE);
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
        assertThat(news.heron.call(() -> keeping().off(List.of(whole)))).isEmpty();
        news.clover.call(() -> keeping().rebuild());
        assertThat(only(whole).decision())
                .extracting(Finding.Decision::verdict, Finding.Decision::reason)
                .containsExactly(Verdict.EXPLAINED, "two on leave");
        must(news.clover.call(() -> news.keeping().retract(part, "misread")));
        assertThat(of(whole)).isEmpty();
        said(499, Qualifier.EXACT, "T-decide", whole);
        assertThat(only(whole).decision()).isNull();
        assertThat(news.heron.call(() -> keeping().off(List.of(whole)))).containsExactly(whole);
    }

    /// Whatever is published, corrected and taken back: what was worked out on the way is what comes out
    /// when everything is worked out at once.
    @Test
    void whatIsWorkedOutAtEachChangeIsTheWhole() {
        Random random = new Random(20261122);
        List<UUID> known = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
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
        assertThat(onTheWay).hasSizeGreaterThan(5);
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

    private static List<Finding> all() {
        return news.heron.call(() -> keeping().all());
    }

    private static List<String> keys() {
        return all().stream().map(Finding::key).sorted().collect(Collectors.toList());
    }

    private static List<Finding> of(UUID figure) {
        return news.heron.call(() -> keeping().of(List.of(figure)));
    }

    private static Finding only(UUID figure) {
        List<Finding> found = of(figure);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<String> numbers(Finding finding) {
        return finding.lines().stream()
                .map(Finding.Line::number)
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
