package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateEvidence;
import org.nostos.lists.Mapping;

/// A column as it is shown for mapping: what it looks like, what it may be read as, what is chosen.
///
/// `chosen` is the key of a choice, and empty while only a person can say. `shortYears` says that years
/// of two digits are read.
record ColumnLine(ColumnSurvey column, String chosen, boolean shortYears, @Nullable String tongue) {

    private static final String SHORT_YEARS = "-short-years";

    static ColumnLine of(ColumnSurvey column, String use) {
        boolean shortYears = use.endsWith(SHORT_YEARS);
        String chosen = shortYears ? use.substring(0, use.length() - SHORT_YEARS.length()) : use;
        return new ColumnLine(column, chosen, shortYears, Tongue.of(column.heading()));
    }

    private Optional<ColumnUse> use() {
        return ColumnUse.parse(chosen);
    }

    public boolean isNumber() {
        return use().filter(ColumnUse.ListNumber.class::isInstance).isPresent();
    }

    public boolean isKept() {
        return use().filter(ColumnUse.Kept.class::isInstance).isPresent();
    }

    public boolean isLeft() {
        return use().filter(ColumnUse.LeftInFile.class::isInstance).isPresent();
    }

    public boolean isBirth() {
        return use().map(use -> use instanceof ColumnUse.OfMember of ? of.what() : use)
                .map(ColumnUse.Birth.class::isInstance)
                .orElse(true);
    }

    /// Whether day and month have to be told apart by somebody, or the proof is worth seeing.
    public boolean asksOrder() {
        DateEvidence dates = column.dates();
        return isBirth() && (dates.bothWays() > 0 || dates.ordersConflict() || dates.neither() > 0);
    }

    public boolean asksCalendar() {
        return isBirth() && column.dates().calendarOpen();
    }

    public boolean asksShortYears() {
        return isBirth() && (column.dates().shortYears() > 0 || shortYears);
    }

    /// Whether its names are set in, some of them, by spaces or a dash.
    public boolean isSetIn() {
        return column.setIn() > 0
                && use().filter(use -> use instanceof ColumnUse.Says && Mapping.holdsOn(use))
                        .isPresent();
    }

    /// Whether a column that is kept might be a date of birth after all.
    public boolean looksLikeDates() {
        DateEvidence dates = column.dates();
        return isKept() && dates.looksLikeDates() && dates.dates() > 1;
    }

    static List<ColumnLine> of(List<ColumnSurvey> columns, ColumnForm form) {
        List<ColumnLine> lines = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            lines.add(of(columns.get(i), i < form.uses().size() ? form.uses().get(i) : ""));
        }
        return lines;
    }
}
