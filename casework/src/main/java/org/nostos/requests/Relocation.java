package org.nostos.requests;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.basics.StateCode;

/// That a state is to be asked to receive somebody who is not its national: why, and by which programme.
/// It is no repatriation and is never counted as one.
///
/// @param withdrawn that it stands no more, or null
public record Relocation(Event proposed, @Nullable Event withdrawn) {

    /// That a state was proposed, or no longer is.
    ///
    /// @param programme the programme or quota under which it is asked; only of a proposal
    public record Event(
            Stamp stamp,
            StateCode state,
            boolean ends,
            @Nullable String programme,
            String reason,
            @Nullable String source) {}

    public StateCode state() {
        return proposed.state();
    }

    public boolean stands() {
        return withdrawn == null;
    }

    /// What these events leave, the latest first.
    public static List<Relocation> of(List<Event> events, AsOf asOf) {
        List<Relocation> all = new ArrayList<>();
        for (Event event : events) {
            if (!asOf.counts(event.stamp().on(), event.stamp().recordedAt())) {
                continue;
            }
            if (event.ends()) {
                all.replaceAll(one ->
                        one.stands() && one.state().equals(event.state())
                                ? new Relocation(one.proposed, event)
                                : one);
            } else {
                all.addFirst(new Relocation(event, null));
            }
        }
        return all;
    }
}
