package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.Role;
import org.nostos.identity.Tellings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the journal by its projection of who was shown whom. Records side by side (a pair, a line of
/// the queue, a list) are not one person and tell of none.
@Repository
class PostgresTellings implements Tellings {

    private final JdbcClient jdbc;

    PostgresTellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Telling> of(Collection<UUID> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select e.id, e.kind, e.recorded_at, e.actor, a.display_name, e.role, p.name,
                               (select array_agg(o.person::text) from nostos.person_read o where o.entry = e.id) as persons
                        from nostos.journal_entry e
                        join nostos.account a on a.id = e.actor
                        join nostos.party p on p.id = e.party
                        where (select nostos.caller_reviews())
                          and e.id in (select r.entry from nostos.person_read r
                                       where r.person = any (?::uuid[])
                                         and r.how in ('FILE', 'SEARCH', 'NOTES', 'GLASS', 'OTHER'))
                        order by e.recorded_at, e.id
                        """)
                .param(persons.stream().map(UUID::toString).toArray(String[]::new))
                .query(PostgresTellings::telling)
                .list();
    }

    private static Telling telling(ResultSet row, int number) throws SQLException {
        List<UUID> persons = new ArrayList<>();
        Arrays.stream((String[]) row.getArray("persons").getArray())
                .map(UUID::fromString)
                .forEach(persons::add);
        return new Telling(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                row.getString("name"),
                persons);
    }
}
