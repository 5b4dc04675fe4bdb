package org.nostos.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;

/// That the holder's own policy keeps somebody back, on a legal ground that is said. It keeps them out of
/// plans and touches nothing else: not a consul, not counsel, not review.
public record HolderExclusion(UUID id, Event recorded, @Nullable Event ended) {

    /// That it was recorded, or ended.
    ///
    /// @param source the legal ground, of one that is recorded
    public record Event(
            Stamp stamp, UUID exclusion, boolean ends, String reason, @Nullable String source) {}

    public boolean stands() {
        return ended == null;
    }

    /// The exclusions that these events leave, the latest first.
    public static List<HolderExclusion> of(List<Event> events, AsOf asOf) {
        List<HolderExclusion> all = new ArrayList<>();
        for (Event event : events) {
            if (!event.ends() && asOf.counts(event.stamp().on(), event.stamp().recordedAt())) {
                Event end =
                        events.stream()
                                .filter(e -> e.ends() && e.exclusion().equals(event.exclusion()))
                                .filter(e -> asOf.counts(e.stamp().on(), e.stamp().recordedAt()))
                                .findFirst()
                                .orElse(null);
                all.addFirst(new HolderExclusion(event.exclusion(), event, end));
            }
        }
        return all;
    }
}
