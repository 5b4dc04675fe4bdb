package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;

/// What stands above a column, and the role that it usually names.
record Heading(String text, @Nullable FieldRole role) {

    private static final String BETWEEN = " · ";

    /// The headings of the columns of a table. Where they stand in several rows, the upper one of a
    /// column reaches to the right over cells that are blank, as merged cells do.
    static List<Heading> of(List<Row> rows, int width) {
        List<Heading> headings = new ArrayList<>(width);
        String[] above = new String[rows.size()];
        for (int column = 0; column < width; column++) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                String own = rows.get(i).cell(column).strip();
                if (!own.isEmpty()) {
                    above[i] = own;
                }
                String reaching = reaches(rows, i, column) ? above[i] : null;
                String part = own.isEmpty() ? reaching : own;
                if (part != null && !parts.contains(part)) {
                    parts.add(part);
                }
            }
            headings.add(of(parts));
        }
        return headings;
    }

    /// Only over a cell that has something below it.
    private static boolean reaches(List<Row> rows, int row, int column) {
        return rows.stream().skip(row + 1L).anyMatch(lower -> !lower.cell(column).isBlank());
    }

    private static Heading of(List<String> parts) {
        String text = Cut.to(String.join(BETWEEN, parts), 200);
        return new Heading(text, parts.isEmpty() ? null : role(parts));
    }

    /// "Father" over "Name" is the father's name, "Name" over "Father" as well. Where the words do not
    /// go together, what stands below counts, unless what stands above speaks of somebody else.
    private static @Nullable FieldRole role(List<String> parts) {
        String lower = parts.getLast();
        FieldRole below = FieldRole.ofHeading(lower).orElse(null);
        if (parts.size() == 1) {
            return below;
        }
        String upper = parts.get(parts.size() - 2);
        FieldRole above = FieldRole.ofHeading(upper).orElse(null);
        return Stream.of(upper + " " + lower, lower + " " + upper)
                .map(FieldRole::ofHeading)
                .flatMap(role -> role.stream())
                .findFirst()
                .orElseGet(() -> above == null || isOwnName(above) ? below : above);
    }

    private static boolean isOwnName(FieldRole role) {
        return role == FieldRole.FULL_NAME || role == FieldRole.GIVEN_NAME;
    }
}
