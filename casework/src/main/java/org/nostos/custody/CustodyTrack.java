package org.nostos.custody;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;

/// A person's custody on a day, as known at a moment: a pure function of its events.
///
/// An event that cannot follow those before it changes nothing and stands in `outOfPlace`, so that no
/// sequence reaches a state that is none. A change of authority ends the ground that the earlier
/// authority stated: who holds a person has to say why.
///
/// @param episodes in order; the last is open while the person is held
/// @param counted the events that count, in the order in which they happened
/// @param heldFrom what began the time in which the person has been held by anybody without a break
/// @param heldBy what began the time in which the present authority holds the person
/// @param bureauTold that the bureau was told by the present authority
/// @param unexamined changes of authority that nobody has examined, the latest last
public record CustodyTrack(
        CustodyStatus status,
        @Nullable CustodyEvent since,
        List<Episode> episodes,
        List<CustodyEvent> counted,
        List<CustodyEvent> outOfPlace,
        @Nullable CustodyEvent heldFrom,
        @Nullable CustodyEvent heldBy,
        @Nullable CustodyEvent bureauTold,
        @Nullable CustodyEvent arrest,
        List<CustodyEvent> unexamined) {

    static final Comparator<CustodyEvent> AS_THEY_HAPPENED =
            Comparator.comparing((CustodyEvent event) -> event.stamp().on())
                    .thenComparing(event -> event.stamp().recordedAt())
                    .thenComparing(CustodyEvent::id);

    public CustodyTrack {
        episodes = List.copyOf(episodes);
        counted = List.copyOf(counted);
        outOfPlace = List.copyOf(outOfPlace);
        unexamined = List.copyOf(unexamined);
    }

    /// The track of these events of one person, in any order.
    public static CustodyTrack of(List<CustodyEvent> events, AsOf asOf) {
        Set<UUID> takenBack = new HashSet<>();
        for (CustodyEvent event : events) {
            if (event.takesBack() != null && !event.stamp().recordedAt().isAfter(asOf.known())) {
                takenBack.add(event.takesBack());
            }
        }
        TrackFold fold = new TrackFold();
        events.stream()
                .filter(event -> event.kind() != CustodyKind.TAKEN_BACK)
                .filter(event -> asOf.counts(event.stamp().on(), event.stamp().recordedAt()))
                .filter(event -> !takenBack.contains(event.id()))
                .sorted(AS_THEY_HAPPENED)
                .forEach(fold::add);
        return fold.track();
    }

    /// The episode that runs, while somebody holds the person.
    public Optional<Episode> current() {
        return status.isHeld() ? Optional.of(episodes.getLast()) : Optional.empty();
    }

    public Optional<HoldingAuthority> holder() {
        return current().map(Episode::authority);
    }

    public Optional<Place> place() {
        return current().map(Episode::place);
    }

    /// The ground on which the person is held; empty while nobody holds them.
    public Optional<LegalGround> ground() {
        return current().map(Episode::ground);
    }
}
