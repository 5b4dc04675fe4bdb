package org.nostos.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.transfers.Voyage.MERIDIA;
import static org.nostos.transfers.Voyage.TODAY;
import static org.nostos.transfers.Voyage.codes;
import static org.nostos.transfers.Voyage.keys;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyStatus;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.Ground;
import org.nostos.legal.Route;
import org.nostos.legal.Will;
import org.nostos.parties.Caller;
import org.nostos.requests.AnswerKind;
import org.nostos.transfers.Planning.Draft;
import org.nostos.transfers.TransferStanding.State;

/// From a plan to departure: everything is asked of every room, two hands freeze the manifest, and the database
/// refuses what the services refuse (Fourth Geneva Convention, art. 45 and 127; Convention against Torture,
/// art. 3).
class DepartingTest {

    private static final LocalDate LATER = TODAY.plusDays(60);

    private static Voyage v;

    @BeforeAll
    static void open() {
        v = new Voyage();
    }

    @AfterAll
    static void close() {
        v.close();
    }

    @Test
    void nobodyIsPutOnAPlanWithoutAClearanceAndTheStatesAcceptance() {
        UUID transfer = v.plan(TODAY);
        UUID person = v.person();
        assertThat(codes(v.add(transfer, person)))
                .contains(
                        "unmet.transfer.clearance",
                        "unmet.law.torture",
                        "unmet.law.review-final",
                        "unmet.law.will",
                        "unmet.request.not-asked");
        assertThat(v.file(transfer).rows()).isEmpty();
    }

    @Test
    void fromThePlanToDepartureWithEverythingThatIsMissingListed() {
        UUID person = v.cleared(LATER);
        UUID transfer = v.plan(TODAY);
        assertThat(v.add(transfer, person)).isEmpty();
        TransferFile file = v.file(transfer);
        assertThat(keys(file.unmet()))
                .containsExactly("transfer.receiver", "transfer.exit", "transfer.seats");
        assertThat(keys(file.rows().getFirst().unmet()))
                .containsExactly("transfer.document", "transfer.fit", "transfer.will");
        assertThat(codes(propose(v.thyme, transfer)))
                .containsExactly(
                        "unmet.transfer.receiver",
                        "unmet.transfer.exit",
                        "unmet.transfer.seats",
                        "unmet.transfer.document");
        v.documented(person, TODAY.plusDays(30));
        v.arranged(transfer, 1);
        assertThat(propose(v.thyme, transfer)).isEmpty();
        assertThat(codes(freeze(v.thyme, transfer))).containsExactly("unmet.transfer.two-hands");
        assertThat(freeze(v.maple, transfer)).isEmpty();
        assertThat(v.file(transfer).manifest())
                .singleElement()
                .satisfies(line -> assertThat(line.document()).isEqualTo("LP 4711"));
        assertThat(v.file(transfer).papers()).hasSize(1);
        assertThat(codes(v.depart(transfer)))
                .containsExactly("unmet.transfer.fit", "unmet.transfer.will");
        v.fit(person);
        v.will(person, Will.Kind.RECONFIRMED);
        assertThat(v.depart(transfer)).isEmpty();
        assertThat(v.file(transfer).standing().state()).isEqualTo(State.DEPARTED);
        assertThat(
                        v.thyme
                                .call(() ->
                                        v.bean(CustodyKeeping.class)
                                                .track(List.of(person), AsOf.now()))
                                .status())
                .isEqualTo(CustodyStatus.IN_TRANSIT);
    }

