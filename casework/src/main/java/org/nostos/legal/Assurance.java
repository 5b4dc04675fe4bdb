package org.nostos.legal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;

/// What a state assured, and what came of it. An assurance lifts nothing: it is weighed like any other
/// evidence, is watched while it lasts, and once broken makes everything stale that was decided before.
///
/// @param state where it stands
/// @param until the last day for which it holds, once it is in force
public record Assurance(
        UUID id, StateCode by, State state, @Nullable LocalDate until, List<Event> events) {

    public Assurance {
        events = List.copyOf(events);
    }

    /// Something that was asked, said, found or seen.
    public record Event(
            UUID id,
            UUID assurance,
            StateCode by,
            Kind kind,
            LocalDate on,
            @Nullable LocalDate until,
            String reason,
            @Nullable String source,
            UUID account,
            String name,
            Instant recordedAt) {}

    /// The steps of an assurance.
    public enum Kind {
        REQUESTED,
        OFFERED,
        FOUND_SUFFICIENT,
        FOUND_INSUFFICIENT,
        IN_FORCE,
        /// A visit, or another look at whether it is kept.
        MONITORED,
        ENDED,
        BREACHED
    }

    /// Where an assurance stands.
    public enum State {
        REQUESTED,
        OFFERED,
        SUFFICIENT,
        INSUFFICIENT,
        IN_FORCE,
        EXPIRED,
        ENDED,
        BREACHED
    }

    /// The steps that this state allows.
    public Set<Kind> next() {
        return switch (state) {
            case REQUESTED -> EnumSet.of(Kind.OFFERED, Kind.ENDED, Kind.BREACHED);
            case OFFERED ->
                    EnumSet.of(
                            Kind.FOUND_SUFFICIENT,
                            Kind.FOUND_INSUFFICIENT,
                            Kind.ENDED,
                            Kind.BREACHED);
            case SUFFICIENT -> EnumSet.of(Kind.IN_FORCE, Kind.ENDED, Kind.BREACHED);
            case INSUFFICIENT -> EnumSet.of(Kind.OFFERED, Kind.ENDED, Kind.BREACHED);
            case IN_FORCE -> EnumSet.of(Kind.MONITORED, Kind.ENDED, Kind.BREACHED);
            case EXPIRED -> EnumSet.of(Kind.MONITORED, Kind.OFFERED, Kind.BREACHED);
            case ENDED -> EnumSet.of(Kind.BREACHED);
            case BREACHED -> EnumSet.noneOf(Kind.class);
        };
    }

    /// The assurances that these events come to, the latest asked first.
    public static List<Assurance> of(List<Event> events, AsOf asOf) {
        Map<UUID, List<Event>> threads = new LinkedHashMap<>();
        for (Event event : events) {
            if (asOf.counts(event.on(), event.recordedAt())) {
                threads.computeIfAbsent(event.assurance(), _ -> new ArrayList<>()).add(event);
            }
        }
        List<Assurance> all = new ArrayList<>();
        threads.forEach((id, thread) -> all.addFirst(one(id, thread, asOf.on())));
        return all;
    }

    /// When breaches by this state were recorded.
    public static List<Instant> breaches(List<Event> events, StateCode by, AsOf asOf) {
        return events.stream()
                .filter(event -> event.kind() == Kind.BREACHED && event.by().equals(by))
                .filter(event -> asOf.counts(event.on(), event.recordedAt()))
                .map(Event::recordedAt)
                .toList();
    }

    private static Assurance one(UUID id, List<Event> thread, LocalDate on) {
        Assurance now = new Assurance(id, thread.getFirst().by(), State.REQUESTED, null, List.of());
        for (Event event : thread) {
            State state = now.after(event.kind());
            LocalDate until = event.kind() == Kind.IN_FORCE ? event.until() : now.until;
            now = new Assurance(id, now.by, state, until, List.of());
        }
        boolean over = now.state == State.IN_FORCE && now.until != null && now.until.isBefore(on);
        return new Assurance(id, now.by, over ? State.EXPIRED : now.state, now.until, thread);
    }

    private State after(Kind kind) {
        return switch (kind) {
            case REQUESTED -> State.REQUESTED;
            case OFFERED -> State.OFFERED;
            case FOUND_SUFFICIENT -> State.SUFFICIENT;
            case FOUND_INSUFFICIENT -> State.INSUFFICIENT;
            case IN_FORCE -> State.IN_FORCE;
            case MONITORED -> state;
            case ENDED -> State.ENDED;
            case BREACHED -> State.BREACHED;
        };
    }
}
