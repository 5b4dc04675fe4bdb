package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.legal.Clearances;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.TransferClearance.Kind;
import org.nostos.legal.TransferClearance.Terms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresClearances implements Clearances {

    private static final String EVENTS =
            """
            select e.id, e.clearance, e.kind, e.route, e.destination, e.transit, e.until, e.happened_on,
                   e.reason, e.account, e.recorded_at, %s
            from nostos.law_clearance_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresClearances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TransferClearance.Event> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresClearances::event)
                .list();
    }

    @Override
    public void add(TransferClearance.Event event, UUID act) {
        Terms terms = event.terms();
        jdbc.sql(
                        """
                        insert into nostos.law_clearance_event (id, clearance, person, party, kind, route, destination,
                                                                transit, until, happened_on, reason, account, act)
                        values (?, ?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.clearance())
                .param(event.stamp().person())
                .param(event.kind().name())
                .param(terms == null ? null : terms.route().name())
                .param(terms == null ? null : terms.destination().value())
                .param(terms == null ? null : codes(terms.transit()))
                .param(terms == null ? null : terms.until())
                .param(event.stamp().on())
                .param(event.reason())
                .param(act)
                .update();
    }

    private static String[] codes(List<StateCode> states) {
        return states.stream().map(StateCode::value).toArray(String[]::new);
    }

    private static TransferClearance.Event event(ResultSet row, int number) throws SQLException {
        return new TransferClearance.Event(
                LawRows.stamp(row),
                row.getObject("clearance", UUID.class),
                Kind.valueOf(row.getString("kind")),
                terms(row),
                row.getString("reason"));
    }

    private static @Nullable Terms terms(ResultSet row) throws SQLException {
        String route = row.getString("route");
        return route == null
                ? null
                : new Terms(
                        Route.valueOf(route),
                        new StateCode(row.getString("destination")),
                        Arrays.stream((String[]) row.getArray("transit").getArray())
                                .map(StateCode::new)
                                .toList(),
                        Objects.requireNonNull(LawRows.day(row, "until")));
    }
}
