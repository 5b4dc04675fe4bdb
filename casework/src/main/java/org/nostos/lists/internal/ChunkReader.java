package org.nostos.lists.internal;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileBytes;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.StagedRows;

/// Reads a file's rows under a mapping and hands them out in chunks of the same size, from behind a
/// given line. The same file under the same mapping is always cut at the same rows.
public final class ChunkReader implements Closeable {

    static final int ROWS = 5_000;

    private final Rows rows;
    private final RowReader reader;
    private final UUID mapping;
    private final UUID party;
    private final long behind;
    private int number;

    private ChunkReader(
            Rows rows, RowReader reader, UUID mapping, UUID party, long behind, int number) {
        this.rows = rows;
        this.reader = reader;
        this.mapping = mapping;
        this.party = party;
        this.behind = behind;
        this.number = number;
    }

    /// @param behind the line of the headings, or of the last row that is staged
    /// @param number the number of the next chunk
    public static ChunkReader open(
            FileBytes file, UUID mappingId, Mapping mapping, UUID party, long behind, int number)
            throws IOException {
        RowReader reader = new RowReader(mapping, LocalDate.now(ZoneOffset.UTC));
        return new ChunkReader(ListFiles.open(file), reader, mappingId, party, behind, number);
    }

    /// The next chunk, or null when all rows are read.
    public StagedRows.@Nullable Chunk next() throws IOException {
        List<ReadRow> chunk = new ArrayList<>(ROWS);
        RowRoot root = new RowRoot();
        while (chunk.size() < ROWS) {
            Row row = rows.next();
            if (row == null) {
                break;
            }
            if (row.line() > behind) {
                chunk.add(reader.read(row));
                root.add(row);
            }
        }
        return chunk.isEmpty()
                ? null
                : new StagedRows.Chunk(mapping, number++, party, chunk, root.take());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
