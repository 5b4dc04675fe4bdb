package org.nostos.lists;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a file holds, told before anybody has said what its columns mean.
///
/// `rows` counts the rows below the headings that are not blank, and `sample` holds the first of
/// them. `marked` says whether a byte order mark stood at the beginning.
public record Survey(
        Layout layout,
        boolean marked,
        long rows,
        List<ColumnSurvey> columns,
        List<SampleRow> sample,
        Surroundings around) {

    public Survey {
        columns = List.copyOf(columns);
        sample = List.copyOf(sample);
        Objects.requireNonNull(layout.kind());
        Objects.requireNonNull(layout.headings());
    }

    public FileKind kind() {
        return Objects.requireNonNull(layout.kind());
    }

    public Layout.Headings headings() {
        return Objects.requireNonNull(layout.headings());
    }

    /// Whether only a person can say how the letters are written.
    public boolean lettersOpen() {
        return !around.lettersOpen().isEmpty();
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
