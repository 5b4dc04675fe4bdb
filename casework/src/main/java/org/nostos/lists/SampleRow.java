package org.nostos.lists;

import java.util.List;

/// One of the first rows of a file, as it stands there. See [ReadRow] for a row as it is read.
///
/// `fixed` says whether the file spells out every cell of a row, as CSV does.
public record SampleRow(long line, List<String> cells, boolean fixed) {

    public SampleRow {
        cells = List.copyOf(cells);
    }
}
