package org.nostos.whole;

import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.ORISTAN;
import static org.nostos.requests.Ministry.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.Bars;
import org.nostos.legal.Ground;
import org.nostos.legal.LawStep;
import org.nostos.legal.OrderKeeping;
import org.nostos.legal.Route;
import org.nostos.legal.WillKeeping;
import org.nostos.legal.Wills;
import org.nostos.parties.Caller;
import org.nostos.registry.FamilyFile;
import org.nostos.registry.Kin;
import org.nostos.registry.KinEvent;
import org.nostos.registry.KinKeeping;
import org.nostos.registry.KinRelation;
import org.nostos.requests.AnswerForm;
import org.nostos.requests.AnswerKind;
import org.nostos.requests.Answering;
import org.nostos.requests.Ministry;
import org.nostos.transfers.ArrivalKeeping;
import org.nostos.transfers.Arrivals;
import org.nostos.transfers.Departing;
import org.nostos.transfers.EscortKind;
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

/// All that can be tried with a transfer, from a plan to a look afterwards, and what can break it on the eve.
final class RepertoireOfTransfers {

    private static final WillKeeping.How HOW = new WillKeeping.How("Arabic", null, "Sumac Reed");
    private static final Receipt.Sides SIDES =
            new Receipt.Sides("Thyme", "Committee", "Heath Reed", "Ministry", "", "Gate 2");

    private final Cast cast;
    private final Ministry m;
    private final List<Deed> deeds = new ArrayList<>();

    RepertoireOfTransfers(Cast cast) {
        this.cast = cast;
        this.m = cast.m;
    }

    List<Deed> all() {
        plans();
        papers();
        manifests();
        arrivals();
        onTheEve();
        return deeds;
    }

    /// Whatever comes next on the newest transfer, by whose work it is.
    Deed onward() {
        return new Deed("transfer brought on", officers(), this::onward);
    }

    private void deed(String name, List<Caller> usual, Deed.Made made) {
        deeds.add(new Deed(name, usual, made));
    }

    private List<Caller> officers() {
        return List.of(m.officer, m.colleague);
    }

    private List<Caller> committee() {
        return List.of(m.officer, m.colleague, m.legal, cast.cedar);
    }

    private @Nullable UUID transfer(Play play, Step step) {
        return play.transfers.isEmpty()
                ? null
                : play.transfers.get(step.two() % play.transfers.size());
    }

    private TransferFile file(UUID transfer) {
        return m.officer.call(() -> m.bean(TransferReading.class).file(transfer).orElseThrow());
    }

    private @Nullable Supplier<List<Obstacle>> on(
            Play play, Step step, Function<TransferStep, List<Obstacle>> work) {
        UUID transfer = transfer(play, step);
        if (transfer == null) {
            return null;
        }
        TransferStep on = step(play, step, transfer);
        return () -> work.apply(on);
    }

    private TransferStep step(Play play, Step step, UUID transfer) {
        return new TransferStep(
                transfer, play.seen(step, file(transfer).last()), today(), "as agreed", "paper 12");
    }

    private void plans() {
        Planning planning = m.bean(Planning.class);
        deed(
                "transfer planned",
                officers(),
                (play, step) -> () -> begin(play, planning, draft(step)));
        deed(
                "put on a transfer",
                officers(),
                (play, step) -> on(play, step, s -> planning.add(s, play.person(step))));
        for (int i = 0; i < 2; i++) {
            deed(
                    "transfer arranged",
                    officers(),
                    (play, step) -> on(play, step, s -> arranged(planning, s, step)));
        }
        Withdrawing withdrawing = m.bean(Withdrawing.class);
        deed(
                "transfer cut",
                committee(),
                (play, step) ->
                        on(
                                play,
                                step,
                                s ->
                                        switch (step.more() % 8) {
                                            case 0, 1, 2 ->
                                                    withdrawing.orderSplit(
                                                            s, line(s.transfer(), step));
                                            case 3 ->
                                                    withdrawing.cancel(
                                                            s, Withdrawing.Cancelled.WEATHER);
                                            default ->
                                                    withdrawing.withdraw(
                                                            s,
                                                            line(s.transfer(), step),
                                                            LineEvent.Why.UNFIT);
                                        }));
    }

    static List<Obstacle> begin(Play play, Planning planning, Planning.Draft draft) {
        Planning.Begun begun = planning.begin(draft);
        if (begun.transfer() != null) {
            play.transfers.add(begun.transfer());
        }
        return begun.obstacles();
    }

