package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nostos.lists.FileBytes;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;

class ListFilesTest {

    private static final String[] CELLS = {
        "Hazel",
        "شحرور",
        "Ольха",
        "a,b",
        "a;b",
        "a|b",
        "say \"so\"",
        "two\nlines",
        "",
        "٠٥/٠٧/١٩٨٨",
        "𐤀𐤁"
    };

    static FileBytes bytes(byte[] content) {
        return () -> new ByteArrayInputStream(content);
    }

    static FileBytes text(String content) {
        return bytes(content.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> all(FileBytes file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Rows source = ListFiles.open(file, Layout.TOLD)) {
            for (Row row = source.next(); row != null; row = source.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"XLSX", "ODS"})
    void tellsTheSeparatorFromTheBeginning(FileKind kind) throws IOException {
        String line =
                String.join(String.valueOf(kind.separator()), "no", "name", "born in, or near");
        try (Rows rows = ListFiles.open(text(line + "\n" + line + "\n"), Layout.TOLD)) {
            assertThat(rows.kind()).isEqualTo(kind);
        }
    }

    @Test
    void knowsEachRowByTheLineWhereItBegins() throws IOException {
        List<Row> rows = all(text("no,name\r\n\r\n1,\"Hazel\nLinden\"\r\n2,Alder\r\n"));
        assertThat(rows).extracting(Row::line).containsExactly(1L, 3L, 5L);
        assertThat(rows.get(1).cells()).containsExactly("1", "Hazel\nLinden");
    }

    @Test
    void readsTheSameWithAndWithoutAByteOrderMark() throws IOException {
        String content = "رقم;اسم\n1;زيتون\n";
        assertThat(all(text("\uFEFF" + content))).isEqualTo(all(text(content)));
    }

    @RepeatedTest(40)
    void readsBackWhatWasWritten(RepetitionInfo repetition) throws IOException {
        SplittableRandom random =
                new SplittableRandom(20261122L + repetition.getCurrentRepetition());
        FileKind kind = FileKind.values()[random.nextInt(4)];
        List<List<String>> table = table(random);
        List<Row> read = all(text(written(table, kind.separator(), random)));
        assertThat(read).extracting(Row::cells).isEqualTo(table);
    }

    private static List<List<String>> table(SplittableRandom random) {
        int width = 2 + random.nextInt(10);
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < 30 + random.nextInt(400); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < width; column++) {
                cells.add(column == 0 ? "r" + row : CELLS[random.nextInt(CELLS.length)]);
            }
            table.add(cells);
        }
        return table;
    }

    private static String written(
            List<List<String>> table, char separator, SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        String end = random.nextBoolean() ? "\r\n" : "\n";
        for (List<String> row : table) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : separator).append(quoted(row.get(i), separator));
            }
            text.append(end);
        }
        return text.toString();
    }

    private static String quoted(String cell, char separator) {
        boolean needs = cell.indexOf(separator) >= 0 || cell.contains("\"") || cell.contains("\n");
        return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Test
    void refusesUtf8ThatGoesOnInOtherLettersAndNamesTheLine() {
        byte[] utf8 =
                "no;name\n1;زيتون\n2;سنديان\n3;بلوط\n".repeat(9).getBytes(StandardCharsets.UTF_8);
        byte[] arabic = "4;ز\n".getBytes(Charset.forName("windows-1256"));
        byte[] both = Arrays.copyOf(utf8, utf8.length + arabic.length);
        System.arraycopy(arabic, 0, both, utf8.length, arabic.length);
        Refusals.assertRefused(bytes(both), "mixed-letters", "37");
    }
}
