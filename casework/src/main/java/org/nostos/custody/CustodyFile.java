package org.nostos.custody;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;

/// Everything about one person's custody, at two times.
///
/// @param events every event that was known then, in the order in which they were recorded, those that
///     were taken back among them
/// @param last the event that was recorded last, which a form gives back
public record CustodyFile(
        CustodyTrack track,
        List<CustodyEvent> events,
        List<Unmet> unmet,
        List<RightsNotice> rights,
        List<KinNotice> kin,
        Collection<ConsularChoice> choices,
        FileCompleteness completeness,
        @Nullable UUID last) {

    public CustodyFile {
        events = List.copyOf(events);
        unmet = List.copyOf(unmet);
        rights = List.copyOf(rights);
        kin = List.copyOf(kin);
        choices = List.copyOf(choices);
    }

    /// The event that takes this one back, if one does.
    public @Nullable CustodyEvent takenBackBy(CustodyEvent event) {
        return events.stream()
                .filter(other -> event.id().equals(other.takesBack()))
                .findFirst()
                .orElse(null);
    }
}