    static Planning.Draft home() {
        return new Planning.Draft(
                TransferKind.REPATRIATION,
                Route.REPATRIATION_NO_PROCEEDINGS,
                MERIDIA,
                "Ministry of Justice of Meridia",
                List.of(),
                48,
                today());
    }

    private static Planning.Draft draft(Step step) {
        Route[] routes = {
            Route.DEPORTATION, Route.REPATRIATION_NO_PROCEEDINGS, Route.HANDOVER_BETWEEN_AUTHORITIES
        };
        return new Planning.Draft(
                step.more() % 5 == 0 ? TransferKind.TO_AUTHORITY : TransferKind.REPATRIATION,
                step.of(routes, step.two()),
                MERIDIA,
                "Ministry",
                step.more() % 3 == 0 ? List.of(ORISTAN) : List.of(),
                48,
                today().plusDays(step.more() % 2));
    }

    private UUID line(UUID transfer, Step step) {
        List<TransferFile.Row> rows = file(transfer).rows();
        return rows.isEmpty()
                ? UUID.randomUUID()
                : rows.get(step.one() % rows.size()).passenger().line().id();
    }

    private List<Obstacle> arranged(Planning planning, TransferStep s, Step step) {
        StateCode passed = step.more() % 2 == 0 ? ORISTAN : null;
        TransferEvent.Kind leave =
                passed == null
                        ? TransferEvent.Kind.EXIT_CLEARED
                        : TransferEvent.Kind.TRANSIT_CLEARED;
        return switch (step.more() % 7) {
            case 0 -> planning.agree(s, "Heath Reed", "Ministry");
            case 1, 2 -> planning.leave(s, leave, passed, today().plusDays(step.one() % 9));
            case 3 ->
                    planning.escort(
                            s, step.of(EscortKind.values(), step.one()), "Dr Yarrow", "Clinic");
            case 4 -> planning.seats(s, 1 + step.one() % 9);
            case 5 -> planning.postpone(s, today().plusDays(step.one() % 3));
            default -> {
                List<TransferEvent> standing =
                        new ArrayList<>(file(s.transfer()).standing().leave());
                standing.addAll(file(s.transfer()).standing().escorts());
                yield planning.takeBack(
                        s, standing.isEmpty() ? UUID.randomUUID() : standing.getFirst().id());
            }
        };
    }

    private void papers() {
        TravelKeeping travel = m.bean(TravelKeeping.class);
        deed(
                "travel document",
                officers(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    TravelKeeping.Entry entry = entry(play, step, travel, one);
                    List<TravelDocument> known = m.officer.call(() -> travel.documents(one));
                    return known.isEmpty() || step.more() % 5 == 0
                            ? () ->
                                    travel.request(
                                            entry, TravelDocument.Type.LAISSEZ_PASSER, MERIDIA)
                            : () ->
                                    travel.step(
                                            entry,
                                            known.getFirst().id(),
                                            step.of(TravelDocument.Kind.values(), step.more()),
                                            "LP 9",
                                            today().plusDays(step.one() % 30));
                });
        deed(
                "fit to travel",
                officers(),
                (play, step) -> {
                    TravelKeeping.Entry entry = entry(play, step, travel, play.one(step));
                    return () ->
                            travel.conclude(
                                    entry,
                                    step.of(Fitness.Conclusion.values(), step.more()),
                                    "Dr Yarrow",
                                    "Clinic",
                                    entry.on().plusDays(step.one() % 4));
                });
        deed(
                "will said again",
                officers(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    LawStep on =
                            play.law(
                                    step,
                                    one,
                                    play.last(
                                            () -> m.bean(Wills.class).of(one),
                                            e -> e.stamp().id()));
                    return () -> m.bean(WillKeeping.class).reconfirm(on, MERIDIA, HOW);
                });
    }

    private TravelKeeping.Entry entry(Play play, Step step, TravelKeeping travel, List<UUID> one) {
        UUID last = m.officer.call(() -> travel.last(one));
        return new TravelKeeping.Entry(
                one, play.seen(step, last), play.day(step), "as written", "certificate 3");
    }

