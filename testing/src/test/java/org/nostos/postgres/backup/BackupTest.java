package org.nostos.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.basics.Role;
import org.nostos.identity.EngineWork;
import org.nostos.journal.Verdict;
import org.nostos.lists.Receiving;
import org.nostos.lists.Staging;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.backup.Backup.Taken;
import org.nostos.postgres.backup.Restore.Restored;
import org.nostos.postgres.backup.internal.Tables;
import org.nostos.postgres.backup.internal.Tables.Table;
import org.nostos.postgres.journal.JournalSequencer;
import org.nostos.postgres.journal.StoredJournal;
import org.nostos.testing.TestDatabase;
import org.nostos.testing.TestHouse;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTest {

    /// Cheap to try, which a real one is not.
    private static final Passphrase PASSPHRASE =
            Passphrase.of(10, "four plum linden walnut".toCharArray());

    private static final Progress NOBODY_LOOKS = (rows, of) -> {};
    private static final int DAMAGES = 24;

    @TempDir static Path temp;
    private static TestHouse house;
    private static Path file;
    private static Taken taken;

    @BeforeAll
    static void backUpAHouse() throws IOException, SQLException {
        house = TestHouse.open();
        // The engine comes in before the backup is taken: its session is a row like any other.
        house.bean(EngineWork.class).read(() -> true);
        Caller meridia =
                house.party(PartyKind.STATE, "Meridia \\ «زيتون»\\N", "XMA", Role.INTAKE_OFFICER);
        byte[] list =
                "no;name\nA-1;Hazel\tLinden\nA-2;هدهد السنديان\n".getBytes(StandardCharsets.UTF_8);
        house.bean(Staging.class).stop();
        meridia.call(() -> {
            try {
                return house.bean(Receiving.class)
                        .receive(
                                new Receiving.Slip(null, "Camp", LocalDate.of(2026, 5, 13)),
                                () -> new ByteArrayInputStream(list));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        JdbcClient.create(house.database().superuser())
                .sql("select nextval('nostos.person_ordinal') from generate_series(1, 41)")
                .query(Long.class)
                .list();
        new JournalSequencer(as(house.database(), DatabaseAccess.JOURNAL)).sequence();
        Path secrets = Files.createDirectory(temp.resolve("secrets"));
        Files.writeString(secrets.resolve("journal-signing.pem"), "of the data");
        Files.writeString(secrets.resolve("nostos_app"), "of the machine");
        file = temp.resolve("house.age");
        taken = Backup.take(owner(house.database()), secrets, file, PASSPHRASE, NOBODY_LOOKS);
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @Test
    void everyTableAndSequenceComesBackAsItWas() throws IOException, SQLException {
        TestDatabase empty = TestDatabase.fresh();
        Restored restored = restore(file, empty);
        assertThat(restored).isEqualTo(new Restored(taken.tables(), taken.rows()));
        assertThat(rowsOf(empty)).isEqualTo(rowsOf(house.database()));
        assertThat(sequencesOf(empty)).isEqualTo(sequencesOf(house.database()));
        assertThat(new StoredJournal(as(empty, DatabaseAccess.JOURNAL)).verify())
                .isInstanceOfSatisfying(
                        Verdict.Whole.class,
                        whole -> assertThat(whole.sealed()).isEqualTo(taken.title().sealed()));
    }

    @Test
    void aRestoredHouseStillRefusesAFactWithoutItsActAndARowWithoutItsKey()
            throws IOException, SQLException {
        TestDatabase empty = TestDatabase.fresh();
        restore(file, empty);
        assertThat(guards(empty)).isEqualTo(guards(house.database())).isNotEmpty();
    }

    @Test
    void theSecretsOfTheDataComeBackAndThoseOfTheMachineDoNot() throws IOException {
        Path folder = temp.resolve("restored-secrets");
        try (Restore backup = Restore.open(file, PASSPHRASE)) {
            backup.secretsInto(folder);
        }
        assertThat(folder.resolve("journal-signing.pem")).hasContent("of the data");
        assertThat(folder.resolve("nostos_app")).doesNotExist();
    }

    @Test
    void nothingOfTheContentStandsInTheFile() throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).startsWith("age-encryption.org/v1\n-> scrypt ");
        assertThat(bytes).doesNotContain("Hazel", "Meridia", "nostos", "manifest");
    }

    @Test
    void anotherPassphraseOpensNothing() {
        Passphrase other = Passphrase.of(10, "four plum linden walnuts".toCharArray());
        assertThatThrownBy(() -> Restore.open(file, other).close())
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("passphrase");
        assertThatThrownBy(() -> Passphrase.of("walnut".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileWithAnyByteChangedOrItsEndCutOffIsRefusedAndNothingIsRestored()
            throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(file);
        TestDatabase empty = TestDatabase.fresh();
        Map<String, String> before = rowsOf(empty);
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < DAMAGES; i++) {
            Path damaged = Files.write(temp.resolve("damaged"), damage(whole, i, random));
            assertThatThrownBy(() -> restore(damaged, empty))
                    .as("damage %s", i)
                    .isInstanceOf(BackupRefused.class);
        }
        assertThat(rowsOf(empty)).isEqualTo(before);
    }

    @Test
    void aBackupNeverReplacesAFile() {
        assertThatThrownBy(() ->
                        Backup.take(
                                owner(house.database()),
                                temp.resolve("secrets"),
                                file,
                                PASSPHRASE,
                                NOBODY_LOOKS))
                .isInstanceOf(BackupRefused.class);
    }

    /// The last byte first, then the last chunk, then anywhere: changed and cut in turn.
    private static byte[] damage(byte[] whole, int turn, SplittableRandom random) {
        int at =
                switch (turn / 2) {
                    case 0 -> whole.length - 1;
                    case 1 -> whole.length - 20;
                    default -> random.nextInt(whole.length);
                };
        if (turn % 2 == 0) {
            return Arrays.copyOf(whole, at);
        }
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static Restored restore(Path from, TestDatabase into) throws IOException, SQLException {
        try (Restore backup = Restore.open(from, PASSPHRASE)) {
            return backup.into(owner(into), NOBODY_LOOKS);
        }
    }

    private static DataSource owner(TestDatabase database) {
        return database.as(DatabaseAccess.OWNER, database.access().ownerPassword());
    }

    private static DataSource as(TestDatabase database, String role) {
        return database.as(role, database.access().journalPassword());
    }

    private static Map<String, String> rowsOf(TestDatabase database)
            throws IOException, SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection con = database.superuser().getConnection()) {
            for (Table table : Tables.of(con)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                con.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), out);
                rows.put(
                        table.name(),
                        out.toString(StandardCharsets.UTF_8)
                                .lines()
                                .sorted()
                                .reduce("", (a, b) -> a + "\n" + b));
            }
        }
        return rows;
    }

    private static Map<String, String> sequencesOf(TestDatabase database) throws SQLException {
        try (Connection con = database.superuser().getConnection()) {
            return Tables.sequences(con);
        }
    }

    private static List<String> guards(TestDatabase database) {
        return JdbcClient.create(database.superuser())
                .sql(
                        """
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                               || ' ' || convalidated
                        from pg_constraint where connamespace = 'nostos'::regnamespace
                        union all
                        select tgrelid::regclass || ' ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text
                        from pg_trigger
                        where not tgisinternal
                        order by 1
                        """)
                .query(String.class)
                .list();
    }
}
