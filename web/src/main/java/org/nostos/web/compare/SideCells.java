package org.nostos.web.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.SideBySide;
import org.nostos.identity.SideLine;
import org.nostos.lists.AcceptedRecord;
import org.nostos.web.Values;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Rows of two lists as the cells of a table that leaves the house. A row with several records of a
/// list takes several lines, which carry one row's number.
@Component
class SideCells {

    private final Values values;
    private final MessageSource messages;

    SideCells(Values values, MessageSource messages) {
        this.values = values;
        this.messages = messages;
    }

    List<List<String>> of(SideBySide sides, List<SideLine> lines) {
        List<List<String>> table = new ArrayList<>();
        table.add(headings(sides));
        for (int i = 0; i < lines.size(); i++) {
            SideLine line = lines.get(i);
            int most = Math.max(line.left().size(), line.right().size());
            for (int j = 0; j < most; j++) {
                List<String> cells = new ArrayList<>();
                cells.add(Integer.toString(i + 1));
                cells.add(words("compare.part." + line.row().part()));
                side(cells, at(line.left(), j));
                side(cells, at(line.right(), j));
                table.add(cells);
            }
        }
        return table;
    }

    private List<String> headings(SideBySide sides) {
        List<String> headings = new ArrayList<>();
        headings.add(words("compare.file.row"));
        headings.add(words("compare.file.part"));
        for (String title : List.of(sides.left().title(), sides.right().title())) {
            for (String column : List.of("line", "number", "name", "born", "person")) {
                headings.add(title + ": " + words("compare.file." + column));
            }
        }
        return headings;
    }

    private void side(List<String> cells, SideLine.@Nullable Entry entry) {
        if (entry == null) {
            cells.addAll(List.of("", "", "", "", ""));
            return;
        }
        AcceptedRecord record = entry.record();
        String number = record.number();
        String born = record.first(FieldRole.BIRTH_DATE);
        cells.add(Long.toString(record.line()));
        cells.add(number == null ? "" : number);
        cells.add(values.name(record));
        cells.add(born == null ? "" : born);
        cells.add(entry.person().number());
    }

    private static SideLine.@Nullable Entry at(List<SideLine.Entry> entries, int at) {
        return at < entries.size() ? entries.get(at) : null;
    }

    private String words(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, locale);
    }
}
