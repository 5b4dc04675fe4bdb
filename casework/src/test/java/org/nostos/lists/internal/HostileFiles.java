package org.nostos.lists.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nostos.lists.FileBytes;

/// Files made to break a reader, by what is hostile about them. What would be gigabytes is made while
/// it is read.
final class HostileFiles {

    private static final long HUGE = 2L << 30;
    private static final String WORKBOOK =
            "<workbook><sheets><sheet name='a'/></sheets></workbook>";

    private HostileFiles() {}

    static Map<String, FileBytes> all() throws IOException {
        Map<String, FileBytes> all = new LinkedHashMap<>();
        texts(all);
        archives(all);
        sheets(all);
        return all;
    }

    private static void texts(Map<String, FileBytes> all) {
        all.put("one-line", endless("no,name\n1,", "x"));
        all.put("one-line-utf16", wide(endless("no,name\n1,", "x")));
        all.put("one-line-arabic", endless("no,name\n1,", "\u00C7\u00E1\u00ED"));
        all.put("open-quote", endless("no,name\n1,\"", "x"));
        all.put("open-quote-lines", endless("no,name\n1,\"", "x\n"));
        all.put("separators", endless("no,name\n", ","));
        all.put("blank-lines", endless("no,name\n", "\n"));
        all.put("blank-cells", endless("no,name\n", " ,\n"));
        all.put("rows", endless("no,name\n", "1,Hazel\n"));
        all.put("zeros", endless("", "\0"));
        all.put("columns", ListFilesTest.text(("x,".repeat(10_000) + "\n").repeat(3)));
        all.put(
                "cell-of-megabytes",
                ListFilesTest.text("no,name\n1," + "x".repeat(8 << 20) + "\n"));
        all.put("nul", ListFilesTest.text("no,name\n1,Ha\0zel\n"));
        all.put("mixed", mixed());
        all.put(
                "turned-round",
                ListFilesTest.text("no,name\n" + "1,\u202Eredla\u202C\n".repeat(1_000)));
        all.put(
                "marks",
                ListFilesTest.text("no,name\n" + ("1," + "\u200F".repeat(999) + "\n").repeat(999)));
    }

    private static FileBytes mixed() {
        byte[] utf8 = "1;زيتون\n".repeat(90).getBytes(StandardCharsets.UTF_8);
        byte[] other = "2;ز\n".getBytes(Charset.forName("windows-1256"));
        byte[] both = Arrays.copyOf(utf8, utf8.length + other.length);
        System.arraycopy(other, 0, both, utf8.length, other.length);
        return ListFilesTest.bytes(both);
    }

