package org.nostos.postgres.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.nostos.postgres.backup.internal.Layers;
import org.nostos.postgres.backup.internal.Loading;
import org.nostos.postgres.backup.internal.Tables;

/// Reads a backup back. First [#open], which proves the passphrase; then the database is made at the
/// [Title]'s schema; then [#into] fills it, in one transaction, and compares it with what was written.
///
/// Used once, by one thread.
public final class Restore implements AutoCloseable {

    /// A secret is a key or a password; more than this is none.
    private static final int LONGEST_SECRET = 1 << 16;

    private static final int LONGEST_TITLE = 1 << 20;

    /// What was read back.
    public record Restored(int tables, long rows) {}

    private final FileChannel channel;
    private final InputStream decrypted;
    private final TarArchiveInputStream tar;
    private final Title title;
    private final Map<String, byte[]> secrets = new TreeMap<>();
    private @Nullable TarArchiveEntry next;

    private Restore(FileChannel channel, Passphrase passphrase)
            throws IOException, GeneralSecurityException {
        this.channel = channel;
        this.decrypted = Layers.decrypted(channel, passphrase);
        this.tar = Layers.archive(decrypted);
        this.title = readTitle();
        readSecrets();
    }

    /// Opens the file and reads its first page.
    ///
    /// @throws BackupRefused when it is no backup, or the passphrase does not open it
    public static Restore open(Path file, Passphrase passphrase) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new Restore(channel, passphrase);
        } catch (AEADBadTagException e) {
            channel.close();
            throw new BackupRefused("the passphrase does not open this backup", e);
        } catch (GeneralSecurityException e) {
            channel.close();
            throw new BackupRefused("this is no backup, or it is damaged: " + e.getMessage(), e);
        } catch (BackupRefused e) {
            channel.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new BackupRefused("this is no backup, or it is damaged or cut off", e);
        }
    }

    public Title title() {
        return title;
    }

    /// Puts back the secrets that belong to the data, and not those of the machine it came from.
    public void secretsInto(Path folder) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
            Path file = folder.resolve(secret.getKey());
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(file, secret.getValue());
        }
    }

    /// Fills a database that has just been made at the title's schema: all of it or nothing, and
    /// every table equal to what was written.
    ///
    /// @throws BackupRefused when the backup is damaged or cut off, or does not fit the schema
    public Restored into(DataSource owner, Progress progress) throws IOException, SQLException {
        try (Connection con = owner.getConnection()) {
            con.setAutoCommit(false);
            if (!Tables.migrations(con).equals(title.migrations())) {
                throw new BackupRefused(
                        "the backup's schema is not one that this release makes; restore it with the"
                                + " release that made it");
            }
            Loading loading = new Loading(con, progress);
            loading.prepare();
            for (TarArchiveEntry entry = next; entry != null; entry = tar.getNextEntry()) {
                loading.take(entry.getName(), tar);
            }
            drain();
            Restored restored = loading.finish();
            con.commit();
            return restored;
        } catch (BackupRefused e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupRefused("the backup is damaged or cut off; nothing was restored", e);
        }
    }

    /// Writes into the journal that an instance was restored from this file.
    public static void note(DataSource owner, String sha256, Restored restored)
            throws SQLException {
        HouseActs.record(owner, "house.restored", sha256, Map.of("rows", restored.rows()));
    }

    /// The end of an encrypted file proves itself only to who reads it.
    private void drain() throws IOException {
        byte[] rest = new byte[1 << 13];
        while (decrypted.read(rest) >= 0) {
            // Nothing follows an archive but its padding.
        }
    }

    private Title readTitle() throws IOException {
        next = tar.getNextEntry();
        if (next == null || !next.getName().equals(Title.ENTRY) || next.getSize() > LONGEST_TITLE) {
            throw new BackupRefused("this is an encrypted archive, but no backup of an instance");
        }
        Title read = Title.parse(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        next = tar.getNextEntry();
        return read;
    }

    private void readSecrets() throws IOException {
        while (next != null && next.getName().startsWith("secrets/")) {
            String name = next.getName().substring("secrets/".length());
            if (!name.matches("[a-z0-9][a-zA-Z0-9._-]*") || next.getSize() > LONGEST_SECRET) {
                throw new BackupRefused("the backup holds a secret that is none");
            }
            secrets.put(name, tar.readAllBytes());
            next = tar.getNextEntry();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
