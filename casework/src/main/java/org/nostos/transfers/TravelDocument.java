package org.nostos.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// What somebody travels on, as it stands.
///
/// @param number of the latest issue
public record TravelDocument(
        UUID id,
        Type type,
        StateCode issuer,
        State state,
        String number,
        @Nullable LocalDate validUntil,
        List<Event> events) {

    /// A step of the document.
    public record Event(
            Stamp stamp,
            UUID document,
            Kind kind,
            @Nullable Type type,
            @Nullable StateCode issuer,
            String number,
            @Nullable LocalDate validUntil,
            String reason,
            String source) {

        public Event {
            number = number.strip();
            reason = reason.strip();
            source = source.strip();
        }
    }

    /// The steps.
    public enum Kind {
        REQUESTED,
        ISSUED,
        REISSUED,
        /// The committee or the holder has it.
        IN_HAND,
        LOST,
        CANCELLED
    }

    /// What it is.
    public enum Type {
        LAISSEZ_PASSER,
        EMERGENCY,
        PASSPORT,
        /// One document for children who travel together.
        COLLECTIVE,
        RED_CROSS
    }

    /// Where it stands.
    public enum State {
        REQUESTED,
        ISSUED,
        IN_HAND,
        LOST,
        CANCELLED,
        EXPIRED;

        /// Whether somebody can travel on it.
        public boolean isGood() {
            return this == ISSUED || this == IN_HAND;
        }
    }

    public TravelDocument {
        events = List.copyOf(events);
    }

    /// Whether it is good on a day.
    public boolean goodOn(LocalDate day) {
        return state.isGood() && validUntil != null && !validUntil.isBefore(day);
    }

    /// What can follow. The database keeps the same rule.
    public Set<Kind> next() {
        return switch (state) {
            case REQUESTED -> Set.of(Kind.ISSUED, Kind.CANCELLED);
            case ISSUED -> Set.of(Kind.IN_HAND, Kind.REISSUED, Kind.LOST, Kind.CANCELLED);
            case IN_HAND -> Set.of(Kind.REISSUED, Kind.LOST, Kind.CANCELLED);
            case EXPIRED, LOST -> Set.of(Kind.REISSUED, Kind.CANCELLED);
            case CANCELLED -> Set.of();
        };
    }

    /// The documents that these steps come to, the latest first.
    public static List<TravelDocument> of(List<Event> events, AsOf asOf) {
        Map<UUID, List<Event>> threads = new LinkedHashMap<>();
        events.stream()
                .filter(e -> asOf.counts(e.stamp().on(), e.stamp().recordedAt()))
                .forEach(e -> threads.computeIfAbsent(e.document(), _ -> new ArrayList<>()).add(e));
        List<TravelDocument> all = new ArrayList<>();
        threads.forEach((id, thread) -> one(id, thread, asOf.on(), all));
        return all;
    }

    private static void one(UUID id, List<Event> thread, LocalDate on, List<TravelDocument> all) {
        Event first = thread.getFirst();
        if (first.type == null || first.issuer == null) {
            return;
        }
        State state = State.REQUESTED;
        String number = "";
        LocalDate until = null;
        for (Event event : thread) {
            state =
                    switch (event.kind) {
                        case REQUESTED -> State.REQUESTED;
                        case ISSUED, REISSUED -> State.ISSUED;
                        case IN_HAND -> State.IN_HAND;
                        case LOST -> State.LOST;
                        case CANCELLED -> State.CANCELLED;
                    };
            if (event.validUntil != null) {
                number = event.number;
                until = event.validUntil;
            }
        }
        if (state.isGood() && until != null && until.isBefore(on)) {
            state = State.EXPIRED;
        }
        all.addFirst(
                new TravelDocument(id, first.type, first.issuer, state, number, until, thread));
    }
}
