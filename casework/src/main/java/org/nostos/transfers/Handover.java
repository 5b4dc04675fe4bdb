package org.nostos.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.basics.Unmet;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.PropertyContainer;
import org.nostos.custody.PropertyKeeping;
import org.nostos.parties.Caller;
import org.nostos.requests.Answering;
import org.nostos.transfers.Receipt.Item;
import org.nostos.transfers.Receipt.Sides;
import org.nostos.transfers.TransferEvent.Kind;
import org.nostos.transfers.TransferEvent.Said;
import org.nostos.transfers.Transfers.ManifestLine;
import org.nostos.transfers.Transfers.PaperOf;
import org.nostos.transfers.internal.Load;
import org.nostos.transfers.internal.Loads;
import org.nostos.transfers.internal.ReceiptPress;
import org.nostos.transfers.internal.TransferDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The receipt of a handover: one draws it up, both sides sign it, and another records that they did. Thread-safe.
@Service
@Transactional
public class Handover {

    private static final int LONGEST_MARK = 100;
    private static final int MOST_EVIDENCE = 1000;

    private final TransferDesk desk;
    private final Transfers transfers;
    private final Loads loads;
    private final CustodyKeeping custody;
    private final PropertyKeeping property;
    private final TravelKeeping travel;
    private final Answering answering;
    private final ReceiptPress press;

    Handover(
            TransferDesk desk,
            Transfers transfers,
            Loads loads,
            CustodyKeeping custody,
            PropertyKeeping property,
            TravelKeeping travel,
            Answering answering,
            ReceiptPress press) {
        this.desk = desk;
        this.transfers = transfers;
        this.loads = loads;
        this.custody = custody;
        this.property = property;
        this.travel = travel;
        this.answering = answering;
        this.press = press;
    }

    /// What an officer says goes with one person. Property that is sealed by two hands and the travel document
    /// go along by themselves.
    ///
    /// @param medicalSeal the seal of the medical summary, or empty if there is none
    public record Goods(UUID line, boolean file, String medicalSeal, int evidence) {
        public Goods {
            medicalSeal = medicalSeal.strip();
        }
    }

