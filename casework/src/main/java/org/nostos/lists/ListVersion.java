package org.nostos.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list as it stood on a day, in the file in which it came.
///
/// `events` are those the caller may see, in the order in which they happened. `sha256` (hex) and
/// `size` are absent where the caller may see the records but not the file.
public record ListVersion(
        UUID id,
        UUID list,
        UUID party,
        String partyName,
        String title,
        LocalDate asOf,
        Instant receivedAt,
        @Nullable String receivedBy,
        UUID file,
        @Nullable String sha256,
        long size,
        List<ListEvent> events) {

    public ListVersion {
        events = List.copyOf(events);
    }

    public ListStatus status() {
        return ListStatus.of(events);
    }

    public Optional<Survey> survey() {
        return events.stream()
                .map(ListEvent::what)
                .filter(ListEvent.Checked.class::isInstance)
                .map(what -> ((ListEvent.Checked) what).survey())
                .findFirst();
    }

    /// The mapping that counts, with the id under which its rows are staged.
    public Optional<ChosenMapping> mapping() {
        return ListEvent.latestMapped(events)
                .map(event ->
                        new ChosenMapping(event.id(), ((ListEvent.Mapped) event.what()).mapping()));
    }

    /// What the staging under the mapping that counts came to, once it is done.
    public Optional<ListEvent.Staged> staged() {
        return mapping().flatMap(chosen -> ListEvent.stagedUnder(events, chosen.id()));
    }

    /// The acceptance, if there was one.
    public Optional<ListEvent.Accepted> accepted() {
        return events.stream()
                .map(ListEvent::what)
                .filter(ListEvent.Accepted.class::isInstance)
                .map(ListEvent.Accepted.class::cast)
                .findFirst();
    }

    /// A mapping that somebody chose.
    public record ChosenMapping(UUID id, Mapping mapping) {}
}
