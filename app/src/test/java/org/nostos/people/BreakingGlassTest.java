package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.people.Committee.Row;
import org.nostos.registry.BreakingGlass;
import org.nostos.registry.BreakingGlass.Outcome;
import org.nostos.registry.Compartment;
import org.nostos.registry.GlassCategory;
import org.nostos.registry.GlassOpening;
import org.nostos.registry.KeeperAppointing;
import org.nostos.registry.Note;
import org.nostos.registry.NotesApart;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands apart is seen by its keepers; in need by one who breaks the glass, and never unseen.
class BreakingGlassTest {

    private static final String WHY = "The hospital asks tonight which medicine she takes";

    private static Committee c;
    private static Caller keeper;
    private static UUID person;
    private static UUID stranger;

    @BeforeAll
    static void writeANote() {
        c = Committee.open();
        keeper = c.house.committee(Role.INTAKE_OFFICER);
        List<UUID> records =
                c.accept(
                        c.holder,
                        Row.of("Zaytun", "Rumman", "al-Sindyani"),
                        Row.of("Nawras", "Hudhud", "al-Karazi"));
        person = c.personOf(records.get(0)).id();
        stranger = c.personOf(records.get(1)).id();
        appoint(keeper, Compartment.MEDICAL);
        assertThat(write(keeper, person, Compartment.MEDICAL)).isEmpty();
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void aNoteAndItsCountAreSeenByItsKeepersAlone() {
        assertThat(read(keeper, person)).extracting(Note::words).containsExactly("Takes insulin.");
        for (Caller other :
                List.of(c.hazel, c.rowan, c.holder, c.meridia, c.house.administrator())) {
            assertThat(c.count(other, "compartment_note")).as("%s", other).isZero();
            assertThat(read(other, person)).isEmpty();
        }
        assertThat(write(c.hazel, person, Compartment.MEDICAL))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.registry.not-a-keeper");
        assertThat(write(keeper, person, Compartment.ASYLUM)).isNotEmpty();
    }

    @Test
    void theJournalDoesNotTellOthersThatThereIsANote() {
        read(keeper, person);
        String kinds =
                "journal_entry where kind in ('registry.note-written', 'registry.notes-read')";
        assertThat(c.count(keeper, kinds)).isPositive();
        assertThat(c.count(c.hazel, kinds)).isZero();
        assertThat(c.count(c.rowan, kinds)).isZero();
        assertThat(c.count(c.house.administrator(), kinds)).isPositive();
        assertThat(c.count(c.hazel, "person_read where how = 'NOTES'")).isZero();
    }

    @Test
    void twoPeopleMakeAKeeperAndNeitherIsTheKeeper() {
        KeeperAppointing keepers = c.house.bean(KeeperAppointing.class);
        assertThat(propose(c.elder, Compartment.ASYLUM)).isEmpty();
        UUID id = waiting();
        assertThat(c.elder.call(() -> keepers.confirm(id)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.registry.keeper-other-hand");
        assertThatThrownBy(() -> confirmPastTheService(c.elder, id))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> confirmPastTheService(c.house.administrator(), id))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThat(c.elder.call(() -> c.house.bean(NotesApart.class).kept())).isEmpty();
        assertThat(c.rowan.call(() -> keepers.confirm(id))).isEmpty();
        assertThat(c.elder.call(() -> c.house.bean(NotesApart.class).kept()))
                .containsExactly(Compartment.ASYLUM);
        assertThat(c.house.administrator().call(() -> keepers.end(id, "leaves the office")))
                .isEmpty();
        assertThat(c.elder.call(() -> c.house.bean(NotesApart.class).kept())).isEmpty();
    }

    @Test
    void whoBreaksTheGlassSeesThatCompartmentOfThatPerson() {
        UUID opening = open(c.hazel, person, Duration.ofMinutes(30));
        assertThat(c.count(c.hazel, "compartment_note")).as("not without looking").isZero();
        assertThat(look(c.hazel, opening, person)).hasSize(1);
        assertThat(look(c.hazel, opening, stranger)).isEmpty();
        assertThat(c.count(c.hazel, "compartment_note")).as("a look is one look").isZero();
        assertThat(look(c.rowan, opening, person)).as("nobody else's glass").isEmpty();
        GlassOpening known = byId(c.rowan, opening);
        assertThat(known.looks()).isEqualTo(1);
        assertThat(known.by()).isEqualTo(c.hazel.displayName());
        assertThat(c.hazel.call(() -> glass().close(opening))).isEmpty();
        assertThat(look(c.hazel, opening, person)).isEmpty();
    }

    @Test
    void theDatabasesClockClosesTheGlass() {
        UUID opening = open(c.hazel, person, Duration.ofMinutes(30));
        assertThat(look(c.hazel, opening, person)).hasSize(1);
        JdbcClient.create(c.house.database().superuser())
                .sql(
                        "update nostos.glass_opening set recorded_at = recorded_at - interval '1 hour',"
                                + " until = until - interval '1 hour' where id = ?")
                .param(opening)
                .update();
        assertThat(look(c.hazel, opening, person)).isEmpty();
        assertThatThrownBy(() -> lookPastTheService(c.hazel, opening))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aGlassHasALimitThatNobodyCanTakeAway() {
        assertThat(refusals(c.hazel, person, WHY, Duration.ofMinutes(181)))
                .containsExactly("obstacle.registry.glass-too-long");
        assertThat(
                        c.house
                                .administrator()
                                .call(() -> glass().limit(Duration.ofDays(9), "too short")))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.registry.glass-limit");
        assertThatThrownBy(() -> openPastTheService(c.hazel, 181, "registry.glass-opened"))
                .rootCause()
                .hasMessageContaining("does not stay open so long");
    }

    @Test
    void anOpeningWithoutItsEntryIsRefusedByTheDatabase() {
        assertThatThrownBy(() -> openPastTheService(c.hazel, 30, "registry.read"))
                .rootCause()
                .hasMessageContaining("the journal does not say");
    }

    @Test
    void onlyTheCommitteesReviewersBreakTheGlassAndOnlyWithAReason() {
        for (Caller other : List.of(c.holder, c.meridia, keeper, c.house.administrator())) {
            assertThat(refusals(other, person, WHY, Duration.ofMinutes(30)))
                    .contains("obstacle.registry.glass-role");
            assertThatThrownBy(() -> openAs(other))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        assertThat(refusals(c.hazel, person, "because", Duration.ofMinutes(30)))
                .containsExactly("obstacle.registry.glass-reason");
    }

    @Test
    void aPartysOwnNotesAreNotOpenedByAnotherPartysGlass() {
        UUID record = c.accept(c.holder, Row.of("Laqlaq", "Arz", "al-Inabi")).getFirst();
        UUID held = c.personOf(record).id();
        Caller nurse = c.house.member(c.holder.party(), Role.INTAKE_OFFICER);
        appoint(nurse, Compartment.MEDICAL);
        assertThat(write(nurse, held, Compartment.MEDICAL)).isEmpty();
        assertThat(read(nurse, held)).hasSize(1);
        assertThat(read(keeper, held)).as("the committee's keeper").isEmpty();
        assertThat(look(c.hazel, open(c.hazel, held, Duration.ofMinutes(30)), held)).isEmpty();
        assertThat(write(nurse, meridiasOwn(), Compartment.MEDICAL)).isNotEmpty();
    }

    @Test
    void theGlassOfOneOpensThoseWhoAreTheSamePerson() {
        UUID one = c.accept(c.holder, Row.of("Hamam", "Dulb", "al-Khawkhi")).getFirst();
        UUID other = c.accept(c.meridia, Row.of("Hamam", "Dulb", "al-Khawkhi")).getFirst();
        UUID onePerson = c.personOf(one).id();
        UUID otherPerson = c.personOf(other).id();
        assertThat(write(keeper, otherPerson, Compartment.MEDICAL)).isEmpty();
        UUID opening = open(c.hazel, onePerson, Duration.ofMinutes(30));
        assertThat(look(c.hazel, opening, onePerson, otherPerson)).isEmpty();
        c.confirm(one, other, Verdict.SAME);
        assertThat(look(c.hazel, opening, onePerson, otherPerson)).hasSize(1);
    }

    @Test
    void aSupervisorIsToldAndHasToSaySomething() {
        long before = c.rowan.call(() -> glass().unacknowledged());
        UUID opening = open(c.rowan, person, Duration.ofMinutes(5));
        assertThat(c.rowan.call(() -> glass().unacknowledged()))
                .as("not one's own")
                .isEqualTo(before);
        assertThat(c.elder.call(() -> glass().latest(50)).getFirst().waits()).isTrue();
        assertThat(c.elder.call(() -> glass().unacknowledged())).isPositive();
        assertThat(c.willow.call(() -> glass().latest(50)))
                .as("a first reviewer is not told")
                .isEmpty();
        assertThat(c.rowan.call(() -> glass().acknowledge(opening, "seen by myself")))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.registry.glass-supervisor");
        assertThat(c.elder.call(() -> glass().acknowledge(opening, " "))).isNotEmpty();
        assertThat(c.elder.call(() -> glass().acknowledge(opening, "The hospital confirms it.")))
                .isEmpty();
        assertThat(byId(c.rowan, opening).waits()).isFalse();
    }

    @Test
    void aGlassOfWhichNobodyHearsDoesNotOpen() {
        try (Committee alone = Committee.open()) {
            UUID held = alone.personOf(alone.people(1).getFirst()).id();
            for (Caller supervisor : List.of(alone.rowan, alone.elder)) {
                alone.house
                        .administrator()
                        .call(() ->
                                alone.house
                                        .bean(org.nostos.parties.AccountKeeping.class)
                                        .close(supervisor.account(), "leaves"));
            }
            Outcome outcome =
                    alone.hazel.call(() ->
                            alone.house
                                    .bean(BreakingGlass.class)
                                    .open(
                                            held,
                                            Compartment.MEDICAL,
                                            GlassCategory.NO_KEEPER,
                                            WHY,
                                            Duration.ofMinutes(5)));
            assertThat(((Outcome.Refused) outcome).obstacles())
                    .extracting(Obstacle::code)
                    .containsExactly("obstacle.registry.glass-nobody-told");
        }
    }

    @Test
    void nothingOfItIsChangedOrTakenAwayByTheServingRole() {
        for (String attack :
                List.of(
                        "delete from nostos.glass_opening",
                        "update nostos.glass_opening set until = 'infinity'",
                        "delete from nostos.glass_read",
                        "update nostos.person_read set how = 'OTHER'",
                        "insert into nostos.reading_kind values ('a.b', 'OTHER')",
                        "delete from nostos.reading_kind",
                        "alter table nostos.glass_opening disable trigger all")) {
            assertThatThrownBy(() -> c.as(c.rowan, () -> run(attack)))
                    .as(attack)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static boolean run(String sql) {
        c.house.jdbc().sql(sql).query((row, number) -> true).list();
        return true;
    }

    private static BreakingGlass glass() {
        return c.house.bean(BreakingGlass.class);
    }

    private static UUID meridiasOwn() {
        return c.personOf(c.accept(c.meridia, Row.of("Qumri", "Tin", "al-Tuffahi")).getFirst())
                .id();
    }

    private static void appoint(Caller who, Compartment kind) {
        assertThat(propose(who, kind)).isEmpty();
        UUID id = waiting();
        assertThat(c.rowan.call(() -> c.house.bean(KeeperAppointing.class).confirm(id))).isEmpty();
    }

    private static List<Obstacle> propose(Caller who, Compartment kind) {
        return c.house
                .administrator()
                .call(() ->
                        c.house
                                .bean(KeeperAppointing.class)
                                .propose(who.account(), kind, "the committee's doctor"));
    }

    private static UUID waiting() {
        return c.rowan.call(() -> c.house.bean(KeeperAppointing.class).all()).stream()
                .filter(k -> k.waits())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<Obstacle> write(Caller who, UUID on, Compartment kind) {
        return who.call(() -> c.house.bean(NotesApart.class).write(on, kind, "Takes insulin."));
    }

    private static List<Note> read(Caller who, UUID on) {
        return who.call(
                () -> c.house.bean(NotesApart.class).read(List.of(on), Compartment.MEDICAL));
    }

    private static Outcome tryToOpen(Caller who, UUID on, String why, Duration lasts) {
        return who.call(() ->
                glass().open(on, Compartment.MEDICAL, GlassCategory.LIFE_OR_HEALTH, why, lasts));
    }

    private static UUID open(Caller who, UUID on, Duration lasts) {
        return ((Outcome.Opened) tryToOpen(who, on, WHY, lasts)).opening();
    }

    private static List<String> refusals(Caller who, UUID on, String why, Duration lasts) {
        return ((Outcome.Refused) tryToOpen(who, on, why, lasts))
                .obstacles().stream().map(Obstacle::code).toList();
    }

    private static List<Note> look(Caller who, UUID opening, UUID... known) {
        try {
            return who.call(() -> glass().look(opening, List.of(known)).orElse(List.of()));
        } catch (java.util.NoSuchElementException e) {
            return List.of();
        }
    }

    private static GlassOpening byId(Caller who, UUID opening) {
        return who.call(() -> glass().byId(opening).orElseThrow());
    }

    private static int openPastTheService(Caller who, int minutes, String kind) {
        return c.as(
                who,
                () ->
                        c.update(
                                """
                                insert into nostos.glass_opening (id, person, kind, category, reason, account, party,
                                                                  minutes, until, recorded_at, act)
                                values (gen_random_uuid(), ?, 'MEDICAL', 'DEADLINE', 'because I say so',
                                        nostos.caller_account(), nostos.caller_party(), ?, 'infinity', 'infinity', ?)
                                """,
                                person,
                                minutes,
                                act(kind)));
    }

    private static int openAs(Caller who) {
        return openPastTheService(who, 5, "registry.glass-opened");
    }

    private static int lookPastTheService(Caller who, UUID opening) {
        return c.as(
                who,
                () ->
                        c.update(
                                "insert into nostos.glass_read (id, opening, act) values (gen_random_uuid(), ?, ?)",
                                opening,
                                act("registry.glass-read")));
    }

    private static int confirmPastTheService(Caller who, UUID keeperId) {
        return c.as(
                who,
                () ->
                        c.update(
                                """
                                insert into nostos.compartment_keeper_confirmed (keeper, account, act)
                                values (?, nostos.caller_account(), ?)
                                """,
                                keeperId,
                                act("registry.keeper-confirmed")));
    }

    private static UUID act(String kind) {
        return c.house
                .bean(Acts.class)
                .record(Act.of(kind, Purpose.CASEWORK, java.util.Map.of("test", 1)));
    }
}
