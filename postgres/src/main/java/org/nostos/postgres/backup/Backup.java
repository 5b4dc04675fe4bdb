package org.nostos.postgres.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.nostos.postgres.backup.internal.Entries;
import org.nostos.postgres.backup.internal.Layers;
import org.nostos.postgres.backup.internal.Parts;
import org.nostos.postgres.backup.internal.Tables;
import org.nostos.postgres.backup.internal.Tables.Table;
import org.nostos.postgres.backup.internal.Tally;
import org.postgresql.PGConnection;

/// Writes everything an instance keeps to one encrypted file, while the instance goes on working.
///
/// All tables are read as they were at one moment. The schema's owner reads them, and no policy may
/// hide a row from it: the database refuses instead.
public final class Backup {

    /// Secrets that belong to the machine and are made anew on the next one.
    static final Set<String> OF_THE_MACHINE =
            Set.of("superuser", "nostos_owner", "nostos_app", "nostos_door", "nostos_journal");

    /// What was written.
    ///
    /// @param sha256 of the encrypted file, in hex
    public record Taken(Title title, int tables, long rows, long bytes, String sha256) {}

    private final Connection con;
    private final TarArchiveOutputStream tar;
    private final Progress progress;
    private long rows;

    private Backup(Connection con, TarArchiveOutputStream tar, Progress progress) {
        this.con = con;
        this.tar = tar;
        this.progress = progress;
    }

    /// Takes a backup into a new file, whole or not at all.
    ///
    /// @param owner connections of the schema's owner
    /// @param secrets the instance's folder of secrets
    /// @throws BackupRefused when the file exists
    public static Taken take(
            DataSource owner, Path secrets, Path file, Passphrase passphrase, Progress progress)
            throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new BackupRefused(file + " is there already; a backup never replaces a file");
        }
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Files.deleteIfExists(half);
        try (Connection con = snapshot(owner)) {
            Taken taken = write(con, secrets, half, passphrase, progress);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return taken;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has ChaCha20-Poly1305", e);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// Writes into the journal that the backup was taken; false when there is nobody to write it for.
    public static boolean note(DataSource owner, Taken taken) throws SQLException {
        return HouseActs.record(
                owner,
                "house.backed-up",
                taken.sha256(),
                Map.of("rows", taken.rows(), "bytes", taken.bytes()));
    }

    private static Connection snapshot(DataSource owner) throws SQLException {
        Connection con = owner.getConnection();
        con.setAutoCommit(false);
        con.setReadOnly(true);
        con.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Tables.readPlainly(con);
        return con;
    }

    private static Taken write(
            Connection con, Path secrets, Path half, Passphrase passphrase, Progress progress)
            throws IOException, SQLException, GeneralSecurityException {
        MessageDigest digest = Tally.sha256();
        try (FileChannel channel =
                FileChannel.open(
                        half,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            OutputStream out =
                    new BufferedOutputStream(
                            new DigestOutputStream(Channels.newOutputStream(channel), digest));
            Title title;
            Map<String, Tally.Held> held;
            Backup backup;
            try (TarArchiveOutputStream tar = Layers.into(Channels.newChannel(out), passphrase)) {
                backup = new Backup(con, tar, progress);
                title = backup.title();
                backup.secrets(secrets);
                held = backup.tables();
                backup.standing(held);
                tar.finish();
            }
            return new Taken(
                    title,
                    held.size(),
                    backup.rows,
                    Files.size(half),
                    HexFormat.of().formatHex(digest.digest()));
        } finally {
            sync(half);
        }
    }

    private static void sync(Path file) throws IOException {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    private Title title() throws IOException, SQLException {
        long sealed = 0;
        String head = "-";
        try (Statement s = con.createStatement();
                ResultSet r =
                        s.executeQuery(
                                "select size, encode(chain, 'hex') from nostos.journal_seal"
                                        + " order by size desc limit 1")) {
            if (r.next()) {
                sealed = r.getLong(1);
                head = r.getString(2);
            }
        }
        Title title =
                new Title(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        sealed,
                        head,
                        Tables.migrations(con));
        Entries.write(tar, Title.ENTRY, title.text().getBytes(StandardCharsets.UTF_8));
        return title;
    }

    private void secrets(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (!OF_THE_MACHINE.contains(name) && !name.endsWith(".new")) {
                Entries.write(tar, "secrets/" + name, Files.readAllBytes(file));
            }
        }
    }

    private SortedMap<String, Tally.Held> tables() throws IOException, SQLException {
        long about = Tables.estimate(con);
        SortedMap<String, Tally.Held> held = new TreeMap<>();
        for (Table table : Tables.of(con)) {
            long before = rows;
            Tally tally = new Tally();
            try (Parts parts =
                    new Parts(
                            tar,
                            table.name(),
                            tally,
                            () -> progress.reached(before + tally.rows(), about))) {
                con.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), parts);
            }
            rows += tally.rows();
            held.put(table.name(), tally.held());
        }
        return held;
    }

    private void standing(Map<String, Tally.Held> held) throws IOException, SQLException {
        Entries.write(tar, Entries.SEQUENCES, Entries.lines(Tables.sequences(con)));
        SortedMap<String, String> manifest = new TreeMap<>();
        held.forEach((table, h) -> manifest.put(table, h.rows() + "\t" + h.sha256()));
        Entries.write(tar, Entries.MANIFEST, Entries.lines(manifest));
    }
}
