package org.nostos.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.ORISTAN;
import static org.nostos.requests.Ministry.draft;
import static org.nostos.requests.Ministry.today;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.costs.CostKeeping;
import org.nostos.costs.CostLine;
import org.nostos.costs.CostLine.Claim;
import org.nostos.costs.CostLine.Of;
import org.nostos.costs.CostSum;
import org.nostos.parties.Caller;
import org.nostos.registry.Persons;
import org.nostos.requests.Relocating.Proposal;

/// A state that is not a person's own is asked to receive them, and is never counted with those that
/// take their own back; and what it all costs stands apart from every decision.
class ThirdStatesTest {

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
    void aThirdStateIsAskedOnlyOnceItWasProposed() {
        UUID person = m.person();
        assertThat(codes(drafted(person))).containsExactly("unmet.request.third-state-proposed");
        assertThat(codes(propose(person, ORISTAN, "")))
                .containsExactly("obstacle.requests.programme");
        assertThat(propose(person, ORISTAN, "Resettlement quota 2026")).isEmpty();
        assertThat(codes(propose(person, ORISTAN, "again")))
                .containsExactly("obstacle.requests.proposed-already");
        assertThat(drafted(person)).isEmpty();
        assertThat(withdraw(person)).isEmpty();
        assertThat(codes(withdraw(person))).containsExactly("unmet.request.third-state-proposed");
        assertThat(codes(drafted(person))).containsExactly("unmet.request.third-state-proposed");
        assertThat(of(person)).extracting(Relocation::stands).containsExactly(false);
    }

    @Test
    void itsAnswersCountInNoScorecardOfThoseItTakesBack() {
        UUID own = m.person();
        UUID other = m.person();
        m.sent(MERIDIA, AskedFor.ACCEPTANCE, today().minusDays(3), own);
        assertThat(propose(other, MERIDIA, "Resettlement quota 2026")).isEmpty();
        UUID note = m.sent(MERIDIA, AskedFor.RELOCATION, today().minusDays(3), other);
        assertThat(m.answer(m.meridia, note, 1, AnswerForm.of(AnswerKind.ACCEPTED))).isEmpty();
        StateKeeping states = m.bean(StateKeeping.class);
        Scorecard back = m.officer.call(() -> states.scorecard(MERIDIA));
        assertThat(back.asked()).isOne();
        assertThat(back.accepted()).isZero();
        Scorecard third = m.officer.call(() -> states.asThirdState(MERIDIA));
        assertThat(third.asked()).isOne();
        assertThat(third.accepted()).isOne();
        List<Unmet> against =
                m.officer.call(() ->
                        m.bean(Answers.class)
                                .against(
                                        List.of(other), MERIDIA, new AsOf(today(), Instant.now())));
        assertThat(against).isEmpty();
    }

    @Test
    void aForgedDisclosureToAStateThatNobodyProposedIsRefused() {
        UUID person = m.person();
        assertThatThrownBy(() ->
                        m.as(
                                m.officer,
                                () ->
                                        m.committee
                                                .house
                                                .jdbc()
                                                .sql(
                                                        """
                                                        insert into nostos.disclosure (id, person, state, asked, fields,
                                                                                       until, harm_found, harm, account, act)
                                                        values (gen_random_uuid(), ?, 'XOA',
                                                                'RELOCATION', '{SEX}', current_date + 9, false,
                                                                'none was found', nostos.caller_account(),
                                                                gen_random_uuid())
                                                        """)
                                                .param(person)
                                                .update()))
                .rootCause()
                .hasMessageContaining("nobody proposed");
    }

    @Test
    void noMissionReadsWhichThirdStatesAreProposed() {
        propose(m.person(), ORISTAN, "Resettlement quota 2026");
        assertThat(m.count(m.oristan, "relocation_event")).isZero();
        assertThat(m.count(m.legal, "relocation_event")).isPositive();
    }

    @Test
    void costsAddUpByWhoOwesThemAndWhoDecidesTheLawDoesNotReadThem() {
        String number = numberOf(m.person());
        CostKeeping costs = m.bean(CostKeeping.class);
        assertThat(codes(record(Of.PERSON, "N-1999-1", claim("12.50"))))
                .containsExactly("obstacle.costs.subject");
        assertThat(codes(record(Of.PERSON, number, claim("-1"))))
                .containsExactly("obstacle.costs.amount");
        assertThat(record(Of.PERSON, number, claim("12.50"))).isEmpty();
        assertThat(record(Of.PERSON, number, claim("7.25"))).isEmpty();
        List<CostLine> lines = m.officer.call(() -> costs.page(0, 10));
        UUID line = lines.getFirst().id();
        assertThat(step(line, CostLine.State.DISPUTED)).containsExactly("obstacle.legal.step");
        assertThat(step(line, CostLine.State.CLAIMED)).isEmpty();
        assertThat(step(line, CostLine.State.PAID)).isEmpty();
        assertThat(step(line, CostLine.State.CLAIMED)).containsExactly("obstacle.legal.step");
        CostSum sum = m.officer.call(() -> costs.sums().byDebtor()).getFirst();
        assertThat(sum.of()).isEqualTo("XMA");
        assertThat(sum.amount()).isEqualByComparingTo("19.75");
        assertThat(sum.paid().add(sum.open())).isEqualByComparingTo("19.75");
        assertThat(sum.paid()).isEqualByComparingTo(lines.getFirst().claim().amount());
        for (Caller other : List.of(m.legal, m.meridia, m.keeper)) {
            assertThat(m.count(other, "cost_line")).isZero();
            assertThat(m.count(other, "cost_step")).isZero();
        }
    }

    private static Claim claim(String amount) {
        return new Claim(
                "Two weeks of food",
                new BigDecimal(amount),
                "USD",
                "The committee",
                "Ministry of Meridia",
                MERIDIA,
                today(),
                "bill 4");
    }

    private static List<Obstacle> record(Of of, String name, Claim claim) {
        return m.officer.call(() -> m.bean(CostKeeping.class).record(of, name, claim));
    }

    private static List<String> step(UUID line, CostLine.State to) {
        return codes(
                m.officer.call(
                        () -> m.bean(CostKeeping.class).step(line, to, today(), "receipt 4")));
    }

    private static String numberOf(UUID person) {
        return m.as(m.officer, () -> m.bean(Persons.class).byId(person).orElseThrow().number());
    }

    private static List<Obstacle> drafted(UUID person) {
        return m.officer.call(
                () -> m.bean(Disclosing.class).draft(person, draft(ORISTAN, AskedFor.RELOCATION)));
    }

    private static List<Obstacle> propose(UUID person, StateCode state, String programme) {
        Proposal proposal =
                new Proposal(state, today(), programme, "An aunt lives there", "letter 2");
        return m.officer.call(() -> m.bean(Relocating.class).propose(List.of(person), proposal));
    }

    private static List<Obstacle> withdraw(UUID person) {
        Proposal proposal = new Proposal(ORISTAN, today(), "", "The aunt has left", null);
        return m.officer.call(() -> m.bean(Relocating.class).withdraw(List.of(person), proposal));
    }

    private static List<Relocation> of(UUID person) {
        return m.officer.call(
                () -> m.bean(Relocating.class).of(List.of(person), new AsOf(today(), Instant.MAX)));
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }
}
