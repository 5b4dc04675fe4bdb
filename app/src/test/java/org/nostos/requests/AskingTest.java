package org.nostos.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.ORISTAN;
import static org.nostos.requests.Ministry.today;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.documents.Verdict;
import org.nostos.documents.Verifier;
import org.nostos.journal.JournalKeys;
import org.nostos.parties.Caller;
import org.nostos.requests.NoteEvent.Kind;

/// A note is drafted by one, cleared by two others, signed, sent once, and followed until it is
/// answered.
class AskingTest {

    private static Ministry m;

    @BeforeAll
    static void open() {
        m = new Ministry();
    }

    @AfterAll
    static void close() {
        m.close();
    }

    @Test
    void aNoteTakesItsStepsInOrderAndByDifferentHands() {
        UUID note = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, m.person(), m.person());
        assertThat(codes(m.step(m.officer, note, Kind.CLEARED)))
                .containsExactly("unmet.request.other-hand");
        assertThat(codes(m.step(m.legal, note, Kind.SENT))).contains("unmet.request.wrong-order");
        assertThat(m.step(m.colleague, note, Kind.CLEARED)).isEmpty();
        assertThat(codes(m.step(m.colleague, note, Kind.CLEARED)))
                .containsExactly("unmet.request.two-hands");
        assertThat(codes(m.step(m.legal, note, Kind.SIGNED))).contains("unmet.request.wrong-order");
        assertThat(m.step(m.legal, note, Kind.CLEARED)).isEmpty();
        assertThat(codes(m.step(m.colleague, note, Kind.SIGNED)))
                .containsExactly("unmet.request.signature");
        assertThat(m.file(note).note().number()).as("no number before it is signed").isNull();
        assertThat(m.step(m.legal, note, Kind.SIGNED)).isEmpty();
        assertThat(m.file(note).note().number()).matches("NV-XMA-\\d{4}-\\d{4}");
        assertThat(m.file(note).standing().state()).isEqualTo(NoteState.SIGNED);
        assertThat(m.step(m.officer, note, Kind.SENT)).isEmpty();
        assertThat(codes(m.step(m.officer, note, Kind.SENT))).contains("unmet.request.wrong-order");
        assertThat(m.step(m.officer, note, Kind.DELIVERED)).isEmpty();
        assertThat(m.step(m.officer, note, Kind.REMINDED)).isEmpty();
        assertThat(m.file(note).standing())
                .satisfies(standing -> {
                    assertThat(standing.state()).isEqualTo(NoteState.DELIVERED);
                    assertThat(standing.reminders()).isOne();
                    assertThat(standing.due()).isEqualTo(today().plusDays(30));
                });
    }

    @Test
    void aForgedStatementNeitherSignsNorSendsNorSlipsALineIn() {
        UUID note = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, m.person());
        assertThatThrownBy(() -> forge(m.legal, note, "SIGNED"))
                .rootCause()
                .hasMessageContaining("two hands clear a note");
        assertThatThrownBy(() -> forge(m.officer, note, "CLEARED"))
                .rootCause()
                .hasMessageContaining("another hand");
        assertThatThrownBy(() -> forge(m.officer, note, "SENT"))
                .rootCause()
                .hasMessageContaining("a note is signed");
        m.step(m.colleague, note, Kind.CLEARED);
        UUID late = m.cleared(m.person(), MERIDIA, AskedFor.NATIONALITY);
        assertThat(codes(m.put(note, List.of(late)))).containsExactly("unmet.request.wrong-order");
        UUID other = m.cleared(m.person(), ORISTAN, AskedFor.NATIONALITY);
        UUID draft = m.begun(MERIDIA, AskedFor.NATIONALITY);
        assertThat(codes(m.put(draft, List.of(other))))
                .containsExactly("unmet.request.not-cleared");
    }

    @Test
    void theSignedNoteIsAFileThatVerifiesWithNothingButTheKey() {
        UUID person = m.person();
        UUID note = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, person);
        assertThat(m.officer.call(() -> m.bean(NoteKeeping.class).paper(note))).isEmpty();
        m.step(m.colleague, note, Kind.CLEARED);
        m.step(m.legal, note, Kind.CLEARED);
        m.step(m.legal, note, Kind.SIGNED);
        byte[] pdf =
                m.officer.call(() -> m.bean(NoteKeeping.class).paper(note)).orElseThrow().pdf();
        Verdict verdict = Verifier.verify(pdf, m.bean(JournalKeys.class).publicKey());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Whole.class,
                        whole -> {
                            assertThat(whole.number()).isEqualTo(m.file(note).note().number());
                            assertThat(whole.content())
                                    .contains("al-Nakhli", "وزارة الخارجية في Meridia")
                                    .doesNotContain(m.file(note).numbers().values());
                        });
        pdf[pdf.length / 3] ^= 4;
        assertThat(Verifier.verify(pdf, m.bean(JournalKeys.class).publicKey()))
                .isEqualTo(new Verdict.Broken(Verdict.Fault.FILE_CHANGED));
    }

    @Test
    void whereAStateAnswersOnAFormEachPersonHasOneThatSaysNoMoreThanTheAnnex() {
        StateAgreement agreement =
                new StateAgreement(
                        UUID.randomUUID(),
                        ORISTAN,
                        "Oristan agreement on travel documents",
                        "art. 4",
                        AskedFor.TRAVEL_DOCUMENT,
                        21,
                        StateAgreement.Silence.NOTHING,
                        today().minusYears(1),
                        null,
                        "a test");
        assertThat(m.legal.call(() -> m.bean(StateKeeping.class).add(agreement))).isEmpty();
        String asked =
                content(m.draftAbout(ORISTAN, AskedFor.TRAVEL_DOCUMENT, m.person(), m.person()));
        assertThat(asked.lines().filter(line -> line.startsWith("form\t")))
                .hasSize(2)
                .allMatch(line -> line.matches("form\tNV-XOA-\\d{4}-\\d{4}/[12]"));
        assertThat(asked)
                .contains("Made to Oristan under Oristan agreement on travel documents, art. 4.");
        assertThat(said(asked, "given", 3)).isNotEmpty().isSubsetOf(said(asked, "row", -1));
        assertThat(content(m.draftAbout(MERIDIA, AskedFor.NATIONALITY, m.person())))
                .contains("Made to Meridia; no agreement on it is on record.");
        assertThat(content(m.draftAbout(MERIDIA, AskedFor.ACCEPTANCE, m.person())))
                .doesNotContain("\nform\t");
    }

    /// What a signed note says.
    private static String content(UUID note) {
        m.step(m.colleague, note, Kind.CLEARED);
        m.step(m.legal, note, Kind.CLEARED);
        m.step(m.legal, note, Kind.SIGNED);
        byte[] pdf =
                m.officer.call(() -> m.bean(NoteKeeping.class).paper(note)).orElseThrow().pdf();
        return ((Verdict.Whole) Verifier.verify(pdf, m.bean(JournalKeys.class).publicKey()))
                .content();
    }

    /// One part of each line of a kind, or all of them.
    private static Set<String> said(String content, String kind, int part) {
        return content.lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts[0].equals(kind))
                .flatMap(parts -> part < 0 ? Stream.of(parts).skip(1) : Stream.of(parts[part]))
                .collect(Collectors.toSet());
    }

    @Test
    void numbersToAStateHaveNoGapsEvenWhenASignatureFails() {
        UUID first = m.draftAbout(ORISTAN, AskedFor.NATIONALITY, m.person());
        UUID second = m.draftAbout(ORISTAN, AskedFor.NATIONALITY, m.person());
        for (UUID note : List.of(first, second)) {
            m.step(m.colleague, note, Kind.CLEARED);
            m.step(m.legal, note, Kind.CLEARED);
        }
        m.step(m.legal, first, Kind.SIGNED);
        assertThatThrownBy(() ->
                        m.as(
                                m.legal,
                                () -> {
                                    m.step(m.legal, second, Kind.SIGNED);
                                    throw new IllegalStateException("the power failed");
                                }))
                .hasMessageContaining("the power failed");
        m.step(m.legal, second, Kind.SIGNED);
        List<Integer> numbers =
                m.as(
                        m.officer,
                        () ->
                                m.committee
                                        .house
                                        .jdbc()
                                        .sql(
                                                "select number from nostos.note_number where state = 'XOA' order by number")
                                        .query(Integer.class)
                                        .list());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
        assertThat(numbers).hasSizeGreaterThan(1);
    }

    @Test
    void aStateIsNotAskedTwiceWhileItsAnswerIsOpen() {
        UUID person = m.person();
        UUID first = m.sent(MERIDIA, AskedFor.NATIONALITY, today(), person);
        UUID again = m.cleared(person, MERIDIA, AskedFor.ACCEPTANCE);
        UUID second = m.begun(MERIDIA, AskedFor.ACCEPTANCE);
        assertThat(m.put(second, List.of(again))).as("not even offered").isNotEmpty();
        assertThat(m.answer(m.meridia, first, 1, AnswerForm.of(AnswerKind.MORE_INFORMATION_NEEDED)))
                .isEmpty();
        assertThat(m.put(second, List.of(again))).isEmpty();
    }

    @Test
    void aClearanceThatIsTakenBackStopsTheNoteAtTheDoor() {
        UUID person = m.person();
        UUID note = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, person);
        m.step(m.colleague, note, Kind.CLEARED);
        m.step(m.legal, note, Kind.CLEARED);
        m.step(m.legal, note, Kind.SIGNED);
        UUID disclosure =
                m.officer
                        .call(() -> m.bean(Disclosing.class).of(List.of(person)))
                        .getFirst()
                        .disclosure()
                        .id();
        m.officer.run(() ->
                m.bean(Disclosing.class)
                        .withdraw(
                                disclosure,
                                List.of(person),
                                "changed their mind",
                                m.lastSaid(disclosure, List.of(person))));
        assertThat(codes(m.step(m.officer, note, Kind.SENT)))
                .containsExactly("unmet.request.not-cleared");
        assertThatThrownBy(() -> forge(m.officer, note, "SENT"))
                .rootCause()
                .hasMessageContaining("a line of this note is not cleared");
    }

    @Test
    void whoActsOnAnOldPageIsShownWhatChanged() {
        UUID note = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, m.person());
        m.step(m.colleague, note, Kind.CLEARED);
        StepForm old = new StepForm(today(), "", "", null, null);
        assertThat(
                        codes(
                                m.legal.call(() ->
                                        m.bean(NoteKeeping.class).step(note, Kind.CLEARED, old))))
                .containsExactly("obstacle.case.changed");
        assertThat(m.file(note).standing().clearers()).hasSize(1);
    }

    @Test
    void answersStandPerPersonAndSayWhatIsAgainst() {
        UUID accepted = m.person();
        UUID refused = m.person();
        UUID silent = m.person();
        UUID note =
                m.sent(
                        MERIDIA,
                        AskedFor.ACCEPTANCE,
                        today().minusDays(31),
                        accepted,
                        refused,
                        silent);
        assertThat(m.answer(m.meridia, note, 1, AnswerForm.of(AnswerKind.ACCEPTED))).isEmpty();
        assertThat(m.answer(m.meridia, note, 2, AnswerForm.refusal(false, "", ""))).isEmpty();
        assertThat(against(accepted)).isEmpty();
        assertThat(against(refused)).extracting(Unmet::rule).containsExactly(RequestRule.REFUSED);
        assertThat(against(silent)).extracting(Unmet::rule).containsExactly(RequestRule.NO_ANSWER);
        assertThat(against(m.person()))
                .extracting(Unmet::rule)
                .containsExactly(RequestRule.NOT_ASKED);
        assertThat(m.file(note).standing())
                .satisfies(standing -> {
                    assertThat(standing.state()).isEqualTo(NoteState.PARTLY_ANSWERED);
                    assertThat(standing.overdue()).isTrue();
                });
        assertThat(line(note))
                .isEqualTo(
                        new NoteKeeping.Line(m.file(note).note(), m.file(note).standing(), 3, 2));
        assertThat(m.answer(m.meridia, note, 1, AnswerForm.of(AnswerKind.ANSWER_WITHDRAWN)))
                .isEmpty();
        assertThat(line(note).answered()).as("one was withdrawn").isOne();
        assertThat(against(accepted))
                .extracting(Unmet::rule)
                .containsExactly(RequestRule.ANSWER_WITHDRAWN);
        Scorecard card = m.officer.call(() -> m.bean(StateKeeping.class).scorecard(MERIDIA));
        assertThat(card.overdue()).isEqualTo(2);
        assertThat(card.refused() - card.refusedWithReasons()).isOne();
    }

    @Test
    void anAnswerTakenBackIsTheLastWordWhateverNumberItWasSaidUnder() {
        UUID one = m.person();
        UUID other = m.person();
        UUID first = m.sent(MERIDIA, AskedFor.ACCEPTANCE, today().minusDays(9), one);
        UUID second = m.sent(MERIDIA, AskedFor.ACCEPTANCE, today().minusDays(9), other);
        m.answer(m.meridia, first, 1, AnswerForm.of(AnswerKind.ACCEPTED));
        m.answer(m.meridia, second, 1, AnswerForm.of(AnswerKind.ACCEPTED));
        assertThat(against(one, other)).isEmpty();
        m.answer(m.meridia, second, 1, AnswerForm.of(AnswerKind.ANSWER_WITHDRAWN));
        assertThat(against(one)).isEmpty();
        assertThat(against(one, other))
                .extracting(Unmet::rule)
                .containsExactly(RequestRule.ANSWER_WITHDRAWN);
    }

    @Test
    void aStateThatOwesAnAnswerIsNotAskedAgainAboutTheSamePerson() {
        UUID person = m.person();
        UUID first = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, person);
        UUID second = m.draftAbout(MERIDIA, AskedFor.NATIONALITY, m.person(), person);
        for (UUID note : List.of(first, second)) {
            m.step(m.colleague, note, Kind.CLEARED);
            m.step(m.legal, note, Kind.CLEARED);
            m.step(m.legal, note, Kind.SIGNED);
        }
        assertThat(m.step(m.officer, first, Kind.SENT)).isEmpty();
        assertThat(codes(m.step(m.officer, second, Kind.SENT)))
                .containsExactly("unmet.request.asked-already");
        m.step(m.officer, first, Kind.DELIVERED);
        m.answer(m.meridia, first, 1, AnswerForm.of(AnswerKind.ACCEPTED));
        assertThat(m.step(m.officer, second, Kind.SENT)).isEmpty();
    }

    @Test
    void whatIsKeptOfAStatesAnswersIsWhatItsLinesSay() {
        UUID[] five = {m.person(), m.person(), m.person(), m.person(), m.person()};
        UUID note = m.sent(ORISTAN, AskedFor.ACCEPTANCE, today().minusDays(9), five);
        m.draftAbout(ORISTAN, AskedFor.ACCEPTANCE, m.person());
        assertCounted(ORISTAN);
        for (AnswerForm said :
                List.of(
                        AnswerForm.of(AnswerKind.ACCEPTED),
                        AnswerForm.of(AnswerKind.WILL_PROSECUTE),
                        AnswerForm.of(AnswerKind.ANSWER_WITHDRAWN),
                        AnswerForm.of(AnswerKind.NOT_OUR_NATIONAL))) {
            assertThat(m.answer(m.oristan, note, 1, said)).isEmpty();
            assertCounted(ORISTAN);
        }
        for (AnswerForm said :
                List.of(
                        AnswerForm.refusal(true, "the law of nationality", "the court"),
                        AnswerForm.of(AnswerKind.REVIEW_QUASHED))) {
            assertThat(m.answer(m.oristan, note, 2, said)).isEmpty();
            assertCounted(ORISTAN);
        }
        m.answer(m.oristan, note, 3, AnswerForm.of(AnswerKind.ACCEPTED_CHILD_ONLY));
        m.answer(m.oristan, note, 4, AnswerForm.of(AnswerKind.MORE_INFORMATION_NEEDED));
        assertCounted(ORISTAN);
        assertThat(m.officer.call(() -> m.bean(StateKeeping.class).scorecard(ORISTAN)))
                .satisfies(card -> {
                    assertThat(card.quashed()).isOne();
                    assertThat(card.medianDays()).isEqualTo(9);
                    assertThat(m.oristan.call(() -> m.bean(Desk.class).numbers()))
                            .as("the state counts the same")
                            .contains(card);
                });
    }

    @Test
    void silenceIsAnAnswerOnlyWhereAnAgreementSaysSoAndANamedPersonAppliesIt() {
        StateCode tallis = new StateCode("XTA");
        m.officer.run(() -> m.bean(StateKeeping.class).add("XTA", "Tallis"));
        UUID person = m.person();
        UUID note = m.sent(tallis, AskedFor.ACCEPTANCE, today().minusDays(12), person);
        UUID line = m.file(note).lines().getFirst().line().id();
        UUID agreement = UUID.randomUUID();
        assertThat(codes(deem(m.legal, note, line, agreement)))
                .contains("unmet.request.no-deemed-outcome");
        StateAgreement cited =
                new StateAgreement(
                        agreement,
                        tallis,
                        "Exchange of notes on readmission",
                        "art. 6(2)",
                        AskedFor.ACCEPTANCE,
                        10,
                        StateAgreement.Silence.ACCEPTED,
                        today().minusYears(1),
                        null,
                        "Official gazette 12");
        assertThat(m.legal.call(() -> m.bean(StateKeeping.class).add(cited))).isEmpty();
        assertThat(m.file(note).lines().getFirst().answer().state())
                .isEqualTo(AnswerState.NO_ANSWER);
        assertThat(codes(deem(m.officer, note, line, agreement)))
                .contains("unmet.request.no-deemed-outcome");
        assertThat(deem(m.legal, note, line, agreement)).isEmpty();
        assertThat(m.file(note).lines().getFirst().answer().state())
                .isEqualTo(AnswerState.DEEMED_ACCEPTED);
    }

    private static List<Obstacle> deem(Caller who, UUID note, UUID line, UUID agreement) {
        AnswerForm deemed =
                new AnswerForm(
                        AnswerKind.DEEMED_ACCEPTED,
                        "",
                        null,
                        "",
                        "",
                        "the receipt",
                        null,
                        agreement);
        return who.call(() ->
                m.bean(Answering.class)
                        .give(note, List.of(line), deemed, today(), m.seen(who, note)));
    }

    private static List<Unmet> against(UUID... known) {
        return m.officer.call(() ->
                m.bean(Answers.class)
                        .against(List.of(known), MERIDIA, new AsOf(today(), Instant.now())));
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }

    private static int forge(Caller who, UUID note, String kind) {
        return m.as(
                who,
                () -> {
                    UUID act =
                            m.bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "requests.note-forged",
                                                    Purpose.STATE_REQUEST,
                                                    Map.of("note", note)));
                    return m.committee
                            .house
                            .jdbc()
                            .sql(
                                    """
                                    insert into nostos.note_event (id, note, kind, happened_on, reason, source, party, account, act)
                                    values (gen_random_uuid(), ?, ?, current_date, '', '', nostos.caller_party(),
                                            nostos.caller_account(), ?)
                                    """)
                            .params(note, kind, act)
                            .update();
                });
    }

    /// The note as the list of notes counts it.
    private static NoteKeeping.Line line(UUID note) {
        return m.officer.call(() ->
                m.bean(NoteKeeping.class).all(null).stream()
                        .filter(line -> line.note().id().equals(note))
                        .findFirst()
                        .orElseThrow());
    }

    /// The state's card, counted here from every line of every note that it has.
    private static void assertCounted(StateCode state) {
        List<Asked> lines =
                m.officer.call(() -> m.bean(NoteKeeping.class).all(state)).stream()
                        .filter(line -> line.standing().sent() != null)
                        .flatMap(line -> m.file(line.note().id()).lines().stream())
                        .toList();
        Scorecard card = m.officer.call(() -> m.bean(StateKeeping.class).scorecard(state));
        long answered = lines.stream().filter(one -> one.answer().event() != null).count();
        assertThat(card.asked()).isEqualTo(lines.size());
        assertThat(card.answered()).isEqualTo(answered);
        assertThat(card.open() + card.overdue()).isEqualTo(lines.size() - answered);
        assertThat(card.accepted()).isEqualTo(answered(lines, AnswerState.ACCEPTED));
        assertThat(card.childOnly()).isEqualTo(answered(lines, AnswerState.ACCEPTED_CHILD_ONLY));
        assertThat(card.refused()).isEqualTo(answered(lines, AnswerState.REFUSED));
        assertThat(card.notOurs()).isEqualTo(answered(lines, AnswerState.NOT_OUR_NATIONAL));
        assertThat(card.moreNeeded())
                .isEqualTo(answered(lines, AnswerState.MORE_INFORMATION_NEEDED));
        assertThat(card.willProsecute())
                .isEqualTo(
                        lines.stream()
                                .map(one -> one.answer().prosecution())
                                .filter(said ->
                                        said != null
                                                && said.form().kind() == AnswerKind.WILL_PROSECUTE)
                                .count());
        List<Long> days =
                lines.stream()
                        .filter(one -> one.answer().event() != null)
                        .map(one ->
                                ChronoUnit.DAYS.between(
                                        one.noteStanding().delivered(), one.answer().event().on()))
                        .sorted()
                        .toList();
        assertThat(card.medianDays())
                .isEqualTo(days.isEmpty() ? null : days.get((days.size() - 1) / 2).intValue());
    }

    private static long answered(List<Asked> lines, AnswerState state) {
        return lines.stream().filter(one -> one.answer().state() == state).count();
    }
}
