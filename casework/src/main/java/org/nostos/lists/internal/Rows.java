package org.nostos.lists.internal;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.UnreadableFile;

/// The rows of an open file, one after the other, in bounded memory. Blank rows are passed over.
public interface Rows extends Closeable {

    /// The most columns a list may have.
    int MAX_COLUMNS = 500;

    /// The most rows a list may have.
    long MAX_ROWS = 5_000_000;

    /// The longest cell that is read at all; longer ones end the reading.
    int MAX_CELL = 64 * 1024;

    FileKind kind();

    /// Whether a byte order mark stood at the beginning.
    boolean marked();

    /// The next row, or null at the end.
    ///
    /// @throws UnreadableFile if the file is broken here; what came before stands
    @Nullable Row next() throws IOException;
}
