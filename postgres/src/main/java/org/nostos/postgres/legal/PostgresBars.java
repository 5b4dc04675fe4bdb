package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /// Bars that do not count any more: doubted, or decided and over, because their day is, or because the
    /// state broke an assurance since. One part for each way: those whose day is over stand in an index,
    /// and where no state broke an assurance nothing is read for the last.
    private static final String STALE =
            """
            (select d.* from nostos.law_bar_now d where d.state = 'DOUBTED'
             union all
             select d.* from nostos.law_bar_now d
             where d.state in ('NO_BAR', 'LIFTED') and d.until < (now() at time zone 'UTC')::date
             union all
             select d.* from nostos.law_bar_now d
             join (select state_code, max(recorded_at) as at from nostos.law_assurance_event
                   where kind = 'BREACHED' group by 1) b
               on b.state_code = d.destination and b.at > d.decided_at
             where d.state in ('NO_BAR', 'LIFTED')
               and (d.until is null or d.until >= (now() at time zone 'UTC')::date)) n
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
        boolean byPerson = question.order() == BarQuestion.Order.PERSON;
        String order = order(question);
        return jdbc.sql(
                        """
                        select n.person, w.number, n.destination, n.ground,
                               case when n.state in ('NO_BAR', 'LIFTED') then 'STALE' else n.state end as shown,
                               n.until, n.since
                        from (select n.* from %s %s where %s order by %s offset :offset limit :most) n
                        join nostos.person w on w.id = n.person
                        order by %s
                        """
                                .formatted(
                                        source(question.waits()),
                                        byPerson ? "join nostos.person w on w.id = n.person" : "",
                                        condition(question),
                                        order,
                                        order))
                .param("destination", code(question))
                .param("ground", ground(question))
                .param("persons", persons(question))
                .param("offset", offset)
                .param("most", most)
                .query(PostgresBars::line)
                .list();
    }

    @Override
    public Map<Waits, Long> counts() {
        Map<Waits, Long> counts = new EnumMap<>(Waits.class);
        for (Waits what : Waits.values()) {
            counts.put(what, 0L);
        }
        jdbc.sql(
                        """
                        select n.state, count(*) from nostos.law_bar_now n
                        where n.state not in ('NO_BAR', 'LIFTED', 'DOUBTED') group by 1
                        """)
                .query(row -> {
                    Waits what = waits(Bar.State.valueOf(row.getString(1)));
                    if (what != null) {
                        counts.merge(what, row.getLong(2), Long::sum);
                    }
                });
        counts.put(
                Waits.STALE, jdbc.sql("select count(*) from " + STALE).query(Long.class).single());
        return counts;
    }

    @Override
    public long count(BarQuestion question) {
        return jdbc.sql(
                        "select count(*) from "
                                + source(question.waits())
                                + " where "
                                + condition(question))
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
        return by
                + (question.down() ? " desc" : " asc")
                + ", n.since, n.person, n.destination, n.ground";
    }

    /// For whom a bar that stands so waits; null where that is not by its state alone.
    private static @Nullable Waits waits(Bar.State state) {
        return switch (state) {
            case UNDER_ASSESSMENT -> Waits.ASSESSMENT;
            case CLEARED -> Waits.SECOND_LOOK;
            case LIFT_PROPOSED -> Waits.INDEPENDENT_HAND;
            case APPEALED -> Waits.APPEAL;
            case BAR_FOUND, ASSURANCE_SOUGHT, UPHELD -> Waits.STANDS;
            case NOT_ASSESSED, NO_BAR, LIFTED, DOUBTED, STALE -> null;
        };
    }

    private static String source(Waits what) {
        return what == Waits.STALE ? STALE : "nostos.law_bar_now n";
    }

    private static String condition(Waits what) {
        return switch (what) {
            case ASSESSMENT -> "n.state = 'UNDER_ASSESSMENT'";
            case SECOND_LOOK -> "n.state = 'CLEARED'";
            case STALE -> "true";
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
                Bar.State.valueOf(row.getString("shown")),
                LawRows.day(row, "until"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
