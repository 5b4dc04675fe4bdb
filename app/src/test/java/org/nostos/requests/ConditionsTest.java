package org.nostos.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.nostos.requests.Ministry.ORISTAN;
import static org.nostos.requests.Ministry.today;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Unmet;
import org.nostos.parties.Caller;
import org.nostos.requests.AnswerCondition.Kind;
import org.nostos.requests.AnswerCondition.Standing;
import org.nostos.requests.ConditionKeeping.Saying;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A state that accepts “if …” has accepted once each of its conditions is met by two hands, or waived by itself.
class ConditionsTest {

    private static final String ORDER = "obstacle.requests.condition-order";

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
    void eachConditionIsMetByTwoHandsOrWaivedByTheState() {
        UUID person = acceptedIf("parentage is shown\r\n \r\n  an aunt comes along ");
        assertThat(conditions(person))
                .extracting(AnswerCondition::words)
                .containsExactly("parentage is shown", "an aunt comes along");
        assertThat(open(person)).containsExactly("1", "2");
        assertThat(say(person, 1, Kind.MET)).isEmpty();
        assertThat(open(person)).as("by one hand").containsExactly("1", "2");
        assertThat(say(m.colleague, person, 1, Kind.CONFIRMED)).isEmpty();
        assertThat(open(person)).containsExactly("2");
        assertThat(accepts(person)).isFalse();
        assertThat(desk(person, 2, Kind.WAIVED)).isEmpty();
        assertThat(open(person)).isEmpty();
        assertThat(accepts(person)).isTrue();
        assertThat(standings(person)).containsExactly(Standing.CONFIRMED, Standing.WAIVED);
        assertThat(say(person, 1, Kind.NOT_MET)).isEmpty();
        assertThat(open(person)).containsExactly("1");
        assertThat(accepts(person)).isFalse();
        assertThat(conditions(person).getFirst().said())
                .extracting(AnswerCondition.Said::kind)
                .containsExactly(Kind.MET, Kind.CONFIRMED, Kind.NOT_MET);
    }

