package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ReadRow;
import org.nostos.lists.RowFault;
import org.nostos.lists.RowProblem;
import org.nostos.lists.StagedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Staged rows, a chunk at a time in one statement: arrays side by side, because COPY does not go
/// together with row-level security.
@Repository
class PostgresStagedRows implements StagedRows {

    private static final char UNIT = 0x1F;

    private static final String COLUMNS =
            """
            number, fields, sex, birth_first, birth_last, birth_precision, birth_calendar, birth_text,
            kept, family, relation, relation_text, family_size\
            """;

    private static final String ADD_ROWS =
            """
            insert into nostos.staged_row (mapping, party, line, part, good, %s)
            select ?, ?, line, part, good, number, fields::jsonb, sex, first::date, last::date, precision_, calendar,
                   text_, kept::jsonb, family, relation, relation_text, family_size
            from unnest(?::bigint[], ?::int[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
                 as row (line, part, good, number, fields, sex, first, last, precision_, calendar, text_, kept,
                         family, relation, relation_text, family_size)
            """
                    .formatted(COLUMNS);

    private static final String ADD_PROBLEMS =
            """
            insert into nostos.row_problem (mapping, party, line, col, received, fault, arguments, fate)
            select ?, ?, line, col, received, fault, string_to_array(arguments, U&'\\001F'), fate
            from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                 as problem (line, col, received, fault, arguments, fate)
            """;

    private static final String NOTE_REPEATED =
            """
            insert into nostos.row_problem (mapping, party, line, col, received, fault, arguments, fate)
            select ?, ?, line, ?, number, 'NUMBER_TWICE', array[first_line::text], 'ROW_KEPT'
            from (select line, number, name, first_value(line) over earlier as first_line,
                         first_value(name) over earlier as first_name
                  from (select line, number,
                               fields - '{birth_date,sex,occupation,postal_code}'::text[] as name
                        from nostos.staged_row
                        where mapping = ? and good and number in
                              (select number from nostos.staged_row where mapping = ? and good
                               group by number having count(*) > 1)) named
                  window earlier as (partition by number order by line)) numbered
            where line > first_line and name is distinct from first_name
            """;

    private static final String ACCEPT =
            """
            insert into nostos.record (version, party, line, part, number, fields, sex, birth_first, birth_last,
                                       birth_precision, birth_calendar, birth_text, kept, act)
            select ?, party, line, part, number, fields, sex, birth_first, birth_last, birth_precision,
                   birth_calendar, birth_text, kept, ?
            from nostos.standing_row where mapping = ? and line between ? and ?
            """;

    private final JdbcClient jdbc;

    PostgresStagedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Progress progress(UUID mapping) {
        return jdbc.sql(
                        """
                        select count(*) as chunks, coalesce(max(last_line), 0) as last_line,
                               coalesce(sum(rows), 0) as rows, coalesce(sum(good), 0) as good,
                               min(recorded_at) as first, max(recorded_at) as last
                        from nostos.staged_chunk where mapping = ?
                        """)
                .param(mapping)
                .query(PostgresStagedRows::progress)
                .single();
    }

    @Override
    public void add(Chunk chunk, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.staged_chunk (mapping, number, party, first_line, last_line, rows, good,
                                                         problems, root, act)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        chunk.mapping(),
                        chunk.number(),
                        chunk.party(),
                        chunk.firstLine(),
                        chunk.lastLine(),
                        chunk.rows().size(),
                        chunk.good(),
                        chunk.problems(),
                        chunk.root(),
                        act)
                .update();
        addRows(chunk);
        addProblems(chunk);
    }

    private void addRows(Chunk chunk) {
        List<ReadRow> people = new ArrayList<>(chunk.rows().size());
        List<Boolean> good = new ArrayList<>(chunk.rows().size());
        for (ReadRow row : chunk.rows()) {
            people.add(row);
            people.addAll(row.members());
            good.addAll(Collections.nCopies(1 + row.members().size(), row.good()));
        }
        PersonColumns.bind(
                        people,
                        jdbc.sql(ADD_ROWS)
                                .param(chunk.mapping())
                                .param(chunk.party())
                                .param(people.stream().map(ReadRow::line).toArray(Long[]::new))
                                .param(people.stream().map(ReadRow::part).toArray(Integer[]::new))
                                .param(good.toArray(Boolean[]::new)))
                .update();
    }

    private void addProblems(Chunk chunk) {
        List<RowProblem> problems =
                chunk.rows().stream().flatMap(row -> row.problems().stream()).toList();
        if (problems.isEmpty()) {
            return;
        }
        jdbc.sql(ADD_PROBLEMS)
                .param(chunk.mapping())
                .param(chunk.party())
                .param(problems.stream().map(RowProblem::line).toArray(Long[]::new))
                .param(problems.stream().map(RowProblem::column).toArray(Integer[]::new))
                .param(texts(problems, RowProblem::received))
                .param(texts(problems, problem -> problem.fault().name()))
                .param(
                        texts(
                                problems,
                                problem -> String.join(String.valueOf(UNIT), problem.arguments())))
                .param(texts(problems, problem -> problem.fate().name()))
                .update();
    }

    @Override
    public void noteRepeatedNumbers(UUID mapping, UUID party, int numberColumn) {
        jdbc.sql(NOTE_REPEATED).params(mapping, party, numberColumn, mapping, mapping).update();
    }

    @Override
    public long countProblems(UUID mapping) {
        return jdbc.sql("select count(*) from nostos.row_problem where mapping = ?")
                .param(mapping)
                .query(Long.class)
                .single();
    }

    @Override
    public long countPeople(UUID mapping) {
        return jdbc.sql("select count(*) from nostos.standing_row where mapping = ?")
                .param(mapping)
                .query(Long.class)
                .single();
    }

    @Override
    public List<RowProblem> problems(UUID mapping, int most) {
        return jdbc.sql(
                        """
                        select line, col, received, fault, arguments, fate from nostos.row_problem
                        where mapping = ? order by line, col limit ?
                        """)
                .params(mapping, most)
                .query(PostgresStagedRows::problem)
                .list();
    }

    @Override
    public long accept(UUID version, UUID mapping, UUID act, LongConsumer soFar) {
        long records = 0;
        for (Lines lines : chunks(mapping)) {
            records +=
                    jdbc.sql(ACCEPT)
                            .params(version, act, mapping, lines.first(), lines.last())
                            .update();
            soFar.accept(records);
        }
        return records;
    }

    private record Lines(long first, long last) {}

    private List<Lines> chunks(UUID mapping) {
        return jdbc.sql(
                        "select first_line, last_line from nostos.staged_chunk where mapping = ? order by number")
                .param(mapping)
                .query((row, number) ->
                        new Lines(row.getLong("first_line"), row.getLong("last_line")))
                .list();
    }

    static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        return new Progress(
                row.getInt("chunks"),
                row.getLong("last_line"),
                row.getLong("rows"),
                row.getLong("good"),
                instant(row, "first"),
                instant(row, "last"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static RowProblem problem(ResultSet row, int number) throws SQLException {
        return new RowProblem(
                row.getLong("line"),
                row.getInt("col"),
                row.getString("received"),
                RowFault.valueOf(row.getString("fault")),
                Arrays.asList((String[]) row.getArray("arguments").getArray()),
                RowFault.Fate.valueOf(row.getString("fate")));
    }
}