    /// Draws the receipt up for everybody who is on the way, and prints it for both to sign. Drawn up again,
    /// it takes the place of the one before.
    public List<Obstacle> draw(TransferStep step, Sides sides, Collection<Goods> goods) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        if (!load.standing().allows(Kind.RECEIPT_DRAWN) || load.on().isEmpty()) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        if (!sides.isWhole()) {
            obstacles.add(Obstacle.of("obstacle.transfer.sides"));
        }
        boolean wrong =
                goods.stream()
                        .anyMatch(one ->
                                one.medicalSeal.length() > LONGEST_MARK
                                        || one.evidence < 0
                                        || one.evidence > MOST_EVIDENCE);
        if (wrong) {
            obstacles.add(Obstacle.of("obstacle.transfer.goods"));
        }
        if (obstacles.isEmpty()) {
            write(step, load, sides, items(load, goods));
        }
        return obstacles;
    }

    private void write(TransferStep step, Load load, Sides sides, List<Item> items) {
        UUID act = desk.act("receipt-drawn", step.transfer(), load.leaders(), step.reason());
        TransferEvent event =
                TransferDesk.event(step, Kind.RECEIPT_DRAWN, Said.NOTHING.in(sides.place()));
        transfers.add(event, act);
        Receipt receipt = new Receipt(event.id(), sides, items);
        transfers.add(receipt, act);
        long version =
                1
                        + load.standing().counting().stream()
                                .filter(one -> one.kind() == Kind.RECEIPT_DRAWN)
                                .count();
        List<ManifestLine> manifest = transfers.manifest(step.transfer());
        PaperOf paper = press.receipt(load, manifest, receipt, version, event.on());
        transfers.keep(step.transfer(), paper, act);
        desk.changed(load.leaders());
    }

    private List<Item> items(Load load, Collection<Goods> goods) {
        List<Item> items = new ArrayList<>();
        for (Passenger one : load.on()) {
            UUID line = one.line().id();
            items.add(new Item(line, Receipt.Kind.PERSON, 1, List.of()));
            List<String> seals =
                    kept(one.ids()).stream().map(PropertyContainer::seal).sorted().toList();
            if (!seals.isEmpty()) {
                items.add(new Item(line, Receipt.Kind.PROPERTY, seals.size(), seals));
            }
            List<String> documents =
                    travel.documents(one.ids()).stream()
                            .filter(document -> document.goodOn(TransferDesk.today()))
                            .map(TravelDocument::number)
                            .toList();
            if (!documents.isEmpty()) {
                items.add(new Item(line, Receipt.Kind.DOCUMENT, documents.size(), documents));
            }
            goods.stream()
                    .filter(said -> said.line.equals(line))
                    .findFirst()
                    .ifPresent(said -> add(items, said));
        }
        return items;
    }

    private static void add(List<Item> items, Goods said) {
        if (said.file) {
            items.add(new Item(said.line, Receipt.Kind.FILE, 1, List.of()));
        }
        if (!said.medicalSeal.isEmpty()) {
            items.add(new Item(said.line, Receipt.Kind.MEDICAL, 1, List.of(said.medicalSeal)));
        }
        if (said.evidence > 0) {
            items.add(new Item(said.line, Receipt.Kind.EVIDENCE, said.evidence, List.of()));
        }
    }

    private List<PropertyContainer> kept(List<UUID> persons) {
        return property.of(persons).stream()
                .filter(one ->
                        one.state(TransferDesk.now())
                                .filter(state -> state == PropertyContainer.State.COUNTERSIGNED)
                                .isPresent())
                .toList();
    }

    /// Records, as another hand, that both sides signed at this moment. From then on the receiver holds them:
    /// it stands in their custody, their property is handed over, and the state has taken back its own.
    ///
    /// @param source where the signed paper lies
    public List<Obstacle> confirm(TransferStep step, @Nullable Instant at) {
        Load load = loads.turn(step.transfer());
        List<Obstacle> obstacles =
                new ArrayList<>(desk.against(step, load.last(), Role.CASE_OFFICER));
        if (!load.standing().allows(Kind.HANDED_OVER)) {
            obstacles.add(Unmet.of(TransferRule.ORDER).obstacle());
        }
        UUID me = Caller.required().account();
        if (load.standing()
                .last(Kind.RECEIPT_DRAWN)
                .filter(one -> one.account().equals(me))
                .isPresent()) {
            obstacles.add(Unmet.of(TransferRule.TWO_HANDS).obstacle());
        }
        if (step.source().isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.transfer.source"));
        }
        Instant departed = load.standing().departed().orElse(Instant.MAX);
        if (at == null || at.isAfter(Instant.now()) || at.isBefore(departed)) {
            obstacles.add(Obstacle.of("obstacle.transfer.signed"));
        }
        Optional<Receipt> receipt = transfers.receipts(step.transfer()).stream().findFirst();
        if (receipt.isEmpty() || !names(receipt.get(), load)) {
            obstacles.add(Obstacle.of("obstacle.transfer.receipt-names"));
        }
        return obstacles.isEmpty() && at != null ? handOver(step, load, at) : obstacles;
    }

    private static boolean names(Receipt receipt, Load load) {
        return receipt.count(Receipt.Kind.PERSON) == load.on().size()
                && load.on().stream()
                        .allMatch(
                                one -> !receipt.of(one.line().id(), Receipt.Kind.PERSON).isEmpty());
    }

    private List<Obstacle> handOver(TransferStep step, Load load, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        TransferStep then =
                new TransferStep(step.transfer(), step.seen(), day, step.reason(), step.source());
        UUID act = desk.act("handed-over", step.transfer(), load.leaders(), step.reason());
        transfers.add(TransferDesk.event(then, Kind.HANDED_OVER, Said.NOTHING.at(at)), act);
        List<Obstacle> refused = new ArrayList<>();
        load.on().forEach(one -> refused.addAll(handOver(load.transfer(), one, day)));
        desk.changed(load.leaders());
        if (!refused.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return refused.stream().distinct().toList();
    }

    private List<Obstacle> handOver(Transfer transfer, Passenger one, LocalDate day) {
        boolean home = transfer.kind() == TransferKind.REPATRIATION;
        CustodyKind kind = home ? CustodyKind.REPATRIATED : CustodyKind.TRANSFERRED;
        List<Obstacle> refused =
                new ArrayList<>(
                        custody.recordOfTransfer(
                                one.ids(),
                                CustodyEntry.of(kind, PartialDate.ofDay(day), transfer.number())
                                        .by(HoldingAuthority.named(transfer.receiver()))));
        for (PropertyContainer container : kept(one.ids())) {
            refused.addAll(
                    property.step(
                            one.ids(),
                            container.id(),
                            new PropertyKeeping.Handling(
                                    PropertyContainer.Kind.HANDED_OVER,
                                    day,
                                    transfer.receiver(),
                                    transfer.number(),
                                    container.last())));
        }
        if (home) {
            answering.takenBack(one.ids(), transfer.destination(), day, transfer.number());
        }
        return refused;
    }
}
