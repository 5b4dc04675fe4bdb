package org.nostos.lists.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.Cure;
import org.nostos.lists.FileBytes;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.Mends;
import org.nostos.lists.ReadRow;
import org.nostos.lists.Survey;

/// Reads rows of a kept file once more, each with its cure.
public final class RowMender {

    private final Mapping mapping;
    private final Cure cure;
    private final RowReader reader;

    private RowMender(ListVersion version, Mapping mapping, Cure cure) {
        this.mapping = mapping;
        this.cure = cure;
        this.reader = ChunkReader.reader(version, mapping);
    }

    /// The rows in these lines as the cure has them; those that it does not cure are left away.
    public static List<Mends.Mend> mend(
            FileBytes file, ListVersion version, Mapping mapping, Cure cure, Set<Long> lines)
            throws IOException {
        Survey survey = version.survey().orElseThrow();
        try (Rows rows = ListFiles.open(file, survey.layout())) {
            long headings = survey.headings().last();
            return new RowMender(version, mapping, cure).mend(rows, headings, lines);
        }
    }

    private List<Mends.Mend> mend(Rows rows, long headings, Set<Long> lines) throws IOException {
        List<Mends.Mend> mends = new ArrayList<>();
        Row row = next(rows);
        while (row != null && mends.size() < lines.size()) {
            Row next = next(rows);
            if (row.line() > headings) {
                if (lines.contains(row.line())) {
                    add(row, next, mends);
                } else {
                    reader.pass(row);
                }
            }
            row = next;
        }
        return mends;
    }

    private static @Nullable Row next(Rows rows) throws IOException {
        Row row = rows.next();
        return row == null ? null : Marks.without(row);
    }

    private void add(Row row, @Nullable Row next, List<Mends.Mend> mends) {
        Row whole = cure == Cure.JOINED ? joined(row, next) : row;
        if (whole == null) {
            return;
        }
        ReadRow read = reader.read(whole, cure);
        if (read.good()) {
            long joined = cure == Cure.JOINED && next != null ? next.line() : 0;
            mends.add(new Mends.Mend(row.line(), joined, cure, read));
        }
    }

    private @Nullable Row joined(Row row, @Nullable Row next) {
        if (next == null) {
            return null;
        }
        List<String> cells = Cures.joined(row, next, mapping.uses().size());
        return cells == null ? null : new Row(row.line(), cells, row.fixed());
    }
}
