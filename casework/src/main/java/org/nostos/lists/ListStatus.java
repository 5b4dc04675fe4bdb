package org.nostos.lists;

import java.util.List;
import java.util.Optional;

/// How far a version of a list has come. It is computed from its events and stored nowhere.
public enum ListStatus {
    /// Received, and being gone through for the first time or anew.
    RECEIVED,
    /// Gone through in vain. Somebody may say how it is to be read, or refuse it.
    UNREADABLE,
    /// Checked, and waiting for somebody to say what its columns mean.
    CHECKED,
    /// Mapped, and being staged.
    MAPPED,
    /// Staged, and waiting for somebody to accept or refuse it.
    STAGED,
    /// Accepted by somebody, and its records are being made.
    ACCEPTING,
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
        return ended(events).orElseGet(() -> underWay(events));
    }

    private static Optional<ListStatus> ended(List<ListEvent> events) {
        Optional<ListStatus> ended = Optional.empty();
        for (ListEvent event : events) {
            switch (event.what()) {
                case ListEvent.Accepted accepted -> {
                    return Optional.of(accepted.leftOut() == 0 ? ACCEPTED : PARTLY_ACCEPTED);
                }
                case ListEvent.Rejected _ -> {
                    return Optional.of(REJECTED);
                }
                case ListEvent.Accepting _ -> ended = Optional.of(ACCEPTING);
                case ListEvent.Received _,
                        ListEvent.LaidOut _,
                        ListEvent.Checked _,
                        ListEvent.Unreadable _,
                        ListEvent.Mapped _,
                        ListEvent.Staged _,
                        ListEvent.Superseded _ -> {}
            }
        }
        return ended;
    }

    private static ListStatus underWay(List<ListEvent> events) {
        Optional<ListEvent> check = ListEvent.latestCheck(events);
        if (check.isEmpty()) {
            return RECEIVED;
        }
        if (check.get().what() instanceof ListEvent.Unreadable) {
            return UNREADABLE;
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
            case RECEIVED, UNREADABLE, CHECKED, MAPPED, STAGED -> false;
            case ACCEPTING, ACCEPTED, PARTLY_ACCEPTED, REJECTED, SUPERSEDED -> true;
        };
    }

    /// Whether the engine is at work on it.
    public boolean isWorkedOn() {
        return switch (this) {
            case RECEIVED, MAPPED, ACCEPTING -> true;
            case UNREADABLE, CHECKED, STAGED, ACCEPTED, PARTLY_ACCEPTED, REJECTED, SUPERSEDED ->
                    false;
        };
    }
}
