package org.nostos.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.FieldRole;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.People;
import org.nostos.identity.PeopleSearch;
import org.nostos.identity.Verdict;
import org.nostos.journal.ExportVerifier;
import org.nostos.journal.Verdict.Whole;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.Receiving;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.journal.JournalSequencer;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.postgres.journal.SigningKeys;
import org.nostos.postgres.journal.StoredJournal;
import org.nostos.registry.BreakingGlass;
import org.nostos.registry.Compartment;
import org.nostos.registry.GlassCategory;
import org.nostos.registry.KeeperAppointing;
import org.nostos.registry.NotesApart;
import org.nostos.registry.PersonReads;
import org.nostos.registry.Preferring;
import org.nostos.retention.Category;
import org.nostos.retention.Due;
import org.nostos.retention.Erasing;
import org.nostos.retention.Erasure;
import org.nostos.retention.LegalHolds;
import org.nostos.retention.ReadyForProduction;
import org.nostos.retention.RetentionSchedule;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is erased stands nowhere any more, and the journal still verifies.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasingTest {

    private static final String NAME = "Qaranful";
    private static final String LIST =
            """
            no;name;father;sex;date of birth
            Q-1;Qaranful Yasaminov;Qaranful;m;1991-05-17
            Q-2;Hudhud Sindyani;Zaytun;m;1988-02-30
            Q-3;Laqlaq Rummani;Tin;m;1979-11-02
            """;
    private static final String GROUND = "Data protection act of Meridia, section 4";
    private static final String WHY = "The family asks for it and nothing is open";

    @TempDir static Path temp;

    private static Committee c;
    private static Caller keeper;
    private static UUID person;
    private static UUID same;
    private static UUID other;
    private static Path checkpoint;

    @BeforeAll
    static void knowSomebodyWell() throws IOException {
        c = Committee.open();
        keeper = c.house.committee(Role.INTAKE_OFFICER);
        List<UUID> records = handIn(c.holder, LIST);
        UUID twin =
                handIn(c.meridia, LIST.replace("Q-", "M-").replace("Yasaminov", "Yasminov"))
                        .getFirst();
        c.awaitLinked();
        person = c.personOf(records.getFirst()).id();
        same = c.personOf(twin).id();
        other = c.personOf(records.get(2)).id();
        appointKeeper();
        speakOf(records.getFirst(), twin);
        export("before");
        checkpoint = temp.resolve("before.checkpoint");
        assertThat(journal().verify()).isInstanceOf(Whole.class);
    }

    @AfterAll
    static void closeHouse() {
        c.close();
    }

    /// Everything that words about a person can stand in.
    private static void speakOf(UUID record, UUID twin) {
        c.hazel.call(() -> c.house.bean(PeopleSearch.class).search(NAME + " Yasaminov", "", 30));
        c.hazel.call(() -> c.house.bean(People.class).file(person));
        c.hazel.call(() ->
                c.house
                        .bean(Preferring.class)
                        .prefer(person, FieldRole.FULL_NAME, record, NAME + " spells it so"));
        keeper.call(() ->
                c.house
                        .bean(NotesApart.class)
                        .write(person, Compartment.MEDICAL, NAME + " takes insulin"));
        BreakingGlass glass = c.house.bean(BreakingGlass.class);
        BreakingGlass.Outcome outcome =
                c.hazel.call(() ->
                        glass.open(
                                person,
                                Compartment.MEDICAL,
                                GlassCategory.DEADLINE,
                                NAME + " is before the court today",
                                Duration.ofMinutes(30)));
        UUID opening = ((BreakingGlass.Outcome.Opened) outcome).opening();
        c.hazel.call(() -> glass.look(opening, List.of(person)));
        c.rowan.call(() -> glass.acknowledge(opening, "I asked " + NAME + "’s counsel"));
        c.judge(c.hazel, record, twin, Verdict.SAME);
        c.rowan.call(() ->
                c.house
                        .bean(org.nostos.identity.IdentityReview.class)
                        .judge(
                                org.nostos.identity.Pair.of(record, twin),
                                Verdict.SAME,
                                NAME + " in both"));
    }

    @Test
    @Order(1)
    void oneAsksAndAnotherCarriesOut() {
        assertThat(tables(NAME))
                .as("what the house knows first")
                .contains(
                        "record",
                        "received_part",
                        "staged_row",
                        "journal_payload",
                        "compartment_note",
                        "glass_opening",
                        "judgement",
                        "list_event");
        assertThat(c.meridia.call(() -> erasing().askForPerson(person, GROUND, WHY))).isNotEmpty();
        assertThat(c.hazel.call(() -> erasing().askForPerson(person, " ", WHY)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.retention.ground");
        assertThat(c.rowan.call(() -> erasing().askForPerson(person, GROUND, WHY))).isEmpty();
        UUID asked = waiting().id();
        for (Caller wrong : List.of(c.rowan, c.hazel, c.willow)) {
            assertThat(wrong.call(() -> erasing().carryOut(asked)))
                    .extracting(Obstacle::code)
                    .containsExactly("obstacle.retention.erase-other-hand");
            assertThatThrownBy(() -> carryOutPastTheService(wrong, asked))
                    .rootCause()
                    .hasMessageContaining("another second reviewer");
        }
        assertThat(tables(NAME)).contains("record");
    }

    @Test
    @Order(2)
    void aLegalHoldKeepsWhatItHoldsUntilAnotherLiftsIt() {
        LegalHolds holds = c.house.bean(LegalHolds.class);
        String number =
                c.as(
                        c.hazel,
                        () ->
                                c.house
                                        .bean(org.nostos.registry.Persons.class)
                                        .byId(same)
                                        .orElseThrow()
                                        .number());
        assertThat(c.elder.call(() -> holds.place(number, "A court asked for the file"))).isEmpty();
        UUID hold = c.elder.call(holds::all).getFirst().id();
        UUID asked = waiting().id();
        assertThat(c.elder.call(() -> erasing().carryOut(asked)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.retention.held");
        assertThatThrownBy(() -> carryOutPastTheService(c.elder, asked))
                .rootCause()
                .hasMessageContaining("legal hold");
        assertThat(c.elder.call(() -> holds.lift(hold, "over")))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.retention.hold-other-hand");
        assertThat(c.rowan.call(() -> holds.lift(hold, "The court has its copy"))).isEmpty();
    }

    @Test
    @Order(3)
    void whatIsErasedStandsNowhereAndTheJournalIsWhole() throws Exception {
        UUID asked = waiting().id();
        assertThat(c.elder.call(() -> erasing().carryOut(asked))).isEmpty();
        assertThat(tables(NAME)).isEmpty();
        assertThat(tables("Yasaminov")).isEmpty();
        assertThat(tables("Laqlaq")).as("others of the list stay").contains("record");
        assertThat(
                        c.hazel
                                .call(() -> c.house.bean(PeopleSearch.class).search(NAME, "", 30))
                                .found())
                .noneMatch(one -> one.record().values().toString().contains(NAME));
        assertThat(journal().verify()).isInstanceOf(Whole.class);
        export("after");
        try (InputStream in = Files.newInputStream(temp.resolve("after"))) {
            assertThat(ExportVerifier.verify(in)).isInstanceOf(Whole.class);
        }
        assertThat(Files.readString(temp.resolve("after"))).doesNotContain(NAME);
        assertThat(python(temp.resolve("after"))).startsWith("whole: ");
    }

    @Test
    @Order(4)
    void whoWasErasedIsShownAsThatAndWithoutAName() {
        Map<UUID, ?> marks = c.hazel.call(() -> erasing().marks(List.of(person, same, other)));
        assertThat(marks.keySet()).containsExactlyInAnyOrder(person, same);
        assertThat(c.holder.call(() -> erasing().marks(List.of(person, same))).keySet())
                .as("the holder’s own")
                .containsExactly(person);
        assertThat(
                        c.hazel
                                .call(() -> c.house.bean(People.class).file(person))
                                .orElseThrow()
                                .names())
                .isEmpty();
        Erasure done = c.hazel.call(() -> erasing().latest(10)).getFirst();
        assertThat(done.done())
                .satisfies(d -> {
                    assertThat(d.records()).isEqualTo(2);
                    assertThat(d.notes()).isEqualTo(1);
                    assertThat(d.files()).isEqualTo(2);
                    assertThat(d.entries()).isGreaterThan(6);
                });
    }

    @Test
    @Order(5)
    void theReadingsOfOthersStayAndCanBeRebuilt() {
        List<String> kept = reads();
        c.as(c.house.engine(), () -> c.house.bean(PersonReads.class).rebuild());
        assertThat(reads()).isEqualTo(kept);
        assertThat(
                        superuser()
                                .sql(
                                        "select count(*) from nostos.person_read r join nostos.erased_thing t on t.id = r.person where r.at < t.recorded_at")
                                .query(Long.class)
                                .single())
                .as("readings of the erased from before")
                .isZero();
    }

    @Test
    @Order(6)
    void theScheduleTakesTwoPeopleAndTellsWhatIsDue() {
        RetentionSchedule schedule = c.house.bean(RetentionSchedule.class);
        for (Category category : Category.values()) {
            assertThat(c.house.administrator().call(() -> schedule.propose(category, 12, GROUND)))
                    .isEmpty();
            UUID rule =
                    c.hazel.call(schedule::all).stream()
                            .filter(r -> r.waits())
                            .findFirst()
                            .orElseThrow()
                            .id();
            assertThat(c.house.administrator().call(() -> schedule.confirm(rule)))
                    .extracting(Obstacle::code)
                    .containsExactly("obstacle.retention.other-hand");
            assertThat(c.hazel.call(() -> erasing().due())).doesNotContainKey(category);
            assertThat(c.rowan.call(() -> schedule.confirm(rule))).isEmpty();
        }
        assertThat(c.hazel.call(() -> erasing().due())).isEmpty();
        assertThat(c.hazel.call(() -> erasing().askForDue(Category.PERSON, other, WHY)))
                .extracting(Obstacle::code)
                .containsExactly("obstacle.retention.not-due");
        assertThat(
                        keeper.call(() ->
                                c.house
                                        .bean(NotesApart.class)
                                        .write(other, Compartment.MEDICAL, "Rests.")))
                .isEmpty();
        twoYearsPass();
        Map<Category, List<Due>> due = c.hazel.call(() -> erasing().due());
        assertThat(due.get(Category.PERSON))
                .extracting(Due::subject)
                .contains(other)
                .doesNotContain(person, same);
        assertThat(due).containsKeys(Category.READING).doesNotContainKey(Category.NOTE);
        assertThat(keeper.call(() -> erasing().due())).containsOnlyKeys(Category.NOTE);
        assertThat(c.meridia.call(() -> erasing().due())).isEmpty();
    }

    @Test
    @Order(7)
    void whatIsDueIsErasedByTwoPeople() {
        UUID note =
                keeper.call(() -> erasing().due())
                        .getOrDefault(Category.NOTE, List.of())
                        .getFirst()
                        .subject();
        assertThat(c.hazel.call(() -> erasing().askForDue(Category.NOTE, note, WHY))).isNotEmpty();
        assertThat(keeper.call(() -> erasing().askForDue(Category.NOTE, note, WHY))).isEmpty();
        assertThat(c.rowan.call(() -> erasing().carryOut(waiting().id()))).isEmpty();
        assertThat(tables("Rests.")).isEmpty();
        assertThat(c.hazel.call(() -> erasing().askForDue(Category.READING, null, WHY))).isEmpty();
        assertThat(c.rowan.call(() -> erasing().carryOut(waiting().id()))).isEmpty();
        assertThat(c.hazel.call(() -> erasing().due())).doesNotContainKey(Category.READING);
        assertThat(journal().verify()).isInstanceOf(Whole.class);
    }

    @Test
    @Order(8)
    void whatABackupBringsBackIsErasedAgain() {
        DatabaseAccess access = c.house.database().access();
        JdbcClient owner =
                JdbcClient.create(
                        c.house.database().as(DatabaseAccess.OWNER, access.ownerPassword()));
        List<String> lines =
                owner.sql("select kind from nostos.erased_since('-infinity')")
                        .query(String.class)
                        .list();
        assertThat(lines).contains("PERSON", "RECORD", "NOTE", "READINGS");
        assertThat(tables("Laqlaq")).contains("record");
        boolean again =
                owner.sql("select nostos.erase_again('PERSON', ?, null, ?)")
                        .param(other)
                        .param(GROUND)
                        .query(Boolean.class)
                        .single();
        assertThat(again).isTrue();
        assertThat(
                        owner.sql("select nostos.erase_again('PERSON', ?, null, ?)")
                                .param(other)
                                .param(GROUND)
                                .query(Boolean.class)
                                .single())
                .isFalse();
        assertThat(
                        c.as(
                                        c.hazel,
                                        () ->
                                                c.house
                                                        .bean(Records.class)
                                                        .byIds(List.of(c.personOfId(other))))
                                .getFirst()
                                .values())
                .isEmpty();
        assertThatThrownBy(() ->
                        c.as(
                                c.rowan,
                                () ->
                                        c.house
                                                .jdbc()
                                                .sql(
                                                        "select nostos.erase_again('PERSON', ?, null, 'x')")
                                                .param(other)
                                                .query(Boolean.class)
                                                .single()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThat(journal().verify()).isInstanceOf(Whole.class);
    }

    @Test
    @Order(9)
    void theServingRoleErasesNothingPastTheAct() {
        for (String attack :
                List.of(
                        "delete from nostos.journal_payload",
                        "delete from nostos.record",
                        "update nostos.record set fields = '{}'",
                        "select nostos.erase_persons(array[gen_random_uuid()])",
                        "select nostos.erase_payloads(array[gen_random_uuid()])",
                        "select nostos.erase_files(array[gen_random_uuid()])",
                        "select nostos.erase_readings(now())",
                        "insert into nostos.erasure_done values (gen_random_uuid())",
                        "insert into nostos.erased_thing values ('PERSON')",
                        "select * from nostos.held_persons()")) {
            assertThatThrownBy(() ->
                            c.as(
                                    c.rowan,
                                    () ->
                                            c.house
                                                    .jdbc()
                                                    .sql(attack)
                                                    .query((row, n) -> true)
                                                    .list()))
                    .as(attack)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @Order(10)
    void allThatProductionLacksIsListedAtOnce() {
        ReadyForProduction ready = c.house.bean(ReadyForProduction.class);
        assertThat(ready.missing(false))
                .extracting(Obstacle::code)
                .containsExactly(
                        "obstacle.production.controller", "obstacle.production.second-factor");
        try (Committee fresh = Committee.open()) {
            assertThat(fresh.house.bean(ReadyForProduction.class).missing(true)).hasSize(5);
        }
    }

    private static Erasing erasing() {
        return c.house.bean(Erasing.class);
    }

    private static Erasure waiting() {
        return c.hazel.call(() -> erasing().latest(100)).stream()
                .filter(Erasure::waits)
                .findFirst()
                .orElseThrow();
    }

    private static int carryOutPastTheService(Caller who, UUID erasure) {
        return c.as(
                who,
                () -> {
                    UUID act =
                            c.house
                                    .bean(Acts.class)
                                    .record(
                                            Act.of(
                                                    "retention.erased",
                                                    Purpose.ADMINISTRATION,
                                                    Map.of("erasure", erasure)));
                    return c.house
                            .jdbc()
                            .sql("select 1 from nostos.erase_carry_out(?, ?)")
                            .param(erasure)
                            .param(act)
                            .query(Integer.class)
                            .single();
                });
    }

    private static JdbcClient superuser() {
        return JdbcClient.create(c.house.database().superuser());
    }

    /// The tables in which the word stands, as text or in bytes.
    private static List<String> tables(String word) {
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        List<String> holding = new ArrayList<>();
        for (String table :
                superuser()
                        .sql(
                                "select relname from pg_class where relnamespace = 'nostos'::regnamespace and relkind = 'r' order by 1")
                        .query(String.class)
                        .list()) {
            String row = table.equals("linking_run_ended") ? "to_jsonb(t) - 'model'" : "t";
            boolean holds =
                    superuser()
                            .sql(
                                    "select exists (select from nostos."
                                            + table
                                            + " t where ("
                                            + row
                                            + ")::text like ? or ("
                                            + row
                                            + ")::text like ?)")
                            .param("%" + word + "%")
                            .param("%" + hex + "%")
                            .query(Boolean.class)
                            .single();
            if (holds) {
                holding.add(table);
            }
        }
        return holding;
    }

    private static List<String> reads() {
        return superuser()
                .sql("select r::text from nostos.person_read r order by 1")
                .query(String.class)
                .list();
    }

    private static void twoYearsPass() {
        for (String table : List.of("record", "compartment_note")) {
            superuser()
                    .sql(
                            "update nostos."
                                    + table
                                    + " set recorded_at = recorded_at - interval '2 years'")
                    .update();
        }
        // An entry's time is hashed: it cannot be moved. The rule's term is shortened instead.
        superuser()
                .sql(
                        "alter table nostos.retention_rule drop constraint retention_rule_months_check")
                .update();
        superuser()
                .sql("update nostos.retention_rule set months = 0 where category = 'READING'")
                .update();
    }

    private static DataSource journalSource() {
        return c.house
                .database()
                .as(DatabaseAccess.JOURNAL, c.house.database().access().journalPassword());
    }

    private static StoredJournal journal() {
        return new StoredJournal(journalSource());
    }

    private static void export(String name) throws IOException {
        new JournalSequencer(journalSource()).sequence();
        JournalTool.export(journalSource(), temp.resolve(name), SigningKeys.in(keys()));
    }

    private static Path keys() throws IOException {
        return Files.createDirectories(temp.resolve("keys"));
    }

    private static String python(Path export) throws IOException, InterruptedException {
        Path script = Path.of("..", "journal", "src", "test", "resources", "verify_journal.py");
        Process run =
                new ProcessBuilder(
                                "python3",
                                script.toString(),
                                export.toString(),
                                checkpoint.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        return said;
    }

    private static List<UUID> handIn(Caller intake, String list) throws IOException {
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        UUID version =
                intake.call(() -> {
                    Receiving.Slip slip =
                            new Receiving.Slip(null, "A list", LocalDate.of(2026, 3, 1));
                    return ((Receiving.Receipt.Received)
                                    c.house
                                            .bean(Receiving.class)
                                            .receive(slip, () -> new ByteArrayInputStream(bytes)))
                            .version();
                });
        ListReading reading = c.house.bean(ListReading.class);
        untilNot(intake, version, ListStatus.RECEIVED);
        intake.run(() ->
                c.house
                        .bean(Deciding.class)
                        .map(
                                version,
                                reading.read(version)
                                        .survey()
                                        .orElseThrow()
                                        .proposed()
                                        .orElseThrow()));
        untilNot(intake, version, ListStatus.MAPPED);
        intake.run(() -> c.house.bean(Deciding.class).accept(version));
        untilNot(intake, version, ListStatus.ACCEPTING);
        return c.as(intake, () -> c.house.bean(Records.class).idsOfVersion(version));
    }

    private static void untilNot(Caller intake, UUID version, ListStatus working) {
        ListReading reading = c.house.bean(ListReading.class);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (intake.call(() -> reading.status(version)) == working && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
        }
    }

    private static void appointKeeper() {
        KeeperAppointing keepers = c.house.bean(KeeperAppointing.class);
        c.house
                .administrator()
                .call(() -> keepers.propose(keeper.account(), Compartment.MEDICAL, "the doctor"));
        UUID id = c.rowan.call(keepers::all).getFirst().id();
        c.rowan.call(() -> keepers.confirm(id));
    }
}
