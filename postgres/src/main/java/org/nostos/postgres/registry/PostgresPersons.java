package org.nostos.postgres.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresPersons implements Persons {

    private static final String SELECT = "select id, number, ordinal, record from nostos.person ";

    private final JdbcClient jdbc;

    PostgresPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long register(UUID version, UUID act) {
        return jdbc.sql(
                        """
                        insert into nostos.person (ordinal, number, record, party, act)
                        select n, 'N-' || extract(year from current_date) || '-'
                                  || lpad(n::text, greatest(6, length(n::text)), '0'),
                               id, party, ?
                        from (select nextval('nostos.person_ordinal') as n, id, party
                              from (select id, party from nostos.record where version = ? order by line, part)) as numbered
                        """)
                .param(act)
                .param(version)
                .update();
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostgresPersons::person)
                .optional();
    }

    @Override
    public Optional<Person> byNumber(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(PostgresPersons::person)
                .optional();
    }

    @Override
    public List<Person> ofRecords(Collection<UUID> records) {
        return jdbc.sql(SELECT + "where record = any (?::uuid[])")
                .param(records.stream().map(UUID::toString).toArray(String[]::new))
                .query(PostgresPersons::person)
                .list();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getLong("ordinal"),
                row.getObject("record", UUID.class));
    }
}
