package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.custody.ConsularChoice.Wish;
import org.nostos.custody.ConsularChoices;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyFile;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.CustodyRule;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.FacilityFile;
import org.nostos.custody.FacilityKeeping;
import org.nostos.custody.FileItem;
import org.nostos.custody.HandingOver;
import org.nostos.custody.HandingOver.Change;
import org.nostos.custody.HandingOver.Looked;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.ItemSaid.Standing;
import org.nostos.custody.LegalGround;
import org.nostos.custody.Right;
import org.nostos.custody.Telling;
import org.nostos.identity.Verdict;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.people.Committee.Row;
import org.nostos.registry.ActsOnPerson;
import org.nostos.registry.Person;

/// Custody on a real database: what officers record, who sees it, and a prison that changes hands.
class CustodyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final HoldingAuthority NORTH = HoldingAuthority.named("Northern Administration");
    private static final HoldingAuthority SOUTH = HoldingAuthority.named("Southern Government");
    private static final AsOf NOW =
            new AsOf(LocalDate.now(ZoneOffset.UTC), Instant.parse("2100-01-01T00:00:00Z"));

    private static Committee c;
    private static Caller officer;
    private static Caller reviewer;
    private static UUID prison;
    private static int people;

    @BeforeAll
    static void openHouse() {
        c = Committee.open();
        officer = c.house.committee(Role.CASE_OFFICER);
        reviewer = c.house.committee(Role.LEGAL_REVIEWER);
        prison = facility("Cedar Prison");
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    @Test
    void anAdmissionIsHeldByAnAuthorityInAPlaceOnAGround() {
        List<UUID> person = person();
        assertThat(admit(person, prison, 1, LegalGround.NONE_KNOWN)).isEmpty();
        CustodyFile file = file(officer, person);
        assertThat(file.track().status()).isEqualTo(CustodyStatus.HELD);
        assertThat(file.track().holder()).contains(NORTH);
        assertThat(file.track().place().orElseThrow().name()).isEqualTo("Cedar Prison");
        assertThat(rules(file))
                .contains(
                        CustodyRule.LEGAL_GROUND,
                        CustodyRule.BUREAU_NOTICE,
                        CustodyRule.REVIEW,
                        CustodyRule.CONSULAR_RIGHT);
        CustodyFile earlier =
                officer.call(() -> keeping().file(person, new AsOf(DAY.minusDays(1), NOW.known())));
        assertThat(earlier.track().status()).isEqualTo(CustodyStatus.NOT_KNOWN);
    }

    @Test
    void aStepThatCannotFollowIsRefusedAndWritesNothing() {
        List<UUID> person = person();
        admit(person, prison, 1, LegalGround.PRE_TRIAL);
        record(person, CustodyEntry.of(CustodyKind.RELEASED, day(5), "order 7"));
        assertThat(record(person, CustodyEntry.of(CustodyKind.ESCAPED, day(6), "a report")))
                .containsExactly("obstacle.custody.from.RELEASED");
        assertThat(record(person, CustodyEntry.of(CustodyKind.DECEASED, day(3), "a report")))
                .containsExactly("obstacle.custody.later-do-not-follow");
        assertThat(record(person, CustodyEntry.of(CustodyKind.ADMITTED, day(6), "")))
                .containsExactlyInAnyOrder(
                        "obstacle.custody.needs-authority",
                        "obstacle.custody.needs-place",
                        "obstacle.custody.needs-ground",
                        "obstacle.custody.source");
        assertThat(record(person, CustodyEntry.of(CustodyKind.REPATRIATED, day(6), "a note")))
                .containsExactly("obstacle.custody.by-transfer");
        assertThat(file(officer, person).events()).hasSize(2);
    }

    @Test
    void whoeverComesSecondSeesWhatTheFirstDid() {
        List<UUID> person = person();
        admit(person, prison, 1, LegalGround.PRE_TRIAL);
        UUID seen = file(officer, person).last();
        record(person, CustodyEntry.of(CustodyKind.TO_HOSPITAL, day(2), "the ward"));
        CustodyEntry late = CustodyEntry.of(CustodyKind.TO_COURT, day(3), "a summons");
        assertThat(codes(officer.call(() -> keeping().record(person, late, seen))))
                .containsExactly("obstacle.case.changed");
        assertThat(file(officer, person).events()).hasSize(2);
    }

    @Test
    void anEventIsTakenBackInSightAndNotWhileLaterOnesRestOnIt() {
        List<UUID> person = person();
        admit(person, prison, 1, LegalGround.PRE_TRIAL);
        record(person, CustodyEntry.of(CustodyKind.TO_HOSPITAL, day(2), "the ward"));
        List<CustodyEvent> events = file(officer, person).events();
        assertThat(takeBack(person, events.getFirst()))
                .containsExactly("obstacle.custody.later-rest-on-it");
        assertThat(takeBack(person, events.getLast())).isEmpty();
        assertThat(takeBack(person, events.getLast()))
                .containsExactly("obstacle.custody.not-standing");
        CustodyFile now = file(officer, person);
        assertThat(now.track().status()).isEqualTo(CustodyStatus.HELD);
        assertThat(Objects.requireNonNull(now.takenBackBy(events.getLast())).reason())
                .isEqualTo("another person was meant");
        Instant before = events.getLast().stamp().recordedAt();
        assertThat(officer.call(() -> keeping().track(person, new AsOf(NOW.on(), before))).status())
                .as("as it was known then")
                .isEqualTo(CustodyStatus.IN_HOSPITAL);
    }

    @Test
    void aPrisonChangesHandsOvernightAndEverybodyInItGetsAnotherHolder() {
        UUID site = facility("Juniper Site");
        List<UUID> held = person();
        List<UUID> ill = person();
        List<UUID> free = person();
        List<UUID> theirs = person();
        for (List<UUID> one : List.of(held, ill, free)) {
            admit(one, site, 1, LegalGround.CONVICTED);
        }
        record(
                theirs,
                CustodyEntry.of(CustodyKind.ADMITTED, day(1), "a list")
                        .by(SOUTH)
                        .in(site)
                        .on(LegalGround.CONVICTED));
        record(ill, CustodyEntry.of(CustodyKind.TO_HOSPITAL, day(2), "the ward"));
        record(free, CustodyEntry.of(CustodyKind.RELEASED, day(2), "order 7"));
        Change change = new Change(site, SOUTH, DAY.plusDays(9), "Decree 12", "");
        HandingOver handing = c.house.bean(HandingOver.class);
        Looked looked = officer.call(() -> handing.look(change));
        assertThat(((Looked.Ready) looked).line().counts())
                .isEqualTo(Map.of(CustodyStatus.HELD, 1L, CustodyStatus.IN_HOSPITAL, 1L));
        assertThat(codes(officer.call(() -> handing.handOver(change, 3))))
                .containsExactly("obstacle.custody.other-count");
        assertThat(codes(reviewer.call(() -> handing.handOver(change, 2))))
                .containsExactly("obstacle.custody.role");
        assertThat(officer.call(() -> handing.handOver(change, 2))).isEmpty();

        for (List<UUID> one : List.of(held, ill)) {
            CustodyFile file = file(reviewer, one);
            assertThat(file.track().holder()).contains(SOUTH);
            assertThat(file.track().place().orElseThrow().facility()).isEqualTo(site);
            assertThat(rules(file))
                    .contains(CustodyRule.CHANGE_OF_AUTHORITY, CustodyRule.LEGAL_GROUND);
        }
        assertThat(file(officer, ill).track().status()).isEqualTo(CustodyStatus.IN_HOSPITAL);
        assertThat(file(officer, free).track().status()).isEqualTo(CustodyStatus.RELEASED);
        assertThat(file(officer, theirs).events()).hasSize(1);
        assertThat(c.count(officer, "journal_entry where kind = 'custody.facility-handed-over'"))
                .isEqualTo(1);
        assertThat(codes(officer.call(() -> handing.handOver(change, 2))))
                .as("nobody is left whom it would concern")
                .containsExactly("obstacle.custody.nobody-held");

        CustodyEntry looks = CustodyEntry.of(CustodyKind.CHANGE_EXAMINED, day(12), "opinion 4");
        assertThat(record(held, looks)).containsExactly("obstacle.custody.role");
        UUID last = file(reviewer, held).last();
        assertThat(reviewer.call(() -> keeping().record(held, looks, last))).isEmpty();
        assertThat(rules(file(reviewer, held))).doesNotContain(CustodyRule.CHANGE_OF_AUTHORITY);
        assertThat(rules(file(reviewer, ill))).contains(CustodyRule.CHANGE_OF_AUTHORITY);
    }

    @Test
    void aFacilityShowsWhoIsHeldInItOnADayAndTheReadingIsAnAct() {
        UUID site = facility("Plum House");
        List<UUID> one = person();
        List<UUID> other = person();
        admit(one, site, 1, LegalGround.NONE_KNOWN);
        admit(other, site, 5, LegalGround.CONVICTED);
        FacilityFile early =
                officer.call(() ->
                        facilities()
                                .file(site, new AsOf(DAY.plusDays(1), NOW.known()), 0, 50)
                                .orElseThrow());
        assertThat(early.held()).extracting(h -> h.person().id()).containsExactly(one.getFirst());
        FacilityFile now = officer.call(() -> facilities().file(site, 0, 50).orElseThrow());
        assertThat(now.held()).hasSize(2);
        assertThat(now.line().withoutGround()).isEqualTo(1);
        assertThat(
                        officer.call(() -> facilities().lines()).stream()
                                .filter(line -> line.facility().id().equals(site))
                                .findFirst()
                                .orElseThrow())
                .isEqualTo(now.line());
        assertThat(c.count(officer, "person_read where how = 'LIST'")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whoeverIsJoinedHasOneCustodyAndStandsOnceInTheirFacility() {
        UUID site = facility("Rowan Camp");
        UUID first = c.accept(c.holder, Row.of("Sunuber", "Dulb", "al-Tini")).getFirst();
        UUID second = c.accept(c.meridia, Row.of("Sunuber", "Dulb", "al-Tini")).getFirst();
        UUID one = c.personOf(first).id();
        UUID two = c.personOf(second).id();
        admit(List.of(one), site, 1, LegalGround.CONVICTED);
        admit(List.of(two), site, 3, LegalGround.PRE_TRIAL);
        c.confirm(first, second, Verdict.SAME);
        CustodyFile file = file(officer, List.of(one, two));
        assertThat(file.events()).hasSize(2);
        FacilityFile there = officer.call(() -> facilities().file(site, 0, 50).orElseThrow());
        assertThat(there.held()).extracting(h -> h.person().id()).containsExactly(one);
        List<Person> joined = List.of(c.personOf(first), c.personOf(second));
        assertThat(c.as(c.hazel, () -> actsOfCustody().of(joined)))
                .as("what a split has to put back")
                .hasSize(2);
    }

    @Test
    void whatThePersonWantsTheConsulToKnowIsAskedPerStateAndTheLatestCounts() {
        List<UUID> person = person();
        StateCode meridia = new StateCode("XMA");
        ConsularChoices choices = c.house.bean(ConsularChoices.class);
        assertThat(officer.call(() -> choices.of(person, meridia, NOW)).wish())
                .isEqualTo(Wish.NOT_ASKED);
        assertThat(consul(person, meridia, Wish.WANTS, 2, ""))
                .contains("obstacle.custody.language");
        assertThat(consul(person, meridia, Wish.WANTS, 2, "Arabic")).isEmpty();
        assertThat(officer.call(() -> choices.of(person, meridia, NOW)).allowsNames()).isTrue();
        assertThat(officer.call(() -> choices.of(person, new StateCode("XOA"), NOW)).allowsNames())
                .as("another state")
                .isFalse();
        assertThat(consul(person, meridia, Wish.WITHDRAWN, 4, "Arabic")).isEmpty();
        assertThat(officer.call(() -> choices.of(person, meridia, NOW)).wish())
                .isEqualTo(Wish.WITHDRAWN);
        AsOf between = new AsOf(DAY.plusDays(2), NOW.known());
        assertThat(officer.call(() -> choices.of(person, meridia, between)).allowsNames()).isTrue();
    }

    @Test
    void whoeverWasToldOfTheConsulWhileHeldHasBeenTold() {
        List<UUID> person = person();
        right(person, Right.CONSULAR, 0);
        admit(person, prison, 2, LegalGround.CONVICTED);
        assertThat(rules(file(officer, person))).contains(CustodyRule.CONSULAR_RIGHT);
        right(person, Right.CONSULAR, 3);
        assertThat(rules(file(officer, person))).doesNotContain(CustodyRule.CONSULAR_RIGHT);
        assertThat(file(officer, person).rights()).hasSize(2);
    }

    @Test
    void aChildHeldForSecurityIsSeenByTheLatestDayOfBirthThatIsGiven() {
        UUID record =
                c.accept(
                                c.holder,
                                LocalDate.of(2026, 3, 1),
                                List.of(new Row("Yasmin", "Ward", "al-Lawzi", "2012-05-01", "")))
                        .getFirst();
        List<UUID> child = List.of(c.personOf(record).id());
        admit(child, prison, 1, LegalGround.SECURITY_INTERNMENT);
        assertThat(rules(file(officer, child))).contains(CustodyRule.CHILD_DETAINED);
    }

    @Test
    void theMinimumFileIsCountedAndWhatIsMissingIsNamed() {
        List<UUID> person = person();
        long before = file(officer, person).completeness().there();
        assertThat(file(officer, person).completeness().missing())
                .contains(FileItem.GROUND, FileItem.HOLDER, FileItem.MOTHER_NAME)
                .doesNotContain(FileItem.NAMES, FileItem.FATHER_NAME, FileItem.DEATH);
        admit(person, prison, 1, LegalGround.CONVICTED);
        assertThat(file(officer, person).completeness().there()).isEqualTo(before + 3);
        assertThat(item(person, Standing.ASKED_NOT_KNOWN, "")).isNotEmpty();
        assertThat(item(person, Standing.ASKED_NOT_KNOWN, "Nobody remembers it")).isEmpty();
        assertThat(file(officer, person).completeness().askedNotKnown()).isEqualTo(1);
        assertThat(file(officer, person).completeness().missing())
                .doesNotContain(FileItem.MOTHER_NAME);
        item(person, Standing.TAKEN_BACK, "A letter has come");
        assertThat(file(officer, person).completeness().missing()).contains(FileItem.MOTHER_NAME);
    }

    @Test
    void nobodyOutsideTheCommitteesCasesSeesAnyOfIt() {
        List<UUID> person = person();
        admit(person, prison, 1, LegalGround.CONVICTED);
        right(person, Right.COUNSEL, 2);
        consul(person, new StateCode("XMA"), Wish.REFUSES, 2, "Arabic");
        item(person, Standing.ASKED_NOT_KNOWN, "Nobody remembers it");
        List<Caller> others =
                List.of(
                        c.holder,
                        c.meridia,
                        c.house.member(c.meridia.party(), Role.CONSULAR_OFFICER),
                        c.house.party(PartyKind.LEGAL_AID, "Linden Aid", null, Role.COUNSEL),
                        c.house.party(
                                PartyKind.REVIEW_BODY, "Board", null, Role.INDEPENDENT_REVIEWER),
                        c.house.party(PartyKind.MONITOR, "Heron Watch", null, Role.MONITOR),
                        c.house.committee(Role.INTAKE_OFFICER),
                        c.house.administrator());
        for (String table :
                List.of(
                        "facility",
                        "facility_handed_over",
                        "custody_event",
                        "rights_notice",
                        "consular_choice",
                        "file_item_said")) {
            for (Caller other : others) {
                assertThat(c.count(other, table)).as("%s as %s", table, other).isZero();
            }
        }
        for (Caller other : others) {
            assertThat(file(other, person).events()).isEmpty();
            assertThatThrownBy(() -> forged(other, person, "RELEASED"))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theEngineReadsWhatIsDueAndWritesNothing() {
        List<UUID> person = person();
        admit(person, prison, 1, LegalGround.NONE_KNOWN);
        Caller engine = c.house.engine();
        assertThat(rules(file(engine, person))).contains(CustodyRule.LEGAL_GROUND);
        assertThatThrownBy(() -> forged(engine, person, "RELEASED"))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aForgedStatementDoesNotTakeBackTwiceNorLookInAnothersPlace() {
        List<UUID> person = person();
        admit(person, prison, 1, LegalGround.CONVICTED);
        assertThatThrownBy(() -> forged(reviewer, person, "RELEASED"))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> forged(officer, person, "CHANGE_EXAMINED"))
                .rootCause()
                .hasMessageContaining("row-level security");
        for (String attack :
                List.of(
                        "update nostos.custody_event set kind = 'RELEASED'",
                        "delete from nostos.custody_event",
                        "update nostos.consular_choice set choice = 'WANTS'")) {
            assertThatThrownBy(() -> c.as(officer, () -> c.update(attack)))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static int forged(Caller who, List<UUID> person, String kind) {
        return c.as(
                who,
                () ->
                        c.update(
                                """
                                insert into nostos.custody_event (id, person, party, kind, happened_on, happened_last,
                                       precision, calendar, written, source, account, act)
                                values (gen_random_uuid(), ?, nostos.caller_party(), ?, '2026-04-01', '2026-04-01',
                                        'DAY', 'GREGORIAN', 'x', 'x', nostos.caller_account(), ?)
                                """,
                                person.getFirst(),
                                kind,
                                c.house
                                        .bean(Acts.class)
                                        .record(
                                                Act.of(
                                                        "custody.released",
                                                        Purpose.CASEWORK,
                                                        Map.of("test", 1)))));
    }

    private static ActsOnPerson actsOfCustody() {
        return c.house.beans(ActsOnPerson.class).stream()
                .filter(room -> room.room().equals("custody"))
                .findFirst()
                .orElseThrow();
    }

    private static CustodyKeeping keeping() {
        return c.house.bean(CustodyKeeping.class);
    }

    private static FacilityKeeping facilities() {
        return c.house.bean(FacilityKeeping.class);
    }

    private static UUID facility(String name) {
        assertThat(officer.call(() -> facilities().open(name, "Valley", List.of("A")))).isEmpty();
        return officer.call(() -> facilities().all()).stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static List<UUID> person() {
        UUID record = c.accept(c.holder, Row.of("Zaytun", "Tin", "Rummani" + people++)).getFirst();
        return new ArrayList<>(List.of(c.personOf(record).id()));
    }

    private static PartialDate day(int day) {
        return PartialDate.ofDay(DAY.plusDays(day - 1L));
    }

    private static List<String> admit(List<UUID> person, UUID site, int day, LegalGround ground) {
        return record(
                person,
                CustodyEntry.of(CustodyKind.ADMITTED, day(day), "a list")
                        .by(NORTH)
                        .in(site)
                        .on(ground));
    }

    private static List<String> record(List<UUID> person, CustodyEntry entry) {
        @Nullable UUID last = file(officer, person).last();
        return codes(officer.call(() -> keeping().record(person, entry, last)));
    }

    private static List<String> takeBack(List<UUID> person, CustodyEvent event) {
        @Nullable UUID last = file(officer, person).last();
        return codes(
                officer.call(() ->
                        keeping().takeBack(person, event.id(), "another person was meant", last)));
    }

    private static List<String> consul(
            List<UUID> person, StateCode state, Wish wish, int day, String language) {
        Telling.How how = new Telling.How(DAY.plusDays(day - 1L), language, "", "the interview");
        return codes(
                officer.call(() ->
                        c.house.bean(Telling.class).consul(person.getFirst(), state, wish, how)));
    }

    private static void right(List<UUID> person, Right right, int day) {
        Telling.How how = new Telling.How(DAY.plusDays(day - 1L), "Arabic", "", "the interview");
        assertThat(
                        officer.call(() ->
                                c.house
                                        .bean(Telling.class)
                                        .right(person.getFirst(), right, how, "understood")))
                .isEmpty();
    }

    private static List<String> item(List<UUID> person, Standing standing, String words) {
        return codes(
                officer.call(() ->
                        c.house
                                .bean(Telling.class)
                                .item(person.getFirst(), FileItem.MOTHER_NAME, standing, words)));
    }

    private static CustodyFile file(Caller who, List<UUID> person) {
        return who.call(() -> keeping().file(person, NOW));
    }

    private static List<CustodyRule> rules(CustodyFile file) {
        return file.unmet().stream().map(Unmet::rule).map(CustodyRule.class::cast).toList();
    }

    private static List<String> codes(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::code).toList();
    }
}
