package org.nostos.whole;

import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.today;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.StateCode;
import org.nostos.legal.Assurance;
import org.nostos.legal.AssuranceKeeping;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.Bars;
import org.nostos.legal.BestInterests;
import org.nostos.legal.Clearing;
import org.nostos.legal.CourtOrder;
import org.nostos.legal.CourtOrders;
import org.nostos.legal.Determination;
import org.nostos.legal.Determinations;
import org.nostos.legal.ExclusionKeeping;
import org.nostos.legal.Exclusions;
import org.nostos.legal.Ground;
import org.nostos.legal.HolderExclusion;
import org.nostos.legal.LawStep;
import org.nostos.legal.OrderKeeping;
import org.nostos.legal.PrisonTerm;
import org.nostos.legal.Proceeding;
import org.nostos.legal.ProceedingKeeping;
import org.nostos.legal.Representation;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.ReviewKeeping;
import org.nostos.legal.Reviews;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.WillKeeping;
import org.nostos.legal.Wills;
import org.nostos.parties.Caller;
import org.nostos.requests.Ministry;

/// All that can be tried in the law of a case.
final class RepertoireOfLaw {

    private static final WillKeeping.How HOW = new WillKeeping.How("Arabic", "Hudhud", "Nawras");

    private final Cast cast;
    private final Ministry m;
    private final List<Deed> deeds = new ArrayList<>();

    RepertoireOfLaw(Cast cast) {
        this.cast = cast;
        this.m = cast.m;
    }

    List<Deed> all() {
        bars();
        orders();
        clearances();
        reviews();
        ownWill();
        bestInterests();
        others();
        return deeds;
    }

    private void deed(int times, String name, List<Caller> usual, Deed.Made made) {
        for (int i = 0; i < times; i++) {
            deeds.add(new Deed(name, usual, made));
        }
    }

    private List<Caller> legal() {
        return List.of(m.legal, cast.cedar);
    }

    private List<Caller> committee() {
        return List.of(m.officer, m.colleague, m.legal, cast.cedar);
    }

