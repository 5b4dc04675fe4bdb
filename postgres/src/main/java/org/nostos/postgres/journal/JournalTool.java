package org.nostos.postgres.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javax.sql.DataSource;
import org.nostos.journal.JournalKeys;
import org.nostos.journal.Seal;
import org.postgresql.ds.PGSimpleDataSource;

/// What the `journal` command does with a database: the export with its checkpoint and key.
public final class JournalTool {

    private JournalTool() {}

    /// Connections of this role; each is a new one.
    public static DataSource connections(String url, String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(password);
        return source;
    }

    /// Writes the journal to the file, whole or not at all, and beside it `FILE.checkpoint`, signed,
    /// and `FILE.key` to check the signature with.
    ///
    /// @return the seal that the checkpoint was signed over; empty when nothing is sealed yet, and
    ///     then neither is written
    public static Optional<Seal> export(DataSource journal, Path file, JournalKeys keys)
            throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        Optional<Seal> seal;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
            seal = new StoredJournal(journal).export(out);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        if (seal.isPresent()) {
            Files.writeString(beside(file, ".checkpoint"), keys.sign(seal.get()).toString());
            Files.writeString(beside(file, ".key"), keys.publicText());
        }
        return seal;
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
