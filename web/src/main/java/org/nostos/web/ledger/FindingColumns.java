package org.nostos.web.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding.Kind;
import org.nostos.ledger.FindingQuestion;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerFinding;
import org.nostos.ledger.LedgerFinding.Heap;
import org.nostos.ledger.LedgerFinding.Standing;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;

/// What is said of each finding in a file, and what is asked of the store for them.
final class FindingColumns {

    /// A finding with the figures that it speaks of.
    record Row(LedgerFinding finding, Map<UUID, LedgerEntry> entries) {}

    private FindingColumns() {}

    static List<Column<Row>> of(FigureWords words) {
        return List.of(
                Column.<Row>word(
                                "kind",
                                "findings.kind",
                                "findings.kind.",
                                row -> row.finding.what().kind())
                        .inItsOrder(),
                Column.<Row>word(
                                "stands",
                                "findings.stands",
                                "findings.stands.",
                                row -> row.finding.standing())
                        .inItsOrder(),
                Column.<Row>word(
                                "category",
                                "figures.category",
                                "figures.category.",
                                row -> ofFirst(row, Figure::category))
                        .inItsOrder(),
                Column.<Row>text("place", "figures.place", row -> ofFirst(row, Figure::place))
                        .choice()
                        .inItsOrder(),
                Column.<Row>text(
                                "arithmetic",
                                "findings.arithmetic",
                                row -> row.finding.what().arithmetic())
                        .still(),
                Column.<Row>text("figures", "findings.figures", row -> said(row, words)).still(),
                Column.<Row>text("reason", "figures.why", FindingColumns::reason).still());
    }

    /// What is said of the figure that the finding names first.
    private static @Nullable Object ofFirst(Row row, Function<Figure, @Nullable Object> of) {
        LedgerEntry first = row.entries.get(row.finding.what().figures().getFirst());
        return first == null ? null : of.apply(first.figure());
    }

    /// Every figure of it with its speaker, as the page has them.
    private static String said(Row row, FigureWords words) {
        return row.finding.what().figures().stream()
                .map(row.entries::get)
                .filter(Objects::nonNull)
                .map(entry ->
                        entry.name()
                                + ": "
                                + words.number(entry.figure())
                                + " "
                                + entry.figure().counted()
                                + ", "
                                + words.speaker(entry.figure()))
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String reason(Row row) {
        return row.finding.decision() == null ? null : row.finding.decision().reason();
    }

    /// A word of the address that is no value asks for any; a kind of another heap is none of this one.
    static FindingQuestion question(Heap heap, Asked asked) {
        @Nullable Kind kind = FigureColumns.constant(Kind.values(), asked.of("kind"));
        return new FindingQuestion(
                heap,
                kind != null && heap.kinds().contains(kind) ? kind : null,
                FigureColumns.constant(Standing.values(), asked.of("stands")),
                FigureColumns.constant(Category.values(), asked.of("category")),
                FigureColumns.orNull(asked.of("place")),
                FigureColumns.orNull(asked.words().strip()));
    }
}
