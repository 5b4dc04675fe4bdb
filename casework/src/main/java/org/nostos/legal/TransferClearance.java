package org.nostos.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// The key to a transfer: for one person, on one road, to one state through others, until a day.
///
/// It holds while nothing in it is missing again. Whether it holds now, [Clearing#valid] says.
public record TransferClearance(
        UUID id,
        Route route,
        StateCode destination,
        List<StateCode> transit,
        LocalDate until,
        Event proposed,
        @Nullable Event issued,
        @Nullable Event withdrawn) {

    public TransferClearance {
        transit = List.copyOf(transit);
    }

    /// That it was proposed, issued or withdrawn.
    ///
    /// @param terms what is cleared, of a proposal alone
    public record Event(
            Stamp stamp, UUID clearance, Kind kind, @Nullable Terms terms, String reason) {}

    /// What can happen to a clearance.
    public enum Kind {
        PROPOSED,
        ISSUED,
        WITHDRAWN
    }

    /// What is cleared.
    public record Terms(
            Route route, StateCode destination, List<StateCode> transit, LocalDate until) {
        public Terms {
            transit = List.copyOf(transit);
        }
    }

    public Terms terms() {
        return new Terms(route, destination, transit, until);
    }

    public boolean waits() {
        return issued == null && withdrawn == null;
    }

    /// Whether it was issued, and neither withdrawn nor run out on this day.
    public boolean inForce(LocalDate on) {
        return issued != null && withdrawn == null && !until.isBefore(on);
    }

    /// Whether it ran out by itself.
    public boolean lapsed(LocalDate on) {
        return withdrawn == null && until.isBefore(on);
    }

    /// The clearances that these events come to, the latest first.
    public static List<TransferClearance> of(List<Event> events, AsOf asOf) {
        List<Event> counting =
                events.stream()
                        .filter(e -> asOf.counts(e.stamp().on(), e.stamp().recordedAt()))
                        .toList();
        List<TransferClearance> all = new ArrayList<>();
        for (Event event : counting) {
            if (event.kind() == Kind.PROPOSED && event.terms() != null) {
                Terms terms = event.terms();
                all.addFirst(
                        new TransferClearance(
                                event.clearance(),
                                terms.route(),
                                terms.destination(),
                                terms.transit(),
                                terms.until(),
                                event,
                                later(counting, event, Kind.ISSUED),
                                later(counting, event, Kind.WITHDRAWN)));
            }
        }
        return all;
    }

    private static @Nullable Event later(List<Event> events, Event proposal, Kind kind) {
        return events.stream()
                .filter(e -> e.kind() == kind && e.clearance().equals(proposal.clearance()))
                .findFirst()
                .orElse(null);
    }
}
