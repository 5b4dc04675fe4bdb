package org.nostos.postgres.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.journal.ExportVerifier;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import org.nostos.journal.Verdict.Fault;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.testing.TestDatabase;
import org.nostos.testing.TestHouse;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody with all rights changes the journal's tables behind the house's back.
class StoredJournalTest {

    private static final List<String> TABLES =
            List.of(
                    "journal_entry",
                    "journal_payload",
                    "journal_pending",
                    "journal_chain",
                    "journal_seal");

    private static TestHouse house;
    private static JdbcClient superuser;
    private static StoredJournal journal;
    private static long size;

    @BeforeAll
    static void writeAJournal() {
        house = TestHouse.open();
        house.bean(JournalSequencer.class).stop();
        TestDatabase database = house.database();
        superuser = JdbcClient.create(database.superuser());
        journal =
                new StoredJournal(
                        database.as(DatabaseAccess.JOURNAL, database.access().journalPassword()));
        for (int batch = 0; batch < 6; batch++) {
            for (int i = 0; i < 5; i++) {
                record(i == 0 ? "a".repeat(64) : null);
            }
            house.bean(JournalSequencer.class).sequence();
        }
        size = count("journal_chain");
        record(null);
        record(null);
        TABLES.forEach(
                t -> superuser.sql("create table kept_" + t + " as table nostos." + t).update());
    }

