package org.nostos.identity;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// Somebody who was told of a person that was not one: read the joined file, met it among search
/// results, exported it or was sent it, while it was joined.
///
/// @param kinds the kinds of act by which they were told
/// @param tookPart whether they drafted the split or carried it out, and so know
/// @param ticks that they were told of the correction since
public record ToldOfWrong(
        UUID account,
        String name,
        String party,
        SortedSet<String> kinds,
        int times,
        Instant first,
        Instant last,
        boolean tookPart,
        List<Tick> ticks) {

    public ToldOfWrong {
        kinds = new TreeSet<>(kinds);
        ticks = List.copyOf(ticks);
    }

    /// Somebody told them of the correction, and how.
    public record Tick(UUID told, String how, String by, Instant at) {}

    public boolean isCorrected() {
        return tookPart || !ticks.isEmpty();
    }
}
