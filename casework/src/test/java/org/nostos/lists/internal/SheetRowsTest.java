package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetRowsTest {

    @Test
    void readsTheFirstSheetThatHasRows() throws IOException {
        byte[] book =
                Sheets.of(
                        new String[][] {
                            {"الرقم", "الاسم"}, {"AX-1", "زيتون"}, {}, {"AX-2", "بلوط"}
                        });
        List<Row> rows = ListFilesTest.all(ListFilesTest.bytes(book));
        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 4L);
        assertThat(rows.get(2).cells()).containsExactly("AX-2", "بلوط");
    }

    @Test
    void writesDaysAsIsoAndWholeNumbersPlain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Nostos", "1.0")) {
            Worksheet sheet = book.newWorksheet("list");
            sheet.value(0, 0, LocalDate.of(1988, 7, 5));
            sheet.style(0, 0).format("dd/mm/yyyy").set();
            sheet.value(0, 1, 1988);
            sheet.value(0, 2, 0.5);
            sheet.value(0, 3, true);
        }
        List<Row> rows = ListFilesTest.all(ListFilesTest.bytes(out.toByteArray()));
        assertThat(rows.getFirst().cells()).containsExactly("1988-07-05", "1988", "0.5", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "dd/mm/yyyy, true",
        "'[$-409]d-mmm-yy;@', true",
        "General, false",
        "'0.00', false",
        "'[Red]0', false",
        "'0\" days\"', false"
    })
    void knowsADayByItsFormat(String format, boolean day) {
        assertThat(CellText.isDay(format)).isEqualTo(day);
    }
}