    private void manifests() {
        Manifesting manifesting = m.bean(Manifesting.class);
        deed(
                "manifest",
                committee(),
                (play, step) ->
                        on(
                                play,
                                step,
                                s ->
                                        switch (step.more() % 3) {
                                            case 0 -> manifesting.propose(s);
                                            case 1 -> manifesting.freeze(s);
                                            default -> manifesting.giveBack(s);
                                        }));
        deed(
                "departed",
                officers(),
                (play, step) ->
                        on(
                                play,
                                step,
                                s -> m.bean(Departing.class).depart(s, Instant.now(), "Gate 2")));
        Handover handover = m.bean(Handover.class);
        deed(
                "handover",
                officers(),
                (play, step) ->
                        on(
                                play,
                                step,
                                s ->
                                        step.more() % 2 == 0
                                                ? handover.draw(s, SIDES, List.of())
                                                : handover.confirm(s, Instant.now())));
    }

    private void arrivals() {
        ArrivalKeeping keeping = m.bean(ArrivalKeeping.class);
        ArrivalKeeping.Look look =
                new ArrivalKeeping.Look(LineEvent.Found.COMMUNITY, "a monitor", "well", null);
        deed(
                "on the way",
                officers(),
                (play, step) ->
                        on(
                                play,
                                step,
                                s -> {
                                    List<UUID> lines = List.of(line(s.transfer(), step));
                                    return switch (step.more() % 6) {
                                        case 0 -> keeping.receive(s, lines);
                                        case 1 -> keeping.follow(s, lines, look);
                                        case 2 ->
                                                keeping.turnBack(
                                                        s, lines, LineEvent.Why.REFUSED_AT_ARRIVAL);
                                        case 3 ->
                                                keeping.turnBackAll(
                                                        s, Withdrawing.Cancelled.WEATHER);
                                        case 4 -> keeping.lost(s, lines, LineEvent.Kind.ESCAPED);
                                        default -> keeping.lost(s, lines, LineEvent.Kind.DIED);
                                    };
                                }));
        deed(
                "said by the receiver",
                List.of(m.meridia, m.oristan),
                (play, step) -> {
                    UUID transfer = transfer(play, step);
                    if (transfer == null) {
                        return null;
                    }
                    List<UUID> lines = List.of(line(transfer, step));
                    Arrivals desk = m.bean(Arrivals.class);
                    return () ->
                            step.more() % 2 == 0
                                    ? desk.receive(transfer, lines, today())
                                    : desk.follow(transfer, lines, today(), look);
                });
    }

