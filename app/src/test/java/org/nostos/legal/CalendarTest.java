package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.LawHouse.codes;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Unmet;
import org.nostos.cases.CalendarKind;
import org.nostos.cases.CaseCalendar;
import org.nostos.cases.CaseCalendar.Days;
import org.nostos.cases.Cases;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.CustodyRule;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.internal.LawDesk;

/// The days of reviews: hearings, the next review, terms of appeal (Fourth Geneva Convention, art. 43, 78
/// and 132), on the calendar over all cases and in the clocks of custody.
class CalendarTest {

    private static final LocalDate TODAY = LawDesk.today();

    private static LawHouse law;

    @BeforeAll
    static void open() {
        law = new LawHouse();
    }

    @AfterAll
    static void close() {
        law.close();
    }

    @Test
    void aHearingStandsOnItsDayUntilItIsHeldAndIsLateAfterIt() {
        UUID person = held(LegalGround.SECURITY_INTERNMENT);
        ReviewKeeping reviews = law.bean(ReviewKeeping.class);
        law.maple.call(() -> reviews.open(law.review(person)));
        law.thyme.call(() -> reviews.complete(law.review(person)));
        LocalDate yesterday = TODAY.minusDays(1);
        law.thyme.call(() -> reviews.schedule(law.review(person), yesterday));
        await(() -> late(person, CalendarKind.HEARING) == 1);
        assertThat(late(person, CalendarKind.REPLY)).isZero();
        LocalDate later = TODAY.plusDays(3);
        law.thyme.call(() -> reviews.schedule(law.review(person), later));
        await(() -> late(person, CalendarKind.HEARING) == 0);
        assertThat(on(person, later)).containsExactly("law.hearing");
        Map<CalendarKind, Long> counted =
                law.thyme
                        .call(() -> calendar().month(YearMonth.from(later), CalendarKind.HEARING))
                        .get(later);
        assertThat(counted).containsExactly(Map.entry(CalendarKind.HEARING, 1L));
        law.thyme.call(() -> reviews.hear(law.review(person), "Maple, Ash", null));
        await(() -> on(person, later).isEmpty());
    }

    @Test
    void theReviewThatSetADayKeepsTheClockAndAnotherThatWasOpenedDoesNotStopIt() {
        UUID person = held(LegalGround.SECURITY_INTERNMENT);
        assertThat(custody(person)).contains(CustodyRule.REVIEW);
        LocalDate next = TODAY.plusMonths(2);
        decided(person, Outcome.CONTINUE_HOLDING, next);
        assertThat(custody(person)).doesNotContain(CustodyRule.REVIEW);
        assertThat(alarms(person)).containsExactly(LegalRule.NEXT_REVIEW);
        law.maple.call(() -> reviews().inform(law.review(person), "Arabic", null, null));
        law.maple.call(() -> reviews().close(law.review(person)));
        law.maple.call(() -> reviews().open(law.review(person)));
        assertThat(alarms(person)).containsExactly(LegalRule.NEXT_REVIEW);
        law.thyme.call(() -> record(person, CustodyKind.RELEASED));
        assertThat(alarms(person)).as("nobody is held").isEmpty();
    }

    @Test
    void whoeverAReviewLetsGoAndIsStillHeldRaisesAnAlarm() {
        UUID person = held(LegalGround.SECURITY_INTERNMENT);
        decided(person, Outcome.RELEASE, null);
        assertThat(alarms(person)).containsExactly(LegalRule.RELEASE);
        law.thyme.call(() -> record(person, CustodyKind.RELEASED));
        assertThat(alarms(person)).isEmpty();
    }

