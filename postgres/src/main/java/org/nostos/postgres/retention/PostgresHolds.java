package org.nostos.postgres.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.retention.Hold;
import org.nostos.retention.Holds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresHolds implements Holds {

    private static final String SELECT =
            """
            select h.id, h.person, p.number, h.reason, h.account, a.display_name, h.recorded_at,
                   la.display_name as lifted_by, l.recorded_at as lifted_at
            from nostos.legal_hold h
            join nostos.person p on p.id = h.person
            join nostos.account a on a.id = h.account
            left join nostos.legal_hold_lifted l on l.hold = h.id
            left join nostos.account la on la.id = l.account
            """;

    private final JdbcClient jdbc;

    PostgresHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hold> all() {
        return jdbc.sql(SELECT + "order by l.hold is not null, h.recorded_at desc, h.id")
                .query(PostgresHolds::hold)
                .list();
    }

    @Override
    public Optional<Hold> byId(UUID id) {
        return jdbc.sql(SELECT + "where h.id = ?").param(id).query(PostgresHolds::hold).optional();
    }

    @Override
    public void place(UUID id, UUID person, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.legal_hold (id, person, reason, account, act)
                        values (?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(person)
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public void lift(UUID id, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.legal_hold_lifted (hold, reason, account, act)
                        values (?, ?, nostos.caller_account(), ?)
                        """)
                .param(id)
                .param(reason)
                .param(act)
                .update();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("number"),
                row.getString("reason"),
                row.getObject("account", UUID.class),
                row.getString("display_name"),
                Columns.instant(row, "recorded_at"),
                row.getString("lifted_by"),
                Columns.instantOrNull(row, "lifted_at"));
    }
}
