package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.legal.Will;
import org.nostos.legal.Wills;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresWills implements Wills {

    private static final String EVENTS =
            """
            select e.id, e.destination, e.kind, e.language, e.interpreter, e.witness, e.happened_on, e.reason,
                   e.source, e.account, e.recorded_at, %s
            from nostos.law_will_event e
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresWills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Will.Event> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresWills::event)
                .list();
    }

    @Override
    public void add(Will.Event event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.law_will_event (id, person, party, destination, kind, language, interpreter,
                                                           witness, happened_on, reason, source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.stamp().person())
                .param(event.destination().value())
                .param(event.kind().name())
                .param(event.language())
                .param(event.interpreter())
                .param(event.witness())
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static Will.Event event(ResultSet row, int number) throws SQLException {
        return new Will.Event(
                LawRows.stamp(row),
                new StateCode(row.getString("destination")),
                Will.Kind.valueOf(row.getString("kind")),
                row.getString("language"),
                row.getString("interpreter"),
                row.getString("witness"),
                row.getString("reason"),
                row.getString("source"));
    }
}
