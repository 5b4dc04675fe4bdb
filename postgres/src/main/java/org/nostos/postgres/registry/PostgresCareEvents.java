package org.nostos.postgres.registry;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.registry.AgeAssessment;
import org.nostos.registry.AgeAssessment.Method;
import org.nostos.registry.CareEvent;
import org.nostos.registry.CareEvents;
import org.nostos.registry.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresCareEvents implements CareEvents {

    private final JdbcClient jdbc;

    PostgresCareEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CareEvent> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        select e.*, a.display_name
                        from (select c.*, coalesce(l.person, c.person) as now_of
                              from nostos.care_event c
                              left join nostos.placement_now l
                                     on l.what = coalesce(c.of_event, c.id) and l.room = 'care'
                              where c.person = any (:ids)
                                 or c.id = any (array(select nostos.placed_on('care', :ids)))
                                 or c.of_event = any (array(select nostos.placed_on('care', :ids)))) as e
                        join nostos.account a on a.id = e.account
                        where e.now_of = any (:ids)
                        order by e.recorded_at, e.id
                        """)
                .param("ids", persons.toArray(new UUID[0]))
                .query(PostgresCareEvents::event)
                .list();
    }

    @Override
    public List<ActDone> acts(Collection<UUID> persons) {
        return jdbc.sql("select * from nostos.care_acts(:ids)")
                .param("ids", persons.toArray(new UUID[0]))
                .query((row, number) ->
                        new ActDone(
                                row.getObject("id", UUID.class),
                                row.getObject("person", UUID.class),
                                row.getString("kind"),
                                row.getString("by_name"),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void add(CareEvent event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.care_event (id, person, party, kind, company, ground, outcome, whom,
                            born_first, born_last, methods, informed, consented, happened_on, source, reason, of_event,
                            account, act)
                        values (:id, :person, nostos.caller_party(), :kind, :company::text, :ground::text,
                                :outcome::text, :whom, :first::date, :last::date, :methods::text[], :informed::boolean,
                                :consented::boolean, :on, :source, :reason, :of::uuid, nostos.caller_account(), :act)
                        """)
                .param("id", event.id())
                .param("person", event.stamp().person())
                .param("kind", event.kind().name())
                .param("company", text(event.said()))
                .param("ground", text(event.ground()))
                .param("outcome", text(event.outcome()))
                .param("whom", event.whom())
                .param("first", text(event.bornFirst()))
                .param("last", text(event.bornLast()))
                .param("methods", methods(event.assessed()))
                .param("informed", event.assessed() == null ? null : event.assessed().informed())
                .param("consented", event.assessed() == null ? null : event.assessed().consented())
                .param("on", event.stamp().on())
                .param("source", event.source())
                .param("reason", event.reason())
                .param("of", text(event.of()))
                .param("act", act)
                .update();
    }

    @Override
    public List<Coming> comingOfAge(LocalDate from, LocalDate until, boolean ties) {
        return jdbc.sql(
                        """
                        select id, number, ordinal, record, born, tied, plain
                        from nostos.coming_of_age(:from, :until, :ties)
                        """)
                .param("ties", ties)
                .param("from", from.minusYears(18).minusDays(1))
                .param("until", until.minusYears(18))
                .query((row, number) ->
                        new Coming(
                                new Person(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        row.getLong("ordinal"),
                                        row.getObject("record", UUID.class)),
                                row.getObject("born", LocalDate.class),
                                row.getBoolean("plain"),
                                row.getBoolean("tied")))
                .list();
    }

    @Override
    public List<UUID> saidAlone(LocalDate on) {
        return jdbc.sql(
                        """
                        select a.person from (
                            select distinct c.person from nostos.care_event c
                            where c.kind = 'COMPANY_SAID' and c.company in ('SEPARATED', 'UNACCOMPANIED')) a
                        cross join lateral (
                            select p.id, p.record,
                                   exists (select from nostos.person_cluster g where g.record = p.record)
                                   or exists (select from nostos.placement_now l
                                              where l.person = p.id and l.room = 'care')
                                   or exists (select from nostos.care_event e
                                              join nostos.placement_now l
                                                on l.what = coalesce(e.of_event, e.id) and l.room = 'care'
                                              where e.person = p.id) as moved
                            from nostos.person p where p.id = a.person) p
                        where p.moved
                           or (exists (select from nostos.care_event e
                                       where e.person = p.id and e.kind in ('AGE_ASSESSED', 'CORRECTED'))
                               or not exists (select from nostos.record r
                                              where r.id = p.record and r.birth_last <= :adult))
                          and (exists (select from nostos.care_event e
                                       where e.person = p.id and e.kind in ('GUARDIAN_ENDED', 'CORRECTED'))
                               or not exists (select from nostos.care_event e
                                              where e.person = p.id and e.happened_on <= :on
                                                and e.kind in ('GUARDIAN_INTERIM', 'GUARDIAN_APPOINTED')))
                        """)
                .param("on", on)
                .param("adult", on.minusYears(18).minusDays(2))
                .query(UUID.class)
                .list();
    }

    private static CareEvent event(ResultSet row, int number) throws SQLException {
        return new CareEvent(
                new Stamp(
                        row.getObject("id", UUID.class),
                        row.getObject("now_of", UUID.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("account", UUID.class),
                        row.getString("display_name")),
                CareEvent.Kind.valueOf(row.getString("kind")),
                value(CareEvent.Company.class, row.getString("company")),
                value(CareEvent.Ground.class, row.getString("ground")),
                value(CareEvent.Outcome.class, row.getString("outcome")),
                row.getString("whom"),
                row.getObject("born_first", LocalDate.class),
                row.getObject("born_last", LocalDate.class),
                assessed(row),
                row.getString("source"),
                row.getString("reason"),
                row.getObject("of_event", UUID.class));
    }

    private static String @Nullable [] methods(@Nullable AgeAssessment how) {
        return how == null ? null : how.methods().stream().map(Method::name).toArray(String[]::new);
    }

    private static @Nullable AgeAssessment assessed(ResultSet row) throws SQLException {
        Array methods = row.getArray("methods");
        if (methods == null) {
            return null;
        }
        Set<Method> all =
                Stream.of((String[]) methods.getArray())
                        .map(Method::valueOf)
                        .collect(Collectors.toSet());
        return new AgeAssessment(all, row.getBoolean("informed"), row.getBoolean("consented"));
    }

    private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
