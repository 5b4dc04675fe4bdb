package org.nostos.postgres.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.StateCode;
import org.nostos.requests.AskedFor;
import org.nostos.requests.ReplyClock;
import org.nostos.requests.Scorecard;
import org.nostos.requests.StateAgreement;
import org.nostos.requests.StateContact;
import org.nostos.requests.StateEntry;
import org.nostos.requests.StateSaid;
import org.nostos.requests.States;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresStates implements States {

    /// The notes that are with their states, each with the day due and what is kept of its answers.
    private static final String SCORES =
            """
            with sent as (
                select n.id, n.state, n.asked,
                       (select min(d.happened_on) from nostos.note_event d where d.note = n.id
                          and d.kind in ('DELIVERED', 'ACKNOWLEDGED') and d.recorded_at > s.at) as delivered
                from nostos.note_verbale n
                join lateral (select max(e.recorded_at) as at from nostos.note_event e
                              where e.note = n.id and e.kind = 'SENT') s on s.at is not null
                where (n.asked = 'RELOCATION') = :third
                  and not exists (select from nostos.note_event e where e.note = n.id
                                    and e.kind in ('WITHDRAWN', 'RETURNED') and e.recorded_at > s.at)
            ), due as (
                select sent.*, delivered + coalesce(
                           (select g.days from nostos.state_agreement g
                            where g.state = sent.state and (g.asked is null or g.asked = sent.asked)
                              and g.in_force_from <= delivered and coalesce(g.in_force_till, 'infinity') >= delivered
                            order by (g.asked is not null) desc, g.in_force_from desc, g.id desc limit 1), :days) as due
                from sent
            ), took as (
                select due.state, d.happened_on - due.delivered as days, sum(d.lines) as lines
                from due join nostos.note_answer_day d on d.note = due.id
                where due.delivered is not null group by 1, 2
            ), ranked as (
                select state, days, sum(lines) over (partition by state order by days) as upto,
                       sum(lines) over (partition by state) as whole
                from took
            )
            select due.state, sum(t.persons) as asked, sum(t.answered) as answered, sum(t.accepted) as accepted,
                   sum(t.child_only) as child_only, sum(t.conditional) as conditional, sum(t.refused) as refused,
                   sum(t.with_reasons) as with_reasons, sum(t.with_review) as with_review, sum(t.quashed) as quashed,
                   sum(t.not_ours) as not_ours, sum(t.more_needed) as more_needed, sum(t.taken_back) as taken_back,
                   sum(t.will_prosecute) as will_prosecute,
                   coalesce(sum(t.persons - t.answered) filter (where due is null or due >= :today), 0) as open,
                   coalesce(sum(t.persons - t.answered) filter (where due < :today), 0) as overdue,
                   (select min(r.days) from ranked r where r.state = due.state and r.upto * 2 >= r.whole) as median
            from due join nostos.note_tally t on t.note = due.id group by due.state order by due.state
            """;

    private final JdbcClient jdbc;

    PostgresStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StateEntry> all() {
        return jdbc.sql("select code, name from nostos.state_entry order by name, code")
                .query(PostgresStates::entry)
                .list();
    }

    @Override
    public Optional<StateEntry> byCode(StateCode code) {
        return jdbc.sql("select code, name from nostos.state_entry where code = ?")
                .param(code.value())
                .query(PostgresStates::entry)
                .optional();
    }

    @Override
    public void add(StateEntry state, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.state_entry (code, name, account, act)
                        values (?, ?, nostos.caller_account(), ?)
                        """)
                .params(state.code().value(), state.name(), act)
                .update();
    }

    @Override
    public List<StateContact> contacts(StateCode state) {
        return jdbc.sql(
                        """
                        select c.*, e.recorded_at as ended_at from nostos.state_contact c
                        left join nostos.state_contact_ended e on e.contact = c.id
                        where c.state = ? order by (e.contact is not null), c.recorded_at, c.id
                        """)
                .param(state.value())
                .query((row, number) ->
                        new StateContact(
                                Columns.id(row, "id"),
                                state,
                                StateContact.Kind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                StateContact.Serves.valueOf(row.getString("serves")),
                                StateContact.Channel.valueOf(row.getString("channel")),
                                row.getString("address"),
                                Columns.instantOrNull(row, "ended_at")))
                .list();
    }

    @Override
    public void add(StateContact contact, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.state_contact (id, state, kind, name, serves, channel, address, account, act)
                        values (?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(
                        contact.id(),
                        contact.state().value(),
                        contact.kind().name(),
                        contact.name().strip(),
                        contact.serves().name(),
                        contact.channel().name(),
                        contact.address().strip(),
                        act)
                .update();
    }

    @Override
    public void end(UUID contact, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.state_contact_ended (contact, reason, account, act)
                        values (?, ?, nostos.caller_account(), ?)
                        """)
                .params(contact, reason, act)
                .update();
    }

    @Override
    public List<StateAgreement> agreements(StateCode state) {
        return jdbc.sql(
                        """
                        select * from nostos.state_agreement where state = ?
                        order by in_force_from desc, recorded_at desc, id
                        """)
                .param(state.value())
                .query(PostgresStates::agreement)
                .list();
    }

    @Override
    public void add(StateAgreement agreement, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.state_agreement (id, state, title, article, asked, days, silence, in_force_from,
                                                            in_force_till, source, account, act)
                        values (:id, :state, :title, :article, :asked, :days, :silence, :from, :till::date, :source,
                                nostos.caller_account(), :act)
                        """)
                .param("id", agreement.id())
                .param("state", agreement.state().value())
                .param("title", agreement.title().strip())
                .param("article", agreement.article().strip())
                .param("asked", agreement.asked() == null ? null : agreement.asked().name())
                .param("days", agreement.days())
                .param("silence", agreement.silence().name())
                .param("from", agreement.from())
                .param("till", agreement.till() == null ? null : agreement.till().toString())
                .param("source", agreement.source().strip())
                .param("act", act)
                .update();
    }

    @Override
    public List<StateSaid> said(StateCode state) {
        return jdbc.sql(
                        """
                        select * from nostos.state_said where state = ?
                        order by said_on desc, recorded_at desc, id
                        """)
                .param(state.value())
                .query((row, number) ->
                        new StateSaid(
                                Columns.id(row, "id"),
                                state,
                                StateSaid.Kind.valueOf(row.getString("kind")),
                                Columns.day(row, "said_on"),
                                row.getString("by_whom"),
                                row.getString("words"),
                                row.getString("source")))
                .list();
    }

    @Override
    public void add(StateSaid said, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.state_said (id, state, kind, said_on, by_whom, words, source, account, act)
                        values (?, ?, ?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(
                        said.id(),
                        said.state().value(),
                        said.kind().name(),
                        said.on(),
                        said.byWhom().strip(),
                        said.words().strip(),
                        said.source().strip(),
                        act)
                .update();
    }

    @Override
    public List<Scorecard> scorecards(LocalDate on) {
        return cards(on, false);
    }

    @Override
    public List<Scorecard> asThirdState(LocalDate on) {
        return cards(on, true);
    }

    private List<Scorecard> cards(LocalDate on, boolean third) {
        return jdbc.sql(SCORES)
                .param("third", third)
                .param("days", ReplyClock.DEFAULT_DAYS)
                .param("today", on)
                .query(PostgresStates::card)
                .list();
    }

    private static StateEntry entry(ResultSet row, int number) throws SQLException {
        return new StateEntry(new StateCode(row.getString("code")), row.getString("name"));
    }

    private static StateAgreement agreement(ResultSet row, int number) throws SQLException {
        String asked = row.getString("asked");
        return new StateAgreement(
                Columns.id(row, "id"),
                new StateCode(row.getString("state")),
                row.getString("title"),
                row.getString("article"),
                asked == null ? null : AskedFor.valueOf(asked),
                row.getInt("days"),
                StateAgreement.Silence.valueOf(row.getString("silence")),
                Columns.day(row, "in_force_from"),
                Columns.dayOrNull(row, "in_force_till"),
                row.getString("source"));
    }

    private static Scorecard card(ResultSet row, int number) throws SQLException {
        @Nullable Integer median = row.getObject("median", Integer.class);
        return new Scorecard(
                new StateCode(row.getString("state")),
                row.getLong("asked"),
                row.getLong("answered"),
                row.getLong("accepted"),
                row.getLong("child_only"),
                row.getLong("conditional"),
                row.getLong("refused"),
                row.getLong("with_reasons"),
                row.getLong("with_review"),
                row.getLong("quashed"),
                row.getLong("not_ours"),
                row.getLong("more_needed"),
                row.getLong("taken_back"),
                row.getLong("will_prosecute"),
                row.getLong("open"),
                row.getLong("overdue"),
                median);
    }
}
