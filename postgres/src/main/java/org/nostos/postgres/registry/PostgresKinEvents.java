package org.nostos.postgres.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinEvents;
import org.nostos.registry.KinRelation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresKinEvents implements KinEvents {

    private final JdbcClient jdbc;

    PostgresKinEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void turn(UUID person) {
        jdbc.sql("select nostos.case_turn(?)").param(person).query(row -> {});
    }

    @Override
    public List<KinEvent> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        with tied as (
                            select k.id, coalesce(l.person, k.person) as person_now,
                                   coalesce(r.person, k.relative) as relative_now
                            from nostos.kin_event k
                            left join nostos.placement_now l on l.what = k.id and l.room = 'kin'
                            left join nostos.placement_now r on r.what = k.id and r.room = 'kin-relative'
                            where k.kind = 'PROPOSED'
                              and (k.person = any (:ids) or k.relative = any (:ids)
                                   or k.id = any (array(select nostos.placed_on('kin', :ids)))
                                   or k.id = any (array(select nostos.placed_on('kin-relative', :ids)))))
                        select e.*, t.person_now, t.relative_now, a.display_name
                        from tied t join nostos.kin_event e on e.tie = t.id
                        join nostos.account a on a.id = e.account
                        where t.person_now = any (:ids) or t.relative_now = any (:ids)
                        order by e.recorded_at, e.id
                        """)
                .param("ids", persons.toArray(new UUID[0]))
                .query(PostgresKinEvents::event)
                .list();
    }

    @Override
    public void add(KinEvent event, UUID act) {
        KinEvent.Said said = event.said();
        jdbc.sql(
                        """
                        insert into nostos.kin_event (id, tie, party, kind, person, relative, contact, contact_born,
                            relation, marriage, grade, same_place, happened_on, source, reason, account, act)
                        values (:id, :tie, nostos.caller_party(), :kind, :person::uuid, :relative::uuid, :contact,
                                :born::date, :relation::text, :marriage::text, :grade::text, :same::boolean, :on,
                                :source, :reason, nostos.caller_account(), :act)
                        """)
                .param("id", event.id())
                .param("tie", event.tie())
                .param("kind", event.kind().name())
                .param("person", said == null ? null : said.person().toString())
                .param("relative", said == null ? null : text(said.relative()))
                .param("contact", said == null ? "" : said.contact())
                .param("born", said == null ? null : text(said.contactBorn()))
                .param("relation", said == null ? null : said.relation().name())
                .param("marriage", said == null ? null : text(said.marriage()))
                .param("grade", said == null ? null : said.grade().name())
                .param("same", text(event.samePlace()))
                .param("on", event.stamp().on())
                .param("source", event.source())
                .param("reason", event.reason())
                .param("act", act)
                .update();
    }

    private static KinEvent event(ResultSet row, int number) throws SQLException {
        KinEvent.Kind kind = KinEvent.Kind.valueOf(row.getString("kind"));
        return new KinEvent(
                new Stamp(
                        row.getObject("id", UUID.class),
                        row.getObject("person_now", UUID.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("account", UUID.class),
                        row.getString("display_name")),
                row.getObject("tie", UUID.class),
                kind,
                kind == KinEvent.Kind.PROPOSED ? said(row) : null,
                row.getObject("same_place", Boolean.class),
                row.getString("source"),
                row.getString("reason"));
    }

    private static KinEvent.Said said(ResultSet row) throws SQLException {
        String marriage = row.getString("marriage");
        return new KinEvent.Said(
                row.getObject("person_now", UUID.class),
                row.getObject("relative_now", UUID.class),
                row.getString("contact"),
                row.getObject("contact_born", LocalDate.class),
                KinRelation.valueOf(row.getString("relation")),
                marriage == null ? null : KinEvent.Marriage.valueOf(marriage),
                KinEvent.Grade.valueOf(row.getString("grade")));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
