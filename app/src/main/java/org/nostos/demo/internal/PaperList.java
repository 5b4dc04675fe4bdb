package org.nostos.demo.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// One party's list as it hands it in: a file with a heading and rows, some of them bad.
///
/// The first column numbers the rows. `separator` is what stands between cells; an Excel file has none.
public record PaperList(
        String fileName, Optional<Character> separator, List<String> heading, List<Row> rows) {

    /// A row, and the invented person it speaks of, unless nobody could tell.
    public record Row(List<String> cells, Optional<String> person) {}

    public PaperList {
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
    }

    /// The file's content.
    public byte[] bytes() {
        return separator.map(this::delimited).orElseGet(this::workbook);
    }

    private byte[] delimited(char between) {
        StringBuilder text = new StringBuilder();
        line(text, heading, between);
        rows.forEach(row -> line(text, row.cells(), between));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells, char between) {
        text.append(
                        cells.stream()
                                .map(cell -> quoted(cell, between))
                                .collect(Collectors.joining(String.valueOf(between))))
                .append("\r\n");
    }

    private static String quoted(String cell, char between) {
        return cell.indexOf(between) < 0 && cell.indexOf('"') < 0
                ? cell
                : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Nostos demo", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("القائمة");
            write(sheet, 0, heading);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 1, rows.get(i).cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(row, column, cells.get(column));
            }
        }
    }
}
