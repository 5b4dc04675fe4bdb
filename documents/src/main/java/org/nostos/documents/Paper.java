package org.nostos.documents;

import java.time.LocalDate;
import java.util.List;

/// What a document says, before it is printed.
///
/// @param number as `NV-2026-0001`
/// @param from who writes it, to whom in `to`
/// @param text paragraphs, each in both languages
/// @param columns headings of the annex
/// @param rows of the annex, as many cells as there are columns
public record Paper(
        String number,
        LocalDate on,
        Pair kind,
        Pair from,
        Pair to,
        List<Pair> text,
        Pair annex,
        List<Pair> columns,
        List<List<String>> rows) {

    /// The same in English and in Arabic.
    public record Pair(String english, String arabic) {}

    public Paper {
        text = List.copyOf(text);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row has as many cells as there are columns");
        }
    }

    /// The content in one form of bytes, which is what is hashed and signed: a line each, its parts
    /// separated by tabs.
    public String canonical() {
        StringBuilder lines = new StringBuilder("nostos-document/1\n");
        line(lines, "number", number);
        line(lines, "on", on.toString());
        line(lines, "kind", kind.english, kind.arabic);
        line(lines, "from", from.english, from.arabic);
        line(lines, "to", to.english, to.arabic);
        text.forEach(pair -> line(lines, "text", pair.english, pair.arabic));
        line(lines, "annex", annex.english, annex.arabic);
        columns.forEach(pair -> line(lines, "column", pair.english, pair.arabic));
        rows.forEach(row -> line(lines, "row", row.toArray(String[]::new)));
        return lines.toString();
    }

    private static void line(StringBuilder lines, String what, String... parts) {
        lines.append(what);
        for (String part : parts) {
            lines.append('\t')
                    .append(part.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
        }
        lines.append('\n');
    }
}
