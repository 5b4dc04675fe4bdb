package org.nostos.postgres.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.cases.OpenedCase;
import org.nostos.cases.OpenedCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresOpenedCases implements OpenedCases {

    private static final String SELECT =
            """
            select o.id, o.person, o.number, a.display_name, o.recorded_at
            from nostos.case_opened o join nostos.account a on a.id = o.account
            """;

    private final JdbcClient jdbc;

    PostgresOpenedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A person who was joined with one that has a case has it too.
    @Override
    public int open(Collection<UUID> persons, UUID act) {
        return jdbc.sql(
                        """
                        insert into nostos.case_opened (person, party, account, act)
                        select p.id, nostos.caller_party(), nostos.caller_account(), ?
                        from nostos.person p left join nostos.person_cluster c on c.record = p.record
                        where p.id = any (?::uuid[]) and (c.leader is null or c.leader = p.id)
                          and not exists (select from nostos.case_opened o where o.person = p.id)
                          and not exists (select from nostos.person_cluster j
                                          join nostos.person q on q.record = j.record
                                          join nostos.case_opened o on o.person = q.id
                                          where j.leader = p.id)
                        order by p.ordinal
                        """)
                .param(act)
                .param(text(persons))
                .update();
    }

    @Override
    public List<OpenedCase> of(Collection<UUID> persons) {
        return jdbc.sql(
                        SELECT
                                + "where o.person = any (?::uuid[]) order by o.recorded_at, o.number")
                .param(text(persons))
                .query(PostgresOpenedCases::opened)
                .list();
    }

    @Override
    public long count(AsOf at, @Nullable Set<UUID> persons) {
        return filled("select count(*) from nostos.case_opened o ", "", at, persons)
                .query(Long.class)
                .single();
    }

    @Override
    public List<OpenedCase> then(AsOf at, @Nullable Set<UUID> persons) {
        return filled(SELECT, " order by o.number", at, persons)
                .query(PostgresOpenedCases::opened)
                .list();
    }

    private JdbcClient.StatementSpec filled(
            String select, String order, AsOf at, @Nullable Set<UUID> persons) {
        Instant endOfDay = at.on().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        JdbcClient.StatementSpec then =
                jdbc.sql(
                                select
                                        + "where o.recorded_at < :end and o.recorded_at <= :known"
                                        + (persons == null ? "" : " and o.person = any (:persons)")
                                        + order)
                        .param("end", endOfDay.atOffset(ZoneOffset.UTC))
                        .param("known", at.known().atOffset(ZoneOffset.UTC));
        return persons == null ? then : then.param("persons", persons.toArray(UUID[]::new));
    }

    private static OpenedCase opened(ResultSet row, int number) throws SQLException {
        return new OpenedCase(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("number"),
                row.getString("display_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /// Of people who are joined, the leader stands for all.
    @Override
    public List<UUID> without(UUID version) {
        return jdbc.sql(
                        """
                        select distinct coalesce(c.leader, p.id)
                        from nostos.record r join nostos.person p on p.record = r.id
                        left join nostos.person_cluster c on c.record = r.id
                        where r.version = ?
                          and not exists (select from nostos.case_opened o where o.person = p.id)
                          and not exists (select from nostos.person_cluster j
                                          join nostos.person q on q.record = j.record
                                          join nostos.case_opened o on o.person = q.id
                                          where j.leader = c.leader)
                        """)
                .param(version)
                .query(UUID.class)
                .list();
    }

    static String[] text(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
