package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;
import org.nostos.identity.EvidenceGrade;
import org.nostos.identity.EvidenceKind;
import org.nostos.identity.NationalityEvent;
import org.nostos.identity.NationalityEvent.Consent;
import org.nostos.identity.NationalityEvent.Rests;
import org.nostos.identity.NationalityEvents;
import org.nostos.identity.NationalityEvidence;
import org.nostos.identity.NationalityEvidence.Seen;
import org.nostos.identity.NationalityStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresNationalityEvents implements NationalityEvents {

    private final JdbcClient jdbc;

    PostgresNationalityEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void turn(UUID person) {
        jdbc.sql("select nostos.case_turn(?)").param(person).query(row -> {});
    }

    @Override
    public List<NationalityEvent> ofPersons(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        select e.*, a.display_name
                        from (select n.*, coalesce(l.person, n.person) as now_of
                              from nostos.nationality_event n
                              left join nostos.placement_now l on l.what = n.root and l.room = 'nationality'
                              where n.person = any (:ids)
                                 or n.root = any (array(select nostos.placed_on('nationality', :ids)))) as e
                        join nostos.account a on a.id = e.account
                        where e.now_of = any (:ids)
                        order by e.recorded_at, e.id
                        """)
                .param("ids", Ids.array(persons))
                .query(PostgresNationalityEvents::event)
                .list();
    }

    @Override
    public void add(NationalityEvent event, UUID act) {
        NationalityEvidence evidence = event.evidence();
        jdbc.sql(
                        """
                        insert into nostos.nationality_event
                            (id, person, party, state, kind, happened_on, source, reason, due_on, consent, interpreter,
                             rests, of_event, root, evidence, grade, seen, number, sha256, laboratory, chain, mrz,
                             account, act)
                        values (:id, :person, nostos.caller_party(), :state, :kind, :on, :source, :reason, :due::date,
                                :consent::text, :interpreter, :rests::text, :of::uuid, :root, :evidence::text,
                                :grade::text, :seen::text, :number, :sha256, :laboratory, :chain, :mrz,
                                nostos.caller_account(), :act)
                        """)
                .param("id", event.id())
                .param("person", event.stamp().person())
                .param("state", event.state().value())
                .param("kind", event.step().name())
                .param("on", event.stamp().on())
                .param("source", event.source())
                .param("reason", event.reason())
                .param("due", text(event.due()))
                .param("consent", name(event.consent()))
                .param("interpreter", event.interpreter())
                .param("rests", name(event.rests()))
                .param("of", text(event.of()))
                .param("root", event.root())
                .param("evidence", evidence == null ? null : evidence.kind().name())
                .param("grade", evidence == null ? null : evidence.grade().name())
                .param("seen", evidence == null ? null : evidence.seen().name())
                .param("number", evidence == null ? "" : evidence.number())
                .param("sha256", evidence == null ? "" : evidence.sha256())
                .param("laboratory", evidence == null ? "" : evidence.laboratory())
                .param("chain", evidence == null ? "" : evidence.chain())
                .param("mrz", evidence == null ? "" : evidence.mrz())
                .param("act", act)
                .update();
    }

    @Override
    public List<AtRisk> atRisk() {
        return jdbc.sql("select person, since, ordinal, states from nostos.stateless_kept()")
                .query((row, number) ->
                        new AtRisk(
                                row.getObject("person", UUID.class),
                                row.getObject("since", LocalDate.class),
                                row.getLong("ordinal"),
                                row.getString("states")))
                .list();
    }

    @Override
    public List<UUID> changedWithALoss() {
        return jdbc.sql("select nostos.stateless_touched()").query(UUID.class).list();
    }

    private static NationalityEvent event(ResultSet row, int number) throws SQLException {
        return new NationalityEvent(
                new Stamp(
                        row.getObject("id", UUID.class),
                        row.getObject("now_of", UUID.class),
                        row.getObject("happened_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("account", UUID.class),
                        row.getString("display_name")),
                new StateCode(row.getString("state")),
                NationalityStep.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("reason"),
                row.getObject("due_on", LocalDate.class),
                row.getString("consent") == null ? null : Consent.valueOf(row.getString("consent")),
                row.getString("interpreter"),
                row.getString("rests") == null ? null : Rests.valueOf(row.getString("rests")),
                row.getString("evidence") == null ? null : evidence(row),
                row.getObject("of_event", UUID.class),
                row.getObject("root", UUID.class));
    }

    private static NationalityEvidence evidence(ResultSet row) throws SQLException {
        return new NationalityEvidence(
                EvidenceKind.valueOf(row.getString("evidence")),
                EvidenceGrade.valueOf(row.getString("grade")),
                Seen.valueOf(row.getString("seen")),
                row.getString("number"),
                row.getString("sha256"),
                row.getString("laboratory"),
                row.getString("chain"),
                row.getString("mrz"));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
