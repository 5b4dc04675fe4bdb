package org.nostos.postgres.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.Purpose;
import org.nostos.registry.PersonRead;
import org.nostos.registry.PersonRead.How;
import org.nostos.registry.PersonReads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the projection; the account comes from the journal's entry, behind the journal's own walls.
@Repository
class PostgresPersonReads implements PersonReads {

    private final JdbcClient jdbc;

    PostgresPersonReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonRead> of(Collection<UUID> persons, Instant from, Instant until, int most) {
        return jdbc.sql(
                        """
                        select r.entry, r.person, r.at, r.how, r.purpose, r.party, p.name as party_name,
                               e.actor, a.display_name
                        from nostos.person_read r
                        left join nostos.party p on p.id = r.party
                        left join nostos.journal_entry e on e.id = r.entry
                        left join nostos.account a on a.id = e.actor
                        where r.person = any (?::uuid[]) and r.at >= ? and r.at < ?
                        order by r.at desc, r.entry, r.person limit ?
                        """)
                .param(persons.stream().map(UUID::toString).toArray(String[]::new))
                .param(from.atOffset(ZoneOffset.UTC))
                .param(until.atOffset(ZoneOffset.UTC))
                .param(most)
                .query(PostgresPersonReads::read)
                .list();
    }

    @Override
    public long rebuild() {
        return jdbc.sql("select nostos.person_reads_rebuild()").query(Long.class).single();
    }

    private static PersonRead read(ResultSet row, int number) throws SQLException {
        return new PersonRead(
                row.getObject("entry", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                How.valueOf(row.getString("how")),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("party", UUID.class),
                row.getString("party_name"),
                row.getObject("actor", UUID.class),
                row.getString("display_name"));
    }
}
