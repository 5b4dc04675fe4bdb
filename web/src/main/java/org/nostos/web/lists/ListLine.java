package org.nostos.web.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ListEvent;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Survey;

/// A line of the table of lists. `rows` is what the file holds, or the records that came of it where
/// the file is not for the reader.
record ListLine(
        UUID id,
        String title,
        String party,
        LocalDate asOf,
        Instant receivedAt,
        @Nullable String receivedBy,
        ListStatus status,
        long rows,
        @Nullable Long good) {

    static ListLine of(ListVersion version) {
        Optional<Long> records = version.accepted().map(ListEvent.Accepted::records);
        Optional<Long> good = version.staged().map(ListEvent.Staged::good);
        return new ListLine(
                version.id(),
                version.title(),
                version.partyName(),
                version.asOf(),
                version.receivedAt(),
                version.receivedBy(),
                version.status(),
                version.survey().map(Survey::rows).or(() -> records).orElse(0L),
                records.or(() -> good).orElse(null));
    }

    /// The shape that stands before the status.
    public String mark() {
        return switch (status) {
            case UNREADABLE, CHECKED, STAGED -> "wait";
            case RECEIVED, MAPPED, ACCEPTING -> "doing";
            case ACCEPTED, PARTLY_ACCEPTED -> "done";
            case REJECTED, SUPERSEDED -> "ended";
        };
    }
}
