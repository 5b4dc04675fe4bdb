package org.nostos.postgres.cases;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.cases.OpenedCase;
import org.nostos.cases.OpenedCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresOpenedCases implements OpenedCases {

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
                        """
                        select o.id, o.person, o.number, a.display_name, o.recorded_at
                        from nostos.case_opened o join nostos.account a on a.id = o.account
                        where o.person = any (?::uuid[]) order by o.recorded_at, o.number
                        """)
                .param(text(persons))
                .query((row, number) ->
                        new OpenedCase(
                                row.getObject("id", UUID.class),
                                row.getObject("person", UUID.class),
                                row.getString("number"),
                                row.getString("display_name"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
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
