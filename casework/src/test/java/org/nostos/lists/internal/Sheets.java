package org.nostos.lists.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes small spreadsheets for the tests.
final class Sheets {

    private Sheets() {}

    static byte[] of(String[][] cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Nostos", "1.0")) {
            book.newWorksheet("cover");
            Worksheet sheet = book.newWorksheet("list");
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    if (!cells[row][column].isEmpty()) {
                        sheet.value(row, column, cells[row][column]);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    /// The same without a library: shared texts, number formats, one sheet.
    static byte[] plain(String[][] cells) throws IOException {
        StringBuilder texts = new StringBuilder("<sst>");
        StringBuilder rows = new StringBuilder("<worksheet><sheetData>");
        int text = 0;
        for (int row = 0; row < cells.length; row++) {
            rows.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < cells[row].length; column++) {
                texts.append("<si><t>").append(cells[row][column]).append("</t></si>");
                rows.append("<c r=\"").append((char) ('A' + column)).append(row + 1);
                rows.append("\" t=\"s\"><v>").append(text++).append("</v></c>");
            }
            rows.append("<c r=\"Z")
                    .append(row + 1)
                    .append("\" s=\"1\"><f>1+1</f><v>32329</v></c></row>");
        }
        return OpenDocument.zip(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"list\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
                "xl/sharedStrings.xml",
                texts + "</sst>",
                "xl/worksheets/sheet1.xml",
                rows + "</sheetData></worksheet>");
    }
}