    @Test
    void aFrozenManifestChangesOnlyByAWithdrawalWithItsReason() {
        UUID one = v.cleared(LATER);
        UUID other = v.cleared(LATER);
        UUID transfer = v.frozen(one, other);
        Planning planning = v.bean(Planning.class);
        assertThat(codes(v.take(v.thyme, transfer, s -> planning.seats(s, 9))))
                .containsExactly("unmet.transfer.order");
        assertThat(codes(v.add(transfer, one))).contains("unmet.transfer.order");
        UUID line = v.file(transfer).rows().getFirst().passenger().line().id();
        assertThat(
                        v.take(
                                v.thyme,
                                transfer,
                                s ->
                                        v.bean(Withdrawing.class)
                                                .withdraw(
                                                        s, line, LineEvent.Why.REFUSED_BY_PERSON)))
                .isEmpty();
        assertThat(v.depart(transfer)).isEmpty();
        assertThat(v.file(transfer).rows())
                .extracting(row -> row.passenger().standing().state())
                .containsExactly(LineStanding.State.WITHDRAWN, LineStanding.State.ON_THE_WAY);
    }

    @Test
    void aClearanceThatLapsesBeforeThePlannedDayKeepsThemBack() {
        UUID person = v.cleared(TODAY.plusDays(3));
        UUID transfer = v.plan(TODAY.plusDays(4));
        assertThat(v.add(transfer, person)).isEmpty();
        assertThat(keys(v.file(transfer).rows().getFirst().unmet()))
                .contains("transfer.clearance-lapses");
    }

    @Test
    void aCourtsOrderOnTheEveStopsADeparture() {
        UUID person = v.cleared(LATER);
        UUID transfer = v.frozen(person);
        assertThat(v.courtOrder(person)).isEmpty();
        assertThat(codes(v.depart(transfer))).containsExactly("unmet.law.court-order");
        assertThat(v.forgedDeparture(transfer))
                .contains("no departure: an order of a court stands");
    }

    @Test
    void aBarThatIsDoubtedAndAnAppealAndAWithdrawnClearanceStopADepartureInTheDatabaseToo() {
        UUID doubted = v.cleared(LATER);
        UUID appealed = v.cleared(LATER);
        UUID withdrawn = v.cleared(LATER);
        UUID a = v.frozen(doubted);
        UUID b = v.frozen(appealed);
        UUID c = v.frozen(withdrawn);
        BarKeeping bars = v.bean(BarKeeping.class);
        Voyage.must(v.thyme.call(() -> bars.doubt(v.bar(doubted, Ground.TORTURE))));
        Voyage.must(v.thyme.call(() -> bars.appeal(v.bar(appealed, Ground.TORTURE))));
        Voyage.must(v.withdrawClearance(withdrawn));
        assertThat(codes(v.depart(a))).contains("unmet.law.torture");
        assertThat(codes(v.depart(b))).contains("unmet.law.appeal-pending");
        assertThat(codes(v.depart(c))).contains("unmet.transfer.clearance");
        assertThat(v.forgedDeparture(a)).contains("no departure: a bar is open");
        assertThat(v.forgedDeparture(b)).contains("no departure: a bar is open");
        assertThat(v.forgedDeparture(c)).contains("no departure: no clearance stands");
    }

    @Test
    void theStateThatTakesItsAnswerBackStopsADeparture() {
        UUID person = v.person();
        v.verified(person);
        UUID note = v.accepted(person);
        v.lawful(person);
        v.clearance(person, LATER);
        UUID transfer = v.frozen(person);
        v.answer(note, AnswerKind.ANSWER_WITHDRAWN);
        assertThat(codes(v.depart(transfer))).containsExactly("unmet.request.answer-withdrawn");
    }

    @Test
    void aConditionOfTheStateStopsADepartureUntilTwoHandsSayItIsMet() {
        UUID person = v.person();
        v.verified(person);
        UUID note = v.accepted(person);
        v.lawful(person);
        v.clearance(person, LATER);
        UUID transfer = v.frozen(person);
        v.acceptedIf(note, "an aunt comes along");
        assertThat(codes(v.depart(transfer))).containsExactly("unmet.request.conditions");
        assertThat(v.forgedDeparture(transfer)).contains("no departure");
        v.conditionMet(person);
        assertThat(codes(v.depart(transfer))).containsExactly("unmet.request.conditions");
        assertThat(v.forgedDeparture(transfer)).contains("no departure");
        v.conditionConfirmed(person);
        assertThat(v.depart(transfer)).isEmpty();
    }

