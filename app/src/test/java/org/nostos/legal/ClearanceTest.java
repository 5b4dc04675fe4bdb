package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.LawHouse.MERIDIA;
import static org.nostos.legal.LawHouse.ORISTAN;
import static org.nostos.legal.LawHouse.codes;
import static org.nostos.legal.LawHouse.step;
import static org.nostos.legal.LawHouse.terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.legal.Assurance.Kind;
import org.nostos.legal.TransferClearance.Terms;
import org.nostos.legal.internal.LawDesk;
import org.nostos.parties.Caller;

/// Law 3 and law 4: a transfer has no way through but a clearance, and a clearance stands over a case
/// with nothing open (Convention against Torture, art. 3; Fourth Geneva Convention, art. 45).
class ClearanceTest {

    private static final Terms BY_DECISION = terms(Route.DEPORTATION, MERIDIA);

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
    void whatNobodyAssessedBlocksAndEveryLineIsListed() {
        UUID person = law.person(null);
        assertThat(codes(law.propose(law.maple, person, BY_DECISION)))
                .containsExactlyInAnyOrder(
                        "unmet.law.torture",
                        "unmet.law.death-penalty",
                        "unmet.law.disappearance",
                        "unmet.law.unfair-trial",
                        "unmet.law.persecution",
                        "unmet.law.family-unity",
                        "unmet.law.health",
                        "unmet.law.proceedings",
                        "unmet.law.no-admission",
                        "unmet.law.review-final");
        assertThat(law.clearances(person)).isEmpty();
    }

    @Test
    void aChildsBestInterestsAreAskedOfAChildAndOfWhoeverMayBeOne() {
        UUID child = law.person(LawDesk.today().minusYears(12).toString());
        UUID adult = law.person(LawDesk.today().minusYears(40).toString());
        assertThat(codes(law.propose(law.maple, child, BY_DECISION)))
                .contains("unmet.law.best-interests");
        assertThat(codes(law.propose(law.maple, adult, BY_DECISION)))
                .doesNotContain("unmet.law.best-interests");
    }

    @Test
    void oneProposesAndAnotherIssues() {
        UUID person = cleared();
        assertThat(law.propose(law.maple, person, BY_DECISION)).isEmpty();
        assertThat(law.valid(person)).isEmpty();
        assertThat(codes(law.issue(law.maple, person))).containsExactly("unmet.law.two-hands");
        assertThat(codes(law.issue(law.thyme, person))).contains("obstacle.legal.role");
        assertThat(law.issue(law.cedar, person)).isEmpty();
        assertThat(law.valid(person)).hasSize(1);
    }

    @Test
    void aClearanceLapsesOnItsDayAndIsKnownOnlySinceItWasRecorded() {
        Instant before = Instant.now();
        UUID person = issued();
        assertThat(law.valid(person, new AsOf(LawDesk.today().plusDays(30), Instant.MAX)))
                .hasSize(1);
        assertThat(law.valid(person, new AsOf(LawDesk.today().plusDays(31), Instant.MAX)))
                .isEmpty();
        assertThat(law.valid(person, new AsOf(LawDesk.today(), before))).isEmpty();
    }

    @Test
    void theStatesOnTheWayCount() {
        UUID person = cleared();
        Terms through = terms(Route.DEPORTATION, MERIDIA, ORISTAN);
        assertThat(codes(law.propose(law.maple, person, through)))
                .containsExactlyInAnyOrder(
                        "unmet.law.torture",
                        "unmet.law.death-penalty",
                        "unmet.law.disappearance",
                        "unmet.law.persecution");
        law.rule(person, ORISTAN, Route.DEPORTATION.onTheWay());
        assertThat(law.propose(law.maple, person, through)).isEmpty();
    }

    @Test
    void anOrderOfACourtBlocksAtOnceAndUntilItsEndIsRecorded() {
        UUID person = issued();
        OrderKeeping orders = law.bean(OrderKeeping.class);
        assertThat(
                        law.thyme.<List<?>, RuntimeException>call(
                                () -> orders.record(step(person, null), MERIDIA)))
                .isEmpty();
        assertThat(law.valid(person)).isEmpty();
        assertThat(codes(law.propose(law.maple, person, BY_DECISION)))
                .containsExactly("unmet.law.court-order");
        UUID order =
                law.as(law.maple, () -> law.bean(CourtOrders.class).of(List.of(person)))
                        .getFirst()
                        .order();
        assertThat(codes(law.thyme.call(() -> orders.end(step(person, null), order))))
                .containsExactly("obstacle.legal.role");
        assertThat(codes(law.cedar.call(() -> orders.end(step(person, null), order)))).isEmpty();
        assertThat(law.valid(person)).hasSize(1);
        assertThat(codes(law.cedar.call(() -> orders.end(step(person, null), order))))
                .containsExactly("obstacle.legal.step");
    }

    @Test
    void anOrderAgainstAnotherStateLeavesThisOneOpenAndOneAgainstAllDoesNot() {
        UUID person = issued();
        OrderKeeping orders = law.bean(OrderKeeping.class);
        law.maple.call(() -> orders.record(step(person, null), ORISTAN));
        assertThat(law.valid(person)).hasSize(1);
        law.maple.call(() -> orders.record(step(person, null), null));
        assertThat(law.valid(person)).isEmpty();
    }

