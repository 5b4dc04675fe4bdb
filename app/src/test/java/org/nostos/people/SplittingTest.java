package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.identity.Clusters;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.People;
import org.nostos.identity.PeopleSearch;
import org.nostos.identity.Split.State;
import org.nostos.identity.SplitPlan;
import org.nostos.identity.Splitting;
import org.nostos.identity.Splitting.Drafting;
import org.nostos.identity.Splitting.SplitFile;
import org.nostos.identity.ToldOfWrong;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.registry.Preferring;
import org.springframework.dao.DataAccessException;

/// A person joined wrongly is taken apart: by two people, with every act put back, and undone again.
class SplittingTest {

    private static Committee c;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void twoPeopleTakeAPersonApartAndItLasts() {
        List<UUID> r = joined(3);
        UUID split = drafted(c.hazel, r, Map.of(r.get(0), 1, r.get(1), 1, r.get(2), 2));
        assertThat(groups(r)).as("a draft changes nothing").hasSize(1);
        assertThat(codes(carryOut(c.hazel, split)))
                .contains("obstacle.identity.split-own", "obstacle.identity.split-second");
        assertThat(codes(carryOut(c.willow, split)))
                .containsExactly("obstacle.identity.split-second");
        assertThat(carryOut(c.rowan, split)).isEmpty();
        assertThat(groups(r))
                .containsExactlyInAnyOrder(Set.of(r.get(0), r.get(1)), Set.of(r.get(2)));
        assertThat(codes(carryOut(c.elder, split))).contains("obstacle.identity.split-not-so");
        assertThat(Committee.obstacles(c.judge(c.willow, r.get(0), r.get(2), Verdict.SAME)))
                .as("settled for good")
                .isEmpty();
        assertThat(standing(r.get(0), r.get(2)).state()).isEqualTo(PairStanding.State.DIFFERENT);
        assertThat(standing(r.get(1), r.get(2)).state()).isEqualTo(PairStanding.State.DIFFERENT);
    }

