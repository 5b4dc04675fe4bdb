package org.nostos.lists.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.nostos.lists.FileBytes;

/// Files made to break a reader. Each ends in a refusal that says why. The stated sizes are far
/// beyond the bounds, so a reader that held on to them would run out of the tests' memory.
class HostileFilesTest {

    private static final long HUGE = 2L << 30;

    @Test
    void refusesTwoGigabytesOfOneLine() {
        Refusals.assertRefused(endless("no,name\n1,", 'x'), "broken-csv", "2");
    }

    @Test
    void refusesAQuoteThatNeverCloses() {
        Refusals.assertRefused(endless("no,name\n1,\"", 'x'), "broken-csv", "2");
        Refusals.assertRefused(
                ListFilesTest.text("no,name\n1,\"Hazel\n2,Alder\n"), "broken-csv", "2");
    }

    @Test
    void refusesNuls() {
        Refusals.assertRefused(ListFilesTest.text("no,name\n1,Ha\0zel\n"), "nul", "2");
    }

    @Test
    void refusesTenThousandColumns() {
        String line = "x,".repeat(10_000) + "\n";
        Refusals.assertRefused(ListFilesTest.text(line + line), "broken-csv", "1");
    }

    @Test
    void refusesSeparatorsWithoutEnd() {
        Refusals.assertRefused(endless("no,name\n", ','), "broken-csv", "2");
    }

    @Test
    void refusesWhatIsNoList() {
        Refusals.assertRefused(ListFilesTest.text(""), "empty");
        Refusals.assertRefused(ListFilesTest.text("\n\n \n"), "no-rows");
        Refusals.assertRefused(ListFilesTest.text("no,name\n"), "no-rows");
        Refusals.assertRefused(ListFilesTest.text("%PDF-1.7\n"), "pdf");
        Refusals.assertRefused(ListFilesTest.bytes(new byte[] {0x1F, (byte) 0x8B, 8}), "archive");
        Refusals.assertRefused(
                ListFilesTest.bytes("\uFEFFno,name\n".getBytes(Charset.forName("UTF-32LE"))),
                "utf32");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1};
        Refusals.assertRefused(ListFilesTest.bytes(old), "old-excel");
    }

    @Test
    void refusesAZipThatUnfoldsWithoutEnd() throws IOException {
        Refusals.assertRefused(ListFilesTest.bytes(bomb("<x/>")), "zip-bomb");
        Refusals.assertRefused(ListFilesTest.bytes(bomb("    ")), "long-cell", "65536");
    }

    @Test
    void refusesAZipThatIsNoSpreadsheet() throws IOException {
        Refusals.assertRefused(ListFilesTest.bytes(zip("word/document.xml", "<x/>")), "not-a-list");
    }

    @Test
    void refusesASpreadsheetThatNamesOtherFiles() throws IOException {
        String workbook =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>";
        Refusals.assertRefused(ListFilesTest.bytes(zip("xl/workbook.xml", workbook)), "doctype");
    }

    @Test
    void refusesASpreadsheetCutShortAnywhere() throws IOException {
        byte[] whole = Sheets.of(new String[][] {{"no", "name"}, {"1", "Hazel"}, {"2", "Alder"}});
        for (int length = 30; length < whole.length - 1; length += 97) {
            Refusals.assertRefused(
                    ListFilesTest.bytes(Arrays.copyOf(whole, length)), "broken-sheet");
        }
    }

    @Test
    void refusesACellOutsideEverySpreadsheet() throws IOException {
        String sheet =
                "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
        Refusals.assertRefused(
                ListFilesTest.bytes(
                        zip(
                                "xl/workbook.xml",
                                "<workbook><sheets><sheet name='a'/></sheets></workbook>",
                                "xl/worksheets/sheet1.xml",
                                sheet)),
                "broken-sheet");
    }

    private static FileBytes endless(String beginning, char then) {
        return () -> new Endless(beginning.getBytes(StandardCharsets.UTF_8), (byte) then);
    }

    private static byte[] bomb(String filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] spaces = filling.repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 300; i++) {
                zip.write(spaces);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /// A beginning, and then one letter for two gigabytes.
    private static final class Endless extends InputStream {

        private final byte[] beginning;
        private final byte then;
        private long at;

        Endless(byte[] beginning, byte then) {
            this.beginning = beginning;
            this.then = then;
        }

        @Override
        public int read() {
            if (at >= HUGE) {
                return -1;
            }
            return at < beginning.length ? beginning[(int) at++] : next();
        }

        private int next() {
            at++;
            return then;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at < beginning.length || at >= HUGE) {
                int one = read();
                if (one < 0) {
                    return -1;
                }
                buffer[offset] = (byte) one;
                return 1;
            }
            Arrays.fill(buffer, offset, offset + length, then);
            at += length;
            return length;
        }
    }
}
