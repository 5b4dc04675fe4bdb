package org.nostos.requests;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;

/// A line of a note's annex: what is said of one person, as it was when the line was written.
///
/// @param account who put it in
public record NoteLine(UUID id, UUID note, int place, Map<FieldRole, String> said, UUID account) {

    public NoteLine {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
    }

    /// What the line calls the person.
    public String name() {
        @Nullable String full = said.get(FieldRole.FULL_NAME);
        if (full != null) {
            return full;
        }
        StringBuilder name = new StringBuilder();
        for (FieldRole role :
                new FieldRole[] {
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME
                }) {
            @Nullable String part = said.get(role);
            if (part != null) {
                name.append(name.isEmpty() ? "" : " ").append(part);
            }
        }
        return name.isEmpty() ? Integer.toString(place) : name.toString();
    }
}
