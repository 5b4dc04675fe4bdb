package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.legal.Determination;
import org.nostos.legal.Determination.Option;
import org.nostos.legal.Determinations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresDeterminations implements Determinations {

    private static final String EVENTS =
            """
            select e.id, e.bid, e.kind, e.option, e.destination, e.panel, e.dissent, e.due, e.happened_on,
                   e.reason, e.source, e.account, e.recorded_at, %s
            from nostos.law_bid_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresDeterminations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Determination.Event> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresDeterminations::event)
                .list();
    }

    @Override
    public void add(Determination.Event event, UUID act) {
        Option option = event.option();
        StateCode destination = event.destination();
        jdbc.sql(
                        """
                        insert into nostos.law_bid_event (id, bid, person, party, kind, option, destination, panel, dissent,
                                                          due, happened_on, reason, source, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.determination())
                .param(event.stamp().person())
                .param(event.kind().name())
                .param(option == null ? null : option.name())
                .param(destination == null ? null : destination.value())
                .param(event.panel())
                .param(event.dissent())
                .param(event.due())
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static Determination.Event event(ResultSet row, int number) throws SQLException {
        String option = row.getString("option");
        return new Determination.Event(
                LawRows.stamp(row),
                row.getObject("bid", UUID.class),
                Determination.Kind.valueOf(row.getString("kind")),
                option == null ? null : Option.valueOf(option),
                LawRows.state(row, "destination"),
                row.getString("panel"),
                row.getString("dissent"),
                LawRows.day(row, "due"),
                row.getString("reason"),
                row.getString("source"));
    }
}
