package org.nostos.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one column looks like, over the whole file.
///
/// `column` counts from 1. `proposed` is what we would read it as; it is absent where only a person
/// can say, as with dates that read both ways. `allDifferent` is false where a value is missing. `setIn`
/// counts the values with spaces or a dash before them.
public record ColumnSurvey(
        int column,
        String heading,
        List<String> firstValues,
        long empty,
        boolean allDifferent,
        long setIn,
        DateEvidence dates,
        @Nullable ColumnUse proposed) {

    /// Whether it has neither a heading nor a value: it is kept and need not be shown.
    public boolean bare() {
        return heading.isEmpty() && firstValues.isEmpty();
    }
}
