package org.nostos.postgres.journal.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nostos.journal.ExportWriter;
import org.nostos.journal.Hash;
import org.nostos.journal.Seal;

/// Writes the stored journal out as it stands. An entry that is not there is left out, and whoever
/// checks the text will find the gap.
public final class Exporter implements Stored.Visitor {

    private final ExportWriter writer;
    private @Nullable Seal seal;

    public Exporter(ExportWriter writer) {
        this.writer = writer;
    }

    /// The last seal that was written.
    public @Nullable Seal seal() {
        return seal;
    }

    @Override
    public boolean chained(long number, Hash leaf, Hash link, Stored.Row row) throws IOException {
        if (row.entry() != null) {
            writer.chained(number, link, row.entry().line());
        }
        return true;
    }

    @Override
    public boolean seal(Seal stored) throws IOException {
        writer.seal(stored);
        seal = stored;
        return true;
    }

    @Override
    public boolean unchained(Stored.Row row) throws IOException {
        if (row.entry() != null) {
            writer.pending(row.entry().line());
        }
        return true;
    }
}
