package org.nostos.postgres.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.nostos.lists.ListEvent;
import org.nostos.lists.Remembered;
import org.nostos.lists.RememberedMappings;
import org.nostos.parties.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresRememberedMappings implements RememberedMappings {

    private final JdbcClient jdbc;

    PostgresRememberedMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remember(UUID version, UUID party, byte[] headings, UUID mapping, UUID act) {
        jdbc.sql(
                        "insert into nostos.remembered_mapping (version, party, headings, mapping, act)"
                                + " values (?, ?, ?, ?, ?)")
                .params(version, party, headings, mapping, act)
                .update();
    }

    @Override
    public Optional<Remembered> last(byte[] headings) {
        return jdbc.sql(
                        """
                        select m.version, l.title, v.as_of, a.display_name, e.kind, e.detail
                        from nostos.remembered_mapping m
                        join nostos.list_version v on v.id = m.version
                        join nostos.list l on l.id = v.list
                        join nostos.list_event e on e.id = m.mapping
                        left join nostos.account a on a.id = e.account
                        where m.party = ? and m.headings = ?
                        order by m.recorded_at desc, m.version limit 1
                        """)
                .params(Caller.required().party(), headings)
                .query(PostgresRememberedMappings::remembered)
                .optional();
    }

    private static Remembered remembered(ResultSet row, int number) throws SQLException {
        ListEvent.Mapped mapped =
                (ListEvent.Mapped) EventDetail.read(row.getString("kind"), row.getString("detail"));
        return new Remembered(
                row.getObject("version", UUID.class),
                row.getString("title"),
                row.getObject("as_of", LocalDate.class),
                row.getString("display_name"),
                mapped.mapping());
    }
}
