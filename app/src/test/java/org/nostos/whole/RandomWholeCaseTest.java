package org.nostos.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nostos.requests.Ministry.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.AsOf;
import org.nostos.cases.CaseFile;
import org.nostos.cases.Cases;
import org.nostos.legal.Clearing;
import org.nostos.legal.LegalWhyNot;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance;
import org.nostos.requests.Ministry;

/// Random acts by random people, on persons of whom some are joined and parted meanwhile: whatever anybody
/// tries, through the services or past them, what stands is lawful, is known as it was known, and can be
/// worked out anew from the facts.
///
/// `-Dnostos.sequences=5000` for a long run, `-Dnostos.seed=…` for another one.
class RandomWholeCaseTest {

    private static final long SEED = Long.getLong("nostos.seed", 20261122L);
    private static final int SEQUENCES = Integer.getInteger("nostos.sequences", 60);
    private static final long SECONDS = Long.getLong("nostos.seconds", 24);
    private static final int ACTS = 28;

    private static Cast cast;

    @BeforeAll
    static void open() {
        cast = new Cast();
    }

    @AfterAll
    static void close() {
        cast.close();
    }

    @Test
    void noSequenceOfActsReachesAnUnlawfulState() {
        Random random = new Random(SEED);
        Map<String, Integer> came = new TreeMap<>();
        long until = System.nanoTime() + SECONDS * 1_000_000_000;
        int sequences = 0;
        int acts = 0;
        while (sequences < SEQUENCES && System.nanoTime() < until) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < ACTS; i++) {
                steps.add(Step.any(random));
            }
            boolean bound = sequences % 2 == 1;
            String broken = play(steps, came, bound);
            if (broken != null) {
                throw new AssertionError(told(sequences, steps, broken, bound));
            }
            sequences++;
            acts += steps.size();
        }
        System.out.println("sequences " + sequences + ", acts tried " + acts + ", seed " + SEED);
        came.forEach((what, times) -> System.out.println("  " + times + "\t" + what));
        assertThat(came.keySet()).as("seed %d", SEED).contains("done");
        Rebuilt.everything(cast);
    }

    @Test
    void eachLawCanBeBroken() {
        Broken.each(cast.tables());
    }

    private static String told(int sequence, List<Step> steps, String broken, boolean bound) {
        List<Step> least =
                Shrunk.of(steps, shorter -> sameLaw(broken, play(shorter, new TreeMap<>(), bound)));
        List<Deed> deeds = bound ? Repertoire.bound(cast) : Repertoire.of(cast);
        StringBuilder told =
                new StringBuilder("seed " + SEED + ", sequence " + sequence + ": " + broken + "\n");
        least.forEach(step ->
                told.append("  ")
                        .append(step.of(deeds, step.what()).name())
                        .append(' ')
                        .append(step)
                        .append('\n'));
        return told.toString();
    }

    private static boolean sameLaw(String broken, @Nullable String again) {
        return again != null && again.split(":")[0].equals(broken.split(":")[0]);
    }

    /// Plays the sequence about new persons; what was broken, or nothing.
    private static @Nullable String play(
            List<Step> steps, Map<String, Integer> came, boolean bound) {
        Play play = new Play(cast, bound);
        try {
            if (bound) {
                new Settled(cast).planned(play);
            } else {
                new RepertoireOfLaw(cast).ready(play.people.get(0));
            }
            cast.m.officer.call(
                    () -> cast.bean(Cases.class).open(play.people.subList(0, 3), "held"));
            List<Known> known = new ArrayList<>();
            for (Step step : steps) {
                List<String> before = excludes(play, step) ? against(play) : List.of();
                boolean done = play.take(step);
                if (excludes(play, step) && !before.equals(against(play))) {
                    throw new Play.Unlawful("an exclusion changed what the law asks: " + before);
                }
                if (done) {
                    Lawful.holds(play);
                    Departures.agree(play, came);
                    lawfulClearances(play, came);
                    if (step.more() % 4 == 0) {
                        known.add(known(play, step));
                    }
                }
            }
            known.forEach(one -> knownAsItWas(play, one));
            new AsOfs(play).naively(new Random(steps.hashCode()));
            Rebuilt.bars(play);
        } catch (Play.Unlawful e) {
            return String.valueOf(e.getMessage());
        }
        play.came.forEach((what, times) -> came.merge(what, times, Integer::sum));
        return null;
    }

    private static boolean excludes(Play play, Step step) {
        return play.deed(step).name().equals("excluded");
    }

    /// What the law asks of the first person before Meridia takes them.
    private static List<String> against(Play play) {
        List<UUID> one = cast.one(play.people.getFirst());
        return cast
                .m
                .legal
                .call(() ->
                        cast.bean(LegalWhyNot.class)
                                .against(
                                        one,
                                        Route.DEPORTATION,
                                        Ministry.MERIDIA,
                                        List.of(),
                                        AsOf.now()))
                .stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    /// Whatever clearance holds, read slowly, nothing stands in its way.
    private static void lawfulClearances(Play play, Map<String, Integer> came) {
        Naive naive = new Naive(cast.tables());
        Set<UUID> asked = new HashSet<>();
        for (UUID person : play.people) {
            Set<UUID> one = naive.one(person);
            if (!asked.addAll(one)) {
                continue;
            }
            Set<UUID> valid = new HashSet<>();
            cast
                    .m
                    .legal
                    .call(() -> cast.bean(Clearing.class).valid(cast.one(person), AsOf.now()))
                    .stream()
                    .map(TransferClearance::id)
                    .forEach(valid::add);
            for (Naive.Terms terms : naive.issued(one)) {
                String why = naive.inTheWay(one, terms);
                if (valid.contains(terms.clearance())) {
                    came.merge("a clearance holds", 1, Integer::sum);
                    if (why != null) {
                        throw new Play.Unlawful(
                                "a clearance holds over an open case: " + why + " " + terms);
                    }
                }
            }
            String issuedNow = issuedNow(play, one, naive);
            if (issuedNow != null) {
                throw new Play.Unlawful("a clearance was issued over an open case: " + issuedNow);
            }
        }
    }

    private static @Nullable String issuedNow(Play play, Set<UUID> one, Naive naive) {
        List<UUID> fresh =
                cast.tables()
                        .sql(
                                "select clearance from nostos.law_clearance_event where kind = 'ISSUED' and recorded_at > ? and recorded_at = (select max(recorded_at) from nostos.law_clearance_event) and recorded_at > (select coalesce(max(recorded_at), '-infinity') from nostos.law_bar_event)")
                        .param(java.sql.Timestamp.from(play.begun))
                        .query(UUID.class)
                        .list();
        for (Naive.Terms terms : naive.issued(one)) {
            if (fresh.contains(terms.clearance()) && play.lastIssued(terms.clearance())) {
                String why = naive.inTheWay(one, terms);
                if (why != null) {
                    return why + " " + terms;
                }
            }
        }
        return null;
    }

    private record Known(List<UUID> one, AsOf at, String tracks) {}

    private static Known known(Play play, Step step) {
        AsOf at =
                new AsOf(
                        step.two() % 3 == 0 ? today().minusDays(step.two() % 40) : today(),
                        Instant.now());
        UUID person = play.person(step);
        return new Known(cast.one(person), at, tracks(person, at));
    }

    private static String tracks(UUID person, AsOf at) {
        return cast.m
                .legal
                .call(() -> cast.bean(Cases.class).file(person, at))
                .map(CaseFile::tracks)
                .map(Object::toString)
                .orElse("");
    }

    /// Asked again later what was known then, the answer is the one that was given then.
    private static void knownAsItWas(Play play, Known then) {
        if (play.splits.isEmpty() && cast.one(then.one().getFirst()).equals(then.one())) {
            String now = tracks(then.one().getFirst(), then.at());
            if (!now.equals(then.tracks())) {
                throw new Play.Unlawful(
                        "what was known then is told otherwise: "
                                + then.at()
                                + "\n  "
                                + then.tracks()
                                + "\n  "
                                + now);
            }
        }
    }
}
