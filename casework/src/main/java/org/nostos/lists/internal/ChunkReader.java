package org.nostos.lists.internal;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.FileBytes;
import org.nostos.lists.KeptCell;
import org.nostos.lists.Layout;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.RowFault;
import org.nostos.lists.StagedRows;
import org.nostos.lists.Survey;

/// Reads a file's rows under a mapping and hands them out in chunks of the same size, from behind a
/// given line. The same file under the same mapping is always cut at the same rows.
public final class ChunkReader implements Closeable {

    static final int ROWS = 5_000;

    /// A chunk ends early when so many letters are kept beside what its columns say.
    static final long LETTERS = 16L << 20;

    private final Rows rows;
    private final RowReader reader;
    private final UUID mapping;
    private final UUID party;
    private final Layout.Headings headings;
    private final long behind;
    private final List<Row> headingRows = new ArrayList<>();
    private @Nullable Strays strays;
    private int number;

    private ChunkReader(
            Rows rows,
            RowReader reader,
            UUID mapping,
            UUID party,
            Layout.Headings headings,
            long behind,
            int number) {
        this.rows = rows;
        this.reader = reader;
        this.mapping = mapping;
        this.party = party;
        this.headings = headings;
        this.behind = Math.max(headings.last(), behind);
        this.number = number;
    }

    /// @param version whose mapping reads the rows
    /// @param behind the line of the last row that is staged, or 0
    /// @param number the number of the next chunk
    public static ChunkReader open(FileBytes file, ListVersion version, long behind, int number)
            throws IOException {
        ListVersion.ChosenMapping chosen = version.mapping().orElseThrow();
        return open(
                file,
                version.survey().orElseThrow(),
                chosen,
                version.party(),
                version.asOf(),
                behind,
                number);
    }

    static ChunkReader open(
            FileBytes file,
            Survey survey,
            ListVersion.ChosenMapping chosen,
            UUID party,
            LocalDate asOf,
            long behind,
            int number)
            throws IOException {
        return new ChunkReader(
                ListFiles.open(file, survey.layout()),
                reader(survey, chosen.mapping(), asOf),
                chosen.id(),
                party,
                survey.headings(),
                behind,
                number);
    }

    /// A reader for the rows of this version under this mapping.
    public static RowReader reader(ListVersion version, Mapping mapping) {
        return reader(version.survey().orElseThrow(), mapping, version.asOf());
    }

    private static RowReader reader(Survey survey, Mapping mapping, LocalDate asOf) {
        List<String> headings = survey.columns().stream().map(ColumnSurvey::heading).toList();
        return new RowReader(mapping, headings, asOf, LocalDate.now(ZoneOffset.UTC));
    }

    /// The next chunk, or null when all rows are read.
    public StagedRows.@Nullable Chunk next() throws IOException {
        List<ReadRow> chunk = new ArrayList<>(ROWS);
        RowRoot root = new RowRoot();
        long kept = 0;
        while (chunk.size() < ROWS && kept < LETTERS) {
            Row row = rows.next();
            if (row == null) {
                break;
            }
            if (headings.has(row.line())) {
                headingRows.add(row);
            } else if (row.line() > behind) {
                ReadRow read = read(row);
                chunk.add(read);
                root.add(row);
                kept += letters(read);
            } else if (row.line() > headings.last() && strays().of(row) == null) {
                reader.pass(Marks.without(row));
            }
        }
        return chunk.isEmpty()
                ? null
                : new StagedRows.Chunk(mapping, number++, party, chunk, root.take());
    }

    private ReadRow read(Row row) {
        RowFault stray = strays().of(row);
        return stray == null ? reader.read(Marks.without(row)) : Strays.leftOut(row, stray);
    }

    private Strays strays() {
        if (strays == null) {
            strays = new Strays(headingRows);
        }
        return strays;
    }

    private static long letters(ReadRow row) {
        long letters = 0;
        for (KeptCell cell : row.kept()) {
            letters += cell.text().length();
        }
        return letters;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
