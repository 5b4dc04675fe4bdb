package org.nostos.postgres.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Settler;
import org.nostos.basics.StateCode;
import org.nostos.cases.CaseLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCaseLists implements CaseLists {

    private static final String LINE =
            """
            s.person, p.record, p.number as person_number, s.number, s.words, s.alarms,
            (select count(*) from nostos.case_flag l where l.person = s.person and l.due < current_date) as late
            """;
    private static final String OF_A_CASE =
            " from nostos.case_summary s join nostos.person p on p.id = s.person ";

    private final JdbcClient jdbc;

    PostgresCaseLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Count count() {
        return jdbc.sql(
                        """
                        select (select count(*) from nostos.case_summary) as cases,
                               (select count(*) from nostos.case_touched) as waiting
                        """)
                .query((row, number) -> new Count(row.getLong("cases"), row.getLong("waiting")))
                .single();
    }

    @Override
    public List<Line> page(@Nullable String word, int offset, int most) {
        String where = word == null ? "" : " where s.words @> array[?]::text[] ";
        JdbcClient.StatementSpec asked =
                jdbc.sql(
                        "select "
                                + LINE
                                + OF_A_CASE
                                + where
                                + " order by s.number limit ? offset ?");
        JdbcClient.StatementSpec filled = word == null ? asked : asked.param(word);
        return filled.param(most).param(offset).query(PostgresCaseLists::line).list();
    }

    @Override
    public List<WordCount> words() {
        return jdbc.sql(
                        """
                        select w.word, count(*) as cases
                        from nostos.case_summary s, unnest(s.words) w (word) group by 1 order by 1
                        """)
                .query((row, number) -> new WordCount(row.getString("word"), row.getLong("cases")))
                .list();
    }

    @Override
    public List<Alarm> alarms() {
        return jdbc.sql(
                        """
                        select rule, count(distinct person) as cases, min(since) as oldest
                        from nostos.case_flag where effect = 'ALARMS' group by 1 order by 2 desc, 1
                        """)
                .query((row, number) ->
                        new Alarm(
                                row.getString("rule"),
                                row.getLong("cases"),
                                row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<Flagged> flagged(String rule, int offset, int most) {
        return jdbc.sql(
                        "select f.arguments, f.since, f.due, "
                                + LINE
                                + OF_A_CASE
                                + """
                                join nostos.case_flag f on f.person = s.person
                                where f.rule = ? order by f.due nulls last, f.since, s.number
                                limit ? offset ?
                                """)
                .param(rule)
                .param(most)
                .param(offset)
                .query((row, number) ->
                        new Flagged(
                                line(row, number),
                                list(row.getArray("arguments")),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getObject("due", LocalDate.class)))
                .list();
    }

    @Override
    public List<Due> due(Collection<Settler> settlers, LocalDate until) {
        return jdbc.sql(
                        """
                        select rule, count(distinct person) as cases,
                               count(distinct person) filter (where due < current_date) as late, min(due) as first
                        from nostos.case_flag where settler = any (?) and due <= ?
                        group by 1 order by 4, 1
                        """)
                .param(settlers.stream().map(Settler::name).toArray(String[]::new))
                .param(until)
                .query((row, number) ->
                        new Due(
                                row.getString("rule"),
                                row.getLong("cases"),
                                row.getLong("late"),
                                row.getObject("first", LocalDate.class)))
                .list();
    }

    @Override
    public List<StateCount> states() {
        return jdbc.sql(
                        """
                        select state, count(*) as people, count(*) filter (where lacks = '{}') as ready
                        from nostos.case_lacks group by 1 order by 1
                        """)
                .query((row, number) ->
                        new StateCount(
                                new StateCode(row.getString("state")),
                                row.getLong("people"),
                                row.getLong("ready")))
                .list();
    }

    @Override
    public List<Group> plan(StateCode state) {
        return jdbc.sql(
                        """
                        select lacks, count(*) as people from nostos.case_lacks where state = ?
                        group by 1 order by cardinality(lacks), 2 desc, 1
                        """)
                .param(state.value())
                .query((row, number) ->
                        new Group(list(row.getArray("lacks")), row.getLong("people")))
                .list();
    }

    @Override
    public List<Line> inGroup(StateCode state, Collection<String> lacks, int offset, int most) {
        return jdbc.sql(
                        "select "
                                + LINE
                                + OF_A_CASE
                                + """
                                join nostos.case_lacks k on k.person = s.person
                                where k.state = ? and k.lacks = ?::text[] order by s.number limit ? offset ?
                                """)
                .param(state.value())
                .param(lacks.stream().sorted().toArray(String[]::new))
                .param(most)
                .param(offset)
                .query(PostgresCaseLists::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("person", UUID.class),
                row.getObject("record", UUID.class),
                row.getString("person_number"),
                row.getString("number"),
                list(row.getArray("words")),
                row.getInt("alarms"),
                row.getInt("late"));
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
