package org.nostos.lists;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a file holds, told before anybody has said what its columns mean.
///
/// `headingLine` is the line of the headings; `rows` counts the rows below it that are not blank, and
/// `sample` holds the first of them. `marked` says whether a byte order mark stood at the beginning.
public record Survey(
        FileKind kind,
        boolean marked,
        long headingLine,
        long rows,
        List<ColumnSurvey> columns,
        List<SampleRow> sample) {

    public Survey {
        columns = List.copyOf(columns);
        sample = List.copyOf(sample);
    }

    /// The mapping that is proposed; empty while a column is open that only a person can settle.
    public Optional<Mapping> proposed() {
        return columns.stream().anyMatch(column -> column.proposed() == null)
                ? Optional.empty()
                : Optional.of(
                        new Mapping(
                                columns.stream()
                                        .map(ColumnSurvey::proposed)
                                        .map(Objects::requireNonNull)
                                        .toList()));
    }
}
