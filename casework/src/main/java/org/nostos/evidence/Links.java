package org.nostos.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.AsOf;

/// Which items speak of which persons, as the links come to at two times.
///
/// @param items in the order linked
/// @param persons in the order linked
record Links(Set<UUID> items, Set<UUID> persons) {

    /// Everything that was ever recorded.
    static final AsOf NOW = new AsOf(LocalDate.MAX, Instant.MAX);

    Links {
        items = new LinkedHashSet<>(items);
        persons = new LinkedHashSet<>(persons);
    }

    /// Of links that all are one person's, or all one item's.
    static Links of(List<EvidenceLink> links, AsOf asOf) {
        Set<UUID> items = new LinkedHashSet<>();
        Set<UUID> persons = new LinkedHashSet<>();
        for (EvidenceLink link : links) {
            if (asOf.counts(link.stamp().on(), link.stamp().recordedAt())) {
                if (link.ends()) {
                    items.remove(link.item());
                    persons.remove(link.stamp().person());
                } else {
                    items.add(link.item());
                    persons.add(link.stamp().person());
                }
            }
        }
        return new Links(items, persons);
    }
}
