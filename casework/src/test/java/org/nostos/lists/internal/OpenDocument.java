package org.nostos.lists.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes small spreadsheets in OpenDocument for the tests.
final class OpenDocument {

    private OpenDocument() {}

    /// A spreadsheet with one sheet of texts.
    static byte[] of(String[][] cells) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String[] row : cells) {
            rows.append("<table:table-row>");
            for (String cell : row) {
                rows.append(
                        cell.isEmpty()
                                ? "<table:table-cell/>"
                                : "<table:table-cell office:value-type=\"string\"><text:p>"
                                        + cell
                                        + "</text:p></table:table-cell>");
            }
            rows.append("</table:table-row>");
        }
        return book(sheet("list", rows.toString()));
    }

    static String sheet(String name, String rows) {
        return "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
    }

    /// A spreadsheet with these sheets, written out.
    static byte[] book(String... sheets) throws IOException {
        String content =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"
                  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
                <office:automatic-styles><style:style style:name="gone"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
                <office:body><office:spreadsheet>
                """
                        + String.join("\n", sheets)
                        + "</office:spreadsheet></office:body></office:document-content>";
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                content,
                "META-INF/manifest.xml",
                "<manifest/>");
    }

    static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
