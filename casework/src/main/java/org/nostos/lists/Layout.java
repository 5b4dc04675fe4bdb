package org.nostos.lists;

import org.jspecify.annotations.Nullable;

/// How a file is read as one table: its separator, its letters, its sheet, where its headings stand.
///
/// Somebody may say any of these; what is absent (a `sheet` of 0) is told from the file. The layout
/// of a [Survey] has everything that its kind of file needs: `letters` are absent for a spreadsheet.
public record Layout(
        @Nullable FileKind kind,
        @Nullable Letters letters,
        int sheet,
        @Nullable Headings headings) {

    /// Everything is told from the file.
    public static final Layout TOLD = new Layout(null, null, 0, null);

    /// The lines of the headings, the first and the last of them. Both are 0 where there are none.
    public record Headings(long first, long last) {

        /// The most rows that headings take.
        public static final int MOST_ROWS = 3;

        public static final Headings NONE = new Headings(0, 0);

        public Headings {
            if (first < 0 || last < first || (first == 0) != (last == 0)) {
                throw new IllegalArgumentException("no lines of headings: " + first + ", " + last);
            }
        }

        public boolean absent() {
            return last == 0;
        }

        public boolean has(long line) {
            return !absent() && line >= first && line <= last;
        }
    }

    public Layout {
        if (sheet < 0) {
            throw new IllegalArgumentException("there is no sheet " + sheet);
        }
    }
}
