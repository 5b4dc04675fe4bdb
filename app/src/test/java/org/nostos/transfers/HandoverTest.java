package org.nostos.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.transfers.Voyage.MERIDIA;
import static org.nostos.transfers.Voyage.TODAY;
import static org.nostos.transfers.Voyage.codes;
import static org.nostos.transfers.Voyage.keys;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyKeeping;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.requests.Answers;
import org.nostos.transfers.ArrivalKeeping.Look;
import org.nostos.transfers.Handover.Goods;
import org.nostos.transfers.LineEvent.Found;
import org.nostos.transfers.Receipt.Kind;
import org.nostos.transfers.Receipt.Sides;

/// From departure to a look at how they are treated: a receipt of both sides, drawn up by one and confirmed by
/// another, an arrival that the receiver confirms, and an alarm while nobody does (Convention against Enforced
/// Disappearance, art. 17(3)(h)).
class HandoverTest {

    private static final Sides SIDES =
            new Sides("Thyme", "Committee", "Heath Reed", "Ministry", "Red Kite", "Gate 2");

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
    void oneDrawsTheReceiptUpAnotherConfirmsAndTheReceiverHoldsThem() {
        UUID person = v.cleared(TODAY.plusDays(60));
        sealed(person, "S-1");
        UUID transfer = v.departed(person);
        assertThat(codes(confirm(v.cumin, transfer))).contains("unmet.transfer.order");
        assertThat(draw(v.thyme, transfer)).isEmpty();
        Receipt receipt = v.file(transfer).receipts().getFirst();
        assertThat(receipt.count(Kind.PERSON)).isEqualTo(1);
        assertThat(receipt.count(Kind.FILE)).isEqualTo(1);
        assertThat(receipt.count(Kind.MEDICAL)).isEqualTo(1);
        assertThat(receipt.count(Kind.PROPERTY)).isEqualTo(1);
        assertThat(receipt.count(Kind.DOCUMENT)).isEqualTo(1);
        assertThat(receipt.count(Kind.EVIDENCE)).isEqualTo(2);
        assertThat(codes(confirm(v.thyme, transfer))).containsExactly("unmet.transfer.two-hands");
        assertThat(
                        v.forged(
                                v.thyme,
                                """
                                insert into nostos.transfer_event (id, transfer, party, kind, happened_on, happened_at, account, act)
                                values (gen_random_uuid(), :transfer, nostos.caller_party(), 'HANDED_OVER',
                                        (clock_timestamp() at time zone 'UTC')::date, clock_timestamp(),
                                        nostos.caller_account(), :act)
                                """,
                                Map.of("transfer", transfer)))
                .contains("another hand confirms a receipt");
        assertThat(confirm(v.cumin, transfer)).isEmpty();
        assertThat(
                        v.thyme
                                .call(() ->
                                        v.bean(CustodyKeeping.class)
                                                .track(List.of(person), AsOf.now()))
                                .status())
                .isEqualTo(CustodyStatus.REPATRIATED);
        assertThat(
                        v.thyme
                                .call(() -> v.bean(PropertyKeeping.class).of(List.of(person)))
                                .getFirst()
                                .state(AsOf.now()))
                .contains(PropertyContainer.State.HANDED_OVER);
        assertThat(
                        v.thyme
                                .call(() -> v.bean(Answers.class).of(List.of(person), AsOf.now()))
                                .getFirst()
                                .answer()
                                .takenBack())
                .isEqualTo(TODAY);
    }

    @Test
    void theReceiptIsSignedByTheHouseAndSpeaksBothLanguages() {
        UUID transfer = v.departed(v.cleared(TODAY.plusDays(60)));
        Voyage.must(draw(v.thyme, transfer));
        Transfers.PaperOf paper = v.file(transfer).papers().getFirst();
        assertThat(paper.number()).endsWith("-R1");
        String tail = new String(paper.pdf(), StandardCharsets.ISO_8859_1);
        assertThat(tail).contains("%nostos-document ");
        Voyage.must(draw(v.thyme, transfer));
        assertThat(v.file(transfer).papers().getFirst().number()).endsWith("-R2");
    }

