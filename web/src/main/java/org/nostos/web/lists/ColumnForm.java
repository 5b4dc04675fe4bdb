package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateReading;
import org.nostos.lists.Mapping;
import org.nostos.lists.Remembered;
import org.nostos.lists.Survey;
import org.springframework.util.MultiValueMap;

/// What stands in the form of the columns: a use for each by its key, empty where nobody has chosen,
/// and whether setting a name in ties its row to the one above.
record ColumnForm(List<String> uses, boolean setIn) {

    ColumnForm {
        uses = List.copyOf(uses);
    }

    /// What somebody sent: `use` for each column, `shortYears` with the columns, from 1, whose years
    /// of two digits lie before the day of the list.
    static ColumnForm sent(MultiValueMap<String, String> form) {
        List<String> uses = form.getOrDefault("use", List.of());
        List<String> shortYears = form.getOrDefault("shortYears", List.of());
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            boolean said = shortYears.contains(Integer.toString(i + 1));
            keys.add(said ? withShortYears(uses.get(i)) : uses.get(i));
        }
        return new ColumnForm(keys, form.containsKey("setIn"));
    }

    static ColumnForm of(Mapping mapping) {
        return new ColumnForm(
                mapping.uses().stream().map(ColumnUse::key).toList(), mapping.setIn());
    }

    static ColumnForm proposed(Survey survey) {
        return new ColumnForm(
                survey.columns().stream().map(column -> key(column.proposed())).toList(), false);
    }

    static ColumnForm remembered(Remembered remembered, Survey survey) {
        return new ColumnForm(
                remembered.proposedFor(survey).stream().map(ColumnForm::key).toList(),
                remembered.mapping().setIn());
    }

    /// The mapping that was sent; empty, and an obstacle for each column, where nobody has chosen.
    Optional<Mapping> mapping(List<Obstacle> obstacles) {
        List<ColumnUse> chosen = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            Optional<ColumnUse> use = ColumnUse.parse(uses.get(i));
            if (use.isEmpty()) {
                obstacles.add(Obstacle.of("obstacle.lists.unanswered", Integer.toString(i + 1)));
            }
            use.ifPresent(chosen::add);
        }
        return obstacles.isEmpty() ? Optional.of(new Mapping(chosen, setIn)) : Optional.empty();
    }

    /// The mapping for a look: a column that is still open is kept.
    Mapping look() {
        return new Mapping(
                uses.stream().map(key -> ColumnUse.parse(key).orElse(ColumnUse.KEPT)).toList(),
                setIn);
    }

    private static String withShortYears(String key) {
        return switch (ColumnUse.parse(key).orElse(ColumnUse.KEPT)) {
            case ColumnUse.Birth birth -> withShortYears(birth).key();
            case ColumnUse.OfMember of when of.what() instanceof ColumnUse.Birth birth ->
                    new ColumnUse.OfMember(withShortYears(birth)).key();
            default -> key;
        };
    }

    private static ColumnUse withShortYears(ColumnUse.Birth birth) {
        DateReading reading = birth.reading();
        return new ColumnUse.Birth(reading.withShortYears());
    }

    private static String key(@Nullable ColumnUse use) {
        return use == null ? "" : use.key();
    }
}