    @Test
    void aFamilyLeavesWholeOrByDecision() {
        UUID wife = v.cleared(LATER);
        UUID husband = v.cleared(LATER);
        v.married(wife, husband);
        UUID transfer = v.plan(TODAY);
        assertThat(v.add(transfer, wife)).isEmpty();
        assertThat(keys(v.file(transfer).rows().getFirst().unmet())).contains("family.unity");
        assertThat(v.file(transfer).leftOut())
                .extracting(TransferFile.LeftOut::person)
                .containsExactly(husband);
        UUID line = v.file(transfer).rows().getFirst().passenger().line().id();
        Withdrawing withdrawing = v.bean(Withdrawing.class);
        assertThat(codes(v.take(v.thyme, transfer, s -> withdrawing.orderSplit(s, line))))
                .containsExactly("obstacle.transfer.role");
        assertThat(v.take(v.maple, transfer, s -> withdrawing.orderSplit(s, line))).isEmpty();
        assertThat(keys(v.file(transfer).rows().getFirst().unmet())).doesNotContain("family.unity");
    }

    @Test
    void nothingIsForgedPastTheGuards() {
        UUID person = v.cleared(LATER);
        UUID transfer = v.ready(person);
        assertThat(v.forgedDeparture(transfer)).contains("the transfer does not allow this step");
        assertThat(v.forgedStep(v.thyme, transfer, "FROZEN"))
                .contains("the transfer does not allow this step");
        Voyage.must(propose(v.cumin, transfer));
        assertThat(v.forgedStep(v.cumin, transfer, "FROZEN"))
                .contains("another hand confirms a manifest");
        assertThat(v.forgedStep(v.thyme, transfer, "FROZEN"))
                .contains("another hand confirms a manifest");
        assertThat(v.forgedStep(v.heron, transfer, "FROZEN")).contains("row-level security");
        assertThat(v.forgedStep(v.meridia, transfer, "FROZEN")).contains("row-level security");
        assertThat(
                        v.forged(
                                v.thyme,
                                """
                                insert into nostos.transfer_line (id, transfer, person, party, clearance, account, act)
                                values (gen_random_uuid(), :transfer, :person, nostos.caller_party(),
                                        gen_random_uuid(), nostos.caller_account(), :act)
                                """,
                                Map.of("transfer", transfer, "person", v.person())))
                .contains("this manifest is a draft no more");
    }

    @Test
    void homeAndAnotherAuthorityAreNotOneRoad() {
        Planning.Begun begun =
                v.thyme.call(() ->
                        v.bean(Planning.class)
                                .begin(
                                        new Draft(
                                                TransferKind.TO_AUTHORITY,
                                                Route.REPATRIATION_NO_PROCEEDINGS,
                                                MERIDIA,
                                                "Ministry",
                                                List.of(),
                                                48,
                                                TODAY)));
        assertThat(codes(begun.obstacles())).containsExactly("obstacle.transfer.road");
        assertThat(begun.transfer()).isNull();
    }

    @Test
    void whoLooksAtAnOlderPageWritesNothing() {
        UUID transfer = v.plan(TODAY);
        TransferStep old = v.step(transfer);
        Planning planning = v.bean(Planning.class);
        Voyage.must(v.take(v.thyme, transfer, s -> planning.seats(s, 3)));
        assertThat(codes(v.cumin.call(() -> planning.seats(old, 5))))
                .containsExactly("obstacle.case.changed");
        assertThat(v.file(transfer).standing().seats()).isEqualTo(3);
    }

    private static List<org.nostos.basics.Obstacle> propose(Caller who, UUID transfer) {
        return v.take(who, transfer, s -> v.bean(Manifesting.class).propose(s));
    }

    private static List<org.nostos.basics.Obstacle> freeze(Caller who, UUID transfer) {
        return v.take(who, transfer, s -> v.bean(Manifesting.class).freeze(s));
    }
}
