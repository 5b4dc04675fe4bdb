package org.nostos.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.custody.ConsularChoice.Wish;

/// The tracks of a note, of an answer and of a disclosure, as tables: what happened on which day, and
/// where it stands then.
class TracksTest {

    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final UUID LARCH = new UUID(1, 1);
    private static final UUID ALDER = new UUID(1, 2);
    private static final UUID CEDAR = new UUID(1, 3);

    /// Events as KIND@day of March; the hand is Larch's for the first, Alder's for all that follow.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -                                                                  | 1  | 0 | DRAFT           | -  | false
                    CLEARED@1                                                          | 1  | 0 | DRAFT           | -  | false
                    CLEARED@1 CLEARED@1                                                | 1  | 0 | CLEARED         | -  | false
                    CLEARED@1 CLEARED@1 REDRAFTED@2                                    | 2  | 0 | DRAFT           | -  | false
                    CLEARED@1 CLEARED@1 REDRAFTED@2                                    | 1  | 0 | CLEARED         | -  | false
                    CLEARED@1 CLEARED@1 SIGNED@2                                       | 2  | 0 | SIGNED          | -  | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3                                | 31 | 0 | SENT            | -  | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4                    | 31 | 0 | DELIVERED       | 34 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4                    | 34 | 0 | DELIVERED       | 34 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4                    | 35 | 0 | DELIVERED       | 34 | true
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4                    | 35 | 2 | ANSWERED        | 34 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4                    | 35 | 1 | PARTLY_ANSWERED | 34 | true
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 ACKNOWLEDGED@5                 | 20 | 0 | ACKNOWLEDGED    | 35 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4 ACKNOWLEDGED@9     | 20 | 0 | ACKNOWLEDGED    | 34 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4 RETURNED@6         | 50 | 0 | RETURNED        | 34 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 RETURNED@6 SENT@8 DELIVERED@9  | 20 | 0 | DELIVERED       | 39 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4 WITHDRAWN@7        | 50 | 0 | WITHDRAWN       | 34 | false
                    CLEARED@1 CLEARED@1 SIGNED@2 SENT@3 DELIVERED@4 CLOSED@7           | 50 | 2 | CLOSED          | 34 | false
                    """)
    void aNoteStandsWhereItsEventsPutIt(
            String events, int on, int answered, NoteState state, String due, boolean late) {
        NoteStanding standing =
                NoteStanding.of(
                        notes(events), AskedFor.NATIONALITY, List.of(), 2, answered, at(day(on)));
        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.overdue()).isEqualTo(late);
        assertThat(standing.due()).isEqualTo(due.equals("-") ? null : day(Integer.parseInt(due)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -                                              | 10 | PENDING
                    -                                              | 11 | NO_ANSWER
                    ACCEPTED@5                                     | 4  | PENDING
                    ACCEPTED@5                                     | 50 | ACCEPTED
                    ACCEPTED@5 ANSWER_WITHDRAWN@8                  | 7  | ACCEPTED
                    ACCEPTED@5 ANSWER_WITHDRAWN@8                  | 50 | ANSWER_WITHDRAWN
                    REFUSED@5 REVIEW_QUASHED@9                     | 50 | REFUSED
                    REFUSED@5 ACCEPTED_CHILD_ONLY@9                | 50 | ACCEPTED_CHILD_ONLY
                    MORE_INFORMATION_NEEDED@5                      | 50 | MORE_INFORMATION_NEEDED
                    WILL_PROSECUTE@5                               | 50 | NO_ANSWER
                    NOT_OUR_NATIONAL@5 TAKEN_BACK@9                | 50 | NOT_OUR_NATIONAL
                    """)
    void anAnswerStandsUntilAnotherTakesItsPlaceAndSilenceIsCountedByTheClock(
            String events, int on, AnswerState state) {
        assertThat(AnswerStanding.of(answers(events), day(10), at(day(on))).state())
                .isEqualTo(state);
    }

    @Test
    void aReviewIsOfTheRefusalThatStandsAndOfNoOther() {
        AsOf late = at(day(50));
        assertThat(AnswerStanding.of(answers("REFUSED@5 REVIEW_UPHELD@9"), null, late).review())
                .isNotNull();
        assertThat(
                        AnswerStanding.of(
                                        answers("REFUSED@5 REVIEW_UPHELD@9 REFUSED@12"), null, late)
                                .review())
                .isNull();
        assertThat(AnswerStanding.of(answers("ACCEPTED@5 TAKEN_BACK@9"), null, late).takenBack())
                .isEqualTo(day(9));
    }

    @Test
    void whatWasRecordedLaterWasNotKnownThen() {
        List<AnswerEvent> events = answers("ACCEPTED@5");
        AsOf before =
                new AsOf(
                        day(50),
                        day(5).atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC).minusSeconds(1));
        assertThat(AnswerStanding.of(events, null, before).state()).isEqualTo(AnswerState.PENDING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    TRAVEL_DOCUMENT | 2026-03-01 | 14
                    NATIONALITY     | 2026-03-01 | 45
                    NATIONALITY     | 2025-12-31 | 30
                    TRAVEL_DOCUMENT | 2026-07-01 | 45
                    """)
    void theAgreementInForceSetsTheClockAndThirtyDaysHoldWithoutOne(
            AskedFor asked, LocalDate delivered, int days) {
        List<StateAgreement> agreements =
                List.of(
                        agreement(null, 45, LocalDate.of(2026, 1, 1), null),
                        agreement(
                                AskedFor.TRAVEL_DOCUMENT,
                                14,
                                LocalDate.of(2026, 1, 1),
                                LocalDate.of(2026, 6, 30)));
        assertThat(ReplyClock.of(agreements, asked, delivered).days()).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFTED, WANTS, true, false, NOT_CLEARED",
        "CLEARED, WANTS, true, false, ''",
        "CLEARED, NOT_ASKED, true, false, CONSULAR_NOT_ASKED",
        "CLEARED, REFUSES, false, false, CONSULAR_DECLINED ASYLUM_WORD",
        "CLEARED, WITHDRAWN, true, true, HARM CONSULAR_DECLINED",
        "LAPSED, WANTS, true, false, CLEARANCE_LAPSED",
        "WITHDRAWN, WANTS, true, false, DISCLOSURE_ENDED",
        "DRAFTED, NOT_ASKED, false, true, NOT_CLEARED HARM CONSULAR_NOT_ASKED ASYLUM_WORD"
    })
    void allThatIsMissingBeforeADisclosureIsListed(
            DisclosureState state, Wish wish, boolean word, boolean harm, String missing) {
        List<Unmet> unmet = Disclosing.unmet(disclosure(harm), state, wish, word);
        assertThat(unmet.stream().map(one -> ((RequestRule) one.rule()).name()))
                .containsExactlyElementsOf(
                        missing.isEmpty() ? List.of() : List.of(missing.split(" ")));
    }

    @Test
    void aClearanceEndsAfterItsDay() {
        Disclosure disclosure = disclosure(false);
        DisclosureEvent cleared =
                new DisclosureEvent(
                        UUID.randomUUID(),
                        disclosure.id(),
                        DisclosureEvent.Kind.CLEARED,
                        day(2),
                        "",
                        ALDER,
                        "Alder",
                        moment(day(2), 1));
        assertThat(DisclosureState.of(disclosure, List.of(cleared), at(day(1))))
                .isEqualTo(DisclosureState.DRAFTED);
        assertThat(DisclosureState.of(disclosure, List.of(cleared), at(day(20))))
                .isEqualTo(DisclosureState.CLEARED);
        assertThat(DisclosureState.of(disclosure, List.of(cleared), at(day(21))))
                .isEqualTo(DisclosureState.LAPSED);
    }

    @Test
    void aStepSaysEverythingThatStandsBeforeIt() {
        NoteStanding draft =
                NoteStanding.of(List.of(), AskedFor.NATIONALITY, List.of(), 0, 0, at(day(1)));
        NoteSteps.Facts facts = new NoteSteps.Facts(Set.of(CEDAR), 0, 1, 1);
        assertThat(
                        NoteSteps.unmet(
                                        NoteEvent.Kind.SIGNED,
                                        draft,
                                        facts,
                                        CEDAR,
                                        Role.CASE_OFFICER)
                                .stream()
                                .map(Unmet::rule))
                .containsExactly(
                        RequestRule.WRONG_ORDER,
                        RequestRule.NO_LINES,
                        RequestRule.NOT_CLEARED,
                        RequestRule.ASKED_ALREADY,
                        RequestRule.OTHER_HAND,
                        RequestRule.SIGNATURE);
    }

    private static Disclosure disclosure(boolean harm) {
        return new Disclosure(
                new UUID(2, 2),
                new UUID(3, 3),
                MERIDIA,
                AskedFor.NATIONALITY,
                EnumSet.of(FieldRole.FULL_NAME),
                day(20),
                harm,
                "was heard alone",
                null,
                CEDAR,
                "Cedar",
                moment(day(1), 0));
    }

    private static StateAgreement agreement(
            @Nullable AskedFor asked, int days, LocalDate from, @Nullable LocalDate till) {
        return new StateAgreement(
                UUID.randomUUID(),
                MERIDIA,
                "Exchange of notes",
                "art. 2",
                asked,
                days,
                StateAgreement.Silence.NOTHING,
                from,
                till,
                "gazette");
    }

    private static List<NoteEvent> notes(String events) {
        List<NoteEvent> said = new ArrayList<>();
        for (String event : split(events)) {
            String[] parts = event.split("@");
            LocalDate on = day(Integer.parseInt(parts[1]));
            said.add(
                    new NoteEvent(
                            new UUID(4, said.size()),
                            new UUID(5, 5),
                            NoteEvent.Kind.valueOf(parts[0]),
                            on,
                            "",
                            "",
                            null,
                            said.isEmpty() ? LARCH : ALDER,
                            null,
                            moment(on, said.size())));
        }
        return said;
    }

    private static List<AnswerEvent> answers(String events) {
        List<AnswerEvent> said = new ArrayList<>();
        for (String event : split(events)) {
            String[] parts = event.split("@");
            LocalDate on = day(Integer.parseInt(parts[1]));
            said.add(
                    new AnswerEvent(
                            new UUID(6, said.size()),
                            new UUID(7, 7),
                            on,
                            AnswerForm.of(AnswerKind.valueOf(parts[0])),
                            true,
                            ALDER,
                            null,
                            moment(on, said.size())));
        }
        return said;
    }

    private static String[] split(String events) {
        return events.strip().equals("-") ? new String[0] : events.strip().split(" ");
    }

    private static LocalDate day(int ofMarch) {
        return FIRST.plusDays(ofMarch - 1L);
    }

    private static Instant moment(LocalDate day, int second) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
    }

    /// As known long after.
    private static AsOf at(LocalDate on) {
        return new AsOf(on, FIRST.plusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
