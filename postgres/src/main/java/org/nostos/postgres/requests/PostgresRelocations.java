package org.nostos.postgres.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.requests.Relocation;
import org.nostos.requests.Relocations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresRelocations implements Relocations {

    private final JdbcClient jdbc;

    PostgresRelocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Relocation.Event> of(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        select e.*, coalesce(a.display_name, p.name, '') as signed_by
                        from nostos.relocation_event e
                        left join nostos.account a on a.id = e.account
                        left join nostos.party p on p.id = e.party
                        where (e.person = any (:ids) or e.id in (select nostos.placed_on('requests', :ids)))
                          and coalesce(nostos.placed_person('requests', e.id), e.person) = any (:ids)
                        order by e.recorded_at, e.id
                        """)
                .param("ids", persons.toArray(new UUID[0]))
                .query(PostgresRelocations::event)
                .list();
    }

    @Override
    public boolean stands(UUID person, StateCode state) {
        return jdbc.sql("select nostos.relocation_stands(?, ?)")
                .params(person, state.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void turn(UUID person) {
        jdbc.sql("select nostos.case_turn(?)").param(person).query((row, number) -> true).list();
    }

    @Override
    public void add(Relocation.Event event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.relocation_event (id, person, party, state, kind, programme, happened_on, reason,
                                                             source, account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.stamp().person())
                .param(event.state().value())
                .param(event.ends() ? "WITHDRAWN" : "PROPOSED")
                .param(event.programme())
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    private static Relocation.Event event(ResultSet row, int number) throws SQLException {
        return new Relocation.Event(
                new Stamp(
                        Columns.id(row, "id"),
                        Columns.id(row, "person"),
                        Columns.day(row, "happened_on"),
                        Columns.instant(row, "recorded_at"),
                        Columns.id(row, "account"),
                        row.getString("signed_by")),
                new StateCode(row.getString("state")),
                row.getString("kind").equals("WITHDRAWN"),
                row.getString("programme"),
                row.getString("reason"),
                row.getString("source"));
    }
}
