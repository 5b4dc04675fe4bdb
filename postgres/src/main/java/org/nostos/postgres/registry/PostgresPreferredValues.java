package org.nostos.postgres.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.registry.PreferredValue;
import org.nostos.registry.PreferredValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresPreferredValues implements PreferredValues {

    private final JdbcClient jdbc;

    PostgresPreferredValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PreferredValue> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        select v.id, v.now_of as person, v.role, v.record, v.reason, v.account, a.display_name,
                               v.recorded_at
                        from (select p.*, coalesce(nostos.placed_person('registry', p.id), p.person) as now_of
                              from nostos.preferred_value p
                              where p.person = any (:persons::uuid[])
                                 or p.id in (select what from nostos.split_placement
                                             where person = any (:persons::uuid[]))) as v
                        join nostos.account a on a.id = v.account
                        where v.now_of = any (:persons::uuid[])
                        order by v.recorded_at desc, v.id
                        """)
                .param("persons", persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(PostgresPreferredValues::value)
                .list();
    }

    @Override
    public void add(UUID person, FieldRole role, @Nullable UUID record, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.preferred_value (person, role, record, reason, account, act)
                        values (?, ?, ?::uuid, ?, nostos.caller_account(), ?)
                        """)
                .param(person)
                .param(role.name())
                .param(record == null ? null : record.toString())
                .param(reason)
                .param(act)
                .update();
    }

    private static PreferredValue value(ResultSet row, int number) throws SQLException {
        return new PreferredValue(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                FieldRole.valueOf(row.getString("role")),
                row.getObject("record", UUID.class),
                row.getString("reason"),
                row.getObject("account", UUID.class),
                row.getString("display_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