    private static void archives(Map<String, FileBytes> all) throws IOException {
        all.put("bomb", archive("xl/workbook.xml", "<x/>", 300 << 18));
        all.put("bomb-text", archive("xl/workbook.xml", "    ", 300 << 18));
        all.put("bomb-beside", archive("xl/media/picture.png", "0000", 300 << 18));
        all.put("bomb-ods", archive("content.xml", "<x/>", 300 << 18));
        all.put("lying-size", lying());
        all.put("nested", nested());
        all.put(
                "doctype",
                sheet(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><worksheet>&e;</worksheet>"));
        all.put(
                "laughs",
                sheet(
                        "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><worksheet><sheetData><row><c t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>"));
        all.put("doctype-late", sheet("<!--" + "x".repeat(9_000) + "--><!DOCTYPE x><worksheet/>"));
        all.put(
                "doctype-utf16",
                ListFilesTest.bytes(
                        zip(
                                "xl/workbook.xml",
                                WORKBOOK.getBytes(StandardCharsets.UTF_8),
                                "xl/worksheets/sheet1.xml",
                                "\uFEFF<!DOCTYPE x><worksheet/>"
                                        .getBytes(StandardCharsets.UTF_16LE))));
    }

    private static void sheets(Map<String, FileBytes> all) throws IOException {
        String row = "<row><c t='inlineStr'><is><t>x</t></is></c></row>";
        all.put("deep", sheet("<worksheet><sheetData>" + "<a>".repeat(200_000)));
        all.put("names", sheet("<worksheet><sheetData>" + names() + "</sheetData></worksheet>"));
        all.put(
                "long-inline",
                sheet(
                        table(
                                "<row><c t='inlineStr'><is><t>"
                                        + "x".repeat(3 << 20)
                                        + "</t></is></c></row>")));
        all.put(
                "long-runs",
                sheet(
                        table(
                                "<row><c t='inlineStr'><is>"
                                        + "<r><t>xxxxxxxxxx</t></r>".repeat(200_000)
                                        + "</is></c></row>")));
        all.put("far-column", sheet(table("<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>")));
        all.put("last-column", sheet(table("<row r='1'><c r='XFD1'><v>1</v></c></row>")));
        all.put(
                "rows-backwards",
                sheet(table("<row r='9'>" + row.substring(5) + "<row r='2'>" + row.substring(5))));
        all.put(
                "huge-number",
                sheet(table("<row><c><v>1E999999999</v></c></row><row><c><v>7</v></c></row>")));
        all.put(
                "formulas",
                sheet(
                        table(
                                "<row><c><f>HYPERLINK(\"http://x.invalid\")</f><v>1</v></c></row>"
                                        .repeat(50_000))));
        all.put("shared-texts", shared());
        all.put(
                "ods-rows",
                ods(
                        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"));
        all.put(
                "ods-columns",
                ods(
                        "<table:table-row><table:table-cell table:number-columns-repeated='1048576'><text:p>x</text:p></table:table-cell></table:table-row>"));
        all.put(
                "ods-blank",
                ods(
                        "<table:table-row table:number-rows-repeated='99999999'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
                                .repeat(3)));
        all.put(
                "ods-spaces",
                ods(
                        "<table:table-row><table:table-cell><text:p>"
                                + "<text:s text:c='2147483647'/>".repeat(9_999)
                                + "</text:p></table:table-cell></table:table-row>"));
    }

    /// Texts of a megabyte in all that are named again and again would be nothing; these are many.
    private static FileBytes shared() throws IOException {
        StringBuilder texts = new StringBuilder("<sst>");
        for (int i = 0; i < 600_000; i++) {
            texts.append("<si><t>")
                    .append(Long.toHexString(i * 0x9E3779B97F4A7C15L))
                    .append("0123456789".repeat(6))
                    .append("</t></si>");
        }
        return ListFilesTest.bytes(
                zip(
                        "xl/workbook.xml",
                        WORKBOOK.getBytes(StandardCharsets.UTF_8),
                        "xl/sharedStrings.xml",
                        texts.append("</sst>").toString().getBytes(StandardCharsets.UTF_8),
                        "xl/worksheets/sheet1.xml",
                        table("<row><c t='s'><v>1</v></c></row><row><c t='s'><v>2</v></c></row>")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        return names.toString();
    }

    private static String table(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static FileBytes sheet(String sheet) throws IOException {
        return ListFilesTest.bytes(
                zip(
                        "xl/workbook.xml",
                        WORKBOOK.getBytes(StandardCharsets.UTF_8),
                        "xl/worksheets/sheet1.xml",
                        sheet.getBytes(StandardCharsets.UTF_8)));
    }

    private static FileBytes ods(String rows) throws IOException {
        return ListFilesTest.bytes(OpenDocument.book(OpenDocument.sheet("a", rows)));
    }

    private static FileBytes archive(String name, String filling, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = filling.repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(
                    new ZipEntry(name.startsWith("xl/media") ? "xl/workbook.xml" : "a.txt"));
            zip.write(WORKBOOK.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times >> 18; i++) {
                zip.write(piece);
            }
        }
        return ListFilesTest.bytes(out.toByteArray());
    }

    /// A spreadsheet whose directory claims that its first part is four bytes long.
    private static FileBytes lying() throws IOException {
        byte[] whole = Sheets.of(new String[][] {{"no", "name"}, {"1", "Hazel"}});
        int directory = whole.length - 4;
        while (whole[directory] != 'P'
                || whole[directory + 1] != 'K'
                || whole[directory + 2] != 1) {
            directory--;
        }
        whole[directory + 24] = 4;
        whole[directory + 25] = 0;
        whole[directory + 26] = 0;
        return ListFilesTest.bytes(whole);
    }

    private static FileBytes nested() throws IOException {
        byte[] inner = zip("xl/workbook.xml", new byte[1 << 20]);
        for (int i = 0; i < 20; i++) {
            inner = zip("xl/workbook.xml", inner);
        }
        return ListFilesTest.bytes(inner);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return out.toByteArray();
    }

    private static FileBytes endless(String beginning, String then) {
        return () ->
                new Endless(
                        beginning.getBytes(StandardCharsets.ISO_8859_1),
                        then.repeat(4_096).getBytes(StandardCharsets.ISO_8859_1));
    }

    /// The same in UTF-16.
    private static FileBytes wide(FileBytes narrow) {
        return () -> {
            InputStream in = narrow.open();
            return new InputStream() {
                private boolean zero;

                @Override
                public int read() throws IOException {
                    zero = !zero;
                    return zero ? in.read() : 0;
                }
            };
        };
    }

    /// A beginning, and then the same again and again for two gigabytes.
    private static final class Endless extends InputStream {

        private final byte[] beginning;
        private final byte[] then;
        private long at;

        Endless(byte[] beginning, byte[] then) {
            this.beginning = beginning;
            this.then = then;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at >= HUGE) {
                return -1;
            }
            boolean first = at < beginning.length;
            byte[] source = first ? beginning : then;
            int from = first ? (int) at : (int) ((at - beginning.length) % then.length);
            int count = Math.min(length, source.length - from);
            System.arraycopy(source, from, buffer, offset, count);
            at += count;
            return count;
        }
    }
}
