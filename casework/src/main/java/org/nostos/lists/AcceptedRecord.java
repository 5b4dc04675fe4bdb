package org.nostos.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Source;

/// A row of a list as it was received and accepted. It never changes.
///
/// `values` holds what was written, role by role; a role that says nothing is absent. `number` is the
/// list's own. `asOf` is the day for which the list speaks, `receivedOn` the day (UTC) it was handed
/// in. `birth` is absent where no date was given or none could be read; what was written then stands
/// in `values` all the same.
public record AcceptedRecord(
        UUID id,
        UUID version,
        UUID list,
        UUID party,
        String partyName,
        String listTitle,
        long line,
        @Nullable String number,
        LocalDate asOf,
        LocalDate receivedOn,
        Map<FieldRole, List<String>> values,
        Sex sex,
        @Nullable PartialDate birth) {

    /// Where the row stands.
    public Source source() {
        return new Source(list, version, id, line);
    }

    /// The first value of this role, or null.
    public @Nullable String first(FieldRole role) {
        List<String> said = values.get(role);
        return said == null ? null : said.getFirst();
    }
}
