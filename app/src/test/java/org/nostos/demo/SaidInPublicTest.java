package org.nostos.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Role;
import org.nostos.demo.SaidInPublic.Row;
import org.nostos.figures.Category;
import org.nostos.figures.Difference;
import org.nostos.figures.Difference.Aspect;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;
import org.nostos.ledger.FindingKeeping;
import org.nostos.ledger.FindingQuestion;
import org.nostos.ledger.LedgerFinding;
import org.nostos.ledger.LedgerFinding.Heap;
import org.nostos.ledger.LedgerFinding.Standing;
import org.nostos.ledger.LedgerKeeping;
import org.nostos.parties.Caller;
import org.nostos.testing.TestHouse;

/// The public figures of the demo, published: what fits, what does not, and what only looks so.
class SaidInPublicTest {

    private static final Map<String, Row> ROWS = SaidInPublic.rows();

    private static TestHouse house;
    private static Caller reader;
    private static List<Finding> found;

    @BeforeAll
    static void publish() {
        house = TestHouse.open();
        Caller clover = house.committee(Role.ANALYST);
        Caller teasel = house.committee(Role.ANALYST);
        LedgerKeeping ledger = house.bean(LedgerKeeping.class);
        List<Obstacle> refused = new ArrayList<>();
        for (Row row : ROWS.values()) {
            UUID id = row.figure().id();
            refused.addAll(clover.call(() -> ledger.enter(row.figure(), row.source())));
            refused.addAll(teasel.call(() -> ledger.review(id)));
            refused.addAll(teasel.call(() -> ledger.publish(id)));
        }
        assertThat(refused).isEmpty();
        reader = clover;
        found =
                Stream.of(Heap.values())
                        .flatMap(heap -> page(FindingQuestion.all(heap)).stream())
                        .map(LedgerFinding::what)
                        .toList();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void nothingContradictsAndFourThingsDoNotFit() {
        assertThat(of(Kind.CONTRADICTION)).isEmpty();
        assertThat(found.stream().filter(one -> one.kind().asks()).map(Finding::arithmetic))
                .containsExactlyInAnyOrder(
                        "4,253 + 983 + 467 = 5,703 ≠ 5,704 (−1)",
                        "30,573 + 24,914 + 9,912 = 65,399 ≠ 65,406 (−7)",
                        "≈15,000 / 833 = 18.0",
                        "30,573 → 18,000 → ≈20,000 → 15,000 → ≈5,000 → <4,000");
    }

    private static List<LedgerFinding> page(FindingQuestion question) {
        FindingKeeping findings = house.bean(FindingKeeping.class);
        List<LedgerFinding> page = reader.call(() -> findings.page(question, 0, 1_000));
        assertThat(reader.call(() -> findings.count(question))).isEqualTo(page.size());
        return page;
    }

    @Test
    void findingsAreAskedForByKindStandingAndTheFiguresInThem() {
        FindingQuestion all = FindingQuestion.all(Heap.FITS);
        assertThat(
                        page(
                                new FindingQuestion(
                                        all.heap(),
                                        Kind.ADDS_UP,
                                        Standing.WAITS,
                                        null,
                                        null,
                                        null)))
                .extracting(finding -> finding.what().kind())
                .isNotEmpty()
                .containsOnly(Kind.ADDS_UP);
        assertThat(
                        page(
                                new FindingQuestion(
                                        all.heap(), null, Standing.DISMISSED, null, null, null)))
                .isEmpty();
        assertThat(page(new FindingQuestion(all.heap(), null, null, Category.KILLED, null, null)))
                .extracting(finding -> finding.what().arithmetic())
                .contains("268 + 98 + 7 = 373")
                .doesNotContain("≈8,000 + ≈2,000 = ≈10,000");
        assertThat(page(new FindingQuestion(all.heap(), null, null, null, null, "100%_\\")))
                .isEmpty();
    }

    @Test
    void whatFitsIsSetOut() {
        assertThat(of(Kind.ADDS_UP))
                .extracting(Finding::arithmetic)
                .contains("268 + 98 + 7 = 373", "≈8,000 + ≈2,000 = ≈10,000");
        assertThat(of(Kind.PART_FITS)).extracting(Finding::arithmetic).contains("≈800 ⊂ ≈2,000");
        assertThat(of(Kind.SERIES))
                .extracting(Finding::arithmetic)
                .contains("150 → ≈450 → 2,250 → 5,704");
    }

    @Test
    void countriesAreOfDifferentPeople() {
        for (String other : List.of("n0-countries", "n2-countries", "t12-60", "t12-57")) {
            assertThat(apart("n1-countries", other)).contains(Aspect.TIME, Aspect.PLACE);
        }
        assertThat(apart("n1-countries", "t1-countries")).contains(Aspect.TIME, Aspect.PLACE);
    }

    @Test
    void iraqisNamedAndIraqisMovedAreNotTheSame() {
        assertThat(apart("n1-iraqi", "t1-iraqi"))
                .contains(Aspect.CATEGORY, Aspect.PLACE, Aspect.TIME, Aspect.WHOLE);
    }

    @Test
    void whoFledAndWhoIsNoLongerThereMayBothBeTrue() {
        assertThat(apart("n0-be2", "n0-be5")).containsExactly(Aspect.COUNTED, Aspect.PLACE);
    }

    private static List<Finding> of(Kind kind) {
        return found.stream().filter(one -> one.kind() == kind).toList();
    }

    /// In what the two differ, if they were set beside each other.
    private static List<Aspect> apart(String one, String other) {
        List<UUID> both = List.of(id(one), id(other));
        return of(Kind.NOT_COMPARABLE).stream()
                .filter(finding -> finding.figures().containsAll(both))
                .flatMap(finding -> finding.differences().stream())
                .map(Difference::aspect)
                .toList();
    }

    private static UUID id(String key) {
        return Objects.requireNonNull(ROWS.get(key)).figure().id();
    }
}
