package org.nostos.web.lists;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.lists.FamilyTie;
import org.nostos.lists.ReadRow;

/// The first rows of a list as they would be read: a column for each role that says something.
record Preview(List<String> roles, boolean numbered, boolean tied, List<Line> lines) {

    /// A person of the preview; their cells stand in the order of the roles.
    record Line(
            long line,
            @Nullable String number,
            List<Cell> cells,
            @Nullable FamilyTie tie,
            boolean good) {}

    /// What a row says in one role, and its date of birth where the role is that. An empty text says
    /// nothing.
    record Cell(String text, @Nullable String tongue, @Nullable PartialDate date) {

        /// Whether it stands for one day, written in the Gregorian calendar.
        public boolean isDay() {
            return date != null
                    && date.first().equals(date.last())
                    && date.calendar() == PartialDate.DateCalendar.GREGORIAN;
        }
    }

    /// The rows whose people these are.
    public long rows() {
        return lines.stream().map(Line::line).distinct().count();
    }

    static Preview of(List<ReadRow> read) {
        List<ReadRow> rows =
                read.stream()
                        .flatMap(row -> Stream.concat(Stream.of(row), row.members().stream()))
                        .toList();
        Set<FieldRole> roles = EnumSet.noneOf(FieldRole.class);
        rows.forEach(row -> roles.addAll(row.values().keySet()));
        return new Preview(
                roles.stream().map(FieldRole::key).toList(),
                rows.stream().anyMatch(row -> row.number() != null),
                rows.stream().anyMatch(row -> row.family() != null),
                rows.stream().map(row -> line(row, roles)).toList());
    }

    private static Line line(ReadRow row, Set<FieldRole> roles) {
        List<Cell> cells = roles.stream().map(role -> cell(row, role)).toList();
        return new Line(row.line(), row.number(), cells, row.family(), row.good());
    }

    private static Cell cell(ReadRow row, FieldRole role) {
        String text = String.join(" · ", row.values().getOrDefault(role, List.of()));
        return new Cell(text, Tongue.of(text), role == FieldRole.BIRTH_DATE ? row.birth() : null);
    }
}
