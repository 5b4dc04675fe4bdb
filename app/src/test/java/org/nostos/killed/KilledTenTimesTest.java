package org.nostos.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.journal.Verdict;
import org.nostos.postgres.journal.StoredJournal;
import org.nostos.postgres.server.EmbeddedServer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Power fails in the middle: ten times, at moments drawn by lot, five while a list is staged and five
/// while it is linked. Nothing is lost, nothing is there twice, and the journal is whole.
class KilledTenTimesTest {

    private static final int ROWS = 20_000;
    private static final long SEED = 20261122;

    private final Random lot = new Random(SEED);

    @Test
    void nothingIsLostNothingIsDoubledAndTheJournalIsWhole(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Path list = InventedList.write(folder.resolve("list.csv"), ROWS, SEED);
        assertThat(run("found", data, list).waitFor()).isZero();
        int killed = 0;
        for (int i = 0; i < 5; i++) {
            killed += killAfter("STAGING", 400, data, list);
        }
        for (int i = 0; i < 5; i++) {
            killed += killAfter("LINKING", 1500, data, list);
        }
        Process last = run("work", data, list);
        assertThat(said(last)).contains("DONE");
        assertThat(last.waitFor()).isZero();
        assertThat(killed).as("times it was really killed").isGreaterThanOrEqualTo(8);
        check(data);
    }

    /// Starts the house, waits until it says that it is there, and kills it within so many
    /// milliseconds. 1 when it was killed, 0 when it had come to an end by itself.
    private int killAfter(String where, int within, Path data, Path list) throws Exception {
        Process house = run("work", data, list);
        try (BufferedReader out = house.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.equals(where)) {
                line = out.readLine();
            }
            if (line != null) {
                LockSupport.parkNanos(Duration.ofMillis(lot.nextInt(within)).toNanos());
                house.destroyForcibly();
            }
        }
        assertThat(house.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return house.exitValue() == 0 ? 0 : 1;
    }

    private static void check(Path data) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(data)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(server.jdbcUrl("nostos"));
            source.setUser(server.superuser());
            source.setPassword(server.password());
            JdbcClient all = JdbcClient.create(source);
            assertThat(count(all, "select count(*) from nostos.record")).isEqualTo(ROWS);
            assertThat(count(all, "select count(distinct line) from nostos.record"))
                    .isEqualTo(ROWS);
            assertThat(count(all, "select count(*) from nostos.person")).isEqualTo(ROWS);
            assertThat(
                            count(
                                    all,
                                    "select max(ordinal) - min(ordinal) + 1 - count(*) from"
                                            + " nostos.person"))
                    .as("numbers left out")
                    .isZero();
            assertThat(
                            count(
                                    all,
                                    "select count(*) from nostos.linking_run_ended where how ="
                                            + " 'FINISHED'"))
                    .isEqualTo(1);
            assertThat(count(all, "select count(distinct run) from nostos.proposal")).isEqualTo(1);
            assertThat(
                            count(
                                    all,
                                    "select count(*) - max(e.proposals) from nostos.proposal p join"
                                            + " nostos.linking_run_ended e on e.run = p.run"))
                    .as("proposals more or fewer than the run says")
                    .isZero();
            assertThat(new StoredJournal(source).verify()).isInstanceOf(Verdict.Whole.class);
        }
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static List<String> said(Process house) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = house.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        }
        return lines;
    }

    private static Process run(String what, Path data, Path list) throws IOException {
        Path log = Files.createTempFile(data.getParent(), "house", ".log");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HouseAtWork.class.getName(),
                        what,
                        data.toString(),
                        list.toString())
                .redirectError(log.toFile())
                .start();
    }
}
