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
}
