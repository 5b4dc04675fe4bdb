package org.nostos.lists.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.UnreadableFile;

/// The rows of a CSV file in UTF-8.
final class CsvRows implements Rows {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final FileKind kind;
    private final boolean marked;
    private final CloseableIterator<CsvRecord> records;
    private long line;

    private CsvRows(FileKind kind, boolean marked, CloseableIterator<CsvRecord> records) {
        this.kind = kind;
        this.marked = marked;
        this.records = records;
    }

    static CsvRows open(InputStream in, byte[] beginning) throws IOException {
        boolean marked = isMarked(beginning);
        if (marked) {
            in.skipNBytes(BYTE_ORDER_MARK.length);
        }
        FileKind kind = Separators.tell(new String(beginning, StandardCharsets.UTF_8));
        CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(kind.separator())
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .skipEmptyLines(true)
                        .maxBufferSize(MAX_CELL * 4)
                        .build(
                                CsvRecordHandler.builder()
                                        .maxFields(MAX_COLUMNS)
                                        .maxFieldSize(MAX_CELL)
                                        .maxRecordSize(MAX_CELL * 8)
                                        .build(),
                                new InputStreamReader(
                                        new CheckedLetters(in), StandardCharsets.UTF_8));
        return new CsvRows(kind, marked, reader.iterator());
    }

    private static boolean isMarked(byte[] beginning) {
        return beginning.length >= 3
                && beginning[0] == BYTE_ORDER_MARK[0]
                && beginning[1] == BYTE_ORDER_MARK[1]
                && beginning[2] == BYTE_ORDER_MARK[2];
    }

    @Override
    public FileKind kind() {
        return kind;
    }

    @Override
    public boolean marked() {
        return marked;
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                line = found.getStartingLineNumber();
                Row row = new Row(line, found.getFields(), true);
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw refuse(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// The reader wraps what the stream threw; its own refusals are a quote without an end, too many
    /// cells, or a cell without an end, which nobody can tell apart from outside.
    private UnreadableFile refuse(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile already) {
                return already;
            }
        }
        return new UnreadableFile("broken-csv", Long.toString(line + 1));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
