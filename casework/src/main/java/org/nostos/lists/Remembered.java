package org.nostos.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mapping that the caller's party chose for an accepted list with the same headings.
///
/// `mappedBy` is absent where the caller may not know the account.
public record Remembered(
        UUID version, String title, LocalDate asOf, @Nullable String mappedBy, Mapping mapping) {

    /// What it proposes for the columns of this file. A date column is left open where the dates of
    /// the file go against the order that was chosen then.
    public List<@Nullable ColumnUse> proposedFor(Survey survey) {
        List<@Nullable ColumnUse> uses = new ArrayList<>();
        for (int i = 0; i < survey.columns().size(); i++) {
            ColumnUse use = mapping.uses().get(i);
            uses.add(goesAgainst(survey.columns().get(i).dates(), use) ? null : use);
        }
        return uses;
    }

    private static boolean goesAgainst(DateEvidence dates, ColumnUse use) {
        return switch (use) {
            case ColumnUse.Birth birth -> !dates.allows(birth.reading().order());
            case ColumnUse.OfMember of -> goesAgainst(dates, of.what());
            case ColumnUse.Says _,
                    ColumnUse.Age _,
                    ColumnUse.ListNumber _,
                    ColumnUse.FamilyNumber _,
                    ColumnUse.RelationToHead _,
                    ColumnUse.HouseholdSize _,
                    ColumnUse.Member _,
                    ColumnUse.Kept _,
                    ColumnUse.LeftInFile _ ->
                    false;
        };
    }
}