    @AfterEach
    void putBack() {
        for (String table : TABLES) {
            behindTheBack(
                    "delete from nostos." + table,
                    "insert into nostos." + table + " select * from kept_" + table);
        }
        assertThat(journal.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aWholeJournalIsWholeAndCountsWhatIsNotSealed() {
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Verdict.Whole.class,
                        whole -> {
                            assertThat(whole.sealed()).isEqualTo(size).isGreaterThan(30);
                            assertThat(whole.unsealed()).isEqualTo(2);
                        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/journal-tampering.tsv", delimiter = '\t', numLinesToSkip = 1)
    void anyColumnChangedInAnyEntryNamesThatEntry(String table, String column, String change) {
        String key = table.equals("journal_entry") ? "id" : "entry";
        for (long number : new long[] {1, 2, 17, size - 1, size}) {
            behindTheBack(
                    "update nostos."
                            + table
                            + " set "
                            + column
                            + " = "
                            + change
                            + " where "
                            + key
                            + " = '"
                            + entry(number)
                            + "'");
            Verdict.Broken broken = broken();
            assertThat(broken.entry()).as("%s", broken).isEqualTo(number);
            putBack();
        }
    }

    @Test
    void anEntryRemovedIsNamed() {
        UUID removed = entry(17);
        behindTheBack("delete from nostos.journal_entry where id = '" + removed + "'");
        assertThat(broken().entry()).isEqualTo(17);
        assertThat(broken().id()).isEqualTo(removed.toString());
    }

    @Test
    void anEntryRemovedWithItsPlaceInTheChainIsNamed() {
        UUID removed = entry(17);
        behindTheBack(
                "delete from nostos.journal_entry where id = '" + removed + "'",
                "delete from nostos.journal_chain where seq = 17");
        assertThat(broken().entry()).isEqualTo(17);
        assertThat(broken().fault()).isEqualTo(Fault.MISSING);
    }

    @Test
    void anEntryRemovedWithAllLaterOnesCountedAnewIsNamed() {
        behindTheBack(
                "delete from nostos.journal_chain where seq = 17",
                "update nostos.journal_chain set seq = -seq where seq > 17",
                "update nostos.journal_chain set seq = -seq - 1 where seq < 0");
        assertThat(broken().entry()).isEqualTo(17);
    }

    @Test
    void twoEntriesSwappedNameTheFirst() {
        swapPlaces(9, 21);
        assertThat(broken().entry()).isEqualTo(9);
    }

    @Test
    void whatTwoEntriesSaySwappedNamesTheFirst() {
        UUID one = entry(12);
        UUID other = entry(13);
        behindTheBack(
                "update nostos.journal_entry e set recorded_at = o.recorded_at, commitment = o.commitment"
                        + " from kept_journal_entry o where (e.id, o.id) in (('"
                        + one
                        + "', '"
                        + other
                        + "'), ('"
                        + other
                        + "', '"
                        + one
                        + "'))");
        assertThat(broken().entry()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEndCutOffIsNamedByTheSealOrElseByTheCheckpoint(boolean sealsToo) {
        Verdict.Whole whole = (Verdict.Whole) journal.verify();
        Seal checkpoint = Objects.requireNonNull(whole.seal());
        long kept = size - 5;
        behindTheBack(
                "delete from nostos.journal_entry where id in"
                        + " (select entry from nostos.journal_chain where seq > "
                        + kept
                        + ")",
                "delete from nostos.journal_payload where entry in"
                        + " (select entry from nostos.journal_chain where seq > "
                        + kept
                        + ")",
                "delete from nostos.journal_chain where seq > " + kept,
                "delete from nostos.journal_seal where " + sealsToo + " and size > " + kept);
        Verdict.Broken broken = (Verdict.Broken) journal.verify(checkpoint);
        assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF);
        assertThat(broken.entry()).isEqualTo(kept + 1);
        assertThat(journal.verify() instanceof Verdict.Whole).isEqualTo(sealsToo);
    }

    @Test
    void anEntrySlippedInPastTheSequencerIsNamed() {
        UUID stranger = UUID.randomUUID();
        behindTheBack(
                "insert into nostos.journal_entry select '"
                        + stranger
                        + "', recorded_at, actor, role,"
                        + " party, kind, purpose, document, commitment from nostos.journal_entry limit 1");
        assertThat(broken().fault()).isEqualTo(Fault.UNACCOUNTED);
        assertThat(broken().id()).isEqualTo(stranger.toString());
    }

    @Test
    void anEntryThatIsChainedAndStillPendingIsNamed() {
        behindTheBack("insert into nostos.journal_pending values ('" + entry(8) + "')");
        assertThat(broken().fault()).isEqualTo(Fault.UNACCOUNTED);
        assertThat(broken().entry()).isEqualTo(8);
    }

    @Test
    void aSealChangedIsNamed() {
        behindTheBack(
                "update nostos.journal_seal set root = set_byte(root, 3, get_byte(root, 3) # 1)"
                        + " where size = (select min(size) from nostos.journal_seal)");
        assertThat(broken().fault()).isEqualTo(Fault.SEAL_DIFFERS);
    }

    @Test
    void whatAnEntrySpokeOfCanBeErasedAndTheJournalStaysWhole() {
        behindTheBack("delete from nostos.journal_payload");
        assertThat(journal.verify()).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void theSequencersRoleCanChangeNothingThatIsWritten() {
        TestDatabase database = house.database();
        JdbcClient sequencer =
                JdbcClient.create(
                        database.as(DatabaseAccess.JOURNAL, database.access().journalPassword()));
        for (String table : TABLES) {
            assertThat(isRefused(sequencer, "update nostos." + table + " set " + column(table)))
                    .isTrue();
            if (!table.equals("journal_pending")) {
                assertThat(isRefused(sequencer, "delete from nostos." + table)).isTrue();
            }
        }
    }

    @Test
    void theExportSaysTheSameAsTheDatabase() throws IOException {
        assertThat(ExportVerifier.verify(new ByteArrayInputStream(export())))
                .isEqualTo(journal.verify());
        behindTheBack("delete from nostos.journal_entry where id = '" + entry(20) + "'");
        assertThat(ExportVerifier.verify(new ByteArrayInputStream(export())))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.entry()).isEqualTo(20));
    }

    @Test
    void theExportHoldsNoPayload() {
        assertThat(new String(export(), StandardCharsets.UTF_8))
                .contains("lists.accepted")
                .doesNotContain("rowan");
    }

    private static byte[] export() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        journal.export(out);
        return out.toByteArray();
    }

    private static void record(@Nullable String document) {
        Act act = Act.of("lists.accepted", Purpose.INTAKE, Map.of("tree", "rowan"));
        Act written = document == null ? act : act.withDocument(document);
        house.administrator()
                .run(() ->
                        house.transaction()
                                .executeWithoutResult(
                                        status -> house.bean(Acts.class).record(written)));
    }

    private static void swapPlaces(long one, long other) {
        behindTheBack(
                "update nostos.journal_chain set seq = -1 where seq = " + one,
                "update nostos.journal_chain set seq = " + one + " where seq = " + other,
                "update nostos.journal_chain set seq = " + other + " where seq = -1");
    }

    /// Runs statements past every constraint, as somebody does who owns the server.
    private static void behindTheBack(String... statements) {
        StringBuilder all = new StringBuilder("set session_replication_role = replica;");
        all.append(
                "alter table nostos.journal_chain drop constraint if exists journal_chain_seq_check;");
        for (String statement : statements) {
            all.append(statement).append(';');
        }
        superuser.sql(all.toString()).update();
    }

    private static boolean isRefused(JdbcClient client, String statement) {
        try {
            client.sql(statement).update();
            return false;
        } catch (DataAccessException e) {
            return true;
        }
    }

    private static String column(String table) {
        return switch (table) {
            case "journal_entry" -> "kind = kind";
            case "journal_seal" -> "root = root";
            default -> "entry = entry";
        };
    }

    private static UUID entry(long number) {
        return superuser
                .sql("select entry from kept_journal_chain where seq = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    private static long count(String table) {
        return superuser.sql("select count(*) from nostos." + table).query(Long.class).single();
    }

    private static Verdict.Broken broken() {
        Verdict verdict = journal.verify();
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return (Verdict.Broken) verdict;
    }
}
