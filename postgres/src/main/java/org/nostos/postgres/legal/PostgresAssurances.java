package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.legal.Assurance;
import org.nostos.legal.Assurances;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresAssurances implements Assurances {

    private final JdbcClient jdbc;

    PostgresAssurances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Assurance.Event> all() {
        return jdbc.sql(
                        """
                        select e.id, e.assurance, e.state_code, e.kind, e.happened_on, e.until, e.reason, e.source,
                               e.account, e.recorded_at, %s
                        from nostos.law_assurance_event e
                        """
                                        .formatted(LawRows.BY)
                                + LawRows.SIGNED
                                + "order by e.recorded_at, e.id")
                .query(PostgresAssurances::event)
                .list();
    }

    @Override
    public void add(Assurance.Event event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.law_assurance_event (id, assurance, party, state_code, kind, happened_on, until,
                                                                reason, source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.id())
                .param(event.assurance())
                .param(event.by().value())
                .param(event.kind().name())
                .param(event.on())
                .param(event.until())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static Assurance.Event event(ResultSet row, int number) throws SQLException {
        return new Assurance.Event(
                row.getObject("id", UUID.class),
                row.getObject("assurance", UUID.class),
                new StateCode(row.getString("state_code")),
                Assurance.Kind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                LawRows.day(row, "until"),
                row.getString("reason"),
                row.getString("source"),
                row.getObject("account", UUID.class),
                row.getString("signed_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
