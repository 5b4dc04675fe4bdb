package org.nostos.postgres.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.figures.Amount;
import org.nostos.figures.Category;
import org.nostos.figures.Figure;
import org.nostos.figures.Figure.Said;
import org.nostos.figures.Qualifier;
import org.nostos.figures.Stage;
import org.nostos.figures.Unit;
import org.nostos.ledger.FigureSource;
import org.nostos.ledger.LedgerEntry;
import org.nostos.ledger.LedgerQuestion;
import org.nostos.ledger.SaidDate;

/// A figure's columns, read and written; and a question to the ledger as SQL of fixed parts.
final class EntryColumns {

    private EntryColumns() {}

    /// Each part of the question that is asked, as a condition on its parameter.
    static String where(LedgerQuestion question) {
        StringBuilder where = new StringBuilder(" where true");
        if (question.words() != null) {
            where.append(" and n.words like lower(:words)");
        }
        if (question.category() != null) {
            where.append(" and n.category = :category");
        }
        if (question.place() != null) {
            where.append(" and n.place = :place");
        }
        if (question.saidBy() != null) {
            where.append(" and n.said_by = :saidBy");
        }
        if (question.from() != null) {
            where.append(" and n.held_last >= :from");
        }
        if (question.upto() != null) {
            where.append(" and n.held_first <= :upto");
        }
        if (question.stage() != null) {
            where.append(" and n.state = :stage");
        }
        return where.toString();
    }

    static Map<String, @Nullable Object> asked(LedgerQuestion question) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        String words = question.words();
        asked.put("words", pattern(words));
        asked.put("category", question.category() == null ? null : question.category().name());
        asked.put("place", question.place());
        asked.put("saidBy", question.saidBy());
        asked.put("from", question.from());
        asked.put("upto", question.upto());
        asked.put("stage", question.stage() == null ? null : question.stage().name());
        return asked;
    }

    static @Nullable String pattern(@Nullable String words) {
        return words == null ? null : anywhere(words);
    }

    /// The words as a pattern that finds them anywhere, and nothing else.
    static String anywhere(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /// An order for which there is an index, in either direction.
    static String order(LedgerQuestion question) {
        String by =
                switch (question.order()) {
                    case SAID -> "n.said_first";
                    case HELD -> "n.held_first";
                    case NUMBER -> "n.low";
                    case COUNTED -> "n.counted";
                    case PLACE -> "n.place";
                    case SPEAKER -> "n.said_by";
                    case STAGE -> "n.state";
                };
        boolean always =
                switch (question.order()) {
                    case NUMBER, COUNTED, STAGE -> true;
                    case SAID, HELD, PLACE, SPEAKER -> false;
                };
        return question.down()
                ? by + " desc" + (always ? "" : " nulls last") + ", n.number desc"
                : by + ", n.number";
    }

    static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        return new LedgerEntry(
                row.getLong("number"),
                figure(row),
                Stage.valueOf(row.getString("state")),
                source(row),
                row.getObject("replaces", UUID.class),
                row.getObject("replaced_by", UUID.class),
                row.getObject("account", UUID.class),
                moment(row, "recorded_at"),
                published == null ? null : published.toInstant(),
                moment(row, "changed_at"));
    }

    static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getObject("id", UUID.class),
                new Amount(
                        plain(row.getBigDecimal("low")),
                        row.getBigDecimal("high") == null ? null : plain(row.getBigDecimal("high")),
                        Qualifier.valueOf(row.getString("qualifier"))),
                Unit.parse(row.getString("unit")),
                row.getString("counted"),
                Category.valueOf(row.getString("category")),
                row.getString("origin"),
                row.getString("place"),
                row.getString("authority"),
                said(row),
                SaidDate.parse(row.getString("as_of")).orElse(null),
                row.getObject("part_of", UUID.class));
    }

    /// 450.000000 is read as 450.
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shorter = number.stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
    }

    private static Said said(ResultSet row) throws SQLException {
        FigureSource source = source(row);
        return new Said(
                row.getString("said_by"),
                row.getString("speaker_name"),
                row.getString("outlet"),
                SaidDate.parse(row.getString("said_on")).orElse(null),
                row.getString("words"),
                source == null ? null : source.title());
    }

    static @Nullable FigureSource source(ResultSet row) throws SQLException {
        String title = row.getString("source_title");
        return title == null
                ? null
                : new FigureSource(
                        row.getObject("article", UUID.class),
                        title,
                        row.getString("source_address"),
                        row.getString("source_sha256"));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Map<String, @Nullable Object> values(Figure figure) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Said said = figure.said();
        values.put("id", figure.id());
        values.put("low", figure.amount().low());
        values.put("high", figure.amount().high());
        values.put("qualifier", figure.amount().qualifier().name());
        values.put("unit", figure.unit().word());
        values.put("counted", figure.counted());
        values.put("category", figure.category().name());
        values.put("origin", figure.origin());
        values.put("place", figure.place());
        values.put("authority", figure.authority());
        values.put("saidBy", said.office());
        values.put("person", said.person());
        values.put("outlet", said.outlet());
        values.put("words", said.words());
        values.put("partOf", figure.partOf());
        put(values, "said", "On", said.on());
        put(values, "asOf", "", figure.asOf());
        return values;
    }

    private static void put(
            Map<String, @Nullable Object> values,
            String name,
            String written,
            @Nullable PartialDate date) {
        values.put(name + written, date == null ? null : SaidDate.written(date));
        values.put(name + "First", date == null ? null : date.first());
        values.put(name + "Last", date == null ? null : date.last());
    }
}
