package org.nostos.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The cures of staged rows. They are facts: a cure that is taken back stays, and so does the row.
public interface Mends {

    /// A row with its cure. `row` is how it is read then, or absent where it is left out; `joined` is
    /// the line of the row that is joined with it, or 0.
    record Mend(long line, long joined, Cure cure, @Nullable ReadRow row) {}

    /// A cure that stands. `byName` is absent where the caller may not know the account.
    record Standing(long line, long joined, Cure cure, @Nullable String byName, Instant at) {}

    /// What would become records now: so many rows, joined ones twice, that name so many people.
    record Counts(long rows, long people) {}

    void add(UUID mapping, UUID party, List<Mend> mends, UUID act);

    void takeBack(UUID mapping, UUID party, long line, UUID act);

    /// The cures that stand, by line.
    List<Standing> standing(UUID mapping);

    Counts counts(UUID mapping);

    /// The lines of rows with one of these faults and without a cure that stands, the first so many.
    List<Long> uncured(UUID mapping, List<RowFault> faults, int most);
}
