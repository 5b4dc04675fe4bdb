package org.nostos.legal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What every step in the law of a case says: for whom, on which day, why, and on which paper.
///
/// @param persons who is one person, the leader first
/// @param seen the last event that the page showed of this track, or null when it showed none
/// @param source the paper it rests on, if there is one
public record LawStep(
        List<UUID> persons,
        @Nullable UUID seen,
        LocalDate on,
        String reason,
        @Nullable String source) {

    public LawStep {
        persons = List.copyOf(persons);
        reason = reason.strip();
        source = source == null || source.isBlank() ? null : source.strip();
    }

    public UUID leader() {
        return persons.getFirst();
    }
}
