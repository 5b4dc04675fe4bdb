package org.nostos.cli.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;

/// A list of people as a CSV file: UTF-8, a heading line, parted by commas, semicolons or tabs.
///
/// A bad row is told of with its line and column and left out; the good ones stand. No message repeats
/// what a row says.
public final class ListFile {
    private static final char NOT_UTF8 = '\uFFFD';

    private final Path path;
    private final Talk talk;
    private final Map<String, Long> lineOf = new HashMap<>();

    public ListFile(Path path, Talk talk) {
        this.path = path;
        this.talk = talk;
    }

    /// Adds the file's good rows to a table. Ids get the prefix, so that two files may use the same.
    public void read(
            RecordTable.Builder into,
            String prefix,
            Optional<String> idColumn,
            Map<String, FieldRole> map) {
        if (!Files.isRegularFile(path)) {
            throw Refused.badData("there is no file " + path);
        }
        try (CsvReader<CsvRecord> csv = open();
                CloseableIterator<CsvRecord> rows = csv.iterator()) {
            if (!rows.hasNext()) {
                throw Refused.badData(
                        path + ": the file is empty; its first line should be the headings");
            }
            Columns columns = Columns.of(path.toString(), rows.next().getFields(), idColumn, map);
            tell(columns);
            while (rows.hasNext()) {
                add(rows.next(), columns, prefix, into);
            }
        } catch (CsvParseException e) {
            throw Refused.badData(path + ": cannot be read as CSV: " + e.getMessage());
        } catch (UncheckedIOException | IOException e) {
            throw Refused.badData(path + ": cannot be read: " + e.getMessage());
        }
    }

    private CsvReader<CsvRecord> open() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator())
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(path, StandardCharsets.UTF_8);
    }

    private char separator() throws IOException {
        String head;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(path), StandardCharsets.UTF_8))) {
            head = lines.readLine();
        }
        char best = ',';
        long most = 0;
        for (char sign : new char[] {',', ';', '\t'}) {
            long count = head == null ? 0 : head.chars().filter(letter -> letter == sign).count();
            if (count > most) {
                most = count;
                best = sign;
            }
        }
        return best;
    }

    private void tell(Columns columns) {
        if (columns.roles().isEmpty()) {
            throw Refused.badData(
                    path
                            + ":1: no column is one that people are compared by. Give roles with --map role=column,…;"
                            + " the columns are "
                            + String.join(", ", columns.headings()));
        }
        if (!columns.leftOut().isEmpty()) {
            talk.say(path + ": left out, having no role: " + String.join(", ", columns.leftOut()));
        }
        if (columns.id() < 0) {
            talk.say(
                    path
                            + ": no column has the id; the number of the line stands for it (or give --id COLUMN)");
        }
    }

    private void add(CsvRecord row, Columns columns, String prefix, RecordTable.Builder into) {
        long line = row.getStartingLineNumber();
        int width = columns.headings().size();
        if (row.getFieldCount() != width) {
            int column = Math.min(row.getFieldCount(), width) + 1;
            bad(
                    line,
                    column,
                    "the row has " + row.getFieldCount() + " fields, the headings are " + width);
            return;
        }
        for (int i = 0; i < width; i++) {
            if (row.getField(i).indexOf(NOT_UTF8) >= 0) {
                bad(line, i + 1, "the field is not UTF-8");
                return;
            }
        }
        String id = columns.id() < 0 ? Long.toString(line) : row.getField(columns.id()).strip();
        if (id.isEmpty()) {
            bad(line, columns.id() + 1, "the row has no id");
            return;
        }
        Long before = lineOf.putIfAbsent(id, line);
        if (before != null) {
            bad(line, columns.id() + 1, "the id stands in line " + before + " already");
            return;
        }
        into.add(prefix + id, values(row, columns));
    }

    private void bad(long line, int column, String why) {
        talk.badRow(path + ":" + line + ":" + column, why + "; the row is left out");
    }

    private static Map<FieldRole, List<String>> values(CsvRecord row, Columns columns) {
        Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
        columns.roles()
                .forEach((role, places) -> {
                    List<String> texts = new ArrayList<>(places.size());
                    for (int place : places) {
                        texts.add(row.getField(place));
                    }
                    values.put(role, texts);
                });
        return values;
    }
}