    @Test
    void theDatabaseRefusesOneWhoGivesBothHands() {
        List<UUID> r = joined(2);
        UUID split = drafted(c.rowan, r, Map.of(r.get(0), 1, r.get(1), 2));
        assertThatThrownBy(() ->
                        c.as(
                                c.rowan,
                                () -> {
                                    c.house
                                            .bean(org.nostos.identity.Splits.class)
                                            .carryOut(split, "past the rules", act());
                                    return 1;
                                }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("nobody gives both hands");
        assertThat(groups(r)).hasSize(1);
    }

    @Test
    void splitAndUndoneRandomGroupsStandAsBefore() {
        Random random = new Random(20261122);
        for (int round = 0; round < 6; round++) {
            List<UUID> r = joinedAtRandom(3 + random.nextInt(5), random);
            Set<Set<UUID>> groupsBefore = groups(r);
            Map<Pair, PairStanding.State> standingsBefore = standings(r);
            Map<UUID, Integer> places = new HashMap<>();
            r.forEach(record -> places.put(record, 1 + random.nextInt(3)));
            places.put(r.get(0), 1);
            places.put(r.get(1), 2);
            UUID split = drafted(c.hazel, r, places);
            assertThat(carryOut(c.rowan, split)).isEmpty();
            assertThat(groups(r)).as("round " + round).isEqualTo(partition(places));
            assertThat(run(c.rowan, () -> splitting().askUndo(split, "it was right"))).isEmpty();
            assertThat(codes(run(c.rowan, () -> splitting().undo(split, "it was right"))))
                    .contains("obstacle.identity.split-own");
            assertThat(run(c.hazel, () -> splitting().undo(split, "so it was"))).isEmpty();
            assertThat(groups(r)).as("undone " + round).isEqualTo(groupsBefore);
            assertThat(standings(r)).isEqualTo(standingsBefore);
            assertThat(file(c.willow, split).split().state()).isEqualTo(State.UNDONE);
        }
    }

    @Test
    void whatHangsOnThePersonGoesBackWhereItBelongs() {
        List<UUID> r = joined(3);
        UUID leader = c.personOf(r.get(0)).id();
        UUID third = c.personOf(r.get(2)).id();
        Preferring preferring = c.house.bean(Preferring.class);
        run(c.willow, () -> preferring.prefer(leader, FieldRole.FAMILY_NAME, r.get(2), "as read"));
        run(c.willow, () -> preferring.takeBack(leader, FieldRole.GIVEN_NAME, "nobody knows"));
        Map<UUID, Integer> places = Map.of(r.get(0), 1, r.get(1), 1, r.get(2), 2);
        SplitPlan open = plan(c.hazel, leader, places, Map.of());
        assertThat(codes(open.obstacles())).containsExactly("obstacle.identity.split-act-open");
        assertThat(line(open, "preferred").place()).as("with its record").isEqualTo(2);
        String undecided = line(open, "preferred-none").key();
        UUID split = drafted(c.hazel, r, places, Map.of(undecided, 2));
        assertThat(carryOut(c.rowan, split)).isEmpty();
        assertThat(preferredOf(third)).containsExactlyInAnyOrder("FAMILY_NAME", "GIVEN_NAME");
        assertThat(preferredOf(leader)).isEmpty();
        run(c.rowan, () -> splitting().askUndo(split, "it was right"));
        run(c.willow, () -> splitting().undo(split, "so it was"));
        assertThat(preferredOf(leader)).containsExactlyInAnyOrder("FAMILY_NAME", "GIVEN_NAME");
    }

    @Test
    void whoeverWasToldOfTheWrongPersonIsListed() {
        c.awaitLinked();
        List<UUID> r = c.people(2);
        c.awaitLinked();
        UUID leader = c.personOf(r.get(0)).id();
        run(
                c.house.committee(org.nostos.basics.Role.IDENTITY_REVIEWER),
                () -> c.house.bean(People.class).file(leader));
        c.confirm(r.get(0), r.get(1), Verdict.SAME);
        run(c.willow, () -> c.house.bean(People.class).file(leader));
        run(c.holder, () -> c.house.bean(People.class).file(leader));
        String number = c.personOf(r.get(0)).number();
        run(c.elder, () -> c.house.bean(PeopleSearch.class).search(number, "", 5));
        UUID split = drafted(c.hazel, r, Map.of(r.get(0), 1, r.get(1), 2));
        assertThat(carryOut(c.rowan, split)).isEmpty();
        run(c.elder, () -> c.house.bean(PeopleSearch.class).search(number, "", 5));
        assertThat(told(split))
                .as("who read them apart, before or after, was told nothing wrong")
                .containsOnlyKeys(
                        c.willow.account(),
                        c.elder.account(),
                        c.hazel.account(),
                        c.rowan.account());
        assertThat(told(split, c.hazel).tookPart()).isTrue();
        assertThat(told(split, c.willow).isCorrected()).isFalse();
        assertThat(told(split, c.elder).kinds()).containsExactly("registry.searched");
        assertThat(
                        codes(
                                run(
                                        c.hazel,
                                        () ->
                                                splitting()
                                                        .tick(
                                                                split,
                                                                c.holder.account(),
                                                                "by phone"))))
                .containsExactly("obstacle.identity.told-nobody");
        assertThat(run(c.hazel, () -> splitting().tick(split, c.willow.account(), "by phone")))
                .isEmpty();
        ToldOfWrong ticked = told(split, c.willow);
        assertThat(ticked.isCorrected()).isTrue();
        assertThat(ticked.ticks().getFirst().how()).isEqualTo("by phone");
    }

    @Test
    void aPersonWhoChangedSinceIsNotTakenApart() {
        List<UUID> r = joined(2);
        UUID split = drafted(c.hazel, r, Map.of(r.get(0), 1, r.get(1), 2));
        UUID another = c.people(1).getFirst();
        c.confirm(r.get(1), another, Verdict.SAME);
        assertThat(codes(carryOut(c.rowan, split)))
                .containsExactly("obstacle.identity.split-changed");
        assertThat(run(c.hazel, () -> splitting().withdraw(split, "drafted too early"))).isEmpty();
        assertThat(file(c.hazel, split).split().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void undoingDoesNotJoinWhatWasToldApartSince() {
        List<UUID> r = joined(2);
        UUID split = drafted(c.hazel, r, Map.of(r.get(0), 1, r.get(1), 2));
        carryOut(c.rowan, split);
        UUID another = c.people(1).getFirst();
        c.confirm(r.get(1), another, Verdict.SAME);
        c.confirm(r.get(0), another, Verdict.DIFFERENT);
        run(c.hazel, () -> splitting().askUndo(split, "it was right"));
        assertThat(codes(run(c.rowan, () -> splitting().undo(split, "so it was"))))
                .contains("obstacle.identity.told-apart");
    }

    @Test
    void undecidedRecordsAreAllNamed() {
        List<UUID> r = joined(3);
        SplitPlan plan = plan(c.hazel, c.personOf(r.get(0)).id(), Map.of(r.get(0), 1), Map.of());
        assertThat(plan.obstacles())
                .extracting(Obstacle::code)
                .containsExactly(
                        "obstacle.identity.split-record-open",
                        "obstacle.identity.split-record-open");
        assertThat(
                        codes(
                                run(
                                                c.holder,
                                                () ->
                                                        splitting()
                                                                .draft(
                                                                        c.personOf(r.get(0)).id(),
                                                                        Map.of(r.get(0), 1),
                                                                        Map.of(),
                                                                        "why"))
                                        .obstacles()))
                .containsExactly("obstacle.identity.split-reviewers");
    }

    private static List<UUID> joined(int number) {
        List<UUID> records = c.people(number);
        for (int i = 1; i < number; i++) {
            c.confirm(records.get(i - 1), records.get(i), Verdict.SAME);
        }
        return records;
    }

    /// Joined along a random tree, with some pairs that one hand or two disagreeing hands were given.
    private static List<UUID> joinedAtRandom(int number, Random random) {
        List<UUID> records = c.people(number);
        for (int i = 1; i < number; i++) {
            c.confirm(records.get(random.nextInt(i)), records.get(i), Verdict.SAME);
        }
        for (int i = 0; i < number; i++) {
            UUID one = records.get(random.nextInt(number));
            UUID other = records.get(random.nextInt(number));
            if (!one.equals(other)) {
                c.judge(random.nextBoolean() ? c.hazel : c.elder, one, other, Verdict.SAME);
            }
        }
        return records;
    }

    private static UUID drafted(Caller who, List<UUID> records, Map<UUID, Integer> places) {
        return drafted(who, records, places, Map.of());
    }

    private static UUID drafted(
            Caller who,
            List<UUID> records,
            Map<UUID, Integer> places,
            Map<String, Integer> chosen) {
        Drafting came =
                run(
                        who,
                        () ->
                                splitting()
                                        .draft(
                                                c.personOf(records.get(0)).id(),
                                                places,
                                                chosen,
                                                "the fathers differ"));
        assertThat(came.obstacles()).isEmpty();
        UUID split = came.split();
        if (split == null) {
            throw new AssertionError("nothing was drafted");
        }
        return split;
    }

    private static List<Obstacle> carryOut(Caller who, UUID split) {
        return run(who, () -> splitting().carryOut(split, "I read both files"));
    }

    private static SplitFile file(Caller who, UUID split) {
        return run(who, () -> splitting().file(split)).orElseThrow();
    }

    private static Map<UUID, ToldOfWrong> told(UUID split) {
        return file(c.hazel, split).told().stream()
                .collect(Collectors.toMap(ToldOfWrong::account, told -> told));
    }

    private static ToldOfWrong told(UUID split, Caller who) {
        return java.util.Objects.requireNonNull(told(split).get(who.account()));
    }

    private static SplitPlan plan(
            Caller who, UUID person, Map<UUID, Integer> places, Map<String, Integer> chosen) {
        return run(who, () -> splitting().plan(person, places, chosen)).orElseThrow();
    }

    private static SplitPlan.Line line(SplitPlan plan, String what) {
        return plan.lines().stream()
                .filter(line -> line.act().what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> preferredOf(UUID person) {
        return c.as(
                c.willow,
                () ->
                        c
                                .house
                                .bean(org.nostos.registry.PreferredValues.class)
                                .ofPersons(List.of(person))
                                .stream()
                                .map(choice -> choice.role().name())
                                .toList());
    }

    private static Set<Set<UUID>> groups(Collection<UUID> records) {
        Map<UUID, UUID> leaders =
                c.as(c.willow, () -> c.house.bean(Clusters.class).leaders(records));
        Map<UUID, Set<UUID>> groups = new HashMap<>();
        records.forEach(record ->
                groups.computeIfAbsent(leaders.getOrDefault(record, record), any -> new HashSet<>())
                        .add(record));
        return Set.copyOf(groups.values());
    }

    private static Set<Set<UUID>> partition(Map<UUID, Integer> places) {
        Map<Integer, Set<UUID>> groups = new HashMap<>();
        places.forEach((record, place) ->
                groups.computeIfAbsent(place, any -> new HashSet<>()).add(record));
        return Set.copyOf(groups.values());
    }

    private static Map<Pair, PairStanding.State> standings(List<UUID> records) {
        Map<Pair, PairStanding.State> states = new HashMap<>();
        c.as(c.willow, () -> c.house.bean(Judgements.class).standings(records))
                .forEach((pair, standing) -> states.put(pair, standing.state()));
        return states;
    }

    private static PairStanding standing(UUID one, UUID other) {
        return c.as(c.willow, () -> c.house.bean(Judgements.class).standing(Pair.of(one, other)));
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return new ArrayList<>(obstacles.stream().map(Obstacle::code).toList());
    }

    private static Splitting splitting() {
        return c.house.bean(Splitting.class);
    }

    private static UUID act() {
        return c.house
                .bean(org.nostos.basics.Acts.class)
                .record(
                        org.nostos.basics.Act.of(
                                "identity.split",
                                org.nostos.basics.Purpose.IDENTITY_REVIEW,
                                Map.of()));
    }

    private static <T> T run(Caller who, java.util.function.Supplier<T> work) {
        return who.call(work::get);
    }
}