    @Test
    void theConsulOfTheReceivingStateConfirmsWhoCameAndSeesNothingElse() {
        UUID person = v.cleared(TODAY.plusDays(60));
        UUID transfer = v.departed(person);
        Arrivals arrivals = v.bean(Arrivals.class);
        assertThat(v.oristan.call(() -> arrivals.one(transfer))).isEmpty();
        assertThat(v.count(v.oristan, "transfer")).isZero();
        assertThat(v.count(v.oristan, "transfer_manifest_line")).isZero();
        Arrivals.Coming coming = v.meridia.call(() -> arrivals.one(transfer)).orElseThrow();
        assertThat(coming.people()).hasSize(1);
        UUID line = coming.people().getFirst().line().line();
        for (String table :
                List.of(
                        "transfer_line",
                        "transfer_paper",
                        "transfer_receipt",
                        "transfer_receipt_item",
                        "travel_document_event",
                        "travel_fitness")) {
            assertThat(v.count(v.meridia, table)).as(table).isZero();
        }
        assertThat(codes(v.meridia.call(() -> arrivals.receive(transfer, List.of(line), TODAY))))
                .containsExactly("unmet.transfer.order");
        Voyage.must(draw(v.thyme, transfer));
        Voyage.must(confirm(v.cumin, transfer));
        assertThat(alarms(person)).containsExactly("transfer.arrival");
        Voyage.must(v.meridia.call(() -> arrivals.receive(transfer, List.of(line), TODAY)));
        assertThat(v.file(transfer).rows().getFirst().passenger().standing().state())
                .isEqualTo(LineStanding.State.RECEIVED);
        assertThat(alarms(person)).containsExactly("transfer.follow-up");
        Look look = new Look(Found.IN_CUSTODY, "Heron Watch", "", TODAY.plusDays(90));
        assertThat(
                        codes(
                                v.take(
                                        v.thyme,
                                        transfer,
                                        s ->
                                                v.bean(ArrivalKeeping.class)
                                                        .follow(s, List.of(line), look))))
                .containsExactly("obstacle.transfer.findings");
        Look seen = new Look(Found.IN_CUSTODY, "Heron Watch", "Seen alone.", TODAY.plusDays(90));
        Voyage.must(
                v.take(
                        v.thyme,
                        transfer,
                        s -> v.bean(ArrivalKeeping.class).follow(s, List.of(line), seen)));
        assertThat(v.file(transfer).rows().getFirst().passenger().standing().followUpDue())
                .contains(TODAY.plusDays(90));
    }

    @Test
    void whoLeftAndWasNotReceivedRaisesAnAlarmOnceTheHoursHavePassed() {
        UUID person = v.cleared(TODAY.plusDays(60));
        UUID transfer = v.frozen(person);
        Instant then = Instant.now().minus(49, ChronoUnit.HOURS);
        assertThat(codes(v.depart(transfer, then)))
                .as("nobody was fit, and nobody had said so again, on that day")
                .contains("unmet.transfer.fit", "unmet.transfer.will");
        Voyage.must(v.depart(transfer));
        AsOf later = new AsOf(TODAY.plusDays(3), Instant.now().plus(3, ChronoUnit.DAYS));
        List<List<Person>> people =
                List.of(v.as(v.thyme, () -> v.bean(Persons.class).byIds(List.of(person))));
        assertThat(
                        keys(
                                Objects.requireNonNull(
                                                v.thyme
                                                        .call(() ->
                                                                v.bean(TransferBoard.class)
                                                                        .ofEach(people, later))
                                                        .get(person))
                                        .getFirst()
                                        .open()))
                .containsExactly("transfer.not-received");
    }

