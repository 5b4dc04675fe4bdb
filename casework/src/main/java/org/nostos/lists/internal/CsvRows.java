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
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Letters;
import org.nostos.lists.UnreadableFile;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The rows of a text file: cells with a separator between them.
final class CsvRows implements Rows {

    private final FileKind kind;
    private final Lettering lettering;
    private final CloseableIterator<CsvRecord> records;
    private long line;

    private CsvRows(FileKind kind, Lettering lettering, CloseableIterator<CsvRecord> records) {
        this.kind = kind;
        this.lettering = lettering;
        this.records = records;
    }

    static CsvRows open(InputStream in, byte[] beginning, Layout layout) throws IOException {
        Letters chosen = layout.letters();
        Lettering lettering =
                chosen == null ? Lettering.tell(beginning) : Lettering.chosen(chosen, beginning);
        in.skipNBytes(lettering.mark());
        FileKind kind = layout.kind();
        if (kind == null || kind.isSpreadsheet()) {
            kind = Separators.tell(new String(beginning, lettering.letters().charset()));
        }
        return new CsvRows(kind, lettering, reader(in, kind, lettering.letters()));
    }

    private static CloseableIterator<CsvRecord> reader(
            InputStream in, FileKind kind, Letters letters) {
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
                                letters(in, letters));
        return reader.iterator();
    }

    private static Reader letters(InputStream in, Letters letters) {
        return letters == Letters.UTF_8
                ? new InputStreamReader(new CheckedLetters(in), letters.charset())
                : new CheckedText(new InputStreamReader(in, letters.charset()));
    }

    @Override
    public FileKind kind() {
        return kind;
    }

    @Override
    public Letters letters() {
        return lettering.letters();
    }

    @Override
    public List<Letters> lettersOpen() {
        return lettering.open();
    }

    @Override
    public boolean marked() {
        return lettering.mark() > 0;
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

    /// The reader wraps what the stream threw, be it that the file cannot be fetched just now; its own
    /// refusals are a quote without an end, too many cells, or a cell without an end, which nobody can
    /// tell apart from outside.
    private UnreadableFile refuse(CsvParseException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile already) {
                return already;
            }
            if (cause instanceof DataAccessException || cause instanceof TransactionException) {
                throw (RuntimeException) cause;
            }
        }
        return new UnreadableFile("broken-csv", Long.toString(line + 1));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
