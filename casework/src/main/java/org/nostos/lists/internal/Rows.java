package org.nostos.lists.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.FileKind;
import org.nostos.lists.Letters;
import org.nostos.lists.Surroundings.SheetSurvey;
import org.nostos.lists.UnreadableFile;

/// The rows of an open file, one after the other, in bounded memory. Blank rows are passed over.
public interface Rows extends Closeable {

    /// The most columns a list may have.
    int MAX_COLUMNS = 500;

    /// The most rows a list may have.
    long MAX_ROWS = 5_000_000;

    /// The longest cell that is read at all; longer ones end the reading.
    int MAX_CELL = 64 * 1024;

    /// What was noticed of the rows that were read so far.
    record Notices(long formulas, boolean externalLinks) {
        static final Notices NONE = new Notices(0, false);
    }

    FileKind kind();

    /// How the letters are written; absent for a spreadsheet.
    default @Nullable Letters letters() {
        return null;
    }

    /// What somebody has to choose from who alone can say how the letters are written.
    default List<Letters> lettersOpen() {
        return List.of();
    }

    /// The number of the sheet, counted from 1; 0 where there are none.
    default int sheet() {
        return 0;
    }

    /// The sheets of a spreadsheet that have rows; to be asked when its own rows are read.
    default List<SheetSurvey> sheets() throws IOException {
        return List.of();
    }

    default Notices notices() {
        return Notices.NONE;
    }

    /// Whether a byte order mark stood at the beginning.
    boolean marked();

    /// The next row, or null at the end.
    ///
    /// @throws UnreadableFile if the file is broken here; what came before stands
    @Nullable Row next() throws IOException;
}
