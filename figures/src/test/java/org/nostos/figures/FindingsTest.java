package org.nostos.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Difference.Aspect;
import org.nostos.figures.Finding.Kind;
import org.nostos.figures.Unit.Thing;

/// Figures as an analyst enters them, from what was said in public of camps, transfers and returns.
class FindingsTest {

    private final Findings findings = new Findings();
    private long next;

    /// A row of the ledger, with what a test leaves unsaid unknown.
    private record Row(
            UUID id,
            Amount amount,
            Unit unit,
            String counted,
            Category category,
            @Nullable String origin,
            @Nullable String place,
            @Nullable PartialDate day,
            @Nullable String source,
            @Nullable String words,
            @Nullable UUID partOf) {

        Row origin(String value) {
            return new Row(
                    id, amount, unit, counted, category, value, place, day, source, words, partOf);
        }

        Row in(String value) {
            return new Row(
                    id, amount, unit, counted, category, origin, value, day, source, words, partOf);
        }

        Row on(String value) {
            PartialDate date =
                    value.length() == 4
                            ? PartialDate.ofYear(Integer.parseInt(value))
                            : PartialDate.ofDay(LocalDate.parse(value));
            return new Row(
                    id, amount, unit, counted, category, origin, place, date, source, words,
                    partOf);
        }

        Row from(String value) {
            return new Row(
                    id, amount, unit, counted, category, origin, place, day, value, words, partOf);
        }

        Row saying(String value) {
            return new Row(
                    id, amount, unit, counted, category, origin, place, day, source, value, partOf);
        }

        Row of(Row whole) {
            return new Row(
                    id, amount, unit, counted, category, origin, place, day, source, words,
                    whole.id);
        }

        Figure figure() {
            Figure.Said said = new Figure.Said(null, null, null, null, words, source);
            return new Figure(
                    id, amount, unit, counted, category, origin, place, null, said, day, partOf);
        }
    }