    @Test
    void nothingIsFinalWhileThePersonCanAppeal() {
        UUID person = held(LegalGround.SECURITY_INTERNMENT);
        decided(person, Outcome.CONTINUE_HOLDING, TODAY.plusMonths(3));
        LocalDate term = TODAY.plusDays(10);
        assertThat(
                        codes(
                                law.thyme.call(() ->
                                        reviews()
                                                .inform(
                                                        law.review(person),
                                                        "Arabic",
                                                        null,
                                                        TODAY.minusDays(1)))))
                .containsExactly("obstacle.legal.appeal-day");
        law.thyme.call(() -> reviews().inform(law.review(person), "Arabic", null, term));
        assertThat(alarms(person)).contains(LegalRule.APPEAL_TERM);
        assertThat(codes(law.maple.call(() -> reviews().close(law.review(person)))))
                .containsExactly("unmet.law.appeal-term");
        assertThat(forgedEnd(person)).contains("the person can still appeal");
        assertThat(codes(law.thyme.call(() -> reviews().appeal(law.review(person))))).isEmpty();
        law.maple.call(() -> reviews().uphold(law.review(person)));
        assertThat(codes(law.maple.call(() -> reviews().close(law.review(person))))).isEmpty();
    }

    private static String forgedEnd(UUID person) {
        UUID review =
                law.maple.call(() -> reviews().all(List.of(person), AsOf.now())).getFirst().id();
        return law.forged(
                law.maple,
                """
                insert into nostos.law_review_event (id, review, person, party, kind, happened_on, reason, account, act)
                values (gen_random_uuid(), '%s', '%s', nostos.caller_party(), 'FINAL', current_date, 'forged',
                        nostos.caller_account(), :act)
                """
                        .formatted(review, person));
    }

    private static void decided(UUID person, Outcome outcome, @Nullable LocalDate next) {
        law.maple.call(() -> reviews().open(law.review(person)));
        law.thyme.call(() -> reviews().complete(law.review(person)));
        law.thyme.call(() -> reviews().schedule(law.review(person), TODAY));
        law.thyme.call(() -> reviews().hear(law.review(person), "Maple, Ash", null));
        law.maple.call(() -> reviews().propose(law.review(person), outcome, next));
        assertThat(law.cedar.call(() -> reviews().decide(law.review(person)))).isEmpty();
    }

    private static UUID held(LegalGround ground) {
        UUID person = law.person("1984-05-01");
        law.thyme.call(
                () -> law.bean(Cases.class).open(List.of(person), "held at a site of the north"));
        law.thyme.call(() ->
                law.bean(CustodyKeeping.class)
                        .record(
                                List.of(person),
                                new CustodyEntry(
                                        CustodyKind.ADMITTED,
                                        PartialDate.ofDay(TODAY.minusMonths(1)),
                                        HoldingAuthority.named("Northern Administration"),
                                        null,
                                        "Site North",
                                        "",
                                        ground,
                                        "",
                                        "a list",
                                        ""),
                                null));
        return person;
    }

    private static boolean record(UUID person, CustodyKind kind) {
        CustodyKeeping custody = law.bean(CustodyKeeping.class);
        UUID last = custody.file(List.of(person), AsOf.now()).last();
        assertThat(
                        custody.record(
                                List.of(person),
                                CustodyEntry.of(kind, PartialDate.ofDay(TODAY), "an order"),
                                last))
                .isEmpty();
        return true;
    }

    private static List<org.nostos.basics.Rule> custody(UUID person) {
        return law
                .thyme
                .call(() -> law.bean(CustodyKeeping.class).unmet(List.of(person), AsOf.now()))
                .stream()
                .map(Unmet::rule)
                .toList();
    }

    private static List<org.nostos.basics.Rule> alarms(UUID person) {
        return law
                .thyme
                .call(() -> law.bean(LegalAlarms.class).of(List.of(person), AsOf.now()))
                .stream()
                .map(Unmet::rule)
                .toList();
    }

    private static long late(UUID person, CalendarKind kind) {
        return law
                .thyme
                .call(() -> calendar().lines(calendar().overdue(kind), false, 0, 500))
                .stream()
                .filter(line -> line.entry().flagged().line().person().equals(person))
                .count();
    }

    private static List<String> on(UUID person, LocalDate day) {
        return law
                .thyme
                .call(() -> calendar().lines(new Days(day, day, null, null), false, 0, 500))
                .stream()
                .filter(line -> line.entry().flagged().line().person().equals(person))
                .map(line -> line.entry().rule())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes about within a minute").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static CaseCalendar calendar() {
        return law.bean(CaseCalendar.class);
    }

    private static ReviewKeeping reviews() {
        return law.bean(ReviewKeeping.class);
    }
}
