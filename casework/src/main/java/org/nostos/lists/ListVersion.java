package org.nostos.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Obstacle;

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

    /// What the last going through found, once it is done.
    public Optional<Survey> survey() {
        return ListEvent.latestCheck(events)
                .map(ListEvent::what)
                .filter(ListEvent.Checked.class::isInstance)
                .map(what -> ((ListEvent.Checked) what).survey());
    }

    /// Why the file cannot be read as it was last asked, if it cannot.
    public Optional<Obstacle> unreadable() {
        return ListEvent.latestCheck(events)
                .map(ListEvent::what)
                .filter(ListEvent.Unreadable.class::isInstance)
                .map(what -> ((ListEvent.Unreadable) what).obstacle());
    }

    /// How somebody last said that the file is to be read; everything is told from it before.
    public Layout asked() {
        return ListEvent.current(events).stream()
                .findFirst()
                .map(ListEvent::what)
                .filter(ListEvent.LaidOut.class::isInstance)
                .map(what -> ((ListEvent.LaidOut) what).layout())
                .orElse(Layout.TOLD);
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