    private Row row(Amount amount, Unit unit, String counted, Category category) {
        return new Row(
                new UUID(0, ++next),
                amount,
                unit,
                counted,
                category,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Row people(long number, Qualifier qualifier, String counted, Category category) {
        return row(Amount.of(number, qualifier), Thing.PERSON, counted, category);
    }

    private Row people(long number, String counted, Category category) {
        return people(number, Qualifier.EXACT, counted, category);
    }

    private Row countries(long number, Qualifier qualifier, String counted) {
        return row(Amount.of(number, qualifier), Thing.COUNTRY, counted, Category.COUNTRIES);
    }

    private List<Finding> enter(Row... rows) {
        for (Row row : rows) {
            findings.add(row.figure());
        }
        return findings.all();
    }

    private List<Finding> of(Kind kind) {
        return findings.all().stream().filter(finding -> finding.kind() == kind).toList();
    }

    private static List<Aspect> aspects(Finding finding) {
        return finding.differences().stream().map(Difference::aspect).toList();
    }

    @Test
    void t1_partsThatMissTheirTotalByOneAreFlaggedAndKept() {
        Row total = people(5_704, "detainees", Category.TRANSFERRED).in("from Syria to Iraq");
        enter(
                total,
                people(467, "detainees", Category.TRANSFERRED).origin("Iraq").of(total),
                people(4_253, "detainees", Category.TRANSFERRED).origin("Arab countries").of(total),
                people(983, "detainees", Category.TRANSFERRED).origin("foreign").of(total));
        assertThat(of(Kind.DOES_NOT_ADD_UP))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.arithmetic())
                            .isEqualTo("467 + 4,253 + 983 = 5,703 ≠ 5,704 (−1)");
                    assertThat(finding.figures()).hasSize(4);
                });
    }

    @Test
    void t2_partsThatMissTheirTotalBySevenAreFlagged() {
        Row total = people(65_406, "residents", Category.HELD).in("al-Hol").on("2020-07-19");
        enter(
                total,
                people(30_573, "residents", Category.HELD).origin("Iraq").of(total),
                people(24_914, "residents", Category.HELD).origin("Syria").of(total),
                people(9_912, "residents", Category.HELD).origin("other").of(total));
        assertThat(of(Kind.DOES_NOT_ADD_UP))
                .extracting(Finding::arithmetic)
                .containsExactly("30,573 + 24,914 + 9,912 = 65,399 ≠ 65,406 (−7)");
    }

    @Test
    void t3_partsThatMakeTheirTotalAddUp() {
        Row total = people(373, "dead", Category.KILLED).in("Hasaka prison");
        enter(
                total,
                people(268, "members", Category.KILLED).of(total),
                people(98, "forces and guards", Category.KILLED).of(total),
                people(7, "civilians", Category.KILLED).of(total));
        assertThat(of(Kind.ADDS_UP))
                .extracting(Finding::arithmetic)
                .containsExactly("268 + 98 + 7 = 373");
        assertThat(findings.all()).noneMatch(finding -> finding.kind().asks());
    }

    @Test
    void t4_hedgedPartsAddUpWithinTheirHedgesAndASubsetFits() {
        Row all = people(10_000, Qualifier.ABOUT, "fighters", Category.HELD).in("Syria");
        Row foreign =
                people(2_000, Qualifier.ABOUT, "foreigners", Category.FOREIGN_HELD)
                        .origin("foreign")
                        .in("Syria")
                        .of(all);
        enter(
                all,
                foreign,
                people(8_000, Qualifier.ABOUT, "fighters", Category.HELD)
                        .origin("Iraq; Syria")
                        .in("Syria")
                        .of(all),
                people(800, Qualifier.ABOUT, "Europeans", Category.FOREIGN_HELD)
                        .origin("Europe")
                        .in("Syria")
                        .of(foreign));
        assertThat(of(Kind.ADDS_UP))
                .extracting(Finding::arithmetic)
                .containsExactly("≈2,000 + ≈8,000 = ≈10,000");
        assertThat(of(Kind.PART_FITS)).extracting(Finding::arithmetic).contains("≈800 ⊂ ≈2,000");
        assertThat(findings.all()).noneMatch(finding -> finding.kind().asks());
    }

    @Test
    void t5_nationalitiesOfDifferentPopulationsDoNotContradict() {
        enter(
                countries(40, Qualifier.MORE_THAN, "countries of those planned").on("2026-01-25"),
                countries(42, Qualifier.EXACT, "countries of those in transfer").on("2026-02-07"),
                countries(61, Qualifier.EXACT, "countries of those transferred").on("2026-02-13"),
                countries(44, Qualifier.EXACT, "countries of those held in camps").on("2018"),
                countries(72, Qualifier.EXACT, "countries of those who ever joined").on("2019"));
        assertThat(of(Kind.CONTRADICTION)).isEmpty();
        assertThat(of(Kind.NOT_COMPARABLE))
                .hasSize(10)
                .allSatisfy(finding ->
                        assertThat(aspects(finding)).contains(Aspect.COUNTED, Aspect.TIME));
    }

    @Test
    void t6_theSameNounOfAnotherWholeAndTimeIsNotComparable() {
        Row present = people(7_000, "militants", Category.HELD).in("Syria").on("2026-01-25");
        Row moved =
                people(5_704, "detainees", Category.TRANSFERRED)
                        .in("from Syria to Iraq")
                        .on("2026-02-13");
        enter(
                present,
                people(2_000, Qualifier.ABOUT, "militants", Category.HELD)
                        .origin("Iraq")
                        .in("Syria")
                        .on("2026-01-25")
                        .of(present),
                moved,
                people(467, "detainees", Category.TRANSFERRED)
                        .origin("Iraq")
                        .in("from Syria to Iraq")
                        .on("2026-02-13")
                        .of(moved));
        assertThat(of(Kind.CONTRADICTION)).isEmpty();
        assertThat(of(Kind.NOT_COMPARABLE))
                .filteredOn(finding -> finding.arithmetic().equals("≈2,000 | 467"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(aspects(finding))
                                .contains(Aspect.TIME, Aspect.WHOLE, Aspect.CATEGORY));
    }

    @Test
    void t7_oneTransferOverTimeIsASeriesThatNeverFalls() {
        long[] numbers = {5_704, 150, 2_250, 450};
        String[] days = {"2026-02-13", "2026-01-21", "2026-02-07", "2026-01-25"};
        for (int i = 0; i < numbers.length; i++) {
            enter(
                    people(numbers[i], "detainees", Category.TRANSFERRED)
                            .in("from Syria to Iraq")
                            .on(days[i]));
        }
        assertThat(findings.all())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.SERIES);
                    assertThat(finding.arithmetic()).isEqualTo("150 → 450 → 2,250 → 5,704");
                });
    }

    @Test
    void t8_eighteenPersonsToAFamilyAreUnlikelyAndFourAreNot() {
        String source = "mideastdiscourse 2025-02-17";
        enter(
                row(Amount.exactly(833), Thing.FAMILY, "families", Category.REPATRIATED)
                        .in("from al-Hol")
                        .from(source),
                people(15_000, Qualifier.ABOUT, "people", Category.REPATRIATED)
                        .in("from al-Hol")
                        .from(source),
                row(Amount.exactly(3_200), Thing.FAMILY, "families", Category.REPATRIATED)
                        .in("to Iraq")
                        .from(source),
                people(12_500, "people", Category.REPATRIATED).in("to Iraq").from(source));
        assertThat(of(Kind.UNLIKELY_RATIO))
                .extracting(Finding::arithmetic)
                .containsExactly("≈15,000 / 833 = 18.0");
    }

    @Test
    void t9_aStepAgainstTheWayOfASeriesIsFlagged() {
        enter(
                iraqisLeft(18_000, Qualifier.EXACT, "2024-09-15"),
                iraqisLeft(20_000, Qualifier.ABOUT, "2025-01-15"),
                iraqisLeft(15_000, Qualifier.EXACT, "2025-02-15"),
                iraqisLeft(5_000, Qualifier.ABOUT, "2025-09-15"),
                iraqisLeft(4_000, Qualifier.LESS_THAN, "2025-11-15"));
        assertThat(of(Kind.SERIES_TURNS))
                .extracting(Finding::arithmetic)
                .containsExactly("18,000 → ≈20,000 → 15,000 → ≈5,000 → <4,000");
    }

    private Row iraqisLeft(long number, Qualifier qualifier, String day) {
        return people(number, qualifier, "Iraqis", Category.HELD)
                .origin("Iraq")
                .in("al-Hol")
                .on(day);
    }

    @Test
    void t10_repatriatedIsSaidOfAMoveToAThirdState() {
        enter(
                people(450, Qualifier.ABOUT, "militants", Category.TRANSFERRED)
                        .in("from Syria to Iraq")
                        .saying("Iraq repatriated 450"),
                people(300, "militants", Category.REPATRIATED)
                        .origin("Tunisia; Morocco")
                        .in("from Syria to Iraq"),
                people(100, "families", Category.REPATRIATED)
                        .origin("Iraq")
                        .in("from al-Hol to Iraq"));
        assertThat(of(Kind.VERB_CORRECTED)).hasSize(1);
        assertThat(of(Kind.VERB_CLAIMS_MORE))
                .extracting(Finding::arithmetic)
                .containsExactly("Tunisia; Morocco ≠ Iraq: transferred");
    }

    @Test
    void t10_theVerbOfTheHeadlineIsKeptWithTheWordsOfTheClaim() {
        String text =
                """
                Varland repatriated 450 prisoners of the war

                About 450 prisoners of the war were transferred from Syria to Iraq on Sunday.
                """;
        Claim claim = Reports.read(text).getFirst();
        assertThat(claim.category()).isEqualTo(Category.TRANSFERRED);
        String words = Comparing.words(text, claim);
        assertThat(words).contains("repatriated 450 prisoners", claim.quote());
        enter(people(450, Qualifier.ABOUT, "prisoners", Category.TRANSFERRED).saying(words));
        assertThat(of(Kind.VERB_CORRECTED)).hasSize(1);
    }

    @Test
    void t11_escapedAndUnaccountedForMayBothBeTrue() {
        enter(
                people(2, Qualifier.AT_LEAST, "militants who fled", Category.ESCAPED)
                        .origin("Belgium")
                        .in("Syria")
                        .from("a"),
                people(5, "fighters no longer there", Category.ESCAPED)
                        .origin("Belgium")
                        .in("Syria")
                        .from("a"));
        assertThat(findings.all())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.NOT_COMPARABLE);
                    assertThat(finding.arithmetic()).isEqualTo("≥2 | 5");
                    assertThat(aspects(finding)).containsExactly(Aspect.COUNTED);
                });
    }

    @Test
    void t12_campCountsCompareOnlyWhereTheirPopulationsAgree() {
        enter(
                people(30_972, "women and children", Category.HELD)
                        .origin("Iraq")
                        .in("northeast Syria")
                        .on("2021"),
                people(11_136, "women and children", Category.HELD)
                        .origin("other")
                        .in("northeast Syria")
                        .on("2021"),
                people(60_000, Qualifier.ABOUT, "people", Category.HELD)
                        .in("northeast Syria")
                        .on("2023"),
                people(50_000, Qualifier.ABOUT, "people", Category.HELD)
                        .origin("Iraq")
                        .in("northeast Syria")
                        .on("2023"));
        assertThat(of(Kind.CONTRADICTION)).isEmpty();
        assertThat(of(Kind.NOT_COMPARABLE))
                .extracting(Finding::arithmetic)
                .containsExactly("30,972 | ≈50,000");
        enter(
                people(40_000, Qualifier.ABOUT, "people", Category.HELD)
                        .origin("Iraq")
                        .in("northeast Syria")
                        .on("2023"));
        assertThat(of(Kind.CONTRADICTION))
                .extracting(Finding::arithmetic)
                .containsExactly("≈50,000 ≠ ≈40,000");
    }

    @Test
    void whatIsNotKnownNeverContradicts() {
        enter(
                people(900, "fighters", Category.HELD).on("2018-10-14"),
                people(400, "fighters", Category.HELD).on("2018-10-14"));
        assertThat(of(Kind.CONTRADICTION)).isEmpty();
        assertThat(of(Kind.NOT_COMPARABLE))
                .singleElement()
                .satisfies(finding -> assertThat(aspects(finding)).containsExactly(Aspect.PLACE));
    }

    @Test
    void aFigureThatIsTakenBackTakesItsFindingsWithIt() {
        Row one = people(900, "fighters", Category.HELD).in("Syria").on("2018-10-14");
        Row other = people(400, "fighters", Category.HELD).in("Syria").on("2018-10-14");
        enter(one, other);
        assertThat(of(Kind.CONTRADICTION)).hasSize(1);
        findings.remove(other.id());
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void aNounIsReadBeforeWhatIsSaidOfThoseCounted() {
        assertThat(noun("people transferred from Syria")).isEqualTo("person|people");
        assertThat(noun("men held, said to have fought")).isEqualTo("person|men");
        assertThat(noun("foreign fighters")).isEqualTo("person|fighters");
        assertThat(noun("held")).isEqualTo("person|held");
    }

    private String noun(String counted) {
        return Comparing.noun(people(1, counted, Category.HELD).figure());
    }

    @Test
    void aSeriesNamesTheFiguresAtWhichItTurns() {
        Row before = iraqisLeft(18_000, Qualifier.EXACT, "2024-09-15");
        Row after = iraqisLeft(20_000, Qualifier.ABOUT, "2025-01-15");
        enter(before, after, iraqisLeft(15_000, Qualifier.EXACT, "2025-02-15"));
        assertThat(of(Kind.SERIES_TURNS))
                .singleElement()
                .extracting(Finding::off)
                .isEqualTo(List.of(before.id(), after.id()));
    }

    @Test
    void menAndWomenMakeTheWholeThoughOnlyWomenAreACategory() {
        Row whole = people(412, "people", Category.HELD).in("Site");
        enter(
                whole,
                people(250, "men", Category.HELD).in("Site").of(whole),
                people(160, "women", Category.WOMEN).in("Site").of(whole));
        assertThat(of(Kind.DOES_NOT_ADD_UP))
                .extracting(Finding::arithmetic)
                .containsExactly("250 + 160 = 410 ≠ 412 (−2)");
    }

    @Test
    void partsOfOneWholeAreNotSetBesideEachOther() {
        Row whole = people(10, "dead", Category.KILLED).in("Site");
        enter(
                whole,
                people(6, "dead guards", Category.KILLED).in("Site").of(whole),
                people(4, "men and guards", Category.KILLED).in("Site").of(whole));
        assertThat(of(Kind.NOT_COMPARABLE)).isEmpty();
    }

    /// The last of many figures is compared with no more than the first were.
    @Test
    void aFigureIsComparedWithItsOwnKeysAlone() {
        List<Figure> many = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            many.add(
                    people(1_000 + i % 97, "detainees", Category.HELD)
                            .origin("Iraq")
                            .in("camp " + i % 50)
                            .on(LocalDate.of(2020, 1, 1).plusDays(i % 1_500).toString())
                            .figure());
        }
        int most = 0;
        for (Figure figure : many) {
            most = Math.max(most, findings.add(figure).size());
        }
        assertThat(most).isLessThan(40);
    }
}
