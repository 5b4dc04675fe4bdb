package org.nostos.postgres.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.basics.FieldRole;
import org.nostos.basics.StateCode;
import org.nostos.requests.AskedFor;
import org.nostos.requests.Disclosure;
import org.nostos.requests.DisclosureEvent;
import org.nostos.requests.Disclosures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresDisclosures implements Disclosures {

    private static final String SELECT =
            """
            select d.*, coalesce(l.person, d.person) as about, a.display_name
            from nostos.disclosure d left join nostos.account a on a.id = d.account
            left join nostos.placement_now l on l.what = d.id and l.room = 'requests'
            """;

    private final JdbcClient jdbc;

    PostgresDisclosures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Disclosure> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (d.person = any (:persons::uuid[])
                                       or d.id = any (array(select nostos.placed_on('requests', :persons::uuid[]))))
                                  and coalesce(l.person, d.person) = any (:persons::uuid[])
                                order by d.recorded_at desc, d.id
                                """)
                .param("persons", Columns.ids(persons))
                .query(PostgresDisclosures::disclosure)
                .list();
    }

    @Override
    public List<Disclosure> askable(
            StateCode state, AskedFor asked, Collection<UUID> without, LocalDate on, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.state = :state and d.asked = :asked and d.until >= :on
                                  and coalesce(l.person, d.person) <> all (:without::uuid[])
                                  and (select e.kind from nostos.disclosure_event e
                                       where e.disclosure = d.id and e.happened_on <= :on
                                       order by e.recorded_at desc limit 1) = 'CLEARED'
                                  and nostos.asylum_word_stands(coalesce(l.person, d.person), d.state)
                                  and not nostos.asked_already(coalesce(l.person, d.person), d.state, null)
                                order by d.recorded_at desc, d.id limit :most
                                """)
                .param("state", state.value())
                .param("asked", asked.name())
                .param("without", Columns.ids(without))
                .param("on", on)
                .param("most", most)
                .query(PostgresDisclosures::disclosure)
                .list();
    }

    @Override
    public Optional<Disclosure> byId(UUID id) {
        return jdbc.sql(SELECT + "where d.id = ?")
                .param(id)
                .query(PostgresDisclosures::disclosure)
                .optional();
    }

    @Override
    public List<DisclosureEvent> events(Collection<UUID> disclosures) {
        return jdbc.sql(
                        """
                        select e.*, a.display_name from nostos.disclosure_event e
                        left join nostos.account a on a.id = e.account
                        where e.disclosure = any (?::uuid[]) order by e.recorded_at, e.id
                        """)
                .param(Columns.ids(disclosures))
                .query((row, number) ->
                        new DisclosureEvent(
                                Columns.id(row, "id"),
                                Columns.id(row, "disclosure"),
                                DisclosureEvent.Kind.valueOf(row.getString("kind")),
                                Columns.day(row, "happened_on"),
                                row.getString("reason"),
                                Columns.id(row, "account"),
                                row.getString("display_name"),
                                Columns.instant(row, "recorded_at")))
                .list();
    }

    @Override
    public void draft(Disclosure disclosure, UUID act) {
        Disclosure.Exception exception = disclosure.exception();
        jdbc.sql(
                        """
                        insert into nostos.disclosure (id, person, state, asked, fields, until, harm_found, harm, exception,
                                                       exception_ground, account, act)
                        values (:id, :person, :state, :asked, :fields::text[], :until, :found, :harm, :exception, :ground,
                                nostos.caller_account(), :act)
                        """)
                .param("id", disclosure.id())
                .param("person", disclosure.person())
                .param("state", disclosure.state().value())
                .param("asked", disclosure.asked().name())
                .param("fields", names(disclosure.fields()))
                .param("until", disclosure.until())
                .param("found", disclosure.harmFound())
                .param("harm", disclosure.harm())
                .param("exception", exception == null ? null : exception.kind().name())
                .param("ground", exception == null ? null : exception.ground().strip())
                .param("act", act)
                .update();
    }

    @Override
    public void add(DisclosureEvent event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.disclosure_event (id, disclosure, kind, happened_on, reason, account, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(
                        event.id(),
                        event.disclosure(),
                        event.kind().name(),
                        event.on(),
                        event.reason(),
                        act)
                .update();
    }

    @Override
    public boolean wordStands(UUID person, StateCode state) {
        return jdbc.sql("select nostos.asylum_word_stands(?, ?)")
                .params(person, state.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Disclosure> waitingForWord(int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where d.until >= current_date and nostos.asylum_word_waits(d.person, d.state)
                                  and not exists (select from nostos.disclosure_event e where e.disclosure = d.id
                                                    and e.kind in ('REFUSED', 'WITHDRAWN'))
                                order by d.recorded_at, d.id limit ?
                                """)
                .param(most)
                .query(PostgresDisclosures::disclosure)
                .list();
    }

    @Override
    public boolean keepsAsylum() {
        return jdbc.sql("select nostos.caller_keeps_asylum()").query(Boolean.class).single();
    }

    @Override
    public void say(UUID person, StateCode state, boolean may, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.asylum_word (id, person, state, may, party, account, act)
                        values (?, ?, ?, ?, nostos.caller_party(), nostos.caller_account(), ?)
                        """)
                .params(UUID.randomUUID(), person, state.value(), may, act)
                .update();
    }

    private static String[] names(Set<FieldRole> fields) {
        return fields.stream().map(FieldRole::name).toArray(String[]::new);
    }

    private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
        String exception = row.getString("exception");
        String by = row.getString("display_name");
        return new Disclosure(
                Columns.id(row, "id"),
                Columns.id(row, "about"),
                new StateCode(row.getString("state")),
                AskedFor.valueOf(row.getString("asked")),
                Arrays.stream(Columns.texts(row, "fields"))
                        .map(FieldRole::valueOf)
                        .collect(Collectors.toSet()),
                Columns.day(row, "until"),
                row.getBoolean("harm_found"),
                row.getString("harm"),
                exception == null
                        ? null
                        : new Disclosure.Exception(
                                Disclosure.Exception.Kind.valueOf(exception),
                                row.getString("exception_ground")),
                Columns.id(row, "account"),
                by == null ? "" : by,
                Columns.instant(row, "recorded_at"));
    }
}
