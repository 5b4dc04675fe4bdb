package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.AsOf;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Role;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyFile;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.Facility;
import org.nostos.custody.FacilityFile;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.HandingOver;
import org.nostos.custody.HandingOver.Change;
import org.nostos.custody.HandingOver.Looked;
import org.nostos.custody.HeldQuestion;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;

/// Random steps by an officer on people of whom some turn out to be one: what is counted at once from the
/// rows kept beside the events is what the events say, and who stands in a facility's list is who is held.
class CustodyCountsTest {

    private static final int PEOPLE = 8;
    private static final int STEPS = 60;
    private static final String[] HOLDERS = {"North", "South", "West"};

    private static Committee c;
    private static Caller officer;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
        officer = c.house.committee(Role.CASE_OFFICER);
        for (String name : List.of("Alder", "Birch", "Cypress")) {
            assertThat(officer.call(() -> facilities().open(name, "Valley", List.of()))).isEmpty();
        }
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {20261122, 404})
    void whatIsCountedAtOnceIsWhatTheEventsSay(long seed) {
        Random random = new Random(seed);
        List<UUID> records = c.people(PEOPLE);
        List<List<UUID>> people = new ArrayList<>();
        records.forEach(record -> people.add(List.of(c.personOf(record).id())));
        int taken = 0;
        for (int step = 0; step < STEPS; step++) {
            taken += step(random, people) ? 1 : 0;
            if (step == STEPS / 3 || step == STEPS / 2) {
                join(records, people, step == STEPS / 3 ? 0 : 2);
            }
            if (step % 10 == 9) {
                compare();
                ask(random);
            }
        }
        assertThat(taken).as("steps taken with seed %d", seed).isGreaterThan(STEPS / 4);
    }

    /// Two persons are one: their custody is one from then on, however it read before.
    private static void join(List<UUID> records, List<List<UUID>> people, int at) {
        c.confirm(records.get(at), records.get(at + 1), Verdict.SAME);
        List<UUID> both = new ArrayList<>(people.get(at));
        both.addAll(people.get(at + 1));
        people.set(at, both);
        people.set(at + 1, both);
    }

    private static void compare() {
        AsOf now = new AsOf(LocalDate.now(ZoneOffset.UTC), Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(officer.call(() -> facilities().lines()))
                .isEqualTo(officer.call(() -> facilities().lines(now)));
        for (Facility facility : officer.call(() -> facilities().all())) {
            assertThat(
                            held(
                                    officer.call(() ->
                                            facilities()
                                                    .file(facility.id(), 0, 100)
                                                    .orElseThrow())))
                    .isEqualTo(
                            held(
                                    officer.call(() ->
                                            facilities()
                                                    .file(facility.id(), now, 0, 100)
                                                    .orElseThrow())));
        }
    }

    /// Whatever is asked for, in whatever order: the store finds those whom the events say.
    private static void ask(Random random) {
        HeldQuestion question =
                new HeldQuestion(
                        random.nextBoolean() ? null : any(CustodyStatus.values(), random),
                        random.nextBoolean() ? null : any(LegalGround.values(), random),
                        null,
                        any(HeldQuestion.Order.values(), random),
                        random.nextBoolean());
        AsOf now = new AsOf(LocalDate.now(ZoneOffset.UTC), Instant.parse("2100-01-01T00:00:00Z"));
        for (Facility facility : officer.call(() -> facilities().all())) {
            UUID id = facility.id();
            FacilityFile stored =
                    officer.call(() -> facilities().file(id, question, 0, 100).orElseThrow());
            FacilityFile read =
                    officer.call(() -> facilities().file(id, question, now, 0, 100).orElseThrow());
            assertThat(stored.people()).isEqualTo(stored.held().size());
            assertThat(stored.held().stream().map(one -> one.person().id()))
                    .as("%s", question)
                    .containsExactlyInAnyOrderElementsOf(
                            read.held().stream().map(one -> one.person().id()).toList());
        }
    }

    private static <E> E any(E[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static Set<UUID> held(FacilityFile file) {
        assertThat(file.held()).hasSize((int) file.line().people());
        return file.held().stream().map(one -> one.person().id()).collect(Collectors.toSet());
    }

    private static boolean step(Random random, List<List<UUID>> people) {
        List<UUID> person = people.get(random.nextInt(PEOPLE));
        CustodyFile file =
                officer.call(() ->
                        c.house
                                .bean(CustodyKeeping.class)
                                .file(person, new AsOf(LocalDate.MAX, Instant.MAX)));
        @Nullable UUID last = file.last();
        int choice = random.nextInt(12);
        if (choice == 0 && !file.events().isEmpty()) {
            CustodyEvent wrong = file.events().get(random.nextInt(file.events().size()));
            return officer.call(() ->
                            c.house
                                    .bean(CustodyKeeping.class)
                                    .takeBack(person, wrong.id(), "a mistake", last))
                    .isEmpty();
        }
        if (choice == 1) {
            return handOver(random);
        }
        CustodyEntry entry = entry(random);
        return officer.call(() -> c.house.bean(CustodyKeeping.class).record(person, entry, last))
                .isEmpty();
    }

    private static boolean handOver(Random random) {
        List<Facility> all = officer.call(() -> facilities().all());
        Change change =
                new Change(
                        all.get(random.nextInt(all.size())).id(),
                        HoldingAuthority.named(HOLDERS[random.nextInt(3)]),
                        LocalDate.of(2026, 3, 1 + random.nextInt(28)),
                        "a decree",
                        "");
        HandingOver handing = c.house.bean(HandingOver.class);
        return officer.call(() -> handing.look(change)) instanceof Looked.Ready ready
                && officer.call(() -> handing.handOver(change, ready.line().people())).isEmpty();
    }

    private static CustodyEntry entry(Random random) {
        CustodyKind[] kinds = CustodyKind.values();
        CustodyKind kind =
                random.nextInt(3) == 0
                        ? CustodyKind.ADMITTED
                        : kinds[random.nextInt(kinds.length - 1)];
        List<Facility> all = officer.call(() -> facilities().all());
        return CustodyEntry.of(
                        kind,
                        PartialDate.ofDay(LocalDate.of(2026, 3, 1 + random.nextInt(28))),
                        "a list")
                .by(HoldingAuthority.named(HOLDERS[random.nextInt(3)]))
                .in(all.get(random.nextInt(all.size())).id())
                .on(LegalGround.values()[random.nextInt(11)]);
    }

    private static FacilityKeeping facilities() {
        return c.house.bean(FacilityKeeping.class);
    }
}