    /// What stops a departure at the last moment, if it is heard.
    private void onTheEve() {
        deed(
                "bar raised on the eve",
                List.of(m.legal, cast.cedar),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    UUID last =
                            play.last(
                                    () ->
                                            m.bean(Bars.class).of(one).stream()
                                                    .filter(e -> e.ground() == Ground.TORTURE)
                                                    .filter(e -> e.destination().equals(MERIDIA))
                                                    .toList(),
                                    e -> e.stamp().id());
                    BarStep on = new BarStep(play.law(step, one, last), MERIDIA, Ground.TORTURE);
                    BarKeeping bars = m.bean(BarKeeping.class);
                    return switch (step.more() % 3) {
                        case 0 -> () -> bars.doubt(on);
                        case 1 -> () -> bars.appeal(on);
                        default -> () -> bars.find(on);
                    };
                });
        deed(
                "order on the eve",
                officers(),
                (play, step) -> {
                    LawStep on = play.law(step, play.one(step), null);
                    return () -> m.bean(OrderKeeping.class).record(on, MERIDIA);
                });
        deed("family comes to light", officers(), this::family);
        deed(
                "answer taken back",
                List.of(m.meridia),
                (play, step) -> {
                    UUID note = note(play.person(step));
                    return note == null
                            ? null
                            : () ->
                                    m.bean(Answering.class)
                                            .give(
                                                    note,
                                                    m.file(note).lines().stream()
                                                            .map(each -> each.line().id())
                                                            .toList(),
                                                    AnswerForm.of(AnswerKind.ANSWER_WITHDRAWN),
                                                    today(),
                                                    m.file(note).last());
                });
    }

    private @Nullable UUID note(UUID person) {
        List<UUID> notes =
                cast.tables()
                        .sql(
                                "select l.note from nostos.note_line_person p join nostos.note_line l on l.id = p.line where p.person = ?")
                        .param(person)
                        .query(UUID.class)
                        .list();
        return notes.isEmpty() ? null : notes.getFirst();
    }

    /// Proposed by one and confirmed by another.
    private Supplier<List<Obstacle>> family(Play play, Step step) {
        KinKeeping ties = m.bean(KinKeeping.class);
        KinRelation relation =
                step.of(
                        List.of(KinRelation.SPOUSE, KinRelation.MOTHER, KinRelation.CHILD),
                        step.more());
        UUID person = play.person(step);
        KinKeeping.Proposal tie =
                new KinKeeping.Proposal(
                        play.another(step),
                        "",
                        null,
                        relation,
                        relation == KinRelation.SPOUSE ? KinEvent.Marriage.CIVIL : null,
                        KinEvent.Grade.STATED,
                        true,
                        today(),
                        "his own word");
        return () -> {
            List<Obstacle> refused =
                    new ArrayList<>(ties.propose(person, tie, kin(play, step).last()));
            if (refused.isEmpty()) {
                FamilyFile now = kin(play, step);
                refused.addAll(
                        m.legal.call(() ->
                                ties.step(
                                        person,
                                        now.ties().getLast().id(),
                                        new KinKeeping.Step(
                                                KinEvent.Kind.CONFIRMED,
                                                today(),
                                                true,
                                                "as they say",
                                                now.last()))));
            }
            return refused.size() == 1 ? refused : List.of();
        };
    }

    private FamilyFile kin(Play play, Step step) {
        List<UUID> one = play.one(step);
        return m.as(m.officer, () -> m.bean(Kin.class).of(one, play.now()));
    }

    private @Nullable Supplier<List<Obstacle>> onward(Play play, Step step) {
        if (play.transfers.isEmpty()) {
            return null;
        }
        UUID transfer = play.transfers.getLast();
        TransferFile file = file(transfer);
        TransferStep on = new TransferStep(transfer, file.last(), today(), "as agreed", "paper 12");
        return switch (file.standing().state()) {
            case DRAFT -> () -> drafted(on, file);
            case FREEZE_PROPOSED -> () -> m.legal.call(() -> m.bean(Manifesting.class).freeze(on));
            case FROZEN ->
                    () ->
                            m.officer.call(() ->
                                    m.bean(Departing.class).depart(on, Instant.now(), "Gate 2"));
            case DEPARTED ->
                    file.standing().last(TransferEvent.Kind.RECEIPT_DRAWN).isEmpty()
                            ? () ->
                                    m.officer.call(
                                            () -> m.bean(Handover.class).draw(on, SIDES, List.of()))
                            : () ->
                                    m.colleague.call(() ->
                                            m.bean(Handover.class).confirm(on, Instant.now()));
            case HANDED_OVER -> () -> came(on, file);
            case TURNED_BACK, CANCELLED -> () -> begin(play, m.bean(Planning.class), home());
        };
    }

    private List<Obstacle> drafted(TransferStep on, TransferFile file) {
        Planning planning = m.bean(Planning.class);
        return m.officer.call(() -> {
            if (file.standing().last(TransferEvent.Kind.AGREED).isEmpty()) {
                return planning.agree(on, "Heath Reed", "Ministry");
            }
            if (!file.standing().mayPass(TransferEvent.Kind.EXIT_CLEARED, null, today())) {
                return planning.leave(
                        on, TransferEvent.Kind.EXIT_CLEARED, null, today().plusDays(9));
            }
            int needed = file.rows().size() + file.standing().escorts().size();
            return file.standing().seats() < needed
                    ? planning.seats(on, needed)
                    : m.bean(Manifesting.class).propose(on);
        });
    }

    private List<Obstacle> came(TransferStep on, TransferFile file) {
        ArrivalKeeping keeping = m.bean(ArrivalKeeping.class);
        List<UUID> awaited =
                file.rows().stream()
                        .filter(row -> row.passenger().standing().state().isAwaited())
                        .map(row -> row.passenger().line().id())
                        .toList();
        List<UUID> here =
                file.rows().stream()
                        .filter(row -> row.passenger().standing().received() != null)
                        .map(row -> row.passenger().line().id())
                        .toList();
        return m.officer.call(() ->
                awaited.isEmpty()
                        ? keeping.follow(
                                on,
                                here,
                                new ArrivalKeeping.Look(
                                        LineEvent.Found.COMMUNITY, "a monitor", "well", null))
                        : keeping.receive(on, awaited));
    }
}