    @Test
    void anAppealSuspendsAndANewFactEndsWhatWasDecided() {
        UUID person = issued();
        law.take(law.thyme, BarEvent.Kind.APPEALED, person, MERIDIA, Ground.TORTURE);
        assertThat(law.valid(person)).isEmpty();
        assertThat(codes(law.propose(law.maple, person, BY_DECISION)))
                .contains("unmet.law.appeal-pending");
        law.take(law.maple, BarEvent.Kind.APPEAL_DISMISSED, person, MERIDIA, Ground.TORTURE);
        assertThat(law.valid(person)).hasSize(1);
        law.take(law.thyme, BarEvent.Kind.DOUBTED, person, MERIDIA, Ground.HEALTH);
        assertThat(codes(law.propose(law.maple, person, BY_DECISION)))
                .containsExactly("unmet.law.health", "unmet.law.stale");
    }

    @Test
    void aBreachMakesEveryBarTowardsThatStateStaleInEveryCase() {
        StateCode lorien = new StateCode("XLA");
        UUID one = law.person(null);
        UUID other = law.person(null);
        Terms there = terms(Route.DEPORTATION, lorien);
        for (UUID person : List.of(one, other)) {
            law.rule(person, lorien, asked());
            law.reviewed(person);
            assertThat(law.propose(law.maple, person, there)).isEmpty();
            assertThat(law.issue(law.cedar, person)).isEmpty();
        }
        AssuranceKeeping keeping = law.bean(AssuranceKeeping.class);
        law.maple.call(
                () -> keeping.request(lorien, LawDesk.today(), "nobody is put to death", null));
        assurance(law.maple, Kind.OFFERED);
        assurance(law.maple, Kind.FOUND_SUFFICIENT);
        assertThat(assurance(law.maple, Kind.IN_FORCE)).contains("unmet.law.two-hands");
        assertThat(assurance(law.cedar, Kind.IN_FORCE)).isEmpty();
        assertThat(law.valid(one)).hasSize(1);
        assurance(law.thyme, Kind.BREACHED);
        assertThat(law.valid(one)).isEmpty();
        assertThat(law.valid(other)).isEmpty();
        assertThat(codes(law.propose(law.maple, other, there))).contains("unmet.law.stale");
        assertThat(law.maple.call(() -> law.bean(LegalBoard.class).counts()))
                .containsEntry(BarLine.Waits.STALE, 2L * asked().size());
        for (BarLine.Waits what : BarLine.Waits.values()) {
            assertThatTheBoardCountsWhatItShows(what);
        }
    }

    /// Whichever order and page somebody asks for, the same bars stand on them, as many as are counted.
    private static void assertThatTheBoardCountsWhatItShows(BarLine.Waits what) {
        LegalBoard board = law.bean(LegalBoard.class);
        List<BarLine> whole = law.maple.call(() -> board.page(BarQuestion.all(what), 0, 1_000));
        assertThat(law.maple.call(board::counts)).containsEntry(what, (long) whole.size());
        assertThat(law.maple.call(() -> board.count(BarQuestion.all(what))))
                .isEqualTo(whole.size());
        for (BarQuestion.Order order : BarQuestion.Order.values()) {
            BarQuestion question = new BarQuestion(what, null, null, null, order, true);
            List<BarLine> paged = new ArrayList<>();
            for (int from = 0; from < whole.size(); from += 3) {
                int offset = from;
                paged.addAll(law.maple.call(() -> board.page(question, offset, 3)));
            }
            assertThat(paged).containsExactlyInAnyOrderElementsOf(whole);
        }
    }

    @Test
    void theRoadsOfTheCodeAreTheRoadsOfTheDatabase() {
        Set<String> inCode =
                java.util.Arrays.stream(Route.values())
                        .flatMap(route ->
                                java.util.stream.Stream.concat(
                                        route.grounds().stream()
                                                .map(ground -> route + " " + ground + " false"),
                                        route.onTheWay().stream()
                                                .map(ground -> route + " " + ground + " true")))
                        .collect(Collectors.toSet());
        Set<String> inDatabase =
                Set.copyOf(
                        law.as(
                                law.maple,
                                () ->
                                        law.house
                                                .jdbc()
                                                .sql(
                                                        "select route || ' ' || ground || ' ' || transit"
                                                                + " from nostos.law_route_ground")
                                                .query(String.class)
                                                .list()));
        assertThat(inDatabase).isEqualTo(inCode);
    }

    private static List<String> assurance(Caller who, Kind kind) {
        AssuranceKeeping keeping = law.bean(AssuranceKeeping.class);
        Assurance last = who.call(keeping::all).getFirst();
        return codes(
                who.call(() ->
                        keeping.step(
                                last.id(),
                                kind,
                                last.events().getLast().id(),
                                LawDesk.today(),
                                kind == Kind.IN_FORCE ? LawDesk.today().plusYears(1) : null,
                                "as the note says",
                                "note 7")));
    }

    private static Set<Ground> asked() {
        Set<Ground> grounds = EnumSet.copyOf(Route.DEPORTATION.grounds());
        grounds.remove(Ground.BEST_INTERESTS);
        return grounds;
    }

    /// A grown person with nothing open towards Meridia.
    private static UUID cleared() {
        UUID person = law.person("1984-05-01");
        law.rule(person, MERIDIA, asked());
        law.reviewed(person);
        return person;
    }

    private static UUID issued() {
        UUID person = cleared();
        assertThat(law.propose(law.maple, person, BY_DECISION)).isEmpty();
        assertThat(law.issue(law.cedar, person)).isEmpty();
        return person;
    }
}
