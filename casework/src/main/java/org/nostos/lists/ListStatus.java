package org.nostos.lists;

import java.util.List;
import java.util.Optional;

/// How far a version of a list has come. It is computed from its events and stored nowhere.
public enum ListStatus {
    /// Checked, and waiting for somebody to say what its columns mean.
    CHECKED,
    /// Mapped, and being staged.
    MAPPED,
    /// Staged, and waiting for somebody to accept or refuse it.
    STAGED,
    ACCEPTED,
    /// Accepted with rows left out.
    PARTLY_ACCEPTED,
    REJECTED,
    /// Accepted, and followed by a later version.
    SUPERSEDED;

    /// The status after these events, given in the order in which they happened.
    public static ListStatus of(List<ListEvent> events) {
        if (events.stream().anyMatch(event -> event.what() instanceof ListEvent.Superseded)) {
            return SUPERSEDED;
        }
        for (ListEvent event : events) {
            switch (event.what()) {
                case ListEvent.Accepted accepted -> {
                    return accepted.leftOut() == 0 ? ACCEPTED : PARTLY_ACCEPTED;
                }
                case ListEvent.Rejected _ -> {
                    return REJECTED;
                }
                case ListEvent.Received _,
                        ListEvent.Checked _,
                        ListEvent.Mapped _,
                        ListEvent.Staged _,
                        ListEvent.Superseded _ -> {}
            }
        }
        Optional<ListEvent> mapped = ListEvent.latestMapped(events);
        if (mapped.isEmpty()) {
            return CHECKED;
        }
        return ListEvent.stagedUnder(events, mapped.get().id()).isPresent() ? STAGED : MAPPED;
    }

    /// Whether somebody has accepted or refused it.
    public boolean isClosed() {
        return switch (this) {
            case CHECKED, MAPPED, STAGED -> false;
            case ACCEPTED, PARTLY_ACCEPTED, REJECTED, SUPERSEDED -> true;
        };
    }
}
