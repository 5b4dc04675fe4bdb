package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.Role;
import org.nostos.identity.Clusters;
import org.nostos.identity.GroupJudgement;
import org.nostos.identity.GroupJudging;
import org.nostos.identity.GroupReview;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.Judgements;
import org.nostos.identity.Judging;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding.State;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;

/// Random judgements by random hands, on pairs and on groups, given and taken back: what the database
/// keeps of standings and groups equals what a plain reading of the accepted judgements gives.
class RandomJudgementsTest {

    private static final int RECORDS = 6;
    private static final int STEPS = 60;

    private static Committee c;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    /// A judgement that was accepted.
    private record Given(UUID act, Pair pair, Caller by, Verdict verdict) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 404, 77})
    void theStandingOfEveryPairAndEveryGroupIsWhatThePlainReadingSays(long seed) {
        Random random = new Random(seed);
        List<UUID> r = c.people(RECORDS);
        Proposed run = new Proposed();
        for (int i = 1; i < RECORDS; i++) {
            run.with(r.get(i - 1), r.get(i), 0.96);
        }
        run.in(c);
        List<Given> standing = new ArrayList<>();
        Map<State, Integer> seen = new HashMap<>();
        int groups = group(random, r, standing) ? 1 : 0;
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0, 1 -> takeBack(random, standing);
                case 2, 3 -> groups += group(random, r, standing) ? 1 : 0;
                default -> judge(random, r, standing);
            }
            if (step % 5 == 4) {
                compare(r, standing, seen);
            }
        }
        assertThat(seen.keySet())
                .as("seed %d walks through", seed)
                .contains(State.WAITING, State.SAME);
        assertThat(groups).as("groups judged with seed %d", seed).isPositive();
    }

    private void judge(Random random, List<UUID> r, List<Given> standing) {
        int i = random.nextInt(RECORDS - 1);
        UUID one = r.get(i);
        UUID other = r.get(i + 1 + random.nextInt(RECORDS - i - 1));
        Verdict verdict =
                random.nextInt(5) < 3 ? Verdict.SAME : Verdict.values()[random.nextInt(3)];
        Caller who = anyone(random);
        if (c.judge(who, one, other, verdict) instanceof Judging.Done done) {
            standing.add(new Given(done.judgement(), Pair.of(one, other), who, verdict));
        }
    }

    private boolean group(Random random, List<UUID> r, List<Given> standing) {
        Caller who = anyone(random);
        GroupReview review = c.house.bean(GroupReview.class);
        UUID anchor = Proposed.id(c, r.get(0), r.get(1));
        Set<UUID> shown = new HashSet<>();
        who.<Optional<org.nostos.identity.ClusterFile>, RuntimeException>call(
                        () -> review.file(anchor, 0.95))
                .ifPresent(file -> file.members().forEach(member -> shown.add(member.id())));
        Set<UUID> kept = new LinkedHashSet<>(r);
        kept.removeIf(record -> random.nextInt(3) == 0 || !shown.contains(record));
        GroupJudging came = who.call(() -> review.judge(anchor, 0.95, shown, kept, "as one"));
        if (!(came instanceof GroupJudging.Done done)) {
            return false;
        }
        Set<Pair> mine = new HashSet<>();
        standing.stream().filter(g -> g.by == who).forEach(g -> mine.add(g.pair));
        Map<Pair, State> before = standings(r, standing);
        List<UUID> inOrder = new ArrayList<>(kept);
        int pairs = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            for (int j = i + 1; j < inOrder.size(); j++) {
                Pair pair = Pair.of(inOrder.get(i), inOrder.get(j));
                if (!mine.contains(pair) && !before.getOrDefault(pair, State.OPEN).settled()) {
                    standing.add(new Given(done.group(), pair, who, Verdict.SAME));
                    pairs++;
                }
            }
        }
        assertThat(done.pairs()).isEqualTo(pairs);
        return true;
    }

    private void takeBack(Random random, List<Given> standing) {
        if (standing.isEmpty()) {
            return;
        }
        Given given = standing.get(random.nextInt(standing.size()));
        boolean ofGroup =
                given
                        .by
                        .<List<GroupJudgement>, RuntimeException>call(
                                () -> c.house.bean(GroupReview.class).myLatest(100))
                        .stream()
                        .anyMatch(group -> group.id().equals(given.act));
        boolean done =
                ofGroup
                        ? given.by.<GroupJudging, RuntimeException>call(() ->
                                c.house.bean(GroupReview.class).undo(given.act, "again"))
                                instanceof GroupJudging.Done
                        : given.by.<Judging, RuntimeException>call(() ->
                                c.house.bean(IdentityReview.class).undo(given.act, "again"))
                                instanceof Judging.Done;
        if (done) {
            standing.removeIf(other -> other.act.equals(given.act));
        }
    }

    private void compare(List<UUID> r, List<Given> standing, Map<State, Integer> seen) {
        Map<Pair, State> expected = standings(r, standing);
        Map<Pair, State> kept = new HashMap<>();
        c.as(c.hazel, () -> c.house.bean(Judgements.class).standings(r))
                .forEach((pair, now) -> kept.put(pair, now.state()));
        assertThat(kept).isEqualTo(expected);
        expected.values().forEach(state -> seen.merge(state, 1, Integer::sum));
        Map<UUID, UUID> leaders = c.as(c.hazel, () -> c.house.bean(Clusters.class).leaders(r));
        assertThat(leaders).isEqualTo(groups(r, expected));
        for (Map.Entry<Pair, State> one : expected.entrySet()) {
            if (one.getValue() == State.DIFFERENT) {
                UUID left = leaders.get(one.getKey().left());
                assertThat(left == null || !left.equals(leaders.get(one.getKey().right())))
                        .as("told apart and yet in one group")
                        .isTrue();
            }
        }
    }

    /// The rule of hands, read plainly: most, two at least, one of them a second reviewer's.
    private static Map<Pair, State> standings(List<UUID> r, List<Given> standing) {
        Map<Pair, State> states = new HashMap<>();
        for (int i = 0; i < r.size(); i++) {
            for (int j = i + 1; j < r.size(); j++) {
                Pair pair = Pair.of(r.get(i), r.get(j));
                List<Given> said = standing.stream().filter(g -> g.pair.equals(pair)).toList();
                if (!said.isEmpty()) {
                    states.put(pair, state(said));
                }
            }
        }
        return states;
    }

    private static State state(List<Given> said) {
        for (Verdict verdict : Verdict.values()) {
            List<Given> forIt = said.stream().filter(g -> g.verdict == verdict).toList();
            boolean most = true;
            for (Verdict other : Verdict.values()) {
                long times = said.stream().filter(g -> g.verdict == other).count();
                most &= other == verdict || times < forIt.size();
            }
            boolean second = forIt.stream().anyMatch(g -> g.by.role() == Role.SECOND_REVIEWER);
            if (most && second && forIt.size() > 1) {
                return State.valueOf(verdict.name());
            }
        }
        return said.stream().map(Given::verdict).distinct().count() == 1
                ? State.WAITING
                : State.DISPUTED;
    }

    /// Joins until nothing changes any more; each group is named by the lowest number in it.
    private static Map<UUID, UUID> groups(List<UUID> r, Map<Pair, State> states) {
        Map<UUID, Integer> group = new HashMap<>();
        for (int i = 0; i < r.size(); i++) {
            group.put(r.get(i), i);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<Pair, State> one : states.entrySet()) {
                int left = java.util.Objects.requireNonNull(group.get(one.getKey().left()));
                int right = java.util.Objects.requireNonNull(group.get(one.getKey().right()));
                if (one.getValue() == State.SAME && left != right) {
                    group.replaceAll((record, at) ->
                            at == Math.max(left, right) ? Math.min(left, right) : at);
                    changed = true;
                }
            }
        }
        Map<UUID, UUID> leaders = new HashMap<>();
        for (UUID record : r) {
            int at = java.util.Objects.requireNonNull(group.get(record));
            if (group.values().stream().filter(other -> other == at).count() > 1) {
                Person lowest = c.personOf(r.get(at));
                leaders.put(record, lowest.id());
            }
        }
        return leaders;
    }

    private static Caller anyone(Random random) {
        return List.of(c.hazel, c.willow, c.rowan, c.elder).get(random.nextInt(4));
    }
}
