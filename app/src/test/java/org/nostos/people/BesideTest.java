package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.identity.Overview.AgeBand;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.LedgerKeeping;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee.Row;
import org.nostos.reports.SaidBesideKnown;
import org.nostos.reports.SaidBesideKnown.Report;

/// What was said beside what is known: numbers of people alone, and none under ten that could be told.
///
/// Forty-three people are held: twenty of about thirty-five years, twenty of about fifty, three of about
/// seventy. All are men.
class BesideTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> TREES =
            List.of("Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Tin", "Arz");

    private static Committee c;
    private static Caller officer;
    private static Caller clover;
    private static Caller teasel;
    private static Instant before;
    private static UUID said;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
        officer = c.house.committee(Role.CASE_OFFICER);
        clover = c.house.committee(Role.ANALYST);
        teasel = c.house.committee(Role.ANALYST);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 43; i++) {
            String born = (i < 20 ? 1991 : i < 40 ? 1976 : 1956) + "-02-03";
            rows.add(
                    new Row(TREES.get(i % 7), TREES.get(i / 7) + "ov", "al-Inabi", born, "B-" + i));
        }
        c.accept(c.holder, DAY, rows);
        c.awaitLinked();
        before = Instant.now();
        said = figure(450);
        publish(said);
        figure(460);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void aSmallCellIsHiddenWithAnotherThatWouldGiveItAway() {
        Report report = report(officer, Instant.now());
        assertThat(report.people()).isEqualTo(43);
        assertThat(men(report, AgeBand.FROM_60)).isNull();
        List<@Nullable Long> shown =
                report.bands().stream().map(band -> men(report, band)).toList();
        assertThat(shown.stream().filter(Objects::isNull).count())
                .as("three from sixty would follow from the total if they alone were hidden")
                .isGreaterThanOrEqualTo(2);
        assertThat(shown.stream().filter(Objects::nonNull)).allMatch(n -> n == 0 || n >= 10);
    }

    @Test
    void whatIsSaidStandsThereOncePublishedAndAsItWasKnown() {
        assertThat(report(officer, Instant.now()).said())
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(said));
        assertThat(report(officer, before).said()).isEmpty();
    }

    @Test
    void whoSeesNoPersonCountsNone() {
        Caller monitor = c.house.party(PartyKind.MONITOR, "Heron Watch", null, Role.MONITOR);
        for (Caller other : List.of(clover, c.house.administrator())) {
            Report report = report(other, Instant.now());
            assertThat(report.people()).isZero();
            assertThat(report.ages().cells())
                    .allSatisfy(row -> assertThat(row).allMatch(cell -> cell == 0));
        }
        assertThat(report(monitor, Instant.now()).ages().cells())
                .allSatisfy(row ->
                        assertThat(row).allMatch(cell -> cell == null || cell == 0 || cell >= 10));
    }

    private static @Nullable Long men(Report report, AgeBand band) {
        return report.ages().cells().get(report.bands().indexOf(band)).get(1);
    }

    private static Report report(Caller who, Instant known) {
        return who.call(() -> c.house.bean(SaidBesideKnown.class).at(DAY, Instant.now(), known));
    }

    private static UUID figure(long number) {
        Figure figure =
                new Figure(
                        UUID.randomUUID(),
                        Amount.of(number, Qualifier.EXACT),
                        Unit.Thing.PERSON,
                        "people held",
                        Category.HELD,
                        null,
                        "Site North",
                        "the holder",
                        new Figure.Said(
                                "the holder’s spokesman",
                                null,
                                null,
                                PartialDate.ofDay(DAY),
                                null,
                                null),
                        null,
                        null);
        must(clover.call(() -> keeping().enter(figure, FigureSource.named("Bulletin 6", null))));
        return figure.id();
    }

    private static void publish(UUID figure) {
        must(teasel.call(() -> keeping().review(figure)));
        must(teasel.call(() -> keeping().publish(figure)));
    }

    private static LedgerKeeping keeping() {
        return c.house.bean(LedgerKeeping.class);
    }

    private static void must(List<?> obstacles) {
        assertThat(obstacles).isEmpty();
    }
}
