package org.nostos.postgres.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.cases.CalendarDays;
import org.nostos.cases.CaseLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCalendarDays implements CalendarDays {

    private static final String ORDER = " order by %1$s.due%2$s, %1$s.rule%2$s, %1$s.person%2$s";

    private final JdbcClient jdbc;

    PostgresCalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Count> counts(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        """
                        select due, rule, flags as cases from nostos.case_day_tally
                        where due between ? and ? order by 1, 2
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
        return jdbc.sql(
                        "select coalesce(sum(flags), 0) from nostos.case_day_tally where due < ? and rule = any (?)")
                .param(before)
                .param(rules.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Entry> lines(Stretch stretch, boolean down, int offset, int most) {
        String way = down ? " desc" : "";
        return filled(
                        stretch,
                        """
                        select f.rule, f.arguments, f.since, f.due, s.person, p.record, p.number as person_number,
                               s.number, s.words, s.alarms,
                               (select count(*) from nostos.case_flag l
                                where l.person = s.person and l.due < current_date) as late
                        from (select g.* from nostos.case_flag g
                        """
                                + where(stretch)
                                + ORDER.formatted("g", way)
                                + """
                                 limit :most offset :offset) f
                                join nostos.case_summary s on s.person = f.person
                                join nostos.person p on p.id = s.person
                                """
                                + ORDER.formatted("f", way))
                .param("most", most)
                .param("offset", offset)
                .query(PostgresCalendarDays::entry)
                .list();
    }

    @Override
    public long count(Stretch stretch) {
        String counted =
                stretch.persons() == null
                        ? "select coalesce(sum(g.flags), 0) from nostos.case_day_tally g "
                        : "select count(*) from nostos.case_flag g ";
        return filled(stretch, counted + where(stretch)).query(Long.class).single();
    }

    private static String where(Stretch stretch) {
        String where = "where g.due <= :last and g.rule = any (:rules)";
        where += stretch.first() == null ? "" : " and g.due >= :first";
        return stretch.persons() == null ? where : where + " and g.person = any (:persons)";
    }

    private JdbcClient.StatementSpec filled(Stretch stretch, String sql) {
        Set<UUID> persons = stretch.persons();
        JdbcClient.StatementSpec asked =
                jdbc.sql(sql)
                        .param("last", stretch.last())
                        .param("rules", stretch.rules().toArray(String[]::new));
        JdbcClient.StatementSpec from =
                stretch.first() == null ? asked : asked.param("first", stretch.first());
        return persons == null ? from : from.param("persons", persons.toArray(UUID[]::new));
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
