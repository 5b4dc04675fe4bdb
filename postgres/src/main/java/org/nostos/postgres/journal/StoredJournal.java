package org.nostos.postgres.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.ExportWriter;
import org.nostos.journal.JournalCheck;
import org.nostos.journal.Seal;
import org.nostos.journal.Verdict;
import org.nostos.postgres.journal.internal.Checker;
import org.nostos.postgres.journal.internal.Exporter;
import org.nostos.postgres.journal.internal.Stored;

/// The journal of one database, read as a whole. Reading it changes nothing and stops no writer.
public final class StoredJournal {

    private static final JournalCheck.Progress NOBODY = (entry, of) -> {};

    private final DataSource journal;

    /// @param journal connections of the role `nostos_journal`
    public StoredJournal(DataSource journal) {
        this.journal = journal;
    }

    /// Recomputes every leaf, link and root, and says whether all is whole.
    public Verdict verify() {
        return verify(null, NOBODY);
    }

    /// The same, and against a checkpoint whose signature the caller has looked at.
    public Verdict verify(Seal checkpoint) {
        return verify(checkpoint, NOBODY);
    }

    /// Against a checkpoint, if there is one, telling somebody how far it is.
    public Verdict verify(@Nullable Seal checkpoint, JournalCheck.Progress progress) {
        Checker checker = new Checker(checkpoint, progress);
        walk(checker);
        return checker.verdict();
    }

    /// Writes the journal as text; the last seal in it, if there is one.
    public Optional<Seal> export(OutputStream out) {
        try (ExportWriter writer = new ExportWriter(out)) {
            Exporter exporter = new Exporter(writer);
            walk(exporter);
            return Optional.ofNullable(exporter.seal());
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    private void walk(Stored.Visitor visitor) {
        try {
            Stored.walk(journal, visitor);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the journal cannot be read (SQLSTATE " + e.getSQLState() + ")", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }
}
