package org.nostos.web.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Letters;
import org.nostos.lists.ListVersion;
import org.nostos.lists.SampleRow;
import org.nostos.lists.Survey;

/// What somebody filled in about how a file is to be read; whatever is absent is told from the file.
/// A `heading` of 0 says that there are none.
record LayoutForm(
        @Nullable FileKind kind,
        @Nullable Letters letters,
        @Nullable Integer sheet,
        @Nullable Long heading,
        @Nullable Integer headingRows) {

    /// The layout that it means for this version.
    Layout layout(ListVersion version) {
        FileKind separator = kind == null || kind.isSpreadsheet() ? null : kind;
        int chosen = sheet == null ? 0 : Math.max(0, sheet);
        return new Layout(separator, letters, chosen, headings(version, chosen));
    }

    /// Where another sheet is chosen, its headings are elsewhere.
    private Layout.@Nullable Headings headings(ListVersion version, int chosen) {
        Survey survey = version.survey().orElse(null);
        if (heading == null || survey == null || chosen != survey.layout().sheet()) {
            return null;
        }
        if (heading <= 0) {
            return Layout.Headings.NONE;
        }
        int rows = headingRows == null ? 1 : Math.clamp(headingRows, 1, Layout.Headings.MOST_ROWS);
        return new Layout.Headings(heading, last(survey.around().beginning(), heading, rows));
    }

    /// The line of the last of so many rows; blank lines between them do not count.
    private static long last(List<SampleRow> beginning, long first, int rows) {
        return beginning.stream()
                .mapToLong(SampleRow::line)
                .filter(line -> line >= first)
                .limit(rows)
                .max()
                .orElse(first);
    }
}