    private void bars() {
        deed(
                3,
                "bar step",
                List.of(m.legal, cast.cedar, cast.sage, cast.linden),
                (play, step) -> bar(play, step, step.of(BarEvent.Kind.values(), step.more())));
        deed(
                2,
                "bar brought on",
                List.of(m.legal, cast.cedar),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    List<BarEvent> events = m.as(m.legal, () -> m.bean(Bars.class).of(one));
                    Bar now = Bar.of(play.state(step), ground(step), events, List.of(), AsOf.now());
                    return bar(play, step, onward(now));
                });
        deed(
                2,
                "bar decided by the body",
                List.of(cast.sage),
                (play, step) ->
                        bar(
                                play,
                                step,
                                step.more() % 4 == 0
                                        ? BarEvent.Kind.UPHELD
                                        : BarEvent.Kind.LIFTED));
    }

    private static BarEvent.Kind onward(Bar bar) {
        return switch (bar.state()) {
            case NOT_ASSESSED -> BarEvent.Kind.OPENED;
            case UNDER_ASSESSMENT -> BarEvent.Kind.CLEARED;
            case CLEARED -> BarEvent.Kind.REVIEWED;
            case BAR_FOUND, ASSURANCE_SOUGHT, UPHELD -> BarEvent.Kind.LIFT_PROPOSED;
            case LIFT_PROPOSED -> BarEvent.Kind.LIFTED;
            case APPEALED -> BarEvent.Kind.APPEAL_DISMISSED;
            case DOUBTED, STALE -> bar.found() ? BarEvent.Kind.LIFT_PROPOSED : BarEvent.Kind.OPENED;
            case NO_BAR, LIFTED -> BarEvent.Kind.FOUND;
        };
    }

    /// Two grounds move; the others were settled before.
    private static Ground ground(Step step) {
        return step.two() % 3 == 0 ? Ground.HEALTH : Ground.TORTURE;
    }

    private Supplier<List<Obstacle>> bar(Play play, Step step, BarEvent.Kind kind) {
        List<UUID> one = play.one(step);
        StateCode state = play.state(step);
        Ground ground = ground(step);
        UUID last =
                play.last(
                        () ->
                                m.bean(Bars.class).of(one).stream()
                                        .filter(e ->
                                                e.destination().equals(state)
                                                        && e.ground() == ground)
                                        .toList(),
                        e -> e.stamp().id());
        BarStep on = new BarStep(play.law(step, one, last), state, ground);
        LocalDate until = on.step().on().plusMonths(6);
        BarKeeping bars = m.bean(BarKeeping.class);
        return () ->
                switch (kind) {
                    case OPENED -> bars.open(on);
                    case CLEARED -> bars.clear(on, until);
                    case REVIEWED -> bars.review(on);
                    case FOUND -> bars.find(on);
                    case ASSURANCE_SOUGHT -> bars.seekAssurance(on);
                    case LIFT_PROPOSED -> bars.proposeLift(on, until);
                    case LIFTED -> bars.lift(on);
                    case UPHELD -> bars.uphold(on);
                    case APPEALED -> bars.appeal(on);
                    case APPEAL_DISMISSED -> bars.dismissAppeal(on);
                    case APPEAL_ALLOWED -> bars.allowAppeal(on);
                    case DOUBTED -> bars.doubt(on);
                };
    }

    private void orders() {
        OrderKeeping keeping = m.bean(OrderKeeping.class);
        deed(
                1,
                "order",
                committee(),
                (play, step) -> {
                    LawStep on = play.law(step, play.one(step), null);
                    return () -> keeping.record(on, step.more() % 3 == 0 ? null : play.state(step));
                });
        deed(
                2,
                "order ended",
                legal(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    CourtOrder.Event order =
                            play.any(step, () -> m.bean(CourtOrders.class).of(one));
                    return order == null
                            ? null
                            : () -> keeping.end(play.law(step, one, null), order.order());
                });
    }

    private void clearances() {
        Clearing clearing = m.bean(Clearing.class);
        Route[] routes = {Route.DEPORTATION, Route.REPATRIATION_NO_PROCEEDINGS, Route.EXTRADITION};
        deed(
                4,
                "clearance proposed",
                legal(),
                (play, step) -> {
                    TransferClearance.Terms terms =
                            new TransferClearance.Terms(
                                    step.of(routes, step.more()),
                                    MERIDIA,
                                    List.of(),
                                    today().plusDays(30));
                    return () -> clearing.propose(play.law(step, play.one(step), null), terms);
                });
        deed(
                4,
                "clearance issued",
                legal(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    List<TransferClearance> all = m.legal.call(() -> clearing.all(one, AsOf.now()));
                    return all.isEmpty()
                            ? null
                            : () ->
                                    clearing.issue(
                                            play.law(step, one, null),
                                            all.get(step.two() % all.size()).id());
                });
        deed(
                1,
                "clearance withdrawn",
                legal(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    List<TransferClearance> all = m.legal.call(() -> clearing.all(one, AsOf.now()));
                    return all.isEmpty()
                            ? null
                            : () ->
                                    clearing.withdraw(
                                            play.law(step, one, null),
                                            all.get(step.two() % all.size()).id());
                });
    }

    private void reviews() {
        ReviewKeeping keeping = m.bean(ReviewKeeping.class);
        deed(
                4,
                "review",
                committee(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    LawStep on =
                            play.law(
                                    step,
                                    one,
                                    play.last(
                                            () -> m.bean(Reviews.class).of(one),
                                            e -> e.stamp().id()));
                    return switch (step.two() % 12) {
                        case 0 -> () -> keeping.open(on);
                        case 1 -> () -> keeping.complete(on);
                        case 2 -> () -> keeping.schedule(on, today());
                        case 3 -> () -> keeping.hear(on, "Maple, Ash", null);
                        case 4 -> () -> keeping.propose(on, ReviewEvent.Outcome.RELEASE, null);
                        case 5 -> () -> keeping.decide(on);
                        case 6 -> () -> keeping.inform(on, "Arabic", null, null);
                        case 7 -> () -> keeping.appeal(on);
                        case 8 -> () -> keeping.uphold(on);
                        case 9 -> () -> keeping.quash(on);
                        case 10 -> () -> keeping.recuse(on);
                        default -> () -> keeping.close(on);
                    };
                });
    }

    private void ownWill() {
        WillKeeping keeping = m.bean(WillKeeping.class);
        deed(
                2,
                "own will",
                List.of(m.officer, m.colleague),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    LawStep on =
                            play.law(
                                    step,
                                    one,
                                    play.last(
                                            () -> m.bean(Wills.class).of(one),
                                            e -> e.stamp().id()));
                    return switch (step.more() % 5) {
                        case 0 -> () -> keeping.inform(on, MERIDIA, HOW);
                        case 1, 2 -> () -> keeping.consent(on, MERIDIA, HOW);
                        case 3 -> () -> keeping.withdraw(on, MERIDIA, HOW);
                        default -> () -> keeping.object(on, MERIDIA, HOW);
                    };
                });
    }

    private void bestInterests() {
        BestInterests best = m.bean(BestInterests.class);
        deed(
                3,
                "best interests",
                committee(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    LawStep on =
                            play.law(
                                    step,
                                    one,
                                    play.last(
                                            () -> m.bean(Determinations.class).of(one),
                                            e -> e.stamp().id()));
                    BestInterests.Proposal goes =
                            new BestInterests.Proposal(
                                    Determination.Option.GOES_WITH_FAMILY,
                                    MERIDIA,
                                    null,
                                    today().plusMonths(3));
                    return switch (step.two() % 8) {
                        case 0 -> () -> best.open(on);
                        case 1 -> () -> best.inform(on);
                        case 2 -> () -> best.hear(on);
                        case 3 -> () -> best.sit(on, "a judge, a physician");
                        case 4 -> () -> best.propose(on, goes);
                        case 5 -> () -> best.decide(on);
                        case 6 -> () -> best.giveBack(on);
                        default -> () -> best.reopen(on);
                    };
                });
    }

    private static PrisonTerm term(int drawn) {
        int kind = Math.floorMod(drawn, 8);
        return switch (kind) {
            case 0 -> new PrisonTerm(null, true, null, null);
            case 1 -> new PrisonTerm(null, false, today(), null);
            case 2 -> new PrisonTerm(Period.ofYears(1), false, null, 0);
            default ->
                    new PrisonTerm(
                            Period.of(0, 3 * kind, kind), false, today().minusMonths(6), 10 * kind);
        };
    }

    private void others() {
        ExclusionKeeping exclusions = m.bean(ExclusionKeeping.class);
        deed(
                2,
                "excluded",
                committee(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    HolderExclusion.Event known =
                            play.any(step, () -> m.bean(Exclusions.class).of(one));
                    LawStep on = play.law(step, one, null);
                    return known == null || step.more() % 2 == 0
                            ? () -> exclusions.record(on)
                            : () -> exclusions.end(on, known.exclusion());
                });
        ProceedingKeeping courts = m.bean(ProceedingKeeping.class);
        deed(
                1,
                "court",
                committee(),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    Proceeding.Event known =
                            play.any(step, () -> m.bean(Reviews.class).proceedings(one));
                    LawStep on = play.law(step, one, null);
                    Proceeding.Kind kind = step.of(Proceeding.Kind.values(), step.more());
                    boolean prison = kind == Proceeding.Kind.TERM_STATED || step.two() % 3 > 0;
                    PrisonTerm term =
                            prison && kind.name().matches("CONVICTED|COMMUTED|TERM_STATED")
                                    ? term(step.more() / 16)
                                    : PrisonTerm.UNKNOWN;
                    return known == null
                            ? () -> courts.open(on)
                            : () ->
                                    courts.record(
                                            play.law(step, one, known.stamp().id()),
                                            known.proceeding(),
                                            kind,
                                            prison
                                                    ? Proceeding.Sentence.PRISON
                                                    : Proceeding.Sentence.DEATH,
                                            term);
                });
        Representation counsel = m.bean(Representation.class);
        deed(
                1,
                "counsel",
                committee(),
                (play, step) -> {
                    LawStep on = play.law(step, play.one(step), null);
                    return step.more() % 3 == 0
                            ? () -> counsel.end(on, cast.linden.account())
                            : () -> counsel.appoint(on, cast.linden.account());
                });
        AssuranceKeeping keeping = m.bean(AssuranceKeeping.class);
        deed(
                1,
                "assurance",
                legal(),
                (play, step) -> {
                    List<Assurance> all = m.legal.call(keeping::all);
                    Assurance one = all.isEmpty() ? null : all.get(step.two() % all.size());
                    Assurance.Kind kind = step.of(Assurance.Kind.values(), step.more());
                    if (one == null || kind == Assurance.Kind.REQUESTED) {
                        return () ->
                                keeping.request(MERIDIA, today(), "nobody is put to death", null);
                    }
                    return () ->
                            keeping.step(
                                    one.id(),
                                    kind,
                                    one.events().getLast().id(),
                                    today(),
                                    kind == Assurance.Kind.IN_FORCE ? today().plusYears(1) : null,
                                    "as the note says",
                                    "note 7");
                });
        deed(
                1,
                "appeal of counsel",
                List.of(cast.linden),
                (play, step) -> {
                    List<UUID> one = play.one(step);
                    LawStep on =
                            play.law(
                                    step,
                                    one,
                                    play.last(
                                            () -> m.bean(Reviews.class).of(one),
                                            e -> e.stamp().id()));
                    return step.more() % 2 == 0
                            ? () -> m.bean(ReviewKeeping.class).appeal(on)
                            : bar(play, step, BarEvent.Kind.APPEALED);
                });
    }

    /// Everything that Meridia asks for is settled for these: no bar on any ground, and a review that is final.
    void ready(UUID person) {
        BarKeeping bars = m.bean(BarKeeping.class);
        for (Ground ground : Ground.values()) {
            settled(m.legal, person, ground, bars::open);
            settled(m.legal, person, ground, on -> bars.clear(on, today().plusMonths(6)));
            settled(cast.cedar, person, ground, bars::review);
        }
        ReviewKeeping reviews = m.bean(ReviewKeeping.class);
        reviewed(m.legal, person, reviews::open);
        reviewed(m.officer, person, reviews::complete);
        reviewed(m.officer, person, on -> reviews.schedule(on, today()));
        reviewed(m.officer, person, on -> reviews.hear(on, "Maple, Ash", null));
        reviewed(m.legal, person, on -> reviews.propose(on, ReviewEvent.Outcome.RELEASE, null));
        reviewed(cast.cedar, person, reviews::decide);
        reviewed(m.officer, person, on -> reviews.inform(on, "Arabic", null, null));
        reviewed(m.legal, person, reviews::close);
    }

    private void settled(
            Caller who, UUID person, Ground ground, Function<BarStep, List<Obstacle>> act) {
        UUID last =
                latest(
                        m.as(m.legal, () -> m.bean(Bars.class).of(List.of(person))).stream()
                                .filter(e -> e.ground() == ground)
                                .map(e -> e.stamp().id())
                                .toList());
        must(who.call(() -> act.apply(new BarStep(step(person, last), MERIDIA, ground))));
    }

    private void reviewed(Caller who, UUID person, Function<LawStep, List<Obstacle>> act) {
        UUID last =
                latest(
                        m.as(m.legal, () -> m.bean(Reviews.class).of(List.of(person))).stream()
                                .map(e -> e.stamp().id())
                                .toList());
        must(who.call(() -> act.apply(step(person, last))));
    }

    private static @Nullable UUID latest(List<UUID> ids) {
        return ids.isEmpty() ? null : ids.getLast();
    }

    private static LawStep step(UUID person, @Nullable UUID seen) {
        return new LawStep(List.of(person), seen, today(), "as the papers say", "paper 1");
    }

    private static void must(List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new AssertionError(obstacles.toString());
        }
    }
}
