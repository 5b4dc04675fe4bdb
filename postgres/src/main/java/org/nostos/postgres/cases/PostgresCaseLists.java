package org.nostos.postgres.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private final JdbcClient jdbc;

    PostgresCaseLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Count count() {
        return jdbc.sql(
                        """
                        select coalesce((select cases from nostos.case_tally), 0) as cases,
                               (select count(*) from nostos.case_touched) as waiting
                        """)
                .query((row, number) -> new Count(row.getLong("cases"), row.getLong("waiting")))
                .single();
    }

    @Override
    public List<Line> page(Wanted wanted, Order order, boolean down, int offset, int most) {
        String by = by(order, down);
        return filled(
                        wanted,
                        "select "
                                + LINE
                                + " from (select s.person from nostos.case_summary s where "
                                + where(wanted)
                                + by
                                + " limit :most offset :offset) found"
                                + " join nostos.case_summary s on s.person = found.person"
                                + " join nostos.person p on p.id = s.person"
                                + by)
                .param("most", most)
                .param("offset", offset)
                .query(PostgresCaseLists::line)
                .list();
    }

    @Override
    public long count(Wanted wanted) {
        return filled(wanted, counted(wanted)).query(Long.class).single();
    }

    /// All cases, and those with a word, are counted already.
    private static String counted(Wanted wanted) {
        if (!wanted.equals(Wanted.withWord(wanted.word()))) {
            return "select count(*) from nostos.case_summary s where " + where(wanted);
        }
        return wanted.word() == null
                ? "select coalesce((select cases from nostos.case_tally), 0)"
                : "select coalesce((select cases from nostos.case_word_tally where word = :word), 0)";
    }

    private JdbcClient.StatementSpec filled(Wanted wanted, String sql) {
        JdbcClient.StatementSpec asked = jdbc.sql(sql);
        JdbcClient.StatementSpec worded =
                wanted.word() == null ? asked : asked.param("word", wanted.word());
        JdbcClient.StatementSpec numbered =
                wanted.number().isEmpty() ? worded : worded.param("number", wanted.number());
        Set<UUID> named = wanted.named();
        return named == null ? numbered : numbered.param("named", named.toArray(UUID[]::new));
    }

    private static String where(Wanted wanted) {
        String where = wanted.word() == null ? "true" : "s.words @> array[:word]::text[]";
        where += wanted.alarmed() ? " and s.alarms > 0" : "";
        where += wanted.late() ? " and s.first_due < current_date" : "";
        String meant = meant(wanted);
        return meant.isEmpty() ? where : where + " and (" + meant + ")";
    }

    private static String meant(Wanted wanted) {
        List<String> meant = new ArrayList<>();
        if (!wanted.number().isEmpty()) {
            meant.add("starts_with(s.number, :number) or starts_with(s.person_number, :number)");
        }
        if (wanted.named() != null) {
            meant.add("s.person = any (:named)");
        }
        return String.join(" or ", meant);
    }

    private static String by(Order order, boolean down) {
        String way = down ? " desc" : "";
        return switch (order) {
            case NUMBER -> " order by s.number" + way;
            case PERSON -> " order by s.ordinal" + way;
            case ALARMS -> " order by s.alarms" + way + ", s.number";
            case DUE -> " order by s.first_due" + way + (down ? " nulls last" : "") + ", s.number";
        };
    }

    @Override
    public List<WordCount> words() {
        return jdbc.sql(
                        """
                        select word, cases from nostos.case_word_tally where cases > 0 order by word
                        """)
                .query((row, number) -> new WordCount(row.getString("word"), row.getLong("cases")))
                .list();
    }

    @Override
    public List<Alarm> alarms() {
        return jdbc.sql(
                        """
                        select t.rule, t.cases, (select min(f.since) from nostos.case_flag f where f.rule = t.rule) as oldest
                        from (select rule, sum(cases) as cases from nostos.case_rule_tally
                              where effect = 'ALARMS' group by rule having sum(cases) > 0) t
                        order by t.cases desc, t.rule
                        """)
                .query((row, number) ->
                        new Alarm(
                                row.getString("rule"),
                                row.getLong("cases"),
                                row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<Flagged> flagged(String rule, FlagOrder order, boolean down, int offset, int most) {
        String by = by(order, down);
        String from =
                order == FlagOrder.NUMBER
                        ? """
                        (select f.*, o.number from nostos.case_flag f
                         join nostos.case_summary o on o.person = f.person where f.rule = :rule
                        """
                                + by
                                + " limit :most offset :offset) f"
                        : "(select f.* from nostos.case_flag f where f.rule = :rule"
                                + by
                                + " limit :most offset :offset) f";
        return jdbc.sql(
                        "select f.arguments, f.since, f.due, "
                                + LINE
                                + " from "
                                + from
                                + """
                                 join nostos.case_summary s on s.person = f.person
                                join nostos.person p on p.id = s.person
                                """
                                + by)
                .param("rule", rule)
                .param("most", most)
                .param("offset", offset)
                .query((row, number) ->
                        new Flagged(
                                line(row, number),
                                list(row.getArray("arguments")),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getObject("due", LocalDate.class)))
                .list();
    }

    private static String by(FlagOrder order, boolean down) {
        String way = down ? " desc" : "";
        return switch (order) {
            case DUE ->
                    " order by f.due"
                            + (down ? " desc nulls last" : "")
                            + ", f.since"
                            + way
                            + ", f.person"
                            + way;
            case SINCE -> " order by f.since" + way + ", f.person" + way;
            case NUMBER -> " order by number" + way + ", f.due";
        };
    }

    @Override
    public long count(String rule) {
        return jdbc.sql("select count(*) from nostos.case_flag where rule = ?")
                .param(rule)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Due> due(Collection<Settler> settlers, LocalDate until) {
        return jdbc.sql(
                        """
                        select rule, sum(cases) as cases,
                               coalesce(sum(cases) filter (where due < current_date), 0) as late, min(due) as first
                        from nostos.case_rule_tally where settler = any (?) and due <= ? and cases > 0
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
                        select state, sum(people) as people, coalesce(sum(people) filter (where lacks = '{}'), 0) as ready
                        from nostos.case_lacks_tally where people > 0 group by 1 order by 1
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
                        select lacks, people from nostos.case_lacks_tally where state = ? and people > 0
                        order by cardinality(lacks), people desc, lacks
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
                                + """
                                from (select k.person from nostos.case_lacks k
                                      where k.state = ? and k.lacks = ?::text[] order by k.person limit ? offset ?) k
                                join nostos.case_summary s on s.person = k.person
                                join nostos.person p on p.id = s.person order by k.person
                                """)
                .param(state.value())
                .param(sorted(lacks))
                .param(most)
                .param(offset)
                .query(PostgresCaseLists::line)
                .list();
    }

    @Override
    public long inGroup(StateCode state, Collection<String> lacks) {
        return jdbc.sql(
                        """
                        select coalesce((select people from nostos.case_lacks_tally
                                         where state = ? and lacks = ?::text[]), 0)
                        """)
                .param(state.value())
                .param(sorted(lacks))
                .query(Long.class)
                .single();
    }

    private static String[] sorted(Collection<String> lacks) {
        return lacks.stream().sorted().toArray(String[]::new);
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
