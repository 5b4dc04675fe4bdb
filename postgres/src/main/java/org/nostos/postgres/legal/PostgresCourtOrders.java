package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.legal.CourtOrder;
import org.nostos.legal.CourtOrders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCourtOrders implements CourtOrders {

    private static final String EVENTS =
            """
            select e.id, e.kind, e.court_order, e.destination, e.happened_on, e.reason, e.source, e.account,
                   e.recorded_at, %s
            from nostos.law_order_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresCourtOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CourtOrder.Event> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresCourtOrders::event)
                .list();
    }

    @Override
    public void add(CourtOrder.Event event, UUID act) {
        StateCode destination = event.destination();
        jdbc.sql(
                        """
                        insert into nostos.law_order_event (id, person, party, kind, court_order, destination, happened_on,
                                                            reason, source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.stamp().person())
                .param(event.ends() ? "ENDED" : "ORDERED")
                .param(event.order())
                .param(destination == null ? null : destination.value())
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static CourtOrder.Event event(ResultSet row, int number) throws SQLException {
        return new CourtOrder.Event(
                LawRows.stamp(row),
                row.getObject("court_order", UUID.class),
                row.getString("kind").equals("ENDED"),
                LawRows.state(row, "destination"),
                row.getString("reason"),
                row.getString("source"));
    }
}
