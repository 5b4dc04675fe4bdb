package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateEvidence;
import org.nostos.lists.DateReading;

/// A column as it is shown for mapping: what it looks like, what it may be read as, what is chosen.
///
/// `chosen` is empty while only a person can say.
record ColumnLine(ColumnSurvey column, String chosen, @Nullable String tongue) {

    static ColumnLine of(ColumnSurvey column, String chosen) {
        return new ColumnLine(column, chosen, Tongue.of(column.heading()));
    }

    static String proposed(ColumnSurvey column) {
        ColumnUse proposed = column.proposed();
        return proposed == null ? "" : proposed.key();
    }

    /// What a column can be read as, by key, in the order of the choice.
    static List<String> choices() {
        List<String> choices = new ArrayList<>();
        choices.add(ColumnUse.LIST_NUMBER.key());
        for (FieldRole role : FieldRole.values()) {
            if (role == FieldRole.BIRTH_DATE) {
                DateReading.CHOICES.forEach(
                        reading -> choices.add(new ColumnUse.Birth(reading).key()));
            } else {
                choices.add(role.key());
            }
        }
        choices.add(ColumnUse.KEPT.key());
        return choices;
    }

    public boolean isNumber() {
        return chosen.equals(ColumnUse.LIST_NUMBER.key());
    }

    public boolean isKept() {
        return chosen.equals(ColumnUse.KEPT.key());
    }

    public boolean isBirth() {
        return chosen.isEmpty() || chosen.startsWith(FieldRole.BIRTH_DATE.key());
    }

    /// Whether day and month have to be told apart by somebody, proven or not.
    public boolean asksOrder() {
        return isBirth() && column.dates().bothWays() > 0;
    }

    public boolean asksCalendar() {
        return isBirth() && column.dates().calendarOpen();
    }

    /// Whether a column that is kept might be a date of birth after all.
    public boolean looksLikeDates() {
        DateEvidence dates = column.dates();
        return isKept() && dates.looksLikeDates() && dates.dates() > 1;
    }

    static List<ColumnLine> proposed(List<ColumnSurvey> columns) {
        return columns.stream().map(column -> of(column, proposed(column))).toList();
    }

    static List<ColumnLine> chosen(List<ColumnSurvey> columns, List<String> uses) {
        List<ColumnLine> lines = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            lines.add(of(columns.get(i), i < uses.size() ? uses.get(i) : ""));
        }
        return lines;
    }
}
