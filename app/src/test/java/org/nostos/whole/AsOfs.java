package org.nostos.whole;

import static org.nostos.requests.Ministry.MERIDIA;
import static org.nostos.requests.Ministry.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.Bars;
import org.nostos.legal.Clearances;
import org.nostos.legal.CourtOrder;
import org.nostos.legal.CourtOrders;
import org.nostos.legal.Determination;
import org.nostos.legal.Determinations;
import org.nostos.legal.Exclusions;
import org.nostos.legal.Ground;
import org.nostos.legal.HolderExclusion;
import org.nostos.legal.Mandate;
import org.nostos.legal.Mandates;
import org.nostos.legal.Proceeding;
import org.nostos.legal.Review;
import org.nostos.legal.ReviewEvent;
import org.nostos.legal.Reviews;
import org.nostos.legal.TransferClearance;
import org.nostos.legal.Will;
import org.nostos.legal.Wills;

/// Any day, as known on any other: what each track answers is what it would answer if nothing had been
/// written but the facts that had happened by then and were known by then.
final class AsOfs {

    private static final int QUESTIONS = 6;

    private final Play play;
    private final Cast cast;

    AsOfs(Play play) {
        this.play = play;
        this.cast = play.cast;
    }

    void naively(Random random) {
        UUID person = play.people.get(random.nextInt(play.people.size()));
        List<UUID> one = cast.one(person);
        for (int i = 0; i < QUESTIONS; i++) {
            long age = Math.max(1, Instant.now().toEpochMilli() - play.begun.toEpochMilli());
            AsOf at =
                    new AsOf(
                            today().minusDays(random.nextInt(40)),
                            play.begun.plusMillis((long) (random.nextDouble() * age)));
            same(
                    "bar",
                    at,
                    () -> cast.bean(Bars.class).of(one),
                    BarEvent::stamp,
                    (events, on) -> Bar.of(MERIDIA, Ground.TORTURE, events, List.of(), on));
            same(
                    "order",
                    at,
                    () -> cast.bean(CourtOrders.class).of(one),
                    CourtOrder.Event::stamp,
                    CourtOrder::of);
            same(
                    "clearance",
                    at,
                    () -> cast.bean(Clearances.class).of(one),
                    TransferClearance.Event::stamp,
                    TransferClearance::of);
            same(
                    "review",
                    at,
                    () -> cast.bean(Reviews.class).of(one),
                    ReviewEvent::stamp,
                    Review::of);
            same(
                    "court",
                    at,
                    () -> cast.bean(Reviews.class).proceedings(one),
                    Proceeding.Event::stamp,
                    Proceeding::of);
            same(
                    "will",
                    at,
                    () -> cast.bean(Wills.class).of(one),
                    Will.Event::stamp,
                    (events, on) -> Will.of(events, MERIDIA, on));
            same(
                    "best interests",
                    at,
                    () -> cast.bean(Determinations.class).of(one),
                    Determination.Event::stamp,
                    Determination::of);
            same(
                    "exclusion",
                    at,
                    () -> cast.bean(Exclusions.class).of(one),
                    HolderExclusion.Event::stamp,
                    HolderExclusion::of);
            same(
                    "counsel",
                    at,
                    () -> cast.bean(Mandates.class).of(one),
                    Mandate.Event::stamp,
                    Mandate::of);
        }
    }

    private <E, S> void same(
            String track,
            AsOf at,
            Supplier<List<E>> read,
            Function<E, Stamp> stamp,
            BiFunction<List<E>, AsOf, S> state) {
        List<E> all = cast.m.as(cast.m.legal, read);
        List<E> then = new ArrayList<>(all);
        then.removeIf(e ->
                stamp.apply(e).on().isAfter(at.on())
                        || stamp.apply(e).recordedAt().isAfter(at.known()));
        S asked = state.apply(all, at);
        S naive = state.apply(then, at);
        if (!asked.equals(naive)) {
            throw new Play.Unlawful(
                    "a day as it was known is told otherwise: "
                            + track
                            + " "
                            + at
                            + "\n  "
                            + asked
                            + "\n  "
                            + naive);
        }
    }
}
