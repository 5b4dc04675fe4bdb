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
/// @param forms one a page, after the annex
public record Paper(
        String number,
        LocalDate on,
        Pair kind,
        Pair from,
        Pair to,
        List<Pair> text,
        Pair annex,
        List<Pair> columns,
        List<List<String>> rows,
        List<Form> forms) {

    /// The same in English and in Arabic.
    public record Pair(String english, String arabic) {}

    /// A form that is filled in as far as the sender can, and has room for the answer.
    ///
    /// @param number as `NV-2026-0001/3`
    /// @param given what the sender says, each under its heading
    /// @param asked what the receiver writes, each under its heading; what can only be marked has a box
    public record Form(
            String number,
            Pair kind,
            Pair under,
            Pair givenHead,
            List<Given> given,
            Pair askedHead,
            List<Asked> asked) {

        public Form {
            given = List.copyOf(given);
            asked = List.copyOf(asked);
        }
    }

    public record Given(Pair head, String value) {}

    public record Asked(Pair head, boolean box) {}

    /// A paper without forms.
    public Paper(
            String number,
            LocalDate on,
            Pair kind,
            Pair from,
            Pair to,
            List<Pair> text,
            Pair annex,
            List<Pair> columns,
            List<List<String>> rows) {
        this(number, on, kind, from, to, text, annex, columns, rows, List.of());
    }

    public Paper {
        text = List.copyOf(text);
        columns = List.copyOf(columns);
        forms = List.copyOf(forms);
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
        forms.forEach(form -> form(lines, form));
        return lines.toString();
    }

    private static void form(StringBuilder lines, Form form) {
        line(lines, "form", form.number);
        line(lines, "form-kind", form.kind.english, form.kind.arabic);
        line(lines, "form-under", form.under.english, form.under.arabic);
        line(lines, "form-given", form.givenHead.english, form.givenHead.arabic);
        form.given.forEach(
                one -> line(lines, "given", one.head.english, one.head.arabic, one.value));
        line(lines, "form-asked", form.askedHead.english, form.askedHead.arabic);
        form.asked.forEach(
                one -> line(lines, one.box ? "box" : "asked", one.head.english, one.head.arabic));
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
