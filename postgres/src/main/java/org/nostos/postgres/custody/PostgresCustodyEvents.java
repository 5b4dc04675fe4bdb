package org.nostos.postgres.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.DateCalendar;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyEvents;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.custody.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCustodyEvents implements CustodyEvents {

    private static final String EVENT =
            """
            e.id, e.happened_on, e.happened_last, e.precision, e.calendar, e.written, e.recorded_at, e.account,
            a.display_name, e.kind, e.authority, e.authority_name, e.facility, e.place, e.section, e.ground,
            e.ordered_by, e.source, e.reason, e.takes_back, e.handover
            """;

    /// Everybody who leads somebody, or is alone, with each id under which they are known; of `asked`.
    private static final String KNOWN_AS =
            """
            , led as (
                select distinct coalesce(c.leader, p.id) as leader
                from asked join nostos.person p on p.id = asked.person
                left join nostos.person_cluster c on c.record = p.record
            ), known as (
                select leader, leader as person from led
                union
                select led.leader, p.id
                from led join nostos.person_cluster c on c.leader = led.leader
                join nostos.person p on p.record = c.record
            ), theirs as (
                select known.leader, x.id as event
                from known join nostos.custody_event x on x.person = known.person
                where not exists (select from placed l where l.what = x.id)
                union all
                select known.leader, l.what from known join placed l on l.person = known.person
            )
            select theirs.leader as now_of, %s
            from theirs
            join nostos.custody_event e on e.id = theirs.event
            join nostos.account a on a.id = e.account
            order by e.recorded_at, e.id
            """
                    .formatted(EVENT);

    private final JdbcClient jdbc;

    PostgresCustodyEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CustodyEvent> of(Collection<UUID> persons) {
        return jdbc.sql(
                        "select coalesce(l.person, e.person) as now_of, "
                                + EVENT
                                + """
                                from nostos.custody_event e
                                join nostos.account a on a.id = e.account
                                left join nostos.placement_now l on l.what = e.id and l.room = 'custody'
                                where (e.person = any (:ids::uuid[])
                                       or e.id = any (array(select nostos.placed_on('custody', :ids::uuid[]))))
                                  and coalesce(l.person, e.person) = any (:ids::uuid[])
                                order by e.recorded_at, e.id
                                """)
                .param("ids", Rows.texts(persons))
                .query(PostgresCustodyEvents::event)
                .list();
    }

    @Override
    public Map<UUID, List<CustodyEvent>> ofFacility(UUID facility) {
        return byLeader(
                jdbc.sql(
                                """
                                with placed as materialized (select * from nostos.custody_placed()),
                                asked as (
                                    select distinct coalesce(l.person, e.person) as person
                                    from nostos.custody_event e left join placed l on l.what = e.id
                                    where e.facility = ?
                                )
                                """
                                        + KNOWN_AS)
                        .param(facility)
                        .query(PostgresCustodyEvents::event)
                        .list());
    }

    @Override
    public Map<UUID, List<CustodyEvent>> ofLeaders(Collection<UUID> leaders) {
        return byLeader(
                jdbc.sql(
                                """
                                with placed as materialized (select * from nostos.custody_placed()),
                                asked as (select p.person from unnest(?::uuid[]) as p (person))
                                """
                                        + KNOWN_AS)
                        .param(Rows.texts(leaders))
                        .query(PostgresCustodyEvents::event)
                        .list());
    }

    /// The events that hang on these very persons, whoever they are joined with.
    List<CustodyEvent> hangingOn(Collection<UUID> persons) {
        return jdbc.sql(
                        "select e.person as now_of, "
                                + EVENT
                                + """
                                from nostos.custody_event e join nostos.account a on a.id = e.account
                                where e.person = any (?::uuid[])
                                """)
                .param(Rows.texts(persons))
                .query(PostgresCustodyEvents::event)
                .list();
    }

    @Override
    public Map<UUID, List<CustodyEvent>> ofAll() {
        return byLeader(
                jdbc.sql(
                                """
                                with placed as materialized (select * from nostos.custody_placed()),
                                asked as (
                                    select distinct coalesce(l.person, e.person) as person
                                    from nostos.custody_event e left join placed l on l.what = e.id
                                )
                                """
                                        + KNOWN_AS)
                        .query(PostgresCustodyEvents::event)
                        .list());
    }

    @Override
    public void add(List<CustodyEvent> events, UUID act) {
        for (CustodyEvent event : events) {
            add(event, act);
        }
    }

    @Override
    public void turn(UUID person) {
        jdbc.sql("select nostos.custody_turn(?)::text").param(person).query(String.class).list();
    }

    @Override
    public void turnOfAll() {
        jdbc.sql("select nostos.custody_turn_of_all()::text").query(String.class).list();
    }

    private void add(CustodyEvent event, UUID act) {
        HoldingAuthority authority = event.authority();
        Place place = event.place();
        PartialDate happened = event.happened();
        jdbc.sql(
                        """
                        insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last, precision,
                               calendar, written, authority, authority_name, facility, place, section, ground,
                               ordered_by, source, reason, takes_back, handover, account, act)
                        values (:id, :person, nostos.caller_party(), :kind, :on, :last, :precision, :calendar, :written,
                                :authority::uuid, :authorityName, :facility::uuid, :place, :section, :ground,
                                :order, :source, :reason, :takesBack::uuid, :handover::uuid,
                                nostos.caller_account(), :act)
                        """)
                .param("id", event.id())
                .param("person", event.stamp().person())
                .param("kind", event.kind().name())
                .param("on", happened.first())
                .param("last", happened.last())
                .param("precision", happened.precision().name())
                .param("calendar", happened.calendar().name())
                .param("written", happened.original())
                .param("authority", text(authority == null ? null : authority.party()))
                .param("authorityName", authority == null ? null : authority.name())
                .param("facility", text(place == null ? null : place.facility()))
                .param("place", place == null ? null : place.name())
                .param("section", place == null ? "" : place.section())
                .param("ground", event.ground() == null ? null : event.ground().name())
                .param("order", event.order())
                .param("source", event.source())
                .param("reason", event.reason())
                .param("takesBack", text(event.takesBack()))
                .param("handover", text(event.handover()))
                .param("act", act)
                .update();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Map<UUID, List<CustodyEvent>> byLeader(List<CustodyEvent> events) {
        Map<UUID, List<CustodyEvent>> byLeader = new HashMap<>();
        for (CustodyEvent event : events) {
            byLeader.computeIfAbsent(event.stamp().person(), key -> new ArrayList<>()).add(event);
        }
        return byLeader;
    }

    private static CustodyEvent event(ResultSet row, int number) throws SQLException {
        String holder = row.getString("authority_name");
        String place = row.getString("place");
        String ground = row.getString("ground");
        return new CustodyEvent(
                Rows.stamp(row),
                CustodyKind.valueOf(row.getString("kind")),
                new PartialDate(
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("happened_last", LocalDate.class),
                        Precision.valueOf(row.getString("precision")),
                        DateCalendar.valueOf(row.getString("calendar")),
                        row.getString("written")),
                holder == null
                        ? null
                        : new HoldingAuthority(row.getObject("authority", UUID.class), holder),
                place == null
                        ? null
                        : new Place(
                                row.getObject("facility", UUID.class),
                                place,
                                row.getString("section")),
                ground == null ? null : LegalGround.valueOf(ground),
                row.getString("ordered_by"),
                row.getString("source"),
                row.getString("reason"),
                row.getObject("takes_back", UUID.class),
                row.getObject("handover", UUID.class));
    }
}
