package org.nostos.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as a file. No cell of it is a formula, whatever a list says.
public enum TableFile {
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public byte[] write(List<List<String>> table) {
            return table.stream()
                    .map(TableFile::line)
                    .collect(Collectors.joining("\r\n", MARK, "\r\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public byte[] write(List<List<String>> table) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook book = new Workbook(bytes, "Nostos", "1.0")) {
                Worksheet sheet = book.newWorksheet("1");
                for (int row = 0; row < table.size(); row++) {
                    for (int column = 0; column < table.get(row).size(); column++) {
                        sheet.value(row, column, table.get(row).get(column));
                    }
                }
                sheet.freezePane(0, 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    };

    /// Without it, spreadsheets take Arabic for something else.
    private static final String MARK = "\ufeff";

    private final String ending;
    private final String type;

    TableFile(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    public abstract byte[] write(List<List<String>> table);

    public String ending() {
        return ending;
    }

    public String type() {
        return type;
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(TableFile::harmless)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /// A spreadsheet reads a cell that begins so as a formula; an apostrophe before it makes it text.
    public static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n|%＝＋－＠".indexOf(cell.charAt(0)) >= 0
                ? "'" + cell
                : cell;
    }
}
