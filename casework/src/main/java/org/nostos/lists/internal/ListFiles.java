package org.nostos.lists.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.nostos.lists.FileBytes;
import org.nostos.lists.Layout;
import org.nostos.lists.UnreadableFile;

/// Opens a received file as the rows of a list, whatever it is called.
public final class ListFiles {

    private static final int LOOK_AHEAD = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] RAR = {'R', 'a', 'r', '!'};
    private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xBC, (byte) 0xAF};
    private static final byte[] UTF_32 = {(byte) 0xFF, (byte) 0xFE, 0, 0};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private ListFiles() {}

    /// Refuses what its first bytes show to be no list.
    ///
    /// @throws UnreadableFile if it is empty or of a kind that is not read
    public static void refuseForeign(FileBytes file) throws IOException {
        try (InputStream in = file.open()) {
            refuseForeign(in.readNBytes(LOOK_AHEAD));
        }
    }

    /// The rows of the file as it is laid out; the caller closes them.
    ///
    /// @throws UnreadableFile if it is neither lines of cells nor a spreadsheet within bounds
    static Rows open(FileBytes file, Layout layout) throws IOException {
        InputStream in = new BufferedInputStream(file.open(), LOOK_AHEAD);
        try {
            in.mark(LOOK_AHEAD);
            byte[] beginning = in.readNBytes(LOOK_AHEAD);
            in.reset();
            refuseForeign(beginning);
            return startsWith(beginning, ZIP)
                    ? SheetRows.open(in, layout)
                    : CsvRows.open(in, beginning, layout);
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
            throw new UnreadableFile(contains(beginning, LOCKED) ? "locked" : "old-excel");
        }
        if (startsWith(beginning, PDF)) {
            throw new UnreadableFile("pdf");
        }
        if (startsWith(beginning, GZIP)
                || startsWith(beginning, RAR)
                || startsWith(beginning, SEVEN_ZIP)) {
            throw new UnreadableFile("archive");
        }
        if (startsWith(beginning, UTF_32)) {
            throw new UnreadableFile("utf32");
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length
                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
