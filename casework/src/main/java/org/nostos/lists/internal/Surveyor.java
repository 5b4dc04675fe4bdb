package org.nostos.lists.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileBytes;
import org.nostos.lists.Layout;
import org.nostos.lists.Layout.Headings;
import org.nostos.lists.Letters;
import org.nostos.lists.RowFault;
import org.nostos.lists.SampleRow;
import org.nostos.lists.Surroundings;
import org.nostos.lists.Surroundings.LettersChoice;
import org.nostos.lists.Survey;
import org.nostos.lists.UnreadableFile;

/// Goes once through a whole file and says what it holds.
public final class Surveyor {

    private static final int HEADING_WITHIN = 30;
    private static final int SHOWN = 12;
    private static final int WATCHED = 8;
    private static final int SAMPLE = 5;
    private static final int SAMPLE_CELL = 500;
    private static final int SHOWN_CELL = 60;

    private final List<Row> headingRows = new ArrayList<>();
    private final List<ColumnTally> columns = new ArrayList<>();
    private final List<SampleRow> sample = new ArrayList<>(SAMPLE);
    private @Nullable Strays strays;
    private Headings headings = Headings.NONE;
    private int widest;
    private long above;
    private long rows;
    private long totals;
    private long repeated;
    private long directionMarks;

    private Surveyor() {}

    /// What the file holds when it is laid out like this; what the layout leaves open is told.
    ///
    /// @throws UnreadableFile if it cannot be read as a list to its end
    static Survey survey(FileBytes file, Layout layout) throws IOException {
        try {
            return survey(file, layout, List.of());
        } catch (UnreadableFile e) {
            if (layout.letters() != null || !e.obstacle().code().endsWith(".not-utf8")) {
                throw e;
            }
            Lettering told = WholeFile.tell(file, e);
            Layout so =
                    new Layout(layout.kind(), told.letters(), layout.sheet(), layout.headings());
            return survey(file, so, told.open());
        }
    }

    private static Survey survey(FileBytes file, Layout layout, List<Letters> open)
            throws IOException {
        try (Rows rows = ListFiles.open(file, layout)) {
            List<Letters> asked = open.isEmpty() ? rows.lettersOpen() : open;
            return new Surveyor().survey(rows, layout, LettersShown.of(file, rows.kind(), asked));
        }
    }

    private Survey survey(Rows source, Layout layout, List<LettersChoice> lettersOpen)
            throws IOException {
        List<Row> beginning = beginning(source);
        headings = headings(beginning, layout);
        widest = beginning.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (Row row : beginning) {
            take(row);
        }
        for (Row row = source.next(); row != null; row = source.next()) {
            take(row);
        }
        if (rows - totals - repeated == 0) {
            throw new UnreadableFile("no-rows");
        }
        leaveBareEnd();
        return new Survey(
                new Layout(source.kind(), source.letters(), source.sheet(), headings),
                source.marked(),
                rows,
                Proposal.of(columns),
                sample,
                around(source, beginning, lettersOpen));
    }

    private static Headings headings(List<Row> beginning, Layout layout) {
        Headings chosen = layout.headings();
        return chosen == null ? HeadingFinder.find(beginning) : chosen;
    }

    private static List<Row> beginning(Rows source) throws IOException {
        List<Row> beginning = new ArrayList<>(HEADING_WITHIN);
        while (beginning.size() < HEADING_WITHIN) {
            @Nullable Row row = source.next();
            if (row == null) {
                break;
            }
            beginning.add(row);
        }
        if (beginning.isEmpty()) {
            throw new UnreadableFile("no-rows");
        }
        return beginning;
    }

    private void take(Row row) throws UnreadableFile {
        if (headings.has(row.line())) {
            headingRows.add(row);
        } else if (row.line() <= headings.last()) {
            above++;
        } else {
            add(row);
        }
    }

    private void add(Row row) throws UnreadableFile {
        if (++rows > Rows.MAX_ROWS) {
            throw new UnreadableFile("too-many-rows", Long.toString(Rows.MAX_ROWS));
        }
        RowFault stray = strays().of(row);
        if (stray != null) {
            totals += stray == RowFault.LOOKS_LIKE_TOTAL ? 1 : 0;
            repeated += stray == RowFault.REPEATED_HEADING ? 1 : 0;
            return;
        }
        Row clean = Marks.without(row);
        if (clean != row) {
            directionMarks += Marks.count(row);
        }
        if (sample.size() < SAMPLE) {
            sample.add(sampleOf(clean));
        }
        count(clean);
    }

    /// A short row of a text file cannot be told into columns; a long row of a spreadsheet has columns
    /// without a heading.
    private void count(Row row) {
        if (row.fixed() && row.cells().size() < columns.size()) {
            return;
        }
        for (int i = columns.size(); !row.fixed() && i < row.cells().size(); i++) {
            if (row.filledFrom(i)) {
                columns.add(new ColumnTally(i + 1, new Heading("", null), false, rows - 1));
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(row.cell(i));
        }
    }

    /// The headings are whole when the first row behind them comes.
    private Strays strays() throws UnreadableFile {
        if (strays == null) {
            if (headingRows.isEmpty() && !headings.absent()) {
                throw new UnreadableFile("no-headings", Long.toString(headings.first()));
            }
            int width = headingRows.isEmpty() ? widest : width();
            List<Heading> texts = Heading.of(headingRows, width);
            for (int i = 0; i < width; i++) {
                columns.add(new ColumnTally(i + 1, texts.get(i), i < WATCHED, 0));
            }
            strays = new Strays(headingRows);
        }
        return strays;
    }

    private int width() {
        int width = 0;
        for (Row row : headingRows) {
            width = Math.max(width, row.fixed() ? row.cells().size() : row.filledWidth());
        }
        return width;
    }

    /// Columns at the end without heading and value are no columns.
    private void leaveBareEnd() {
        while (columns.size() > 1 && columns.getLast().isBare()) {
            columns.removeLast();
        }
    }

    private Surroundings around(Rows source, List<Row> beginning, List<LettersChoice> lettersOpen)
            throws IOException {
        Rows.Notices notices = source.notices();
        return new Surroundings(
                source.sheets(),
                beginning.stream().limit(SHOWN).map(Surveyor::shown).toList(),
                lettersOpen,
                above,
                totals,
                repeated,
                notices.formulas(),
                directionMarks,
                notices.externalLinks());
    }

    /// A cell far too long for a page is left away from the sample.
    private static SampleRow sampleOf(Row row) {
        List<String> cells =
                row.cells().stream().map(cell -> cell.length() <= SAMPLE_CELL ? cell : "").toList();
        return new SampleRow(row.line(), cells, row.fixed());
    }

    static SampleRow shown(Row row) {
        List<String> cells =
                Marks.without(row).cells().stream()
                        .map(cell -> Cut.to(cell.strip(), SHOWN_CELL))
                        .toList();
        return new SampleRow(row.line(), cells, row.fixed());
    }
}
