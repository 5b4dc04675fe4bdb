package org.nostos.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.Stamp;
import org.nostos.registry.KinEvent.Kind;
import org.nostos.registry.KinTie.Standing;

/// Which ties hold, worked out from what happened. Pure.
public final class KinTrack {

    private KinTrack() {}

    /// Every tie, by when it was proposed; with those that were refused, ended or taken back.
    public static List<KinTie> of(Collection<KinEvent> events, AsOf at) {
        Map<UUID, List<KinEvent>> byTie = new LinkedHashMap<>();
        events.stream()
                .filter(event -> at.counts(event.stamp().on(), event.stamp().recordedAt()))
                .sorted(Comparator.comparing(event -> event.stamp().recordedAt()))
                .forEach(event ->
                        byTie.computeIfAbsent(event.tie(), _ -> new ArrayList<>()).add(event));
        return byTie.values().stream().flatMap(each -> tie(each).stream()).toList();
    }

    private static Optional<KinTie> tie(List<KinEvent> events) {
        KinEvent first = events.getFirst();
        KinEvent.Said said = first.said();
        if (first.kind() != Kind.PROPOSED || said == null) {
            return Optional.empty();
        }
        Stamp proposed = first.stamp();
        Stamp confirmed = stampOf(events, Kind.CONFIRMED, proposed);
        Stamp taking = stampOf(events, Kind.TAKING_BACK, null);
        boolean back = isTakenBack(events, confirmed, taking);
        Stamp ending = last(events, Kind.ENDED).map(KinEvent::stamp).orElse(null);
        boolean over = ending != null && stampOf(events, Kind.END_CONFIRMED, ending) != null;
        LocalDate ended = ending != null && over ? ending.on() : null;
        return Optional.of(
                new KinTie(
                        first.tie(),
                        said,
                        standing(events, confirmed, back, ended),
                        proposed,
                        confirmed,
                        samePlace(events),
                        first.source(),
                        ended,
                        over ? null : ending,
                        back ? null : taking));
    }

    private static Standing standing(
            List<KinEvent> events,
            @Nullable Stamp confirmed,
            boolean back,
            @Nullable LocalDate ended) {
        if (back) {
            return Standing.TAKEN_BACK;
        }
        if (ended != null) {
            return Standing.ENDED;
        }
        if (confirmed != null) {
            return Standing.CONFIRMED;
        }
        return last(events, Kind.REFUSED).isPresent() ? Standing.REFUSED : Standing.PROPOSED;
    }

    /// What one hand proposed, one takes back, whatever is said afterwards; what two hands confirmed, two.
    private static boolean isTakenBack(
            List<KinEvent> events, @Nullable Stamp confirmed, @Nullable Stamp taking) {
        if (taking == null) {
            return false;
        }
        return confirmed == null
                || taking.recordedAt().isBefore(confirmed.recordedAt())
                || stampOf(events, Kind.TAKEN_BACK, taking) != null;
    }

    private static @Nullable Boolean samePlace(List<KinEvent> events) {
        Boolean last = null;
        for (KinEvent event : events) {
            if (event.kind() == Kind.PROPOSED || event.kind() == Kind.PLACE_SAID) {
                last = event.samePlace();
            }
        }
        return last;
    }

    /// The first event of this kind, by another hand than this one's if one is given.
    private static @Nullable Stamp stampOf(
            List<KinEvent> events, Kind kind, @Nullable Stamp notBy) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(KinEvent::stamp)
                .filter(stamp -> notBy == null || !stamp.account().equals(notBy.account()))
                .findFirst()
                .orElse(null);
    }

    private static Optional<KinEvent> last(List<KinEvent> events, Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .reduce((earlier, later) -> later);
    }
}
