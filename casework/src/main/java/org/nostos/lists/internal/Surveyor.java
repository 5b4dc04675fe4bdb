package org.nostos.lists.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileBytes;
import org.nostos.lists.SampleRow;
import org.nostos.lists.Survey;
import org.nostos.lists.UnreadableFile;

/// Goes once through a whole file and says what it holds.
public final class Surveyor {

    private static final int HEADING_WITHIN = 20;
    private static final int WATCHED = 8;
    private static final int SAMPLE = 5;
    private static final int SAMPLE_CELL = 500;

    private final List<ColumnTally> columns = new ArrayList<>();
    private final List<SampleRow> sample = new ArrayList<>(SAMPLE);
    private long rows;

    private Surveyor() {}

    /// What the file holds.
    ///
    /// @throws UnreadableFile if it cannot be read as a list to its end
    public static Survey survey(FileBytes file) throws IOException {
        try (Rows rows = ListFiles.open(file)) {
            return new Surveyor().survey(rows);
        }
    }

    private Survey survey(Rows source) throws IOException {
        List<Row> beginning = beginning(source);
        int headingAt = heading(beginning);
        Row heading = beginning.get(headingAt);
        begin(heading);
        for (Row row : beginning.subList(headingAt + 1, beginning.size())) {
            add(row);
        }
        for (Row row = source.next(); row != null; row = source.next()) {
            add(row);
        }
        if (rows == 0) {
            throw new UnreadableFile("no-rows");
        }
        return new Survey(
                source.kind(), source.marked(), heading.line(), rows, Proposal.of(columns), sample);
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

    /// The headings stand in the first row that is filled at least half as far as the fullest one:
    /// a title above the table fills a cell or two.
    private static int heading(List<Row> beginning) {
        int fullest = 0;
        for (Row row : beginning) {
            fullest = Math.max(fullest, row.filled());
        }
        for (int i = 0; i < beginning.size(); i++) {
            if (beginning.get(i).filled() * 2 >= fullest) {
                return i;
            }
        }
        return 0;
    }

    private void begin(Row heading) {
        int width = width(heading);
        for (int i = 0; i < width; i++) {
            String text = heading.cell(i).strip();
            columns.add(new ColumnTally(i + 1, text, i < WATCHED));
        }
    }

    /// Columns up to the last one with a heading.
    static int width(Row heading) {
        int width = heading.cells().size();
        while (!heading.fixed() && width > 0 && heading.cell(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    private void add(Row row) throws UnreadableFile {
        if (++rows > Rows.MAX_ROWS) {
            throw new UnreadableFile("too-many-rows", Long.toString(Rows.MAX_ROWS));
        }
        if (sample.size() < SAMPLE) {
            sample.add(sampleOf(row));
        }
        if (row.fixed() && row.cells().size() < columns.size()) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(row.cell(i));
        }
    }

    /// A cell far too long for a page is left away from the sample.
    private static SampleRow sampleOf(Row row) {
        List<String> cells =
                row.cells().stream().map(cell -> cell.length() <= SAMPLE_CELL ? cell : "").toList();
        return new SampleRow(row.line(), cells, row.fixed());
    }
}
