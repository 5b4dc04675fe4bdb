package org.nostos.demo;

import static org.nostos.demo.Casebook.ago;
import static org.nostos.demo.Casebook.state;
import static org.nostos.demo.Casebook.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.demo.Casebook.Known;
import org.nostos.identity.NationalityStep;
import org.nostos.legal.Route;
import org.nostos.legal.Will;
import org.nostos.legal.WillKeeping;
import org.nostos.legal.Wills;
import org.nostos.transfers.ArrivalKeeping;
import org.nostos.transfers.Departing;
import org.nostos.transfers.Fitness;
import org.nostos.transfers.Handover;
import org.nostos.transfers.LineEvent;
import org.nostos.transfers.Manifesting;
import org.nostos.transfers.Planning;
import org.nostos.transfers.Receipt;
import org.nostos.transfers.TransferEvent;
import org.nostos.transfers.TransferFile;
import org.nostos.transfers.TransferKind;
import org.nostos.transfers.TransferReading;
import org.nostos.transfers.TransferStep;
import org.nostos.transfers.TravelDocument;
import org.nostos.transfers.TravelKeeping;
import org.nostos.transfers.Withdrawing;

/// A few go home to Meridia: a transfer that is planned, one whose manifest is frozen, one on the way, one of which
/// nobody has said that it came, and a couple that was received.
final class TravelDays {

    private static final StateCode MERIDIA = state("XMD");
    private static final WillKeeping.How HOW =
            new WillKeeping.How("Arabic", "Sumac Reed", "Heron Reed");
    private static final Duration ON_THE_WAY = Duration.ofMinutes(30);
    private static final Duration TOO_LONG = Duration.ofMinutes(90);

    private final Casebook book;
    private final List<Known> travellers = new ArrayList<>();

    /// @param book of people whom somebody holds
    TravelDays(Casebook book) {
        this.book = book;
    }

    void hold(FamilyDays families, BarDays bars, LawDays law, AskingDays asking) {
        for (int i = 0; i < 6; i++) {
            Known who = book.adult();
            families.claim(who, MERIDIA, NationalityStep.VERIFIED);
            bars.cleared(who, false, law);
            travellers.add(who);
        }
        asking.takenBack(travellers);
        calledOff();
        planned(travellers.get(0));
        frozen(48, travellers.get(1));
        departed(frozen(48, travellers.get(2)), ON_THE_WAY);
        departed(frozen(1, travellers.get(3)), TOO_LONG);
        UUID came = frozen(48, travellers.get(4), travellers.get(5));
        departed(came, ON_THE_WAY);
        received(came);
    }

    private void calledOff() {
        UUID transfer = begun(48);
        take(
                Member.MOSS,
                transfer,
                step ->
                        book.bean(Withdrawing.class)
                                .cancel(step, Withdrawing.Cancelled.NO_LEAVE_TO_EXIT));
    }

    private void planned(Known who) {
        UUID transfer = begun(48);
        add(transfer, who);
        agreed(transfer);
        TravelKeeping travel = book.bean(TravelKeeping.class);
        book.as(
                Member.MOSS,
                () -> travel.request(entry(who, 5), TravelDocument.Type.LAISSEZ_PASSER, MERIDIA));
    }

    private UUID begun(int hours) {
        Planning.Draft draft =
                new Planning.Draft(
                        TransferKind.REPATRIATION,
                        Route.REPATRIATION_NO_PROCEEDINGS,
                        MERIDIA,
                        "Ministry of Justice of Meridia",
                        List.of(),
                        hours,
                        ago(0));
        return Objects.requireNonNull(
                book.ask(Member.MOSS, () -> book.bean(Planning.class).begin(draft)).transfer());
    }

    private void add(UUID transfer, Known who) {
        take(Member.MOSS, transfer, step -> book.bean(Planning.class).add(step, who.leader()));
    }

    private void agreed(UUID transfer) {
        take(
                Member.MOSS,
                transfer,
                step -> book.bean(Planning.class).agree(step, "Heath Reed", "Ministry of Justice"));
    }

