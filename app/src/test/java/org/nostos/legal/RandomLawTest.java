package org.nostos.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.legal.LawHouse.MERIDIA;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.AsOf;
import org.nostos.legal.Bar.State;
import org.nostos.legal.BarEvent.Kind;
import org.nostos.legal.TransferClearance.Terms;
import org.nostos.parties.Caller;

/// Random steps by random people on one case, through the services and past them: no clearance ever
/// holds over an open bar, and what the database makes of the events is what the code makes of them.
class RandomLawTest {

    private static final int STEPS = 120;
    private static final List<Ground> MOVED = List.of(Ground.TORTURE, Ground.HEALTH);
    private static final Terms TERMS = LawHouse.terms(Route.DEPORTATION, MERIDIA);

    private static LawHouse law;

    @BeforeAll
    static void open() {
        law = new LawHouse();
    }

    @AfterAll
    static void close() {
        law.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261122})
    void noClearanceEverHoldsOverAnOpenBar(long seed) {
        Random random = new Random(seed);
        UUID person = law.person("1984-05-01");
        law.rule(person, MERIDIA, Route.DEPORTATION.grounds());
        law.reviewed(person);
        law.propose(law.maple, person, TERMS);
        law.issue(law.cedar, person);
        Map<State, Integer> seen = new EnumMap<>(State.class);
        int held = 0;
        for (int step = 0; step < STEPS; step++) {
            act(random, person);
            held += law.valid(person).isEmpty() ? 0 : 1;
            compare(person, seen);
        }
        assertThat(held).as("steps with a clearance that held, seed %d", seed).isPositive();
        assertThat(seen.keySet())
                .as("states that seed %d walks through", seed)
                .contains(State.NO_BAR, State.BAR_FOUND, State.LIFT_PROPOSED);
        rebuilt(person);
    }

    private static void act(Random random, UUID person) {
        Caller who = anyone(random);
        Ground ground = MOVED.get(random.nextInt(MOVED.size()));
        switch (random.nextInt(12)) {
            case 0 -> law.propose(who, person, TERMS);
            case 1 -> law.propose(law.cedar, person, TERMS);
            case 2 -> law.issue(who, person);
            case 3 -> law.issue(law.maple, person);
            case 4 -> forge(random, who, person, ground);
            case 5 -> orders(random, who, person);
            case 6 -> {
                Kind[] kinds = Kind.values();
                Kind kind = kinds[random.nextInt(kinds.length)];
                if (mayTry(who)) {
                    law.take(who, kind, person, MERIDIA, ground);
                }
            }
            default -> onward(random, person);
        }
    }

    /// Somebody does what brings a bar on, as people do most of the time.
    private static void onward(Random random, UUID person) {
        List<BarEvent> events = law.as(law.maple, () -> law.bean(Bars.class).of(List.of(person)));
        for (Ground ground : MOVED) {
            Bar bar = Bar.of(MERIDIA, ground, events, List.of(), AsOf.now());
            Caller who = random.nextBoolean() ? law.maple : law.cedar;
            Kind kind =
                    switch (bar.state()) {
                        case NOT_ASSESSED -> Kind.OPENED;
                        case UNDER_ASSESSMENT -> Kind.CLEARED;
                        case CLEARED -> Kind.REVIEWED;
                        case BAR_FOUND, ASSURANCE_SOUGHT, UPHELD -> Kind.LIFT_PROPOSED;
                        case LIFT_PROPOSED -> Kind.LIFTED;
                        case APPEALED -> Kind.APPEAL_DISMISSED;
                        case DOUBTED, STALE -> bar.found() ? Kind.LIFT_PROPOSED : Kind.OPENED;
                        case NO_BAR, LIFTED ->
                                random.nextInt(8) == 0 ? Kind.FOUND : Kind.ASSURANCE_SOUGHT;
                    };
            if (!bar.passes() || kind == Kind.FOUND) {
                Caller hand = kind == Kind.LIFTED ? law.sage : who;
                law.take(hand, kind, person, MERIDIA, ground);
            }
        }
    }

    private static void orders(Random random, Caller who, UUID person) {
        if (!mayTry(who) || who.equals(law.sage)) {
            return;
        }
        OrderKeeping keeping = law.bean(OrderKeeping.class);
        List<CourtOrder> standing =
                CourtOrder.of(
                                law.as(who, () -> law.bean(CourtOrders.class).of(List.of(person))),
                                AsOf.now())
                        .stream()
                        .filter(CourtOrder::stands)
                        .toList();
        LawStep step = LawHouse.step(person, null);
        who.call(() ->
                standing.isEmpty() && random.nextInt(4) == 0
                        ? keeping.record(step, MERIDIA)
                        : keeping.end(
                                step,
                                standing.isEmpty() ? UUID.randomUUID() : standing.getFirst().id()));
    }

    private static void forge(Random random, Caller who, UUID person, Ground ground) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        String until =
                kind == Kind.CLEARED || kind == Kind.LIFT_PROPOSED ? "current_date + 9" : "null";
        law.forged(
                who,
                """
                insert into nostos.law_bar_event (id, person, party, destination, ground, kind, happened_on, until,
                                                  reason, account, act)
                values (gen_random_uuid(), '%s', nostos.caller_party(), 'XMA', '%s', '%s', current_date, %s, 'x',
                        nostos.caller_account(), :act)
                """
                        .formatted(person, ground, kind, until));
    }

    /// What the accepted events say, read plainly, against what holds.
    private static void compare(UUID person, Map<State, Integer> seen) {
        List<BarEvent> events = law.as(law.maple, () -> law.bean(Bars.class).of(List.of(person)));
        boolean open =
                law
                        .as(
                                law.maple,
                                () ->
                                        CourtOrder.of(
                                                law.bean(CourtOrders.class).of(List.of(person)),
                                                AsOf.now()))
                        .stream()
                        .anyMatch(CourtOrder::stands);
        for (Ground ground : MOVED) {
            Bar bar = Bar.of(MERIDIA, ground, events, List.of(), AsOf.now());
            seen.merge(bar.state(), 1, Integer::sum);
            assertThat(bar.passes()).isEqualTo(plainlyPasses(events, ground));
            assertThat(stored(person, ground)).isEqualTo(bar.state().name());
            open |= !bar.passes();
        }
        if (open) {
            assertThat(law.valid(person)).isEmpty();
        }
    }

    /// The last word was a second person's, nothing came after it but appeals that were dismissed, and
    /// after a bar was found that word was the independent body's.
    private static boolean plainlyPasses(List<BarEvent> events, Ground ground) {
        List<Kind> kinds = new ArrayList<>();
        boolean found = false;
        for (BarEvent event : events) {
            if (event.ground() != ground) {
                continue;
            }
            found |= event.kind() == Kind.FOUND || event.kind() == Kind.APPEAL_ALLOWED;
            if (event.kind() == Kind.APPEAL_DISMISSED && kinds.getLast() == Kind.APPEALED) {
                kinds.removeLast();
            } else {
                kinds.add(event.kind());
            }
        }
        return kinds.getLast() == (found ? Kind.LIFTED : Kind.REVIEWED);
    }

    private static void rebuilt(UUID person) {
        List<String> before = MOVED.stream().map(ground -> stored(person, ground)).toList();
        law.as(
                law.maple,
                () ->
                        law.house
                                .jdbc()
                                .sql("select nostos.law_bars_rebuild()")
                                .query(Long.class)
                                .single());
        assertThat(MOVED.stream().map(ground -> stored(person, ground)).toList()).isEqualTo(before);
    }

    private static String stored(UUID person, Ground ground) {
        return Objects.requireNonNull(
                law.as(
                        law.maple,
                        () ->
                                law.house
                                        .jdbc()
                                        .sql(
                                                "select state from nostos.law_bar_now where person = ?"
                                                        + " and destination = 'XMA' and ground = ?")
                                        .param(person)
                                        .param(ground.name())
                                        .query(String.class)
                                        .single()));
    }

    private static boolean mayTry(Caller who) {
        return !who.equals(law.consul) && !who.equals(law.linden);
    }

    private static Caller anyone(Random random) {
        return List.of(
                        law.maple,
                        law.cedar,
                        law.maple,
                        law.cedar,
                        law.sage,
                        law.sage,
                        law.thyme,
                        law.consul,
                        law.linden)
                .get(random.nextInt(9));
    }
}
