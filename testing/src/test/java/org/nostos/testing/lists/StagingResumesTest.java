package org.nostos.testing.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Role;
import org.nostos.lists.Deciding;
import org.nostos.lists.ListReading;
import org.nostos.lists.ListStatus;
import org.nostos.lists.Staging;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.testing.TestHouse;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// Nothing is lost and nothing doubled, whatever dies while a list is staged.
class StagingResumesTest {

    private static final int ROWS = 120_000;
    private static final int KILLS = 10;
    private static final long SEED = 20261122;

    private TestHouse house;
    private Caller meridia;
    private JdbcClient superuser;

    @BeforeEach
    void openHouse() {
        house = TestHouse.open();
        meridia = house.party(PartyKind.STATE, "Meridia", "XMA", Role.INTAKE_OFFICER);
        superuser = JdbcClient.create(house.database().superuser());
    }

    @AfterEach
    void closeHouse() {
        house.close();
    }

    @Test
    void goesOnWhereItWasWhenItsConnectionsAreCut() {
        SplittableRandom random = new SplittableRandom(SEED);
        UUID version = mapped();
        for (int kill = 0; kill < KILLS; kill++) {
            long chunks = chunks() + random.nextInt(3);
            Eventually.holds(() -> chunks() >= chunks || isStaged());
            cutConnections();
        }
        Eventually.holds(() -> isStaged());
        assertWhole(version);
    }

    @Test
    void goesOnWhereItWasWhenItsProcessIsKilled() throws IOException, InterruptedException {
        house.bean(Staging.class).stop();
        UUID version = handedIn();
        holdingBack("list_event", () -> killWhen(() -> writers("list_event", false) > 0));
        assertThat(Sample.status(house, meridia, version)).isEqualTo(ListStatus.RECEIVED);
        killWhen(() -> count("select count(*) from nostos.list_event where kind = 'CHECKED'") == 1);
        Sample.mapAsProposed(house, meridia, version);
        for (int kill = 0; kill < KILLS / 2; kill++) {
            long chunks = chunks();
            killWhen(() -> chunks() > chunks || isStaged());
        }
        assertThat(isStaged()).as("the kills came before the end").isFalse();
        killWhen(this::isStaged);
        assertStaged();
        assertThat(meridia.call(() -> house.bean(Deciding.class).accept(version))).isEmpty();
        for (int kill = 0; kill < 2; kill++) {
            holdingBack("person", () -> killWhen(() -> writers("person", false) > 0));
            assertThat(count("select count(*) from nostos.record")).isZero();
        }
        house.bean(Staging.class).start();
        holdingBack("household", this::tidyUp);
        Eventually.holds(
                () -> Sample.status(house, meridia, version) == ListStatus.PARTLY_ACCEPTED);
        assertRecords();
    }

    /// The server may tidy up at any moment: then its statistics say that the records that are being
    /// made do not exist.
    private void tidyUp() {
        Eventually.holds(() -> writers("household", false) > 0);
        superuser.sql("vacuum analyze nostos.record").update();
    }

    private void killWhen(BooleanSupplier moment) throws IOException, InterruptedException {
        Process process = start();
        try {
            Eventually.holds(() -> {
                assertThat(process.isAlive()).as("the instance runs until it is killed").isTrue();
                return moment.getAsBoolean();
            });
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private interface Killing {
        void go() throws IOException, InterruptedException;
    }

    /// Lets nobody write to the table, so that whoever wants to can be killed before.
    private void holdingBack(String table, Killing killing)
            throws IOException, InterruptedException {
        try (Connection connection = house.database().superuser().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table nostos." + table + " in exclusive mode");
            killing.go();
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        Eventually.holds(() -> writers(table, true) + writers(table, false) == 0);
    }

    /// How many connections hold this table for writing, or wait to. The server tells nobody which
    /// statements run.
    private long writers(String table, boolean granted) {
        return superuser
                .sql(
                        "select count(*) from pg_locks where relation = cast(? as regclass)"
                                + " and mode = 'RowExclusiveLock' and granted = ?")
                .param("nostos." + table)
                .param(granted)
                .query(Long.class)
                .single();
    }

    private UUID handedIn() {
        return Sample.handedIn(house, meridia, "Large", Sample.bytes(Sample.large(ROWS, SEED)));
    }

    private UUID mapped() {
        UUID version = handedIn();
        Eventually.holds(() -> Sample.status(house, meridia, version) == ListStatus.CHECKED);
        Sample.mapAsProposed(house, meridia, version);
        return version;
    }

    private void assertWhole(UUID version) {
        assertStaged();
        assertThat(meridia.call(() -> house.bean(Deciding.class).accept(version))).isEmpty();
        ListReading reading = house.bean(ListReading.class);
        for (int cut = 0; cut < 3; cut++) {
            Eventually.holds(() -> isUnderWay(reading, version) || isAccepted());
            cutConnections();
        }
        Eventually.holds(this::isAccepted);
        assertRecords();
    }

    /// A connection that was cut a moment ago may be lent once more: then nothing is known yet.
    private boolean isUnderWay(ListReading reading, UUID version) {
        try {
            return meridia.call(() -> reading.progress(version)).done() > 0;
        } catch (TransactionException | DataAccessException e) {
            return false;
        }
    }

    private boolean isAccepted() {
        return count("select count(*) from nostos.list_event where kind = 'PARTLY_ACCEPTED'") == 1;
    }

    private void assertStaged() {
        assertThat(count("select count(*) from nostos.staged_row")).isEqualTo(ROWS);
        assertThat(count("select count(distinct line) from nostos.staged_row")).isEqualTo(ROWS);
        assertThat(count("select sum(rows) from nostos.staged_chunk")).isEqualTo(ROWS);
        assertThat(count("select count(*) from nostos.staged_chunk")).isEqualTo(ROWS / 5_000);
        assertThat(
                        count(
                                "select count(*) from nostos.journal_entry where kind = 'lists.chunk-staged'"))
                .isEqualTo(ROWS / 5_000);
        assertThat(count("select count(*) from nostos.list_event where kind = 'STAGED'"))
                .isEqualTo(1);
    }

    private void assertRecords() {
        int nobody = ROWS / 150;
        assertThat(count("select count(*) from nostos.record")).isEqualTo(ROWS - nobody);
        assertThat(count("select count(*) from nostos.person")).isEqualTo(ROWS - nobody);
        assertThat(count("select count(distinct line) from nostos.record"))
                .isEqualTo(ROWS - nobody);
    }

    private Process start() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StagingProcess.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        DatabaseAccess access = house.database().access();
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        for (String line :
                List.of(
                        access.url(),
                        access.ownerPassword(),
                        access.appPassword(),
                        access.doorPassword(),
                        access.journalPassword(),
                        access.houseKey())) {
            in.write(line + "\n");
        }
        in.flush();
        return process;
    }

    private void cutConnections() {
        superuser
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = current_database() and usename = 'nostos_app'")
                .query((row, number) -> true)
                .list();
    }

    private boolean isStaged() {
        return count("select count(*) from nostos.list_event where kind = 'STAGED'") == 1;
    }

    private long chunks() {
        return count("select count(*) from nostos.staged_chunk");
    }

    private long count(String sql) {
        return superuser.sql(sql).query(Long.class).single();
    }
}
