package org.nostos.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// An order of a court, or an interim measure of a treaty body. It blocks from the moment it is
/// recorded, and only its recorded end takes it away.
///
/// @param destination the state it speaks of, or null when it forbids every transfer
public record CourtOrder(
        UUID id, @Nullable StateCode destination, Event made, @Nullable Event ended) {

    /// That it was made, or that it came to its end.
    ///
    /// @param source the order, or the paper that ends it
    public record Event(
            Stamp stamp,
            UUID order,
            boolean ends,
            @Nullable StateCode destination,
            String reason,
            String source) {}

    public boolean stands() {
        return ended == null;
    }

    /// Whether it forbids a transfer to this state or through it.
    public boolean forbids(StateCode state) {
        return stands() && (destination == null || destination.equals(state));
    }

    /// The orders that these events leave, the latest first.
    public static List<CourtOrder> of(List<Event> events, AsOf asOf) {
        List<CourtOrder> orders = new ArrayList<>();
        for (Event made : events) {
            if (!made.ends() && asOf.counts(made.stamp().on(), made.stamp().recordedAt())) {
                Event end =
                        events.stream()
                                .filter(e -> e.ends() && e.order().equals(made.order()))
                                .filter(e -> asOf.counts(e.stamp().on(), e.stamp().recordedAt()))
                                .findFirst()
                                .orElse(null);
                orders.addFirst(new CourtOrder(made.order(), made.destination(), made, end));
            }
        }
        return orders;
    }
}
