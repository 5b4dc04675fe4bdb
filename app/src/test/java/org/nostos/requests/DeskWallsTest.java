package org.nostos.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.ORISTAN;
import static org.nostos.requests.Ministry.today;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.People;
import org.nostos.parties.Caller;
import org.nostos.requests.NoteEvent.Kind;

/// A consular officer runs any statement they like as the serving role: of a person who was not
/// disclosed to their state they learn nothing, not by reading, counting, failing, nor by keys.
class DeskWallsTest {

    private static Ministry m;
    private static UUID theirs;
    private static UUID draft;
    private static UUID theirLine;
    private static UUID draftLine;
    private static UUID ownLine;
    private static UUID theirPerson;

    @BeforeAll
    static void open() {
        m = new Ministry();
        theirPerson = m.person();
        theirs = m.sent(ORISTAN, AskedFor.NATIONALITY, today(), theirPerson, m.person());
        draft = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, m.person());
        UUID own = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, m.person(), m.person());
        UUID takenOff = m.file(own).lines().getLast().line().id();
        assertThat(
                        m.officer.call(() ->
                                m.bean(NoteKeeping.class)
                                        .remove(own, takenOff, "asked by mistake")))
                .isEmpty();
        m.send(own, today());
        theirLine = m.file(theirs).lines().getFirst().line().id();
        draftLine = m.file(draft).lines().getFirst().line().id();
        ownLine = m.file(own).lines().getFirst().line().id();
    }

    @AfterAll
    static void close() {
        m.close();
    }

    @Test
    void theDeskShowsWhatWasSentToItsStateAndNothingElse() {
        List<NoteKeeping.Line> desk = m.meridia.call(() -> m.bean(Desk.class).notes());
        assertThat(desk).hasSize(1);
        assertThat(desk.getFirst().persons()).isOne();
        UUID note = desk.getFirst().note().id();
        assertThat(m.meridia.call(() -> m.bean(Desk.class).note(note)).orElseThrow().lines())
                .extracting(one -> one.line().id())
                .containsExactly(ownLine);
        for (UUID other : List.of(theirs, draft, UUID.randomUUID())) {
            assertThat(m.meridia.call(() -> m.bean(Desk.class).note(other))).isEmpty();
            assertThat(m.meridia.call(() -> m.bean(Desk.class).paper(other))).isEmpty();
            assertThatThrownBy(() ->
                            m.meridia.call(() ->
                                    m.bean(Answering.class)
                                            .give(
                                                    other,
                                                    List.of(theirLine),
                                                    AnswerForm.of(AnswerKind.ACCEPTED),
                                                    today(),
                                                    null)))
                    .isInstanceOf(NoSuchElementException.class);
        }
        assertThat(m.meridia.call(() -> m.bean(People.class).file(theirPerson))).isEmpty();
    }

    @Test
    void noTableCountsMoreThanWhatWasSent() {
        Map<String, Long> visible =
                Map.ofEntries(
                        Map.entry("state_entry", 1L),
                        Map.entry("state_contact", 0L),
                        Map.entry("state_said", 0L),
                        Map.entry("disclosure", 0L),
                        Map.entry("disclosure_event", 0L),
                        Map.entry("asylum_word", 0L),
                        Map.entry("note_verbale", 1L),
                        Map.entry("note_number", 1L),
                        Map.entry("note_paper", 1L),
                        Map.entry("case_summary", 0L),
                        Map.entry("case_touched", 0L),
                        Map.entry("case_word_tally", 0L),
                        Map.entry("case_rule_tally", 0L),
                        Map.entry("case_lacks_tally", 0L),
                        Map.entry("case_day_tally", 0L),
                        Map.entry("placement_now", 0L),
                        Map.entry("note_tally", 1L),
                        Map.entry("note_line", 1L),
                        Map.entry("note_line_person", 0L),
                        Map.entry("note_line_removed", 0L),
                        Map.entry("note_event where kind in ('CLEARED', 'SIGNED')", 0L),
                        Map.entry("answer_event", 0L),
                        Map.entry("person", 0L),
                        Map.entry("record", 0L),
                        Map.entry("person_cluster", 0L));
        visible.forEach(
                (table, rows) -> assertThat(m.count(m.meridia, table)).as(table).isEqualTo(rows));
        assertThat(m.meridia.call(() -> m.bean(Desk.class).numbers()).orElseThrow().asked())
                .isOne();
    }

    @Test
    void aRefusalIsTheSameForWhatIsHiddenAndForWhatIsNot() {
        String hidden = failure(m.meridia, theirLine, UUID.randomUUID());
        assertThat(hidden).contains("row-level security");
        assertThat(failure(m.meridia, draftLine, UUID.randomUUID())).isEqualTo(hidden);
        assertThat(failure(m.meridia, UUID.randomUUID(), UUID.randomUUID())).isEqualTo(hidden);
        assertThat(failure(m.meridia, theirLine, theirLine)).as("a taken key").isEqualTo(hidden);
        assertThat(eventFailure(theirs)).isEqualTo(eventFailure(UUID.randomUUID()));
        assertThat(eventFailure(draft)).isEqualTo(eventFailure(UUID.randomUUID()));
    }

    @Test
    void whatTheCommitteeDoesIsNotTheDesksToDo() {
        for (String sql :
                List.of(
                        "insert into nostos.disclosure_event (id, disclosure, kind, happened_on, reason, account, act)"
                                + " values (gen_random_uuid(), gen_random_uuid(), 'CLEARED', current_date, '', nostos.caller_account(), :act)",
                        "insert into nostos.note_number (note, act) values (gen_random_uuid(), :act)",
                        "insert into nostos.state_entry (code, name, account, act) values ('XOA', 'x', nostos.caller_account(), :act)",
                        "insert into nostos.state_entry (code, name, account, act) values ('XZY', 'x', nostos.caller_account(), :act)",
                        "insert into nostos.note_line_person (line, person, disclosure, act)"
                                + " values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :act)",
                        "insert into nostos.asylum_word (id, person, state, may, party, account, act) values"
                                + " (gen_random_uuid(), gen_random_uuid(), 'XMA', true, nostos.caller_party(), nostos.caller_account(), :act)")) {
            assertThatThrownBy(() -> run(m.meridia, sql))
                    .as(sql)
                    .rootCause()
                    .hasMessageMatching("(?s).*(row-level security|only the committee).*");
        }
        assertThat(
                        m.<Boolean>as(
                                m.meridia,
                                () ->
                                        ask(
                                                "select nostos.asked_already(?, 'XOA', null)",
                                                theirPerson)))
                .isFalse();
        assertThat(
                        m.<Boolean>as(
                                m.meridia,
                                () ->
                                        ask(
                                                "select nostos.asylum_word_stands(?, 'XMA')",
                                                theirPerson)))
                .isFalse();
        assertThat(
                        m.<Boolean>as(
                                m.meridia,
                                () ->
                                        ask(
                                                "select not exists (select nostos.note_uncleared(?))",
                                                draft)))
                .isTrue();
        assertThat(
                        m.<Boolean>as(
                                m.meridia,
                                () ->
                                        ask(
                                                "select not exists (select nostos.note_asked_twice(?))",
                                                theirs)))
                .isTrue();
    }

    @Test
    void aNoteThatIsTakenBackLeavesTheDesk() {
        UUID note = m.sent(ORISTAN, AskedFor.TRAVEL_DOCUMENT, today(), m.person());
        assertThat(m.oristan.call(() -> m.bean(Desk.class).note(note))).isPresent();
        assertThat(m.step(m.officer, note, Kind.WITHDRAWN)).isEmpty();
        assertThat(m.oristan.call(() -> m.bean(Desk.class).note(note))).isEmpty();
        assertThat(m.count(m.oristan, "note_line where note = '" + note + "'")).isZero();
    }

    private static Boolean ask(String sql, UUID id) {
        return m.committee.house.jdbc().sql(sql).param(id).query(Boolean.class).single();
    }

    private static String failure(Caller who, UUID line, UUID key) {
        return message(() ->
                m.as(
                        who,
                        () ->
                                m.committee
                                        .house
                                        .jdbc()
                                        .sql(
                                                """
                                                insert into nostos.answer_event (id, line, kind, happened_on, party, account, act)
                                                values (?, ?, 'ACCEPTED', current_date, nostos.caller_party(),
                                                        nostos.caller_account(), ?)
                                                """)
                                        .params(key, line, act())
                                        .update()));
    }

    private static String eventFailure(UUID note) {
        return message(() ->
                m.as(
                        m.meridia,
                        () ->
                                m.committee
                                        .house
                                        .jdbc()
                                        .sql(
                                                """
                                                insert into nostos.note_event (id, note, kind, happened_on, reason, source, party,
                                                                               account, act)
                                                values (gen_random_uuid(), ?, 'ACKNOWLEDGED', current_date, '', '',
                                                        nostos.caller_party(), nostos.caller_account(), ?)
                                                """)
                                        .params(note, act())
                                        .update()));
    }

    private static String message(Runnable attack) {
        try {
            attack.run();
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
        throw new AssertionError("the attack went through");
    }

    private static int run(Caller who, String sql) {
        return m.as(who, () -> m.committee.house.jdbc().sql(sql).param("act", act()).update());
    }

    private static UUID act() {
        return m.bean(Acts.class)
                .record(Act.of("requests.answered", Purpose.STATE_REQUEST, Map.of("test", 1)));
    }
}
