package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.journal.ExportVerifier;
import org.nostos.journal.KeptCheckpoint;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import org.nostos.postgres.Installation;
import org.nostos.postgres.Secrets;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.postgres.server.EmbeddedServer;
import org.nostos.postgres.server.ServerSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalCommandTest {

    @TempDir Path temp;

    @Test
    void anInstanceThatDoesNotRunIsExportedAndVerifiedToItsLastEntry() throws IOException {
        try (EmbeddedServer server = install()) {
            write(server, 7);
        }
        assertThat(JournalCommand.run("export", file().toString(), "--data", data())).isZero();
        assertThat(verifyFile().sealed()).isEqualTo(7);
        assertThat(verify()).isZero();
    }

    @Test
    void anInstanceThatRunsIsReadWhereItRuns() throws IOException {
        try (EmbeddedServer server = install()) {
            write(server, 3);
            assertThat(JournalCommand.run("export", file().toString(), "--data", data())).isZero();
            assertThat(verify()).isZero();
            assertThat(server.isRunning()).isTrue();
        }
        try (InputStream in = Files.newInputStream(file())) {
            assertThat(ExportVerifier.verify(in))
                    .isInstanceOfSatisfying(
                            Verdict.Whole.class,
                            whole -> assertThat(whole.unsealed()).isEqualTo(3));
        }
    }

    @Test
    void aJournalThatLostItsEndFailsAgainstTheCheckpointThatWasKept() throws IOException {
        try (EmbeddedServer server = install()) {
            write(server, 7);
        }
        JournalCommand.run("export", file().toString(), "--data", data());
        String checkpoint = file() + ".checkpoint";
        String key = file() + ".key";
        assertThat(
                        JournalCommand.run(
                                "verify",
                                "--data=" + data(),
                                "--checkpoint",
                                checkpoint,
                                "--key",
                                key))
                .isZero();
        try (EmbeddedServer server = EmbeddedServer.start(Path.of(data()), settings())) {
            JdbcClient.create(superuser(server))
                    .sql(
                            "truncate nostos.journal_seal, nostos.journal_chain, nostos.journal_pending;"
                                    + " set session_replication_role = replica;"
                                    + " delete from nostos.journal_entry")
                    .update();
        }
        assertThat(
                        JournalCommand.run(
                                "verify",
                                "--data=" + data(),
                                "--checkpoint",
                                checkpoint,
                                "--key",
                                key))
                .isEqualTo(1);
    }

    @Test
    void aFolderWithoutAnInstanceIsRefusedAndLeftAsItIs() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        assertThat(JournalCommand.run("verify", "--data", empty.toString())).isEqualTo(1);
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void aCommandLineThatSaysNothingIsWrongUsage() {
        assertThat(JournalCommand.run()).isEqualTo(2);
        assertThat(JournalCommand.run("export")).isEqualTo(2);
        assertThat(JournalCommand.run("verify", "--data")).isEqualTo(2);
        assertThat(JournalCommand.run("verify", "--colour", "red")).isEqualTo(2);
    }

    private EmbeddedServer install() {
        EmbeddedServer server = EmbeddedServer.start(Path.of(data()), settings());
        new Installation(server::jdbcUrl, server.superuser(), server.password())
                .install("nostos", "postgres", new Secrets(Path.of(data(), "secrets")));
        return server;
    }

    private static ServerSettings settings() {
        return ServerSettings.forgetful();
    }

    private static void write(EmbeddedServer server, int entries) {
        JdbcClient.create(superuser(server))
                .sql(
                        """
                        with written as (
                            insert into nostos.journal_entry (id, recorded_at, actor, role, party, kind,
                                                              purpose, commitment)
                            select gen_random_uuid(), clock_timestamp(), gen_random_uuid(), 'MONITOR',
                                   gen_random_uuid(), 'registry.read', 'MONITORING', sha256('')
                            from generate_series(1, ?) returning id)
                        insert into nostos.journal_pending select id from written
                        """)
                .param(entries)
                .update();
    }

    private static DataSource superuser(EmbeddedServer server) {
        return JournalTool.connections(
                server.jdbcUrl("nostos"), server.superuser(), server.password());
    }

    private Verdict.Whole verifyFile() throws IOException {
        Seal seal =
                KeptCheckpoint.read(Path.of(file() + ".checkpoint"), Path.of(file() + ".key"))
                        .seal()
                        .orElseThrow();
        try (InputStream in = Files.newInputStream(file())) {
            return (Verdict.Whole) ExportVerifier.verify(in, seal);
        }
    }

    private int verify() {
        return JournalCommand.run("verify", "--data", data());
    }

    private Path file() {
        return temp.resolve("export.txt");
    }

    private String data() {
        return temp.resolve("data").toString();
    }
}
