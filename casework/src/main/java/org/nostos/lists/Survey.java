package org.nostos.lists;

import java.util.List;

/// What a file holds, told before anybody has said what its columns mean.
///
/// `headingLine` is the line of the headings; `rows` counts the rows below it that are not blank.
/// `marked` says whether a byte order mark stood at the beginning.
public record Survey(
        FileKind kind, boolean marked, long headingLine, long rows, List<ColumnSurvey> columns) {

    public Survey {
        columns = List.copyOf(columns);
    }
}
