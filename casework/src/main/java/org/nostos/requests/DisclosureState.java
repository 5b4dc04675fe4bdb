package org.nostos.requests;

import java.util.Comparator;
import java.util.List;
import org.nostos.basics.AsOf;

/// Where a disclosure stands.
public enum DisclosureState {
    DRAFTED,
    CLEARED,
    /// It was cleared until a day that is past.
    LAPSED,
    REFUSED,
    WITHDRAWN;

    public static DisclosureState of(Disclosure disclosure, List<DisclosureEvent> events, AsOf at) {
        return events.stream()
                .filter(event -> event.disclosure().equals(disclosure.id()))
                .filter(event -> at.counts(event.on(), event.recordedAt()))
                .max(Comparator.comparing(DisclosureEvent::recordedAt))
                .map(event -> after(event, disclosure, at))
                .orElse(DRAFTED);
    }

    private static DisclosureState after(DisclosureEvent last, Disclosure disclosure, AsOf at) {
        return switch (last.kind()) {
            case CLEARED -> disclosure.until().isBefore(at.on()) ? LAPSED : CLEARED;
            case REFUSED -> REFUSED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
