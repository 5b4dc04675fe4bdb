package org.nostos.postgres.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.nostos.parties.SessionRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresSessions implements SessionRows {

    private final JdbcClient jdbc;

    PostgresSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Row> of(UUID account) {
        return jdbc.sql("select * from nostos.sessions_of(?)")
                .param(account)
                .query((row, number) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getString("device"),
                                row.getBytes("address"),
                                instant(row, "opened_at"),
                                instant(row, "seen_at"),
                                instant(row, "expires_at"),
                                row.getBoolean("this_one")))
                .list();
    }

    @Override
    public boolean end(UUID account, UUID session) {
        return jdbc.sql("select nostos.end_sessions(?, ?)")
                        .param(account)
                        .param(session)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public int endOthers(UUID account) {
        return jdbc.sql("select nostos.end_sessions(?, null)")
                .param(account)
                .query(Integer.class)
                .single();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
