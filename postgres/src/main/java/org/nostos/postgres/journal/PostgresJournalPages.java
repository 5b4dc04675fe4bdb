package org.nostos.postgres.journal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.Hash;
import org.nostos.journal.JournalPages;
import org.nostos.journal.Seal;
import org.nostos.postgres.journal.internal.EntryRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The journal's pages, read as the caller: row-level security decides what stands on them.
@Component
@Transactional(readOnly = true)
class PostgresJournalPages implements JournalPages {

    private static final String LINES =
            "select "
                    + EntryRow.COLUMNS
                    + ", c.seq from nostos.journal_entry e"
                    + " left join nostos.journal_chain c on c.entry = e.id";

    /// Older than the entry, or as old with a later id: the order of the page.
    private static final String AFTER =
            """
             and e.recorded_at <= (select recorded_at from nostos.journal_entry where id = :after)
             and (e.recorded_at < (select recorded_at from nostos.journal_entry where id = :after)
                  or e.id > :after)
            """;

    private final JdbcClient jdbc;

    PostgresJournalPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page newest(Filter filter, @Nullable UUID after, int limit) {
        Map<String, Object> values = new HashMap<>();
        String wanted = conditions(filter, after, values);
        values.put("most", limit + 1);
        List<Line> lines =
                jdbc.sql(
                                LINES
                                        + " where true"
                                        + wanted
                                        + " order by e.recorded_at desc, e.id limit :most")
                        .params(values)
                        .query((row, number) -> line(row))
                        .list();
        boolean more = lines.size() > limit;
        return new Page(more ? lines.subList(0, limit) : lines, more);
    }

    private static String conditions(
            Filter filter, @Nullable UUID after, Map<String, Object> values) {
        StringBuilder conditions = new StringBuilder();
        add(conditions, values, " and e.kind = :kind", "kind", filter.kind());
        add(conditions, values, " and e.actor = :actor", "actor", filter.actor());
        add(conditions, values, " and e.recorded_at >= :from", "from", time(filter.from()));
        add(conditions, values, " and e.recorded_at < :before", "before", time(filter.before()));
        add(conditions, values, AFTER, "after", after);
        return conditions.toString();
    }

    private static void add(
            StringBuilder conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.append(condition);
            values.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : EntryRow.time(instant);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(EntryRow.read(row), row.getObject("seq", Long.class));
    }

    @Override
    public Optional<Line> find(UUID entry) {
        return jdbc.sql(LINES + " where e.id = :id")
                .param("id", entry)
                .query((row, number) -> line(row))
                .optional();
    }

    @Override
    public Optional<String> payload(UUID entry) {
        return jdbc.sql("select payload from nostos.journal_payload where entry = :id")
                .param("id", entry)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .optional();
    }

    /// Steps from each kind to the next in the index, so the number of entries does not matter.
    @Override
    public List<String> kinds() {
        return jdbc.sql(
                        """
                        with recursive kinds as (
                            (select kind from nostos.journal_entry order by kind limit 1)
                            union all
                            select (select e.kind from nostos.journal_entry e
                                    where e.kind > k.kind order by e.kind limit 1)
                            from kinds k where k.kind is not null)
                        select kind from kinds where kind is not null order by kind
                        """)
                .query(String.class)
                .list();
    }

    @Override
    public State state() {
        long unsealed =
                jdbc.sql("select count(*) from nostos.journal_pending").query(Long.class).single();
        return new State(
                jdbc.sql(
                                "select size, root, chain, sealed_at from nostos.journal_seal"
                                        + " order by size desc limit 1")
                        .query((row, number) -> seal(row))
                        .optional()
                        .orElse(null),
                unsealed);
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("size"),
                Hash.of(row.getBytes("root")),
                Hash.of(row.getBytes("chain")),
                EntryRow.instant(row, "sealed_at"));
    }
}
