package org.nostos.web.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.Difference;
import org.nostos.lists.Difference.How;
import org.nostos.lists.RowSaying;
import org.nostos.registry.Person;
import org.nostos.tasks.Task;

/// The differences of two versions as their page shows them: the counts, and which part of the rows.
public record ChangesPage(
        AcceptedVersion older,
        AcceptedVersion newer,
        List<AcceptedVersion> choices,
        Difference difference,
        Difference.Counts counts,
        Part part,
        boolean maySay,
        List<RowSaying> said) {

    /// What is shown of a difference.
    public enum Part {
        VANISHED,
        APPEARED,
        CHANGED,
        PERHAPS,
        REUSED,
        SAID
    }

    /// A row: what the older version says, what the newer says, and what of it differs.
    public record Line(
            @Nullable Side older,
            @Nullable Side newer,
            List<Field> fields,
            @Nullable How how,
            double probability,
            @Nullable RowSaying said,
            @Nullable Task task) {}

    /// A record with its person.
    public record Side(AcceptedRecord record, Person person) {}

    /// What the two versions say in one role; without a role, the list's own number.
    public record Field(
            @Nullable FieldRole role, @Nullable String before, @Nullable String after) {}

    /// How many rows the part has.
    public long of(Part which) {
        return switch (which) {
            case VANISHED -> counts.vanished();
            case APPEARED -> counts.appeared();
            case CHANGED -> counts.changed();
            case PERHAPS -> difference.perhaps().size();
            case REUSED -> counts.reused();
            case SAID -> said.size();
        };
    }
}
