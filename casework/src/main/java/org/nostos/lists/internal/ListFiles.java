package org.nostos.lists.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.nostos.lists.FileBytes;
import org.nostos.lists.UnreadableFile;

/// Opens a received file as the rows of a list, whatever it is called.
public final class ListFiles {

    private static final int LOOK_AHEAD = 32 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] UTF16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF16_BIG = {(byte) 0xFE, (byte) 0xFF};

    private ListFiles() {}

    /// The rows of the file; the caller closes them.
    ///
    /// @throws UnreadableFile if it is neither CSV in UTF-8 nor a spreadsheet within bounds
    public static Rows open(FileBytes file) throws IOException {
        InputStream in = new BufferedInputStream(file.open(), LOOK_AHEAD);
        try {
            in.mark(LOOK_AHEAD);
            byte[] beginning = in.readNBytes(LOOK_AHEAD);
            in.reset();
            refuseForeign(beginning);
            return startsWith(beginning, ZIP) ? SheetRows.open(in) : CsvRows.open(in, beginning);
        } catch (IOException | RuntimeException | Error e) {
            in.close();
            throw e;
        }
    }

    private static void refuseForeign(byte[] beginning) throws UnreadableFile {
        if (beginning.length == 0) {
            throw new UnreadableFile("empty");
        }
        if (startsWith(beginning, OLE2)) {
            throw new UnreadableFile("old-excel");
        }
        if (startsWith(beginning, UTF16_LITTLE) || startsWith(beginning, UTF16_BIG)) {
            throw new UnreadableFile("utf16");
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