    @Test
    void aWordAtTheDeskIsNewsForItsCase() throws SQLException {
        UUID person = acceptedIf("parentage is shown");
        say(person, 1, Kind.MET);
        JdbcClient tables = JdbcClient.create(m.committee.house.database().superuser());
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (touched(tables, person) > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(touched(tables, person)).isZero();
        try (Connection held = m.committee.house.database().superuser().getConnection();
                Statement statement = held.createStatement()) {
            held.setAutoCommit(false);
            // the engine, which would take the news away, waits
            statement.execute("lock table nostos.case_summary in exclusive mode");
            assertThat(desk(person, 1, Kind.CONTESTED)).isEmpty();
            assertThat(touched(tables, person)).isOne();
            held.rollback();
        }
    }

    private static long touched(JdbcClient tables, UUID person) {
        return tables.sql("select count(*) from nostos.case_touched where person = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    @Test
    void whatTheStateContestsBlocksUntilItIsMetAnewOrWaived() {
        UUID person = acceptedIf("parentage is shown");
        assertThat(desk(person, 1, Kind.CONTESTED)).containsExactly(ORDER);
        assertThat(desk(person, 1, Kind.CONFIRMED)).containsExactly(ORDER);
        assertThat(say(person, 1, Kind.MET)).isEmpty();
        assertThat(desk(person, 1, Kind.CONFIRMED)).as("the state is a second hand").isEmpty();
        assertThat(accepts(person)).isTrue();
        assertThat(desk(person, 1, Kind.CONTESTED)).isEmpty();
        assertThat(standings(person)).containsExactly(Standing.CONTESTED);
        assertThat(open(person)).containsExactly("1");
        assertThat(accepts(person)).isFalse();
        assertThat(say(m.colleague, person, 1, Kind.CONFIRMED)).containsExactly(ORDER);
        assertThat(refusal(m.colleague, person, Kind.CONFIRMED)).contains("stands so");
        assertThat(say(person, 1, Kind.MET)).isEmpty();
        assertThat(accepts(person)).isFalse();
        assertThat(say(m.colleague, person, 1, Kind.CONFIRMED)).isEmpty();
        assertThat(accepts(person)).isTrue();
        assertThat(desk(person, 1, Kind.CONTESTED)).isEmpty();
        assertThat(desk(person, 1, Kind.WAIVED)).isEmpty();
        assertThat(accepts(person)).isTrue();
        assertThat(say(person, 1, Kind.MET)).as("nobody asks for it").containsExactly(ORDER);
    }

    @Test
    void theHandThatSaysAConditionIsMetDoesNotConfirmIt() {
        UUID person = acceptedIf("parentage is shown");
        assertThat(say(person, 1, Kind.MET)).isEmpty();
        assertThat(say(person, 1, Kind.CONFIRMED))
                .containsExactly("obstacle.requests.condition-hand");
        assertThat(refusal(m.officer, person, Kind.CONFIRMED)).contains("another hand");
        assertThat(accepts(person)).isFalse();
        assertThat(forged(m.colleague, person, Kind.CONFIRMED)).isOne();
        assertThat(accepts(person)).isTrue();
        assertThat(open(person)).isEmpty();
    }

    @Test
    void theStateAloneWaivesOrContestsAndOnlyAConditionOfItsOwn() {
        UUID person = acceptedIf("parentage is shown");
        assertThat(say(person, 1, Kind.MET)).isEmpty();
        for (Kind kind : List.of(Kind.WAIVED, Kind.CONTESTED)) {
            assertThat(say(m.legal, person, 1, kind))
                    .containsExactly("obstacle.requests.condition-whose");
            assertThat(refusal(m.legal, person, kind)).contains("row-level security");
        }
        assertThat(desk(person, 1, Kind.MET)).containsExactly("obstacle.requests.condition-whose");
        for (Kind kind : Kind.values()) {
            assertThatThrownBy(() -> desk(m.meridia, person, 1, kind))
                    .isInstanceOf(NoSuchElementException.class);
            assertThat(refusal(m.meridia, person, kind)).contains("row-level security");
            assertThat(refusal(m.keeper, person, kind)).contains("row-level security");
        }
        assertThat(refusal(m.oristan, person, Kind.MET)).contains("row-level security");
        assertThat(m.count(m.meridia, "answer_condition_said")).isZero();
        assertThat(m.count(m.keeper, "answer_condition_said")).isZero();
        assertThat(m.count(m.oristan, "answer_condition_said")).isPositive();
        assertThat(m.count(m.legal, "answer_condition_said")).isPositive();
        assertThat(open(person)).containsExactly("1");
    }

    @Test
    void whatIsSaidOfAConditionHasItsWordAndItsPaper() {
        UUID person = acceptedIf("parentage is shown");
        AnswerCondition shown = conditions(person).getFirst();
        assertThat(
                        said(
                                person,
                                1,
                                new Saying(Kind.MET, today().plusDays(1), " ", "", shown.seen())))
                .containsExactly(
                        "obstacle.requests.condition-whom",
                        "obstacle.requests.condition-source",
                        "obstacle.requests.future");
        assertThat(say(person, 1, Kind.MET)).isEmpty();
        assertThat(said(person, 1, new Saying(Kind.MET, today(), "Ash", "Note 9", shown.seen())))
                .as("whoever comes second")
                .containsExactly("obstacle.case.changed");
        Saying early =
                new Saying(
                        Kind.CONFIRMED,
                        today().minusDays(1),
                        "Ash",
                        "Note 9",
                        conditions(person).getFirst().seen());
        assertThat(said(person, 1, early)).as("before it was met").containsExactly(ORDER);
        assertThatThrownBy(() -> say(m.person(), 1, Kind.MET, shown))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void nobodyForgesACondition() {
        UUID person = acceptedIf("parentage is shown");
        UUID answer = conditions(person).getFirst().answer();
        assertThatThrownBy(() -> forged(m.officer, answer, 2, Kind.MET))
                .rootCause()
                .hasMessageContaining("no such condition");
        assertThat(forged(m.officer, person, Kind.MET)).isOne();
    }

    private static UUID acceptedIf(String conditions) {
        UUID person = m.person();
        UUID note = m.sent(ORISTAN, AskedFor.ACCEPTANCE, today(), person);
        AnswerForm form =
                new AnswerForm(
                        AnswerKind.ACCEPTED_CONDITIONAL, conditions, null, "", "", "", null, null);
        assertThat(m.answer(m.oristan, note, 1, form)).isEmpty();
        return person;
    }

    private static List<AnswerCondition> conditions(UUID person) {
        return m.officer
                .call(() -> m.bean(Answers.class).of(List.of(person), AsOf.now()))
                .getFirst()
                .conditions();
    }

    /// The places of what is open, as `whyNot` names them.
    private static List<String> open(UUID person) {
        List<Unmet> missing =
                m.officer.call(
                        () -> m.bean(Answers.class).against(List.of(person), ORISTAN, AsOf.now()));
        assertThat(missing).allMatch(one -> one.rule() == RequestRule.CONDITIONS);
        return missing.stream().map(one -> one.arguments().getLast()).toList();
    }

    /// Whether the database lets somebody leave on this acceptance.
    private static boolean accepts(UUID person) {
        return JdbcClient.create(m.committee.house.database().superuser())
                .sql("select nostos.transfer_accepted(array[?::uuid], ?, current_date)")
                .params(person, ORISTAN.value())
                .query(Boolean.class)
                .single();
    }

    private static List<Standing> standings(UUID person) {
        return conditions(person).stream().map(AnswerCondition::standing).toList();
    }

    private static List<String> desk(UUID person, int place, Kind kind) {
        return desk(m.oristan, person, place, kind);
    }

    private static List<String> desk(Caller consul, UUID person, int place, Kind kind) {
        AnswerCondition shown = conditions(person).get(place - 1);
        UUID note =
                m.officer
                        .call(() -> m.bean(Answers.class).of(List.of(person), AsOf.now()))
                        .getFirst()
                        .note()
                        .id();
        return codes(
                consul.call(() ->
                        m.bean(ConditionKeeping.class)
                                .sayAtDesk(
                                        note,
                                        shown.answer(),
                                        place,
                                        kind,
                                        "letter 4",
                                        shown.seen())));
    }

    private static List<String> say(UUID person, int place, Kind kind) {
        return say(m.officer, person, place, kind);
    }

    private static List<String> say(Caller who, UUID person, int place, Kind kind) {
        return say(who, person, place, kind, conditions(person).get(place - 1));
    }

    private static List<String> say(UUID person, int place, Kind kind, AnswerCondition shown) {
        return say(m.officer, person, place, kind, shown);
    }

    private static List<String> say(
            Caller who, UUID person, int place, Kind kind, AnswerCondition shown) {
        Saying saying = new Saying(kind, today(), "Ash Rowan", "Note 9", shown.seen());
        return codes(
                who.call(() ->
                        m.bean(ConditionKeeping.class)
                                .say(List.of(person), shown.answer(), place, saying)));
    }

    private static List<String> said(UUID person, int place, Saying saying) {
        UUID answer = conditions(person).getFirst().answer();
        return codes(
                m.officer.call(() ->
                        m.bean(ConditionKeeping.class)
                                .say(List.of(person), answer, place, saying)));
    }

    /// By what the database refuses this fact, written past the service.
    private static String refusal(Caller who, UUID person, Kind kind) {
        Throwable refused = catchThrowable(() -> forged(who, person, kind));
        assertThat(refused).isNotNull();
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
    }

    private static int forged(Caller who, UUID person, Kind kind) {
        return forged(who, conditions(person).getFirst().answer(), 1, kind);
    }

    private static int forged(Caller who, UUID answer, int place, Kind kind) {
        return m.as(
                who,
                () -> {
                    UUID act =
                            m.bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "requests.condition-said",
                                                    Purpose.STATE_REQUEST,
                                                    Map.of("answer", answer)));
                    return m.committee
                            .house
                            .jdbc()
                            .sql(
                                    """
                                    insert into nostos.answer_condition_said (id, answer, place, kind, happened_on, whom, source,
                                                                              party, account, act)
                                    values (gen_random_uuid(), ?, ?, ?, current_date, 'Ash', 'Note 9',
                                            nostos.caller_party(), nostos.caller_account(), ?)
                                    """)
                            .params(answer, place, kind.name(), act)
                            .update();
                });
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }
}
