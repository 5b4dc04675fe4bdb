package org.nostos.custody;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A facility with how many people are held in it by where they stand, who holds them, and how many of
/// them nobody knows a legal ground of.
public record FacilityLine(
        Facility facility,
        Map<CustodyStatus, Long> counts,
        List<String> holders,
        long withoutGround) {

    public FacilityLine {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        holders = List.copyOf(holders);
    }

    public long people() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
