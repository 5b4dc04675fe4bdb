package org.nostos.linkage.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;

/// What a table holds beside words: dates, sexes, numbers. Read while the words are.
final class PlainValues {
    private final @Nullable Dates dates;
    private final @Nullable IntRows born;
    private final byte[] sexes;
    private final Map<Facet, NumberLevels> numbers = new EnumMap<>(Facet.class);

    PlainValues(RecordTable table) {
        Column column = table.column(FieldRole.BIRTH_DATE);
        dates = column == null ? null : new Dates(column);
        born = column == null || dates == null ? null : knownDates(table, column, dates);
        sexes = sexes(table);
        for (Facet facet : List.of(Facet.DOCUMENT_NUMBER, Facet.POSTAL_CODE)) {
            Column texts = table.column(facet.role());
            if (texts != null) {
                numbers.put(facet, new NumberLevels(texts, facet.kind() == Facet.Kind.AREA));
            }
        }
    }

    /// The dates of each row that could be read. A year beside a day in it says nothing more.
    private static IntRows knownDates(RecordTable table, Column column, Dates read) {
        IntRows.Builder rows = new IntRows.Builder(table.size());
        for (int row = 0; row < table.size(); row++) {
            for (int i = column.from(row); i < column.to(row); i++) {
                int date = column.code(i);
                if (read.isKnown(date)
                        && !isVaguer(date, row, column, read)
                        && !rows.hasInRow(date)) {
                    rows.add(date);
                }
            }
            rows.endRow();
        }
        return rows.build();
    }

    private static boolean isVaguer(int date, int row, Column column, Dates read) {
        for (int i = column.from(row); i < column.to(row); i++) {
            if (read.isKnown(column.code(i)) && read.isWithin(column.code(i), date)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] sexes(RecordTable table) {
        byte[] sexes = new byte[table.size()];
        Column column = table.column(FieldRole.SEX);
        if (column == null) {
            return sexes;
        }
        byte[] known = new byte[column.distinct()];
        for (int code = 0; code < known.length; code++) {
            known[code] = sex(column.text(code));
        }
        for (int row = 0; row < table.size(); row++) {
            if (column.from(row) < column.to(row)) {
                sexes[row] = known[column.code(column.from(row))];
            }
        }
        return sexes;
    }

    /// 1 for male, 2 for female; what is neither says nothing.
    private static byte sex(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "m",
                    "male",
                    "man",
                    "boy",
                    "ذكر",
                    "رجل",
                    "м",
                    "муж",
                    "мужской",
                    "erkek",
                    "e",
                    "männlich",
                    "homme",
                    "نێر",
                    "مرد",
                    "1" ->
                    (byte) 1;
            case "f",
                    "female",
                    "woman",
                    "girl",
                    "أنثى",
                    "انثى",
                    "امرأة",
                    "ж",
                    "жен",
                    "женский",
                    "kadın",
                    "k",
                    "w",
                    "weiblich",
                    "femme",
                    "مێ",
                    "زن",
                    "2" ->
                    (byte) 2;
            default -> (byte) 0;
        };
    }

    @Nullable Dates dates() {
        return dates;
    }

    @Nullable IntRows born() {
        return born;
    }

    byte sex(int row) {
        return sexes[row];
    }

    @Nullable NumberLevels numbers(Facet facet) {
        return numbers.get(facet);
    }
}
