package org.nostos.postgres.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private static final int LONGEST_ORDINAL = 9;

    private final JdbcClient jdbc;

    PostgresPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long register(UUID version, UUID act) {
        return jdbc.sql(
                        """
                        insert into nostos.person (record, party, act)
                        select id, party, ?
                        from (select id, party from nostos.record where version = ? order by line, part) as in_order
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

    /// A number ends in its ordinal, padded to six digits: what begins alike lies in a few stretches of
    /// ordinals, which the index finds behind the walls where text patterns could not be used.
    @Override
    public List<Person> numbered(String start, int most) {
        String digits = start.substring(start.lastIndexOf('-') + 1);
        List<Long> from = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        for (int length = Math.max(6, digits.length()); length <= LONGEST_ORDINAL; length++) {
            if (length == 6 || !digits.startsWith("0")) {
                long step = (long) Math.pow(10, length - digits.length());
                long first = digits.isEmpty() ? 0 : Long.parseLong(digits) * step;
                from.add(length == 6 ? first : Math.max(first, (long) Math.pow(10, length - 1)));
                to.add(first + step - 1);
            }
        }
        return jdbc.sql(
                        SELECT
                                + """
                                where ordinal in (select o.ordinal from unnest(?::bigint[], ?::bigint[]) as s (a, b),
                                          lateral (select p.ordinal from nostos.person p
                                                   where p.ordinal between s.a and s.b
                                                     and p.number like ? || '%' order by p.ordinal limit ?) o)
                                order by ordinal limit ?
                                """)
                .param(from.toArray(Long[]::new))
                .param(to.toArray(Long[]::new))
                .param(start)
                .param(most)
                .param(most)
                .query(PostgresPersons::person)
                .list();
    }

    @Override
    public Optional<Person> byOrdinal(long ordinal) {
        return jdbc.sql(SELECT + "where ordinal = ?")
                .param(ordinal)
                .query(PostgresPersons::person)
                .optional();
    }

    @Override
    public List<Person> byIds(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where id = any (?::uuid[])")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(PostgresPersons::person)
                .list();
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
