package org.nostos.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person vanished from a list between two of its versions: where are they?
///
/// `closed` is there while a finding closes the task.
public record Task(
        UUID id,
        UUID party,
        String partyName,
        UUID record,
        UUID person,
        String list,
        Side older,
        Side newer,
        Instant openedAt,
        @Nullable UUID assignee,
        @Nullable String assigneeName,
        @Nullable Closing closed) {

    /// A version of the list, its number among them, and the day for which it speaks.
    public record Side(UUID version, int number, LocalDate asOf) {}

    /// What was found, by whom, and where it is known from.
    public record Closing(
            UUID id,
            Finding finding,
            String source,
            String note,
            @Nullable String by,
            Instant at) {}

    public boolean isOpen() {
        return closed == null;
    }
}
