package org.nostos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.Verdict;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.postgres.Installation;
import org.nostos.postgres.Secrets;
import org.nostos.postgres.backup.BackupRefused;
import org.nostos.postgres.backup.Progress;
import org.nostos.postgres.backup.Restore;
import org.nostos.postgres.backup.Restore.Restored;
import org.nostos.postgres.journal.JournalTool;
import org.nostos.postgres.journal.StoredJournal;
import org.nostos.postgres.server.EmbeddedServer;

/// An instance made from a backup, in a folder where there is none.
///
/// It grows in `DIR.restoring` and takes its place by one rename once every table and the journal have
/// been compared: a restore that was broken off leaves no instance, and is begun again.
final class Restoring {

    /// What came back, how much of it was erased again, and what the check of its journal says.
    record Outcome(Restored restored, long erasedAgain, Verdict journal) {}

    private static final String MARK = "restoring.txt";

    private final Restore backup;
    private final String sha256;
    private final @Nullable Path erased;
    private final Progress progress;

    /// @param erased the list of what was erased after the backup, if there is one
    Restoring(Restore backup, String sha256, @Nullable Path erased, Progress progress) {
        this.backup = backup;
        this.sha256 = sha256;
        this.erased = erased;
        this.progress = progress;
    }

    Outcome into(Path data) throws IOException, SQLException {
        if (Files.exists(data) && !isEmpty(data)) {
            throw new BackupRefused(
                    data
                            + " is not empty: a backup is restored into a folder that is not there yet");
        }
        Path half = data.resolveSibling(data.getFileName() + ".restoring");
        begin(half);
        Outcome outcome;
        try {
            outcome = fill(half);
        } catch (IOException | SQLException | RuntimeException e) {
            delete(half);
            throw e;
        }
        Files.delete(half.resolve(MARK));
        Files.deleteIfExists(data);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
        return outcome;
    }

    private Outcome fill(Path half) throws IOException, SQLException {
        Secrets secrets = new Secrets(half.resolve("secrets"));
        backup.secretsInto(half.resolve("secrets"));
        String url = System.getenv(Instance.DATABASE_URL);
        if (url != null) {
            return external(ExternalServer.of(url), secrets);
        }
        try (EmbeddedServer server = EmbeddedServer.start(half)) {
            Installation installation =
                    new Installation(server::jdbcUrl, server.superuser(), server.password());
            return rows(version ->
                    version == null
                            ? installation.install(Instance.DATABASE, "postgres", secrets)
                            : installation.install(
                                    Instance.DATABASE, "postgres", secrets, version));
        }
    }

    private Outcome external(ExternalServer server, Secrets secrets)
            throws IOException, SQLException {
        if (server.holdsAnInstance()) {
            throw new BackupRefused(
                    "the database holds an instance already; name an empty one in "
                            + Instance.DATABASE_URL);
        }
        return rows(version ->
                version == null ? server.install(secrets) : server.install(secrets, version));
    }

    /// Installs the schema, to this version or (null) to the newest.
    private interface Installing {
        DatabaseAccess upTo(@Nullable String version);
    }

    private Outcome rows(Installing installing) throws IOException, SQLException {
        DatabaseAccess access = installing.upTo(backup.title().schema());
        DataSource owner =
                JournalTool.connections(access.url(), DatabaseAccess.OWNER, access.ownerPassword());
        Restored restored;
        try {
            restored = backup.into(owner, progress);
        } catch (IOException | SQLException | RuntimeException e) {
            dropSchema(owner);
            throw e;
        }
        installing.upTo(null);
        long again = erased == null ? 0 : ErasedAgain.from(owner, erased);
        Verdict verdict =
                new StoredJournal(
                                JournalTool.connections(
                                        access.url(),
                                        DatabaseAccess.JOURNAL,
                                        access.journalPassword()))
                        .verify();
        Restore.note(owner, sha256, restored);
        return new Outcome(restored, again, verdict);
    }

    private static void dropSchema(DataSource owner) throws SQLException {
        try (Connection con = owner.getConnection();
                Statement s = con.createStatement()) {
            s.execute("drop schema " + Installation.SCHEMA + " cascade");
        }
    }

    private static void begin(Path half) throws IOException {
        if (Files.exists(half) && !Files.exists(half.resolve(MARK))) {
            throw new BackupRefused(half + " is in the way, and no restore made it: move it away");
        }
        delete(half);
        Files.createDirectories(half.resolveSibling("."));
        Files.createDirectory(
                half,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(
                half.resolve(MARK), "A restore was broken off here. It can be begun again.\n");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
