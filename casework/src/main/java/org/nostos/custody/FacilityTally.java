package org.nostos.custody;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.nostos.custody.Standings.Counted;

/// Counts the people of one facility.
final class FacilityTally {

    private final Map<CustodyStatus, Long> counts = new EnumMap<>(CustodyStatus.class);
    private final SortedSet<String> holders = new TreeSet<>();
    private long withoutGround;

    void add(Counted counted) {
        add(counted.status(), counted.holder(), counted.ground(), counted.people());
    }

    void add(CustodyTrack track) {
        add(
                track.status(),
                track.holder().map(HoldingAuthority::name).orElse(""),
                track.ground().orElse(LegalGround.NONE_KNOWN),
                1);
    }

    private void add(CustodyStatus status, String holder, LegalGround ground, long people) {
        counts.merge(status, people, Long::sum);
        if (!holder.isEmpty()) {
            holders.add(holder);
        }
        if (ground == LegalGround.NONE_KNOWN) {
            withoutGround += people;
        }
    }

    FacilityLine line(Facility facility) {
        return new FacilityLine(facility, counts, List.copyOf(holders), withoutGround);
    }
}
