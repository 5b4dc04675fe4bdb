package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.Difference.How;
import org.nostos.web.Values;
import org.nostos.web.listing.Column;
import org.nostos.web.lists.ChangesPage.Line;
import org.nostos.web.lists.ChangesPage.Part;
import org.nostos.web.lists.ChangesPage.Side;
import org.springframework.stereotype.Component;

/// The columns of each part of a difference.
@Component
class ChangesColumns {

    private static final Map<String, List<?>> TASKS =
            Map.of("task", List.of("open", "closed", "none"));
    private static final Map<String, List<?>> HOWS = Map.of("why", List.of(How.values()));

    private final Values values;

    ChangesColumns(Values values) {
        this.values = values;
    }

    List<Column<Line>> of(Part part) {
        return part == Part.VANISHED || part == Part.APPEARED ? one(part) : two(part);
    }

    /// The values that may be asked for.
    Map<String, List<?>> choices(Part part) {
        return switch (part) {
            case VANISHED -> TASKS;
            case CHANGED -> HOWS;
            case APPEARED, PERHAPS, REUSED, SAID -> Map.of();
        };
    }

    private List<Column<Line>> one(Part part) {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("name", "people.name", line -> name(side(line))));
        columns.add(
                Column.text("number", "list.role.number", line -> side(line).record().number()));
        columns.add(
                Column.text(
                        "born",
                        "field.birth-date",
                        line -> side(line).record().first(FieldRole.BIRTH_DATE)));
        columns.add(Column.text("person", "people.person", line -> side(line).person().number()));
        columns.add(
                Column.number("line", "lists.problems.line", line -> side(line).record().line()));
        if (part == Part.VANISHED) {
            columns.add(Column.word("task", "changes.task", "changes.task.", ChangesColumns::task));
        }
        return List.copyOf(columns);
    }

    private List<Column<Line>> two(Part part) {
        return List.of(
                Column.text("older", "changes.older", line -> name(line.older())),
                Column.text("newer", "changes.newer", line -> name(line.newer())),
                Column.<Line>text("person", "people.person", line -> number(line.newer()))
                        .fileOnly(),
                Column.text("differs", "changes.differs", ChangesColumns::differs),
                why(part));
    }

    private static Column<Line> why(Part part) {
        String head = "changes.why." + part;
        return switch (part) {
            case CHANGED -> Column.word("why", head, "changes.because.", Line::how);
            case PERHAPS -> Column.number("why", head, Line::probability);
            case SAID -> Column.text("why", head, ChangesColumns::reason);
            case VANISHED, APPEARED, REUSED ->
                    Column.text(
                            "why",
                            head,
                            line -> line.newer() == null ? null : line.newer().record().number());
        };
    }

    private static Side side(Line line) {
        return line.older() != null ? line.older() : Objects.requireNonNull(line.newer());
    }

    private @Nullable String name(@Nullable Side side) {
        return side == null ? null : values.name(side.record());
    }

    private static @Nullable String number(@Nullable Side side) {
        return side == null ? null : side.person().number();
    }

    private static String task(Line line) {
        if (line.task() == null) {
            return "none";
        }
        return line.task().closed() == null ? "open" : "closed";
    }

    private static @Nullable String reason(Line line) {
        return line.said() == null ? null : line.said().reason();
    }

    private static @Nullable String differs(Line line) {
        return line.fields().isEmpty()
                ? null
                : line.fields().stream()
                        .map(field ->
                                Objects.requireNonNullElse(field.before(), "")
                                        + " > "
                                        + Objects.requireNonNullElse(field.after(), ""))
                        .collect(Collectors.joining("; "));
    }
}
