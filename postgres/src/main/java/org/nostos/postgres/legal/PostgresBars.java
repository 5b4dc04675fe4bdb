package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.BarLine;
import org.nostos.legal.BarLine.Waits;
import org.nostos.legal.BarQuestion;
import org.nostos.legal.Bars;
import org.nostos.legal.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresBars implements Bars {

    private static final String EVENTS =
            """
            select e.id, e.destination, e.ground, e.kind, e.happened_on, e.until, e.reason, e.source,
                   e.account, e.recorded_at, %s
            from nostos.law_bar_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    /// A decided bar that does not count any more: its day is over, or the state broke an assurance since.
    private static final String OVER =
            """
            (n.state in ('NO_BAR', 'LIFTED')
             and (n.until < (now() at time zone 'UTC')::date
                  or exists (select from nostos.law_assurance_event b
                             where b.state_code = n.destination and b.kind = 'BREACHED'
                               and b.recorded_at > n.decided_at)))
            """;

    private final JdbcClient jdbc;

    PostgresBars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<BarEvent> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresBars::event)
                .list();
    }

    @Override
    public List<BarEvent> beforeBody(UUID person, StateCode destination, Ground ground) {
        return jdbc.sql(
                        EVENTS
                                + """
                                where e.destination = :destination and e.ground = :ground
                                  and e.person in (select b.person from nostos.law_before_body() b
                                                   where b.put = :person and b.destination = :destination
                                                     and b.ground = :ground)
                                order by e.recorded_at, e.id
                                """)
                .param("destination", destination.value())
                .param("ground", ground.name())
                .param("person", person)
                .query(PostgresBars::event)
                .list();
    }

    @Override
    public void add(BarEvent event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.law_bar_event (id, person, party, destination, ground, kind, happened_on, until,
                                                          reason, source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.stamp().person())
                .param(event.destination().value())
                .param(event.ground().name())
                .param(event.kind().name())
                .param(event.stamp().on())
                .param(event.until())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    @Override
    public List<BarLine> waiting(BarQuestion question, int offset, int most) {
        return jdbc.sql(
                        """
                        select n.person, w.number, n.destination, n.ground,
                               case when %s then 'STALE' else n.state end as state, n.until, n.since
                        from nostos.law_bar_now n join nostos.person w on w.id = n.person
                        where %s
                        order by %s, n.since, n.person, n.destination, n.ground
                        offset :offset limit :most
                        """
                                .formatted(OVER, condition(question), order(question)))
                .param("destination", code(question))
                .param("ground", ground(question))
                .param("persons", persons(question))
                .param("offset", offset)
                .param("most", most)
                .query(PostgresBars::line)
                .list();
    }

    @Override
    public long count(Waits what) {
        return jdbc.sql("select count(*) from nostos.law_bar_now n where " + condition(what))
                .query(Long.class)
                .single();
    }

    @Override
    public long count(BarQuestion question) {
        return jdbc.sql("select count(*) from nostos.law_bar_now n where " + condition(question))
                .param("destination", code(question))
                .param("ground", ground(question))
                .param("persons", persons(question))
                .query(Long.class)
                .single();
    }

    private static @Nullable String code(BarQuestion question) {
        return question.destination() == null ? null : question.destination().value();
    }

    private static @Nullable String ground(BarQuestion question) {
        return question.ground() == null ? null : question.ground().name();
    }

    private static String @Nullable [] persons(BarQuestion question) {
        Set<UUID> persons = question.persons();
        return persons == null ? null : persons.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static String condition(BarQuestion question) {
        return condition(question.waits())
                + (question.destination() == null ? "" : " and n.destination = :destination")
                + (question.ground() == null ? "" : " and n.ground = :ground")
                + (question.persons() == null ? "" : " and n.person = any (:persons::uuid[])");
    }

    private static String order(BarQuestion question) {
        String by =
                switch (question.order()) {
                    case SINCE -> "n.since";
                    case PERSON -> "w.ordinal";
                    case DESTINATION -> "n.destination";
                    case GROUND -> "n.ground";
                    case STATE -> "n.state";
                };
        return by + (question.down() ? " desc" : " asc");
    }

    private static String condition(Waits what) {
        return switch (what) {
            case ASSESSMENT -> "n.state = 'UNDER_ASSESSMENT'";
            case SECOND_LOOK -> "n.state = 'CLEARED'";
            case STALE -> "(n.state = 'DOUBTED' or " + OVER + ")";
            case INDEPENDENT_HAND -> "n.state = 'LIFT_PROPOSED'";
            case APPEAL -> "n.state = 'APPEALED'";
            case STANDS -> "n.state in ('BAR_FOUND', 'ASSURANCE_SOUGHT', 'UPHELD')";
        };
    }

    private static BarEvent event(ResultSet row, int number) throws SQLException {
        return new BarEvent(
                LawRows.stamp(row),
                new StateCode(row.getString("destination")),
                Ground.valueOf(row.getString("ground")),
                BarEvent.Kind.valueOf(row.getString("kind")),
                LawRows.day(row, "until"),
                row.getString("reason"),
                row.getString("source"));
    }

    private static BarLine line(ResultSet row, int number) throws SQLException {
        return new BarLine(
                row.getObject("person", UUID.class),
                row.getString("number"),
                new StateCode(row.getString("destination")),
                Ground.valueOf(row.getString("ground")),
                Bar.State.valueOf(row.getString("state")),
                LawRows.day(row, "until"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