    /// Everything is there, one proposed that the manifest is frozen, and another confirmed it.
    private UUID frozen(int hours, Known... people) {
        UUID transfer = begun(hours);
        for (Known who : people) {
            add(transfer, who);
            papers(who);
            again(who);
        }
        agreed(transfer);
        Planning planning = book.bean(Planning.class);
        take(
                Member.MOSS,
                transfer,
                step -> planning.leave(step, TransferEvent.Kind.EXIT_CLEARED, null, ago(-20)));
        take(Member.MOSS, transfer, step -> planning.seats(step, people.length));
        Manifesting manifests = book.bean(Manifesting.class);
        take(Member.MOSS, transfer, manifests::propose);
        take(Member.MAPLE, transfer, manifests::freeze);
        return transfer;
    }

    private void papers(Known who) {
        TravelKeeping travel = book.bean(TravelKeeping.class);
        book.as(
                Member.MOSS,
                () -> travel.request(entry(who, 5), TravelDocument.Type.LAISSEZ_PASSER, MERIDIA));
        UUID document = book.ask(Member.MOSS, () -> travel.documents(who.ids())).getFirst().id();
        String number = "LP " + (2000 + travellers.indexOf(who));
        book.as(
                Member.MOSS,
                () ->
                        travel.step(
                                entry(who, 3),
                                document,
                                TravelDocument.Kind.ISSUED,
                                number,
                                ago(-90)));
        book.as(
                Member.MOSS,
                () ->
                        travel.conclude(
                                entry(who, 1),
                                Fitness.Conclusion.FIT,
                                "Dr Yarrow Field",
                                "Clinic of Camp Willow",
                                ago(-2)));
    }

    private TravelKeeping.Entry entry(Known who, int daysAgo) {
        Optional<UUID> last =
                book.ask(
                        Member.MOSS,
                        () -> Optional.ofNullable(book.bean(TravelKeeping.class).last(who.ids())));
        return new TravelKeeping.Entry(
                who.ids(), last.orElse(null), ago(daysAgo), "", "paper of the mission");
    }

    /// They say again that they want to go.
    private void again(Known who) {
        Will now =
                Will.of(
                        book.ask(Member.MOSS, () -> book.bean(Wills.class).of(who.ids())),
                        MERIDIA,
                        AsOf.now());
        UUID seen = Objects.requireNonNull(now.last()).stamp().id();
        book.as(
                Member.MOSS,
                () ->
                        book.bean(WillKeeping.class)
                                .reconfirm(step(who, seen, 1, "said alone"), MERIDIA, HOW));
    }

    private void departed(UUID transfer, Duration ago) {
        take(
                Member.MOSS,
                transfer,
                step ->
                        book.bean(Departing.class)
                                .depart(step, Instant.now().minus(ago), "Gate of Camp Willow"));
    }

    /// Both sides signed, both came, and somebody looked how one of them is.
    private void received(UUID transfer) {
        Receipt.Sides sides =
                new Receipt.Sides(
                        "Moss Hazelwood",
                        "Joint Return Committee",
                        "Heath Reed",
                        "Ministry of Justice",
                        "Heron Reed",
                        "Border post Meridia");
        List<UUID> lines =
                file(transfer).rows().stream().map(row -> row.passenger().line().id()).toList();
        List<Handover.Goods> goods =
                lines.stream().map(line -> new Handover.Goods(line, true, "M-7", 0)).toList();
        Handover handover = book.bean(Handover.class);
        take(Member.MOSS, transfer, step -> handover.draw(step, sides, goods));
        take(Member.SEDGE, transfer, step -> handover.confirm(step, Instant.now()));
        ArrivalKeeping arrivals = book.bean(ArrivalKeeping.class);
        take(Member.MOSS, transfer, step -> arrivals.receive(step, lines));
        ArrivalKeeping.Look look =
                new ArrivalKeeping.Look(
                        LineEvent.Found.CARE_OF_RELATIVES,
                        "Heron Reed, Return Watch",
                        "Seen at an aunt's house, alone, without fear.",
                        ago(-60));
        take(Member.MOSS, transfer, step -> arrivals.follow(step, lines.subList(0, 1), look));
    }

    private TransferFile file(UUID transfer) {
        return book.ask(
                Member.MOSS, () -> book.bean(TransferReading.class).file(transfer).orElseThrow());
    }

    private void take(Member hand, UUID transfer, Function<TransferStep, List<Obstacle>> work) {
        TransferStep step =
                new TransferStep(
                        transfer,
                        file(transfer).last(),
                        ago(0),
                        "as agreed",
                        "note of the ministry");
        book.as(hand, () -> work.apply(step));
    }
}
