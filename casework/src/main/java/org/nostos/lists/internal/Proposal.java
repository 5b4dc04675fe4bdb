package org.nostos.lists.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.ColumnSurvey;
import org.nostos.lists.ColumnUse;
import org.nostos.lists.DateEvidence;
import org.nostos.lists.DateReading;

/// Proposes what each column is read as, from its heading and a look at its values.
///
/// A proposal is shown and can be changed. Where the values do not tell, as with days and months
/// that read both ways, nothing is proposed and the person is asked.
final class Proposal {

    private static final Set<String> NUMBER_HEADINGS =
            Folding.table("number-headings.tsv").stream()
                    .flatMap(Arrays::stream)
                    .map(Proposal::plain)
                    .collect(Collectors.toUnmodifiableSet());

    private Proposal() {}

    /// Whether a list usually numbers its rows under this heading.
    static boolean isNumberHeading(String heading) {
        return NUMBER_HEADINGS.contains(plain(heading));
    }

    static List<ColumnSurvey> of(List<ColumnTally> columns) {
        int number = numberColumn(columns);
        List<ColumnSurvey> surveys = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            ColumnTally column = columns.get(i);
            surveys.add(column.survey(i == number ? ColumnUse.LIST_NUMBER : use(column)));
        }
        return surveys;
    }

    /// The column that numbers the rows: by its heading, else the first one if it says nothing else
    /// and no two of its values are alike.
    private static int numberColumn(List<ColumnTally> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role().isEmpty() && isNumberHeading(columns.get(i).heading())) {
                return i;
            }
        }
        ColumnTally first = columns.getFirst();
        return first.role().isEmpty()
                        && FamilyHeadings.of(first.heading()).isEmpty()
                        && first.allDifferent()
                ? 0
                : -1;
    }

    private static @Nullable ColumnUse use(ColumnTally column) {
        FieldRole role = column.role().orElse(null);
        if (role == null) {
            return FamilyHeadings.of(column.heading()).orElse(ColumnUse.KEPT);
        }
        return role == FieldRole.BIRTH_DATE
                ? birth(column.dates().evidence(), column.heading())
                : new ColumnUse.Says(role);
    }

    private static @Nullable ColumnUse birth(DateEvidence evidence, String heading) {
        if (evidence.orderUnproven()) {
            return null;
        }
        if (evidence.calendarOpen() && evidence.earlyModernYears() == 0) {
            boolean persian = evidence.persianMarks() > evidence.hijriMarks() || isPersian(heading);
            return new ColumnUse.Birth(persian ? DateReading.PERSIAN : DateReading.HIJRI);
        }
        if (evidence.ordersConflict()) {
            return new ColumnUse.Birth(DateReading.EITHER);
        }
        return new ColumnUse.Birth(
                evidence.monthFirst() > 0 ? DateReading.MONTH_FIRST : DateReading.DAY_FIRST);
    }

    private static boolean isPersian(String heading) {
        return heading.contains("تولد")
                || heading.chars().anyMatch(letter -> "پچژگکی".indexOf(letter) >= 0);
    }

    private static String plain(String heading) {
        return Folding.fold(heading).replaceAll("[\\s_.-]+", " ").strip();
    }
}
