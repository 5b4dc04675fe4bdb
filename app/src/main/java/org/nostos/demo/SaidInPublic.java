package org.nostos.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.Instance;
import org.nostos.basics.Obstacle;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Figure.Said;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Unit;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.LedgerKeeping;
import org.nostos.ledger.SaidDate;

/// What officials said in public, entered by one analyst and published by another: the one part of the demo
/// that is not invented. Offices and outlets are named, persons not, and no sentence is copied.
final class SaidInPublic {

    private static final int COLUMNS = 16;

    private final DemoStory story;
    private final LedgerKeeping ledger;

    SaidInPublic(DemoStory story, Instance instance) {
        this.story = story;
        this.ledger = instance.bean(LedgerKeeping.class);
    }

    /// A figure of the file, with where it can be read.
    record Row(Figure figure, FigureSource source) {}

    void enter() {
        rows().values().forEach(this::enter);
    }

    /// The figures by their names in the file, wholes before their parts.
    static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : lines()) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                rows.put(cells[0], row(cells, rows));
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try (BufferedReader file =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        SaidInPublic.class.getResourceAsStream(
                                                "public-figures.tsv")),
                                StandardCharsets.UTF_8))) {
            return file.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] cells, Map<String, Row> known) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("a figure has " + COLUMNS + " cells: " + cells[0]);
        }
        @Nullable String of = text(cells[13]);
        UUID whole = of == null ? null : Objects.requireNonNull(known.get(of)).figure().id();
        return new Row(figure(cells, whole), FigureSource.named(cells[14], text(cells[15])));
    }

    private void enter(Row row) {
        Figure figure = row.figure();
        as(Member.CLOVER, () -> ledger.enter(figure, row.source()));
        as(Member.TEASEL, () -> ledger.review(figure.id()));
        as(Member.TEASEL, () -> ledger.publish(figure.id()));
    }

    private void as(Member member, Supplier<List<Obstacle>> step) {
        List<Obstacle> obstacles = story.as(member).call(step::get);
        if (!obstacles.isEmpty()) {
            throw new IllegalStateException("a figure was refused: " + obstacles);
        }
    }

    private static Figure figure(String[] cells, @Nullable UUID whole) {
        return new Figure(
                UUID.randomUUID(),
                amount(cells[1], Qualifier.valueOf(cells[2].toUpperCase(java.util.Locale.ROOT))),
                Unit.parse(cells[3]),
                cells[4],
                Category.parse(cells[5]),
                text(cells[6]),
                text(cells[7]),
                text(cells[8]),
                new Said(
                        text(cells[9]),
                        null,
                        text(cells[10]),
                        SaidDate.parse(cells[11]).orElse(null),
                        null,
                        null),
                SaidDate.parse(cells[12]).orElse(null),
                whole);
    }

    private static Amount amount(String written, Qualifier qualifier) {
        String[] ends = written.split("-");
        return qualifier == Qualifier.RANGE
                ? Amount.range(new BigDecimal(ends[0]), new BigDecimal(ends[1]))
                : Amount.of(new BigDecimal(ends[0]), qualifier);
    }

    private static @Nullable String text(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
