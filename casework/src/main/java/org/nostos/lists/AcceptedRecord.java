package org.nostos.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final List<FieldRole> IN_ORDER =
            List.of(
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME);

    /// Where the row stands.
    public Source source() {
        return new Source(list, version, id, line);
    }

    /// The first value of this role, or null.
    public @Nullable String first(FieldRole role) {
        List<String> said = values.get(role);
        return said == null ? null : said.getFirst();
    }

    /// The name that the row gives, in the order of names; its number where it gives none, and empty
    /// where it has neither. [Records#names] says the same without reading the row.
    public String named() {
        String full = first(FieldRole.FULL_NAME);
        if (full != null && !full.isEmpty()) {
            return full;
        }
        String name =
                IN_ORDER.stream()
                        .map(this::first)
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? Objects.requireNonNullElse(number, "") : name;
    }
}
