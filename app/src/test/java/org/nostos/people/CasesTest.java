package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.cases.BoardsThen;
import org.nostos.cases.CaseBoards;
import org.nostos.cases.CaseFile;
import org.nostos.cases.CaseLists;
import org.nostos.cases.CaseLists.Wanted;
import org.nostos.cases.Cases;
import org.nostos.cases.CasesThen;
import org.nostos.cases.Step;
import org.nostos.cases.TrackLine;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.CustodyRule;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.identity.NationalityKeeping;
import org.nostos.identity.NationalityRule;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;
import org.nostos.registry.Person;
import org.nostos.requests.RequestRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The case over all its rooms, on a real database: opened, read, summed up by the engine, and closed to
/// everybody who does not keep it.
class CasesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final AsOf NOW =
            new AsOf(LocalDate.of(2099, 1, 1), Instant.parse("2100-01-01T00:00:00Z"));

    private static Committee c;
    private static Caller officer;
    private static Caller lawyer;
    private static int people;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
        officer = c.house.committee(Role.CASE_OFFICER);
        lawyer = c.house.committee(Role.LEGAL_REVIEWER);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void aCaseIsOpenedOnceByAnOfficerUnderANumberOfItsOwn() {
        Person person = person();
        assertThat(open(lawyer, person).obstacles())
                .extracting(Obstacle::code)
                .containsExactly("obstacle.cases.role");
        assertThat(open(officer, person).opened()).isOne();
        assertThat(open(officer, person).opened()).isZero();
        assertThat(file(person).opened())
                .singleElement()
                .satisfies(opened -> assertThat(opened.number()).matches("C-\\d{4}-\\d{6}"));
    }

    @Test
    void whatTheLawAsksStandsOnTheBoardsUntilItIsMet() {
        Person person = opened();
        admit(person, LegalGround.NONE_KNOWN);
        awaitFlag(person, CustodyRule.LEGAL_GROUND.key(), true);
        List<CaseLists.Alarm> alarms = boards(CaseBoards::alarms);
        assertThat(alarms)
                .extracting(CaseLists.Alarm::rule)
                .contains(CustodyRule.LEGAL_GROUND.key());
        record(
                person,
                CustodyEntry.of(CustodyKind.GROUND_STATED, day(9), "order 12")
                        .on(LegalGround.PRE_TRIAL));
        awaitFlag(person, CustodyRule.LEGAL_GROUND.key(), false);
    }

    @Test
    void whyNotNamesEveryRoomsRulesAndThePlanGroupsByThem() {
        Person person = opened();
        done(
                officer.call(() ->
                        c.house
                                .bean(NationalityKeeping.class)
                                .claimed(
                                        person.id(),
                                        new NationalityKeeping.Entry(
                                                MERIDIA, DAY, "his own word", "", null))));
        List<Unmet> why = whyNot(person);
        assertThat(why.stream().map(unmet -> unmet.rule().key()))
                .contains(
                        NationalityRule.NOT_VERIFIED.key(),
                        NationalityRule.IDENTITY_NOT_CORROBORATED.key(),
                        RequestRule.NOT_ASKED.key());
        List<String> lacks =
                why.stream().map(unmet -> unmet.rule().key()).distinct().sorted().toList();
        await(() ->
                boards(b -> b.plan(MERIDIA)).stream()
                        .anyMatch(group -> group.lacks().equals(lacks)));
        List<CaseBoards.Named> group = boards(b -> b.inGroup(MERIDIA, lacks, 0, 50));
        assertThat(group).extracting(one -> one.line().person()).contains(person.id());
    }

    @Test
    void whoIsJoinedHasOneCaseAndWhoIsPartedTheirOwn() {
        UUID first = c.accept(c.holder, Row.of("Warda", "Tut", "Sindyani" + people)).getFirst();
        UUID second = c.accept(c.meridia, Row.of("Warda", "Tut", "Sindyani" + people++)).getFirst();
        Person one = c.personOf(first);
        Person two = c.personOf(second);
        open(officer, one);
        open(officer, two);
        await(() -> summaries(one, two) == 2);
        c.confirm(first, second, Verdict.SAME);
        await(() -> summaries(one, two) == 1);
        assertThat(file(two).question().leader()).isEqualTo(one);
        assertThat(file(two).opened()).hasSize(2);
    }

    @Test
    void theSummaryThrownAwayIsWorkedOutTheSame() {
        Person person = opened();
        admit(person, LegalGround.DISPUTED);
        awaitFlag(person, CustodyRule.GROUND_DISPUTED.key(), true);
        await(() -> boards(CaseBoards::count).waiting() == 0);
        JdbcClient owner = JdbcClient.create(c.house.database().superuser());
        List<String> before = dump(owner);
        owner.sql("delete from nostos.case_summary").update();
        owner.sql("insert into nostos.case_touched (person) select person from nostos.case_opened")
                .update();
        await(() -> boards(CaseBoards::count).waiting() == 0);
        assertThat(dump(owner)).isNotEmpty().isEqualTo(before);
    }

    @Test
    void whatIsSummedUpOfManyIsWhatEachCaseSays() {
        List<Person> several = List.of(opened(), opened(), opened());
        admit(several.getFirst(), LegalGround.NONE_KNOWN);
        awaitFlag(several.getFirst(), CustodyRule.LEGAL_GROUND.key(), true);
        await(() -> boards(CaseBoards::count).waiting() == 0);
        List<CaseBoards.Named> lines =
                boards(b -> b.page(Wanted.ALL, CaseLists.Order.NUMBER, true, 0, 100));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(several.size());
        for (CaseBoards.Named line : lines) {
            CaseFile file =
                    officer.call(() -> cases().file(line.line().person(), NOW).orElseThrow());
            assertThat(line.line().words())
                    .containsExactlyInAnyOrderElementsOf(
                            file.tracks().stream().map(TrackLine::word).distinct().toList());
            assertThat(line.line().alarms()).isEqualTo(file.alarms().stream().distinct().count());
        }
    }

    @Test
    void casesAreFoundByTheirStateTheirNumberAndWhatAlarms() {
        Person person = opened();
        admit(person, LegalGround.NONE_KNOWN);
        awaitFlag(person, CustodyRule.LEGAL_GROUND.key(), true);
        String number = file(person).opened().getFirst().number();
        Wanted held = new Wanted("custody:HELD", number, true, false);
        assertThat(persons(held)).containsExactly(person.id());
        assertThat(persons(new Wanted("custody:RELEASED", number, false, false))).isEmpty();
        assertThat(
                        persons(
                                new Wanted(
                                        null,
                                        file(person).question().leader().number(),
                                        false,
                                        false)))
                .contains(person.id());
        Long found = boards(b -> b.count(held));
        assertThat(found).isOne();
        Wanted all = Wanted.withWord("custody:HELD");
        Long counted = boards(b -> b.count(all));
        assertThat(counted).isEqualTo(persons(all).size());
        List<CaseBoards.Named> loudest =
                boards(b -> b.page(Wanted.ALL, CaseLists.Order.ALARMS, true, 0, 100));
        assertThat(loudest)
                .extracting(one -> -one.line().alarms())
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void whatTheBoardsCountIsWhatIsThere() {
        Person person = opened();
        admit(person, LegalGround.NONE_KNOWN);
        awaitFlag(person, CustodyRule.LEGAL_GROUND.key(), true);
        admit(opened(), LegalGround.DISPUTED);
        await(() -> boards(CaseBoards::count).waiting() == 0);
        JdbcClient owner = JdbcClient.create(c.house.database().superuser());
        assertThat(
                        owner.sql(
                                        """
                                        (select word, cases::text from nostos.case_word_tally where cases > 0
                                         except select w, count(*)::text from nostos.case_summary, unnest(words) w group by 1)
                                        union all
                                        (select rule, sum(cases)::text from nostos.case_rule_tally group by rule
                                         having sum(cases) > 0
                                         except select rule, count(distinct person)::text from nostos.case_flag group by 1)
                                        union all
                                        (select state || lacks::text, people::text from nostos.case_lacks_tally where people > 0
                                         except select state || lacks::text, count(*)::text from nostos.case_lacks group by 1)
                                        union all
                                        (select rule || due, flags::text from nostos.case_day_tally
                                         except select rule || due, count(*)::text from nostos.case_flag group by 1)
                                        union all
                                        (select rule || due, count(*)::text from nostos.case_flag where due is not null
                                         group by 1 except select rule || due, flags::text from nostos.case_day_tally)
                                        union all
                                        (select 'cases', cases::text from nostos.case_tally
                                         except select 'cases', count(*)::text from nostos.case_summary)
                                        """)
                                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                                .list())
                .isEmpty();
        assertThat(boards(CaseBoards::words)).isNotEmpty();
        assertThat(boards(CaseBoards::alarms))
                .anyMatch(alarm -> alarm.rule().equals(CustodyRule.LEGAL_GROUND.key()));
    }

    @Test
    void whoeverWasErasedIsSummedUpAnewAtOnce() {
        Person person = opened();
        await(() -> boards(CaseBoards::count).waiting() == 0 && summaries(person) == 1);
        JdbcClient owner = JdbcClient.create(c.house.database().superuser());
        owner.sql("update nostos.case_summary set words = '{left:BEHIND}' where person = ?")
                .param(person.id())
                .update();
        owner.sql("select nostos.erase_more_cases(array[?], '{}')::text")
                .param(person.id())
                .query(String.class)
                .list();
        await(() -> persons(Wanted.withWord("left:BEHIND")).isEmpty());
        assertThat(summaries(person)).isOne();
    }

    @Test
    void theBoardsOfAnotherTimeSayWhatWasKnownThenOfTheCasesOpenedByThen() {
        Person person = opened();
        AsOf before = AsOf.now();
        AsOf known = new AsOf(before.on(), Instant.now());
        admit(person, LegalGround.NONE_KNOWN);
        assertThat(then(known, person).lines("custody:HELD")).isEmpty();
        assertThat(then(known, person).alarms()).isEmpty();
        BoardsThen now = then(AsOf.now(), person);
        assertThat(now.lines("custody:HELD"))
                .extracting(CaseLists.Line::number)
                .containsExactly(file(person).opened().getFirst().number());
        assertThat(now.flagged(CustodyRule.LEGAL_GROUND.key())).hasSize(1);
        AsOf day = new AsOf(before.on().minusDays(1), Instant.now());
        assertThat(then(day, person).cases()).isEmpty();
    }

    private static BoardsThen then(AsOf at, Person person) {
        CasesThen.Outcome outcome =
                officer.call(() -> c.house.bean(CasesThen.class).of(at, Set.of(person.id())));
        return ((CasesThen.Outcome.Read) outcome).boards();
    }

    @Test
    void anEarlierDayIsReadAsItWas() {
        Person person = opened();
        admit(person, LegalGround.CONVICTED);
        CaseFile then =
                officer.call(() ->
                        cases().file(person.id(), new AsOf(DAY.minusDays(1), NOW.known()))
                                .orElseThrow());
        assertThat(state(then, "custody")).isEqualTo("custody.status.NOT_KNOWN");
        assertThat(state(file(person), "custody")).isEqualTo("custody.status.HELD");
    }

    @Test
    void whoeverDoesNotKeepCasesSeesNone() {
        Person person = opened();
        awaitFlag(person, "", false);
        for (Caller other : List.of(c.hazel, c.meridia, c.holder, c.rowan)) {
            assertThat(
                            c.as(
                                    other,
                                    () ->
                                            c.house
                                                    .jdbc()
                                                    .sql(
                                                            """
                                                            select (select count(*) from nostos.case_opened) + (select count(*) from nostos.case_summary)
                                                                 + (select count(*) from nostos.case_flag) + (select count(*) from nostos.case_lacks)
                                                                 + (select count(*) from nostos.case_touched)
                                                            """)
                                                    .query(Long.class)
                                                    .single()))
                    .isZero();
        }
    }

    private static List<UUID> persons(Wanted wanted) {
        return boards(b ->
                b.page(wanted, CaseLists.Order.NUMBER, false, 0, 100).stream()
                        .map(one -> one.line().person())
                        .toList());
    }

    private static long summaries(Person... persons) {
        return c.as(
                officer,
                () ->
                        c.house
                                .jdbc()
                                .sql(
                                        "select count(*) from nostos.case_summary where person = any (?::uuid[])")
                                .param(
                                        java.util.Arrays.stream(persons)
                                                .map(p -> p.id().toString())
                                                .toArray(String[]::new))
                                .query(Long.class)
                                .single());
    }

    private static List<String> dump(JdbcClient owner) {
        return owner.sql(
                        """
                        select s.person || s.number || s.words::text || s.alarms || s.for_day
                               || coalesce((select string_agg(f.rule || f.effect || f.settler || f.arguments::text
                                            || coalesce(f.due::text, ''), ',' order by f.rule, f.arguments)
                                            from nostos.case_flag f where f.person = s.person), '')
                               || coalesce((select string_agg(l.state || l.lacks::text, ',' order by l.state)
                                            from nostos.case_lacks l where l.person = s.person), '')
                        from nostos.case_summary s order by 1
                        """)
                .query(String.class)
                .list();
    }

    private static void awaitFlag(Person person, String rule, boolean there) {
        await(() ->
                c.as(
                                                officer,
                                                () ->
                                                        c.house
                                                                .jdbc()
                                                                .sql(
                                                                        "select count(*) from nostos.case_flag where person = ? and rule = ?")
                                                                .param(person.id())
                                                                .param(rule)
                                                                .query(Long.class)
                                                                .single())
                                        > 0
                                == there
                        && summaries(person) == 1);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes about within a minute").isLessThan(until);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static Person opened() {
        Person person = person();
        open(officer, person);
        return person;
    }

    private static Person person() {
        return c.personOf(
                c.accept(c.holder, Row.of("Saqr", "Tin", "Rummani" + people++)).getFirst());
    }

    private static Cases.Opening open(Caller who, Person person) {
        return who.call(() -> cases().open(List.of(person.id()), "held at a site of the north"));
    }

    private static CaseFile file(Person person) {
        return officer.call(() -> cases().file(person.id(), NOW).orElseThrow());
    }

    private static String state(CaseFile file, String track) {
        return file.tracks().stream()
                .filter(t -> t.track().equals(track))
                .map(TrackLine::state)
                .findFirst()
                .orElseThrow();
    }

    private static List<Unmet> whyNot(Person person) {
        return officer.call(() ->
                cases().whyNot(file(person).question(), new Step(Step.Kind.TRANSFER, MERIDIA)));
    }

    private static void admit(Person person, LegalGround ground) {
        record(
                person,
                new CustodyEntry(
                        CustodyKind.ADMITTED,
                        day(2),
                        HoldingAuthority.named("Northern Administration"),
                        null,
                        "Site North",
                        "",
                        ground,
                        "",
                        "a list",
                        ""));
    }

    private static void record(Person person, CustodyEntry entry) {
        done(
                officer.call(() -> {
                    CustodyKeeping custody = c.house.bean(CustodyKeeping.class);
                    UUID last = custody.file(List.of(person.id()), NOW).last();
                    return custody.record(List.of(person.id()), entry, last);
                }));
    }

    private static void done(List<Obstacle> obstacles) {
        assertThat(obstacles).isEmpty();
    }

    private static PartialDate day(int day) {
        return PartialDate.ofDay(DAY.plusDays(day));
    }

    private static Cases cases() {
        return c.house.bean(Cases.class);
    }

    private static <T> T boards(java.util.function.Function<CaseBoards, T> asked) {
        return officer.call(() -> asked.apply(c.house.bean(CaseBoards.class)));
    }
}
