package org.nostos.postgres.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.cases.CalendarDays;
import org.nostos.cases.CaseLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCalendarDays implements CalendarDays {

    private final JdbcClient jdbc;

    PostgresCalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Count> counts(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        """
                        select due, rule, count(*) as cases from nostos.case_flag
                        where due between ? and ? group by 1, 2 order by 1, 2
                        """)
                .param(first)
                .param(last)
                .query((row, number) ->
                        new Count(
                                row.getObject("due", LocalDate.class),
                                row.getString("rule"),
                                row.getLong("cases")))
                .list();
    }

    @Override
    public long late(List<String> rules, LocalDate before) {
        return jdbc.sql("select count(*) from nostos.case_flag where due < ? and rule = any (?)")
                .param(before)
                .param(rules.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Entry> lines(
            List<String> rules, @Nullable LocalDate first, LocalDate last, int offset, int most) {
        return jdbc.sql(
                        """
                        select f.rule, f.arguments, f.since, f.due, s.person, p.record, p.number as person_number,
                               s.number, s.words, s.alarms,
                               (select count(*) from nostos.case_flag l
                                where l.person = s.person and l.due < current_date) as late
                        from (select * from nostos.case_flag g
                              where g.due between coalesce(?::date, '-infinity') and ? and g.rule = any (?)
                              order by g.due, g.rule, g.person limit ? offset ?) f
                        join nostos.case_summary s on s.person = f.person
                        join nostos.person p on p.id = s.person
                        order by f.due, f.rule, f.person
                        """)
                .param(first)
                .param(last)
                .param(rules.toArray(String[]::new))
                .param(most)
                .param(offset)
                .query(PostgresCalendarDays::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        CaseLists.Line line =
                new CaseLists.Line(
                        row.getObject("person", UUID.class),
                        row.getObject("record", UUID.class),
                        row.getString("person_number"),
                        row.getString("number"),
                        list(row.getArray("words")),
                        row.getInt("alarms"),
                        row.getInt("late"));
        return new Entry(
                row.getString("rule"),
                new CaseLists.Flagged(
                        line,
                        list(row.getArray("arguments")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("due", LocalDate.class)));
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
