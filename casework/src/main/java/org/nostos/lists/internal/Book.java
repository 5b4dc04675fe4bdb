package org.nostos.lists.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;

/// A spreadsheet file that is open: its sheets, of which each can be read from its beginning.
interface Book extends Closeable {

    /// The most sheets that are looked at.
    int MOST_SHEETS = 100;

    /// A sheet by its place among all of them, from 1.
    record SheetName(int number, String name, boolean hidden) {}

    /// The rows of a sheet, blank ones with them.
    interface Cells extends Closeable {

        /// The next row, or null at the end.
        @Nullable Row next() throws IOException;

        /// How many formulas stood in the rows so far.
        long formulas();
    }

    FileKind kind();

    List<SheetName> names();

    Cells open(int number) throws IOException;

    /// Whether it draws on other files. They are never opened.
    boolean hasExternalLinks();
}
