package org.nostos.cases;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.nostos.basics.Effect;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;

/// A case: the cases opened for the person, its tracks, what alarms and is due, and the states the
/// person may go to.
public record CaseFile(
        CaseQuestion question,
        List<OpenedCase> opened,
        List<TrackLine> tracks,
        List<Unmet> open,
        SortedSet<StateCode> destinations,
        Against against) {

    public CaseFile {
        opened = List.copyOf(opened);
        tracks = List.copyOf(tracks);
        open = List.copyOf(open);
    }

    /// Says what stands in the way of a step, by what was read with the file.
    @FunctionalInterface
    public interface Against {
        List<Unmet> of(Step step);
    }

    /// Everything that stands in the way of the step, from every room; nothing when it may be taken.
    public List<Unmet> whyNot(Step step) {
        return against.of(step);
    }

    /// An event with the track it stands on.
    public record Act(TrackLine track, TrackEvent event) {}

    /// Every event of every track, the latest first.
    public List<Act> acts() {
        return tracks.stream()
                .flatMap(track -> track.events().stream().map(event -> new Act(track, event)))
                .sorted(
                        Comparator.comparing((Act act) -> act.event().on())
                                .thenComparing(act -> act.event().recordedAt())
                                .reversed())
                .toList();
    }

    public List<Unmet> alarms() {
        return open.stream().filter(unmet -> unmet.rule().effect() == Effect.ALARMS).toList();
    }

    public List<Unmet> clocks() {
        return open.stream().filter(unmet -> unmet.rule().effect() == Effect.CLOCK).toList();
    }
}
