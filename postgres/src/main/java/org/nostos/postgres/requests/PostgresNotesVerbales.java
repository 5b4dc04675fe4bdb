package org.nostos.postgres.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.StateCode;
import org.nostos.requests.AnswerCondition;
import org.nostos.requests.AnswerEvent;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.AskedFor;
import org.nostos.requests.NoteEvent;
import org.nostos.requests.NoteLine;
import org.nostos.requests.NoteVerbale;
import org.nostos.requests.NotesVerbales;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresNotesVerbales implements NotesVerbales {

    private static final String NOTE =
            """
            select n.*, s.name as state_name, a.display_name,
                   'NV-' || u.state || '-' || u.year || '-' || lpad(u.number::text, greatest(4, length(u.number::text)), '0') as numbered
            from nostos.note_verbale n join nostos.state_entry s on s.code = n.state
            left join nostos.note_number u on u.note = n.id left join nostos.account a on a.id = n.account
            """;
    private static final String LIVE =
            "not exists (select from nostos.note_line_removed r where r.line = l.id)";

    private static final String[] ANSWERS =
            Arrays.stream(AnswerKind.values())
                    .filter(AnswerKind::answers)
                    .map(AnswerKind::name)
                    .toArray(String[]::new);

    private final JdbcClient jdbc;

    PostgresNotesVerbales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<NoteVerbale> all(@Nullable StateCode state, int most) {
        return jdbc.sql(
                        NOTE
                                + """
                                where :state::text is null or n.state = :state
                                order by n.recorded_at desc, n.id limit :most
                                """)
                .param("state", state == null ? null : state.value())
                .param("most", most)
                .query(PostgresNotesVerbales::note)
                .list();
    }

    @Override
    public Optional<NoteVerbale> byId(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    @Override
    public List<NoteVerbale> byIds(Collection<UUID> ids) {
        return jdbc.sql(NOTE + "where n.id = any (?::uuid[])")
                .param(Columns.ids(ids))
                .query(PostgresNotesVerbales::note)
                .list();
    }

    @Override
    public void begin(NoteVerbale note, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.note_verbale (id, state, asked, words_en, words_ar, account, act)
                        values (?, ?, ?, ?, ?, nostos.caller_account(), ?)
                        """)
                .params(
                        note.id(),
                        note.state().value(),
                        note.asked().name(),
                        note.wordsEn(),
                        note.wordsAr(),
                        act)
                .update();
    }

    @Override
    public List<NoteLine> lines(Collection<UUID> notes) {
        return jdbc.sql(
                        """
                        select l.id, l.note, l.fields, l.said, l.account,
                               row_number() over (partition by l.note order by l.place) as place
                        from nostos.note_line l where l.note = any (?::uuid[]) and
                        """
                                + LIVE
                                + " order by l.note, l.place")
                .param(Columns.ids(notes))
                .query(PostgresNotesVerbales::line)
                .list();
    }

    @Override
    public Map<UUID, Annex> annexes(Collection<UUID> notes) {
        Map<UUID, Annex> annexes = new HashMap<>();
        jdbc.sql("select * from nostos.note_tally where note = any (?::uuid[])")
                .param(Columns.ids(notes))
                .query(row -> {
                    annexes.put(
                            Columns.id(row, "note"),
                            new Annex(row.getInt("persons"), row.getInt("answered")));
                });
        return annexes;
    }

    @Override
    public Map<UUID, Annex> annexes(Collection<UUID> notes, AsOf at) {
        Map<UUID, Annex> annexes = new HashMap<>();
        jdbc.sql(
                        """
                        select l.note, count(*) as persons,
                               count(*) filter (where a.kind <> 'ANSWER_WITHDRAWN') as answered
                        from nostos.note_line l
                        left join (
                            select distinct on (e.line) e.line, e.kind
                            from nostos.answer_event e join nostos.note_line o on o.id = e.line
                            where o.note = any (:notes::uuid[]) and e.kind = any (:answers)
                              and e.happened_on <= :on and e.recorded_at <= :known
                            order by e.line, e.happened_on desc, e.recorded_at desc, e.id desc
                        ) a on a.line = l.id
                        where l.note = any (:notes::uuid[]) and
                        """
                                + LIVE
                                + " group by l.note")
                .param("notes", Columns.ids(notes))
                .param("answers", ANSWERS)
                .param("on", at.on())
                .param("known", at.known().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    annexes.put(
                            Columns.id(row, "note"),
                            new Annex(row.getInt("persons"), row.getInt("answered")));
                });
        return annexes;
    }

    @Override
    public int highestPlace(UUID note) {
        return jdbc.sql("select coalesce(max(place), 0) from nostos.note_line where note = ?")
                .param(note)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<NoteLine> linesOf(Collection<UUID> persons) {
        return jdbc.sql(
                        """
                        select l.* from nostos.note_line l join nostos.note_line_person p on p.line = l.id
                        left join nostos.placement_now n on n.what = l.id and n.room = 'requests'
                        where
                        """
                                + LIVE
                                + """
                                 and (p.person = any (:persons::uuid[])
                                      or p.line = any (array(select nostos.placed_on('requests', :persons::uuid[]))))
                                 and coalesce(n.person, p.person) = any (:persons::uuid[])
                                 order by l.recorded_at desc, l.id
                                """)
                .param("persons", Columns.ids(persons))
                .query(PostgresNotesVerbales::line)
                .list();
    }

    @Override
    public List<LinePerson> persons(Collection<UUID> lines) {
        return jdbc.sql(
                        """
                        select p.line, coalesce(n.person, p.person) as person, p.disclosure
                        from nostos.note_line_person p
                        left join nostos.placement_now n on n.what = p.line and n.room = 'requests'
                        where p.line = any (?::uuid[])
                        """)
                .param(Columns.ids(lines))
                .query((row, number) ->
                        new LinePerson(
                                Columns.id(row, "line"),
                                Columns.id(row, "person"),
                                Columns.id(row, "disclosure")))
                .list();
    }

    @Override
    public void add(NoteLine line, UUID person, UUID disclosure, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.note_line (id, note, place, fields, said, account, act)
                        values (?, ?, ?, ?::text[], ?::text[], nostos.caller_account(), ?)
                        """)
                .param(line.id())
                .param(line.note())
                .param(line.place())
                .param(line.said().keySet().stream().map(FieldRole::name).toArray(String[]::new))
                .param(line.said().values().toArray(String[]::new))
                .param(act)
                .update();
        jdbc.sql(
                        "insert into nostos.note_line_person (line, person, disclosure, act) values (?, ?, ?, ?)")
                .params(line.id(), person, disclosure, act)
                .update();
    }

    @Override
    public void remove(UUID line, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.note_line_removed (line, reason, account, act)
                        values (?, ?, nostos.caller_account(), ?)
                        """)
                .params(line, reason, act)
                .update();
    }

    @Override
    public List<NoteEvent> events(Collection<UUID> notes) {
        return jdbc.sql(
                        """
                        select e.*, a.display_name from nostos.note_event e
                        left join nostos.account a on a.id = e.account
                        where e.note = any (?::uuid[]) order by e.recorded_at, e.id
                        """)
                .param(Columns.ids(notes))
                .query(PostgresNotesVerbales::event)
                .list();
    }

    @Override
    public void add(NoteEvent event, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.note_event (id, note, kind, happened_on, reason, source, document, party,
                                                       account, act)
                        values (:id, :note, :kind, :on, :reason, :source, :document::bytea, nostos.caller_party(),
                                nostos.caller_account(), :act)
                        """)
                .param("id", event.id())
                .param("note", event.note())
                .param("kind", event.kind().name())
                .param("on", event.on())
                .param("reason", event.reason())
                .param("source", event.source())
                .param("document", Columns.bytes(event.document()))
                .param("act", act)
                .update();
    }

    @Override
    public void number(UUID note, UUID act) {
        jdbc.sql("insert into nostos.note_number (note, act) values (?, ?)")
                .params(note, act)
                .update();
    }

    @Override
    public void keep(UUID note, PaperOf paper, UUID act) {
        jdbc.sql(
                        "insert into nostos.note_paper (note, pdf, sha256, content, act) values (?, ?, ?, ?, ?)")
                .param(note)
                .param(paper.pdf())
                .param(Columns.bytes(paper.sha256()))
                .param(Columns.bytes(paper.contentSha256()))
                .param(act)
                .update();
    }

    @Override
    public Optional<PaperOf> paper(UUID note) {
        return jdbc.sql("select * from nostos.note_paper where note = ?")
                .param(note)
                .query((row, number) ->
                        new PaperOf(
                                row.getBytes("pdf"),
                                String.valueOf(Columns.hex(row, "sha256")),
                                String.valueOf(Columns.hex(row, "content"))))
                .optional();
    }

    @Override
    public void turn(UUID note) {
        jdbc.sql("select nostos.note_turn(?)").param(note).query((row, number) -> true).list();
    }

    @Override
    public List<UUID> uncleared(UUID note) {
        return jdbc.sql("select nostos.note_uncleared(?)").param(note).query(UUID.class).list();
    }

    @Override
    public List<UUID> askedTwice(UUID note) {
        return jdbc.sql("select nostos.note_asked_twice(?)").param(note).query(UUID.class).list();
    }

    @Override
    public boolean askedAlready(UUID person, StateCode state) {
        return jdbc.sql("select nostos.asked_already(?, ?, null)")
                .params(person, state.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<AnswerEvent> answers(Collection<UUID> lines) {
        return jdbc.sql(
                        """
                        select e.*, a.display_name, n.state is not distinct from p.state_code as by_state
                        from nostos.answer_event e join nostos.note_line l on l.id = e.line
                        join nostos.note_verbale n on n.id = l.note
                        left join nostos.party p on p.id = e.party and p.kind = 'STATE'
                        left join nostos.account a on a.id = e.account
                        where e.line = any (?::uuid[]) order by e.recorded_at, e.id
                        """)
                .param(Columns.ids(lines))
                .query(PostgresNotesVerbales::answer)
                .list();
    }

    @Override
    public void add(AnswerEvent event, UUID act) {
        AnswerForm form = event.form();
        jdbc.sql(
                        """
                        insert into nostos.answer_event (id, line, kind, happened_on, conditions, reasons_given, ground,
                                                         review_body, source, document, agreement, party, account, act)
                        values (:id, :line, :kind, :on, :conditions, :reasons::boolean, :ground, :body, :source,
                                :document::bytea, :agreement::uuid, nostos.caller_party(), nostos.caller_account(), :act)
                        """)
                .param("id", event.id())
                .param("line", event.line())
                .param("kind", event.kind().name())
                .param("on", event.on())
                .param("conditions", form.conditions())
                .param(
                        "reasons",
                        form.reasonsGiven() == null ? null : form.reasonsGiven().toString())
                .param("ground", form.ground())
                .param("body", form.reviewBody())
                .param("source", form.source())
                .param("document", Columns.bytes(form.document()))
                .param("agreement", form.agreement() == null ? null : form.agreement().toString())
                .param("act", act)
                .update();
    }

    @Override
    public List<AnswerCondition.Said> conditions(Collection<UUID> answers) {
        return jdbc.sql(
                        """
                        select s.*, n.state is not distinct from p.state_code as by_state, a.display_name
                        from nostos.answer_condition_said s join nostos.answer_event e on e.id = s.answer
                        join nostos.note_line l on l.id = e.line join nostos.note_verbale n on n.id = l.note
                        left join nostos.party p on p.id = s.party and p.kind = 'STATE'
                        left join nostos.account a on a.id = s.account
                        where s.answer = any (?::uuid[]) order by s.recorded_at, s.id
                        """)
                .param(Columns.ids(answers))
                .query((row, number) ->
                        new AnswerCondition.Said(
                                Columns.id(row, "id"),
                                Columns.id(row, "answer"),
                                row.getInt("place"),
                                AnswerCondition.Kind.valueOf(row.getString("kind")),
                                Columns.day(row, "happened_on"),
                                row.getString("whom"),
                                row.getString("source"),
                                row.getBoolean("by_state"),
                                Columns.id(row, "account"),
                                row.getString("display_name"),
                                Columns.instant(row, "recorded_at")))
                .list();
    }

    @Override
    public void add(AnswerCondition.Said said, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.answer_condition_said (id, answer, place, kind, happened_on, whom, source, party,
                                                                  account, act)
                        values (?, ?, ?, ?, ?, ?, ?, nostos.caller_party(), nostos.caller_account(), ?)
                        """)
                .params(
                        said.id(),
                        said.answer(),
                        said.place(),
                        said.kind().name(),
                        said.on(),
                        said.whom(),
                        said.source(),
                        act)
                .update();
    }

    private static NoteVerbale note(ResultSet row, int number) throws SQLException {
        return new NoteVerbale(
                Columns.id(row, "id"),
                row.getString("numbered"),
                new StateCode(row.getString("state")),
                row.getString("state_name"),
                AskedFor.valueOf(row.getString("asked")),
                row.getString("words_en"),
                row.getString("words_ar"),
                Columns.id(row, "account"),
                row.getString("display_name"),
                Columns.instant(row, "recorded_at"));
    }

    private static NoteLine line(ResultSet row, int number) throws SQLException {
        String[] fields = Columns.texts(row, "fields");
        String[] values = Columns.texts(row, "said");
        Map<FieldRole, String> said = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            said.put(FieldRole.valueOf(fields[i]), values[i]);
        }
        return new NoteLine(
                Columns.id(row, "id"),
                Columns.id(row, "note"),
                row.getInt("place"),
                said,
                Columns.id(row, "account"));
    }

    private static NoteEvent event(ResultSet row, int number) throws SQLException {
        return new NoteEvent(
                Columns.id(row, "id"),
                Columns.id(row, "note"),
                NoteEvent.Kind.valueOf(row.getString("kind")),
                Columns.day(row, "happened_on"),
                row.getString("reason"),
                row.getString("source"),
                Columns.hex(row, "document"),
                Columns.id(row, "account"),
                row.getString("display_name"),
                Columns.instant(row, "recorded_at"));
    }

    private static AnswerEvent answer(ResultSet row, int number) throws SQLException {
        boolean reasons = row.getBoolean("reasons_given");
        boolean said = !row.wasNull();
        return new AnswerEvent(
                Columns.id(row, "id"),
                Columns.id(row, "line"),
                Columns.day(row, "happened_on"),
                new AnswerForm(
                        AnswerKind.valueOf(row.getString("kind")),
                        row.getString("conditions"),
                        said ? reasons : null,
                        row.getString("ground"),
                        row.getString("review_body"),
                        row.getString("source"),
                        Columns.hex(row, "document"),
                        Columns.id(row, "agreement")),
                row.getBoolean("by_state"),
                Columns.id(row, "account"),
                row.getString("display_name"),
                Columns.instant(row, "recorded_at"));
    }
}
