package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nostos.identity.Clusters;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;

/// The stored groups are what the judgements say, however many were given and taken back.
class GroupsOfPeopleTest {

    private static final int PEOPLE = 12;
    private static final int ACTS = 160;

    @Test
    void theStoredGroupsAreThoseTheJudgementsGive() {
        try (Committee c = Committee.open()) {
            List<UUID> records = c.people(PEOPLE);
            Random random = new Random(20261122);
            for (int i = 0; i < ACTS; i++) {
                actAtRandom(c, records, random);
            }
            Map<UUID, UUID> computed = computed(c, records);
            assertThat(computed).as("some are joined").isNotEmpty();
            assertThat(stored(c)).isEqualTo(computed);
            c.as(
                    c.house.engine(),
                    () -> {
                        c.house.bean(Clusters.class).rebuild();
                        return true;
                    });
            assertThat(stored(c)).as("rebuilt").isEqualTo(computed);
        }
    }

    private static void actAtRandom(Committee c, List<UUID> records, Random random) {
        List<Caller> hands = List.of(c.hazel, c.willow, c.rowan, c.elder);
        Caller who = hands.get(random.nextInt(hands.size()));
        if (random.nextInt(5) == 0) {
            c.as(who, () -> c.house.bean(Judgements.class).myLast())
                    .ifPresent(last -> c.undo(who, last.id()));
            return;
        }
        int one = random.nextInt(records.size());
        int other = (one + 1 + random.nextInt(3)) % records.size();
        Verdict verdict = random.nextInt(4) == 0 ? Verdict.DIFFERENT : Verdict.SAME;
        c.judge(who, records.get(one), records.get(other), verdict);
    }

    private static Map<UUID, UUID> stored(Committee c) {
        return c.as(c.house.engine(), () -> c.house.bean(Clusters.class).all());
    }

    /// Worked out from the judgements alone, by walking from each record to all it is joined with.
    private static Map<UUID, UUID> computed(Committee c, List<UUID> records) {
        List<Judgement> judgements =
                c.as(c.house.engine(), () -> c.house.bean(Judgements.class).touching(records));
        Map<Pair, List<Judgement>> byPair = new HashMap<>();
        judgements.forEach(j -> byPair.computeIfAbsent(j.pair(), any -> new ArrayList<>()).add(j));
        Map<UUID, Set<UUID>> joined = new HashMap<>();
        byPair.forEach((pair, said) -> {
            if (PairStanding.of(said).state() == PairStanding.State.SAME) {
                joined.computeIfAbsent(pair.left(), any -> new HashSet<>()).add(pair.right());
                joined.computeIfAbsent(pair.right(), any -> new HashSet<>()).add(pair.left());
            }
        });
        Map<UUID, UUID> leaders = new HashMap<>();
        for (UUID record : joined.keySet()) {
            leaders.put(record, lowest(c, reached(record, joined)));
        }
        return leaders;
    }

    private static Set<UUID> reached(UUID from, Map<UUID, Set<UUID>> joined) {
        Set<UUID> reached = new HashSet<>();
        List<UUID> next = new ArrayList<>(List.of(from));
        while (!next.isEmpty()) {
            UUID at = next.removeLast();
            if (reached.add(at)) {
                next.addAll(joined.getOrDefault(at, Set.of()));
            }
        }
        return reached;
    }

    private static UUID lowest(Committee c, Set<UUID> records) {
        return records.stream()
                .map(c::personOf)
                .min(java.util.Comparator.comparingLong(Person::ordinal))
                .orElseThrow()
                .id();
    }
}
