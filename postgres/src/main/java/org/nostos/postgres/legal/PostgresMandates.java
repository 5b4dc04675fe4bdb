package org.nostos.postgres.legal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.nostos.legal.Mandate;
import org.nostos.legal.Mandate.Client;
import org.nostos.legal.Mandate.Counsel;
import org.nostos.legal.Mandates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresMandates implements Mandates {

    private static final String EVENTS =
            """
            select e.id, e.counsel, c.display_name as counsel_name, e.kind, e.happened_on, e.reason, e.source,
                   e.account, e.recorded_at, %s
            from nostos.law_counsel_event e
            left join nostos.account c on c.id = e.counsel
            """
                            .formatted(LawRows.OF + LawRows.BY)
                    + LawRows.SIGNED;

    private final JdbcClient jdbc;

    PostgresMandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Mandate.Event> of(Collection<UUID> persons) {
        return jdbc.sql(EVENTS + LawRows.OF_PERSONS)
                .param("ids", LawRows.ids(persons))
                .query(PostgresMandates::event)
                .list();
    }

    @Override
    public void add(Mandate.Event event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.law_counsel_event (id, person, party, counsel, kind, happened_on, reason, source,
                                                              account, act)
                        values (?, ?, nostos.caller_party(), ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(event.stamp().id())
                .param(event.stamp().person())
                .param(event.counsel())
                .param(event.ends() ? "ENDED" : "APPOINTED")
                .param(event.stamp().on())
                .param(event.reason())
                .param(event.source())
                .param(act)
                .update();
    }

    @Override
    public List<Counsel> counsels() {
        return jdbc.sql(
                        """
                        select a.id, a.display_name, p.name
                        from nostos.account a join nostos.party p on p.id = a.party
                        where a.role = 'COUNSEL'
                          and not exists (select from nostos.account_closed c where c.account = a.id)
                        order by a.display_name, a.id
                        """)
                .query((row, number) ->
                        new Counsel(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
    }

    @Override
    public List<Client> clients() {
        return jdbc.sql(
                        """
                        select c.client, w.number, array_agg(c.person order by (c.person <> c.client), c.person) as persons
                        from nostos.law_clients() c join nostos.person w on w.id = c.client
                        group by c.client, w.number order by w.number
                        """)
                .query((row, number) ->
                        new Client(
                                row.getObject("client", UUID.class),
                                row.getString("number"),
                                Arrays.asList((UUID[]) row.getArray("persons").getArray())))
                .list();
    }

    private static Mandate.Event event(ResultSet row, int number) throws SQLException {
        String name = row.getString("counsel_name");
        return new Mandate.Event(
                LawRows.stamp(row),
                row.getObject("counsel", UUID.class),
                name == null ? "" : name,
                row.getString("kind").equals("ENDED"),
                row.getString("reason"),
                row.getString("source"));
    }
}
