package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Role;
import org.nostos.identity.Judgements;
import org.nostos.identity.Overview;
import org.nostos.identity.Overviews;
import org.nostos.identity.Pair;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee.Row;

/// Law 5, worked: how many were held on one day, as known at one moment.
///
/// Three people stand in a list for 1 March, two of them again in one for 4 March that came later.
/// Then a pair was confirmed, then told of as a mistake.
class AsKnownTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate FOURTH = LocalDate.of(2026, 3, 4);

    private static Committee c;
    private static Instant afterFirst;
    private static Instant afterSecond;
    private static Instant afterJoining;
    private static Instant afterUndoing;

    @BeforeAll
    static void liveThroughIt() {
        c = Committee.open();
        List<UUID> first =
                c.accept(
                        c.holder,
                        FIRST,
                        List.of(
                                Row.of("Zaytun", "Rumman", "al-Sindyani"),
                                Row.of("Nawras", "Hudhud", "al-Karazi"),
                                Row.of("Laqlaq", "Shahin", "al-Inabi")));
        afterFirst = Instant.now();
        List<UUID> second =
                c.accept(
                        c.meridia,
                        FOURTH,
                        List.of(
                                Row.of("Zeytoun", "Roman", "al-Sindiani"),
                                Row.of("Nauras", "Hodhod", "al-Karazi")));
        afterSecond = Instant.now();
        c.confirm(first.get(0), second.get(0), Verdict.SAME);
        afterJoining = Instant.now();
        undo(Pair.of(first.get(0), second.get(0)));
        c.confirm(first.get(1), second.get(1), Verdict.SAME);
        c.confirm(first.get(2), second.get(0), Verdict.SAME);
        afterUndoing = Instant.now();
        c.awaitLinked();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void whatHeldAndWhatWasKnownAreAskedApart() {
        assertThat(counts(FIRST, afterFirst)).isEqualTo(records(3, 3));
        assertThat(counts(FOURTH, afterFirst))
                .as("the second list was not known yet")
                .isEqualTo(records(3, 3));
        assertThat(counts(FOURTH, afterSecond)).isEqualTo(records(5, 5));
        assertThat(counts(FOURTH, afterJoining)).isEqualTo(records(5, 4));
        assertThat(counts(FIRST, afterJoining))
                .as("the second list speaks of a later day")
                .isEqualTo(records(3, 3));
        assertThat(counts(FOURTH, afterUndoing))
                .as("one taken back, two confirmed")
                .isEqualTo(records(5, 3));
        assertThat(counts(FIRST.minusDays(1), afterUndoing)).isEqualTo(records(0, 0));
    }

    @Test
    void nowIsTheLastOfAllTheseMoments() {
        Overview now = overview(c.hazel);
        assertThat(now.counts().records()).isEqualTo(5);
        assertThat(now.counts().people()).isEqualTo(3);
        assertThat(now.counts().peopleIfProposalsHold()).isLessThanOrEqualTo(3);
    }

    @Test
    void aPartyCountsItsOwnAndLearnsOfNoMatch() {
        Overview own = overview(c.meridia);
        assertThat(own.counts()).isEqualTo(new Overview.Counts(2, 2, 2));
        assertThat(own.lists()).hasSize(1);
    }

    @Test
    void aMonitorIsShownNoSmallCell() {
        Caller monitor = c.house.party(PartyKind.MONITOR, "Return Watch", null, Role.MONITOR);
        Overview seen = overview(monitor);
        assertThat(seen.counts().records()).isEqualTo(5);
        assertThat(seen.nationalities()).allSatisfy(n -> assertThat(n.people()).isNull());
    }

    @Test
    void anAdministratorIsShownNoNumberOfPeople() {
        assertThat(overview(c.house.administrator()).counts())
                .isEqualTo(new Overview.Counts(0, 0, 0));
    }

    private record RecordsAndPeople(long records, long people) {}

    private static RecordsAndPeople records(long records, long people) {
        return new RecordsAndPeople(records, people);
    }

    private static RecordsAndPeople counts(LocalDate held, Instant known) {
        Instant endOfDay = held.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Overview.Counts counts =
                c.hazel
                        .<Overview, RuntimeException>call(
                                () -> c.house.bean(Overviews.class).at(endOfDay, known))
                        .counts();
        return new RecordsAndPeople(counts.records(), counts.people());
    }

    private static Overview overview(Caller who) {
        return who.call(() -> c.house.bean(Overviews.class).at(Instant.now(), Instant.now()));
    }

    private static void undo(Pair pair) {
        UUID rowans =
                c.as(c.rowan, () -> c.house.bean(Judgements.class).ofPair(pair)).stream()
                        .filter(j -> j.account().equals(c.rowan.account()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        c.undo(c.rowan, rowans);
    }
}
