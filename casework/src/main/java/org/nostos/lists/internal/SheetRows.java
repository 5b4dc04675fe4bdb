package org.nostos.lists.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Surroundings.SheetSurvey;
import org.nostos.lists.UnreadableFile;

/// The rows of one sheet of a spreadsheet: of the one that somebody chose, else of the first open one
/// with headings that lists usually have, else of the first one that has rows.
final class SheetRows implements Rows {

    private static final int LOOKED_AT = 30;

    private final Path spool;
    private final Book book;
    private final List<Look> looks;
    private final int sheet;
    private final Book.Cells cells;
    private long found;

    private SheetRows(Path spool, Book book, List<Look> looks, int sheet, Book.Cells cells) {
        this.spool = spool;
        this.book = book;
        this.looks = looks;
        this.sheet = sheet;
        this.cells = cells;
    }

    static SheetRows open(InputStream in, Layout layout) throws IOException {
        Spool spool = Spool.of(in);
        try {
            return open(spool, layout);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(spool.path());
            throw e;
        }
    }

    private static SheetRows open(Spool spool, Layout layout) throws IOException {
        ZipFile zip = new ZipFile(spool.path().toFile());
        try {
            Book book = spool.kind() == FileKind.ODS ? OdsBook.open(zip) : XlsxBook.open(zip);
            boolean told = layout.sheet() == 0 && book.names().size() > 1;
            List<Look> looks = told ? looks(book) : List.of();
            int sheet = told ? choose(looks) : Math.max(1, layout.sheet());
            if (sheet < 1 || sheet > book.names().size()) {
                throw new UnreadableFile(layout.sheet() == 0 ? "no-rows" : "no-sheet");
            }
            return new SheetRows(spool.path(), book, looks, sheet, book.open(sheet));
        } catch (IOException | RuntimeException | Error e) {
            zip.close();
            throw e;
        }
    }

    /// A sheet with rows, and whether usual headings stand in one of the first.
    private record Look(SheetSurvey sheet, boolean hasHeadings) {}

    private static List<Look> looks(Book book) throws IOException {
        List<Look> looks = new ArrayList<>();
        for (Book.SheetName name : book.names()) {
            Look look = look(book, name);
            if (look.sheet().rows() > 0) {
                looks.add(look);
            }
        }
        return looks;
    }

    private static Look look(Book book, Book.SheetName name) throws IOException {
        long rows = 0;
        boolean headings = false;
        try (Book.Cells cells = book.open(name.number())) {
            for (Row row = cells.next(); row != null && rows <= MAX_ROWS; row = cells.next()) {
                if (!row.isBlank()) {
                    rows++;
                    headings |= rows <= LOOKED_AT && HeadingFinder.hasUsualHeadings(row);
                }
            }
        }
        return new Look(new SheetSurvey(name.number(), name.name(), rows, name.hidden()), headings);
    }

    private static int choose(List<Look> looks) {
        return looks.stream()
                .filter(look -> look.hasHeadings() && !look.sheet().hidden())
                .findFirst()
                .or(() -> looks.stream().filter(look -> !look.sheet().hidden()).findFirst())
                .or(() -> looks.stream().findFirst())
                .map(look -> look.sheet().number())
                .orElse(0);
    }

    /// Puts a value into its column of a row; blank ones far out are left away.
    static void put(List<String> cells, int column, String value) throws UnreadableFile {
        if (value.isBlank()) {
            return;
        }
        if (column >= MAX_COLUMNS) {
            throw new UnreadableFile("too-many-columns", Integer.toString(MAX_COLUMNS));
        }
        while (cells.size() < column) {
            cells.add("");
        }
        if (cells.size() == column) {
            cells.add(value);
        } else {
            cells.set(column, value);
        }
    }

    @Override
    public FileKind kind() {
        return book.kind();
    }

    @Override
    public boolean marked() {
        return false;
    }

    @Override
    public int sheet() {
        return sheet;
    }

    /// The only sheet is counted while it is read; several are looked through once.
    @Override
    public List<SheetSurvey> sheets() throws IOException {
        if (book.names().size() == 1) {
            Book.SheetName only = book.names().getFirst();
            return List.of(new SheetSurvey(1, only.name(), found, only.hidden()));
        }
        return (looks.isEmpty() ? looks(book) : looks).stream().map(Look::sheet).toList();
    }

    @Override
    public Notices notices() {
        return new Notices(cells.formulas(), book.hasExternalLinks());
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (Row row = cells.next(); row != null; row = cells.next()) {
            if (!row.isBlank()) {
                found++;
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        try (book;
                cells) {
            Files.deleteIfExists(spool);
        }
    }
}
