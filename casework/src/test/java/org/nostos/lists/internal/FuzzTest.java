package org.nostos.lists.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.FileBytes;
import org.nostos.lists.Layout;
import org.nostos.lists.Letters;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Mapping;
import org.nostos.lists.ReadRow;
import org.nostos.lists.StagedRows;
import org.nostos.lists.Survey;
import org.nostos.lists.UnreadableFile;

/// Whatever is done to a file, it comes to rows or to a refusal with its reason, in bounded time and
/// memory. More of it: `JAVA_TOOL_OPTIONS=-Dnostos.fuzz=100000`; a failure names the number that brings it back.
class FuzzTest {

    private static final long MOST_NANOS = 5_000_000_000L;
    private static final long MOST_BYTES = 400L << 20;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final String LIST =
            "List of the annex;;;\nرقم;الاسم الثلاثي;اسم الأم;تاريخ الولادة\n"
                    + "1;هدهد زيتون سنديان;لوزة;٢٥/٠٧/١٩٨٨\n2;\"نرجسة; بلوط\";;1990\n3;شحرور توت;كرمة;05/07/1991\n"
                    + "Total;3;;\n";

    private long refused;
    private long rows;

    @Test
    void damagedFilesComeToRowsOrToARefusal() throws IOException {
        int inputs = Integer.getInteger("nostos.fuzz", 2_500);
        long first = Long.getLong("nostos.fuzz.first", 0);
        Mutations mutations = new Mutations(seeds());
        for (long number = first; number < first + inputs; number++) {
            read(number, mutations.of(number));
        }
        assertThat(refused).as("refused of %s", inputs).isBetween(inputs / 20L, inputs * 9L / 10);
        assertThat(rows).isGreaterThan(inputs / 2L);
    }

    private void read(long number, byte[] input) {
        long begun = THREAD.getCurrentThreadCpuTime();
        long before = THREAD.getCurrentThreadAllocatedBytes();
        try {
            readRows(ListFilesTest.bytes(input));
        } catch (UnreadableFile e) {
            refused++;
            assertThat(e.obstacle().code()).startsWith("obstacle.lists.");
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError("input " + number, e);
        }
        assertThat(THREAD.getCurrentThreadCpuTime() - begun)
                .as("time, input %s", number)
                .isLessThan(MOST_NANOS);
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - before)
                .as("memory, input %s", number)
                .isLessThan(MOST_BYTES);
    }

    /// Every row that was found is read, once, in the order of its lines.
    private void readRows(FileBytes bytes) throws IOException {
        Survey survey = Surveyor.survey(bytes, Layout.TOLD);
        UUID id = new UUID(1, 2);
        long read = 0;
        long line = survey.headings().last();
        try (ChunkReader chunks =
                ChunkReader.open(
                        bytes,
                        survey,
                        new ListVersion.ChosenMapping(id, mapping(survey)),
                        id,
                        LocalDate.of(2026, 5, 13),
                        0,
                        0)) {
            for (StagedRows.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                for (ReadRow row : chunk.rows()) {
                    if (row.line() <= line) {
                        throw new IllegalStateException(row.line() + " comes behind " + line);
                    }
                    line = row.line();
                    read++;
                }
            }
        }
        if (read != survey.rows()) {
            throw new IllegalStateException(read + " rows read, found " + survey.rows());
        }
        rows += read;
    }

    private static Mapping mapping(Survey survey) {
        return new Mapping(
                survey.columns().stream()
                        .map(ColumnSurvey::proposed)
                        .map(use -> use == null ? ColumnUse.KEPT : use)
                        .toList());
    }

    private static List<byte[]> seeds() throws IOException {
        String[][] cells =
                LIST.lines()
                        .map(line -> line.replace("\"", "").split(";", -1))
                        .toArray(String[][]::new);
        return List.of(
                LIST.getBytes(StandardCharsets.UTF_8),
                LIST.replace(';', '\t').getBytes(StandardCharsets.UTF_8),
                LIST.getBytes(Letters.UTF_16LE.charset()),
                LIST.getBytes(Letters.WINDOWS_1256.charset()),
                "№,фамилия,имя\n1,Рябинин,Клён\n2,Ольхова,Вербена\n"
                        .getBytes(Letters.WINDOWS_1251.charset()),
                Sheets.plain(cells),
                Sheets.plain(cells),
                OpenDocument.of(cells),
                OpenDocument.of(cells));
    }
}
