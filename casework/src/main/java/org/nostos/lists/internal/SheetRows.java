package org.nostos.lists.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.UnreadableFile;

/// The rows of a spreadsheet: those of its first sheet that has any.
final class SheetRows implements Rows {

    private final Path spool;
    private final ReadableWorkbook book;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

    private SheetRows(
            Path spool, ReadableWorkbook book, Stream<org.dhatim.fastexcel.reader.Row> stream) {
        this.spool = spool;
        this.book = book;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static SheetRows open(InputStream in) throws IOException {
        Path spool = Spool.of(in);
        try {
            return open(spool);
        } catch (ExcelReaderException | IndexOutOfBoundsException | NullPointerException e) {
            Files.deleteIfExists(spool);
            throw broken(e, 1);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(spool);
            throw e;
        }
    }

    private static SheetRows open(Path spool) throws IOException {
        ReadableWorkbook book =
                new ReadableWorkbook(spool.toFile(), new ReadingOptions(true, false));
        try {
            for (Sheet sheet : book.getSheets().toList()) {
                if (hasRows(sheet)) {
                    return new SheetRows(spool, book, sheet.openStream());
                }
            }
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
        book.close();
        throw new UnreadableFile("no-rows");
    }

    private static boolean hasRows(Sheet sheet) throws IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> row.getFirstNonEmptyCell().isPresent());
        }
    }

    @Override
    public FileKind kind() {
        return FileKind.XLSX;
    }

    @Override
    public boolean marked() {
        return false;
    }

    @Override
    public @Nullable Row next() throws IOException {
        long line = 0;
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row found = rows.next();
                line = found.getRowNum();
                Row row = new Row(line, cells(found), false);
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (ExcelReaderException | IndexOutOfBoundsException | NullPointerException e) {
            throw broken(e, line + 1);
        } catch (UncheckedIOException e) {
            throw broken(e, line + 1);
        }
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) throws UnreadableFile {
        int count = row.getCellCount();
        if (count > MAX_COLUMNS && hasFilledBeyond(row, MAX_COLUMNS)) {
            throw new UnreadableFile("too-many-columns", Integer.toString(MAX_COLUMNS));
        }
        List<String> cells = new ArrayList<>(Math.min(count, MAX_COLUMNS));
        for (int column = 0; column < Math.min(count, MAX_COLUMNS); column++) {
            cells.add(CellText.of(row.getCell(column)));
        }
        return cells;
    }

    private static boolean hasFilledBeyond(org.dhatim.fastexcel.reader.Row row, int column) {
        return row.stream()
                .skip(column)
                .anyMatch(cell -> cell != null && !CellText.of(cell).isBlank());
    }

    private static UnreadableFile broken(RuntimeException cause, long line) {
        UnreadableFile refusal = new UnreadableFile("broken-sheet", Long.toString(line));
        refusal.initCause(cause);
        return refusal;
    }

    @Override
    public void close() throws IOException {
        try (book;
                stream) {
            Files.deleteIfExists(spool);
        }
    }
}
