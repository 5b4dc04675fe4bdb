package org.nostos.web.legal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Unmet;
import org.nostos.legal.Bar;
import org.nostos.legal.BarEvent;
import org.nostos.legal.BarEvent.Kind;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.LegalRule;
import org.nostos.parties.Caller;

/// One bar with what was said about it, the steps that the reader may take, and what keeps others away.
public record BarView(Bar bar, List<BarEvent> events, List<Kind> steps, List<Unmet> missing) {

    public BarView {
        events = List.copyOf(events);
        steps = List.copyOf(steps);
        missing = List.copyOf(missing);
    }

    static BarView of(Bar bar, List<BarEvent> all, Caller reader) {
        List<BarEvent> events =
                all.stream()
                        .filter(e -> e.destination().equals(bar.destination()))
                        .filter(e -> e.ground() == bar.ground())
                        .toList();
        List<Kind> may =
                Arrays.stream(Kind.values())
                        .filter(kind -> BarKeeping.may(kind, reader.role()))
                        .toList();
        List<Kind> steps = may.stream().filter(kind -> bar.allows(kind, reader.account())).toList();
        return new BarView(bar, events, steps, missing(bar, may, steps));
    }

    /// The form of the page that is about this bar.
    public String key() {
        return bar.destination() + "-" + bar.ground().name();
    }

    /// The last event shown.
    public @Nullable UUID seen() {
        return events.isEmpty() ? null : events.getLast().stamp().id();
    }

    /// Whether one of the steps holds until a day.
    public boolean asksUntil() {
        return steps.contains(Kind.CLEARED) || steps.contains(Kind.LIFT_PROPOSED);
    }

    /// The mark of the bar's state in the pages' signs.
    public String mark() {
        return switch (bar.state()) {
            case NOT_ASSESSED -> "none";
            case UNDER_ASSESSMENT, CLEARED, LIFT_PROPOSED -> "doing";
            case NO_BAR, LIFTED -> "done";
            case STALE, DOUBTED, ASSURANCE_SOUGHT -> "wait";
            case BAR_FOUND, UPHELD, APPEALED -> "stop";
        };
    }

    private static List<Unmet> missing(Bar bar, List<Kind> may, List<Kind> steps) {
        List<Unmet> lines = new ArrayList<>();
        UUID another = UUID.randomUUID();
        if (may.stream().anyMatch(kind -> !steps.contains(kind) && bar.allows(kind, another))) {
            lines.add(Unmet.of(LegalRule.TWO_HANDS));
        }
        if (bar.found() && !bar.passes()) {
            lines.add(Unmet.of(LegalRule.LIFT, bar.destination().value()));
        }
        return lines;
    }
}
