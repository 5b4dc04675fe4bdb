package org.nostos.postgres.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nostos.custody.Facilities;
import org.nostos.custody.Facility;
import org.nostos.custody.HoldingAuthority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresFacilities implements Facilities {

    private static final String SELECT = "select id, name, place, sections from nostos.facility ";

    private final JdbcClient jdbc;

    PostgresFacilities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Facility> all() {
        return jdbc.sql(SELECT + "order by lower(name), lower(place), id")
                .query(PostgresFacilities::facility)
                .list();
    }

    @Override
    public Optional<Facility> byId(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(PostgresFacilities::facility)
                .optional();
    }

    @Override
    public void add(Facility facility, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.facility (id, party, name, place, sections, account, act)
                        values (?, nostos.caller_party(), ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(facility.id())
                .param(facility.name())
                .param(facility.place())
                .param(facility.sections().toArray(String[]::new))
                .param(act)
                .update();
    }

    @Override
    public List<HandedOver> handedOver(UUID facility) {
        return jdbc.sql(
                        """
                        select id, facility, authority, authority_name, happened_on, people, source, reason
                        from nostos.facility_handed_over where facility = ?
                        order by happened_on desc, recorded_at desc
                        """)
                .param(facility)
                .query((row, number) ->
                        new HandedOver(
                                row.getObject("id", UUID.class),
                                row.getObject("facility", UUID.class),
                                new HoldingAuthority(
                                        row.getObject("authority", UUID.class),
                                        row.getString("authority_name")),
                                row.getObject("happened_on", LocalDate.class),
                                row.getInt("people"),
                                row.getString("source"),
                                row.getString("reason")))
                .list();
    }

    @Override
    public void add(HandedOver handedOver, UUID act) {
        UUID party = handedOver.authority().party();
        jdbc.sql(
                        """
                        insert into nostos.facility_handed_over (id, facility, party, authority, authority_name,
                                                                 happened_on, people, source, reason, account, act)
                        values (?, ?, nostos.caller_party(), ?::uuid, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .param(handedOver.id())
                .param(handedOver.facility())
                .param(party == null ? null : party.toString())
                .param(handedOver.authority().name())
                .param(handedOver.on())
                .param(handedOver.people())
                .param(handedOver.source())
                .param(handedOver.reason())
                .param(act)
                .update();
    }

    private static Facility facility(ResultSet row, int number) throws SQLException {
        return new Facility(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("place"),
                List.of((String[]) row.getArray("sections").getArray()));
    }
}