    @Test
    void whoIsTurnedBackIsHeldAgain() {
        UUID person = v.cleared(TODAY.plusDays(60));
        UUID transfer = v.departed(person);
        UUID line = v.file(transfer).rows().getFirst().passenger().line().id();
        Voyage.must(
                v.take(
                        v.thyme,
                        transfer,
                        s ->
                                v.bean(ArrivalKeeping.class)
                                        .turnBack(
                                                s,
                                                List.of(line),
                                                LineEvent.Why.REFUSED_AT_ARRIVAL)));
        assertThat(
                        v.thyme
                                .call(() ->
                                        v.bean(CustodyKeeping.class)
                                                .track(List.of(person), AsOf.now()))
                                .status())
                .isEqualTo(CustodyStatus.HELD);
        assertThat(alarms(person)).isEmpty();
    }

    private static List<Leaving.Goer> leaving(Caller holder) {
        List<Leaving.Goer> goers = new ArrayList<>();
        holder.run(() ->
                v.bean(Leaving.class)
                        .read(shown -> {
                            goers.addAll(shown);
                            return shown;
                        }));
        return goers;
    }

    @Test
    void theHolderSeesWhoOfItsListsLeavesAndWhoWatchesSeesCounts() {
        UUID person = v.cleared(TODAY.plusDays(60));
        UUID transfer = v.ready(person);
        Caller holder = v.committee.holder;
        int before = leaving(holder).size();
        Voyage.must(v.take(v.thyme, transfer, s -> v.bean(Manifesting.class).propose(s)));
        Voyage.must(v.take(v.maple, transfer, s -> v.bean(Manifesting.class).freeze(s)));
        assertThat(leaving(holder)).hasSize(before + 1);
        assertThat(v.count(holder, "transfer")).isZero();
        assertThat(v.count(v.heron, "transfer")).isZero();
        assertThat(v.heron.call(() -> v.bean(TransferReading.class).counts()))
                .anySatisfy(one -> assertThat(one.destination()).isEqualTo(MERIDIA.value()));
        assertThat(v.meridia.call(() -> v.bean(TransferReading.class).counts())).isEmpty();
    }

    private static void sealed(UUID person, String seal) {
        PropertyKeeping property = v.bean(PropertyKeeping.class);
        Voyage.must(
                v.thyme.call(() ->
                        property.seal(
                                List.of(person),
                                new PropertyKeeping.Sealing(
                                        TODAY, seal, "Reed", "1 ring", "register"))));
        UUID container = v.thyme.call(() -> property.of(List.of(person))).getFirst().id();
        Voyage.must(
                v.cumin.call(() ->
                        property.step(
                                List.of(person),
                                container,
                                new PropertyKeeping.Handling(
                                        PropertyContainer.Kind.COUNTERSIGNED,
                                        TODAY,
                                        "",
                                        "",
                                        container))));
    }

    private static List<Obstacle> draw(Caller who, UUID transfer) {
        List<Goods> goods =
                v.file(transfer).rows().stream()
                        .map(row -> new Goods(row.passenger().line().id(), true, "M-7", 2))
                        .toList();
        return v.take(who, transfer, s -> v.bean(Handover.class).draw(s, SIDES, goods));
    }

    private static List<Obstacle> confirm(Caller who, UUID transfer) {
        return v.take(who, transfer, s -> v.bean(Handover.class).confirm(s, Instant.now()));
    }

    private static List<String> alarms(UUID person) {
        List<List<Person>> people =
                List.of(v.as(v.thyme, () -> v.bean(Persons.class).byIds(List.of(person))));
        return keys(
                Objects.requireNonNull(
                                v.thyme
                                        .call(() ->
                                                v.bean(TransferBoard.class)
                                                        .ofEach(people, AsOf.now()))
                                        .get(person))
                        .getFirst()
                        .open());
    }
}
