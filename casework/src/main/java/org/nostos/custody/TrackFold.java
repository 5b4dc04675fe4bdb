package org.nostos.custody;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the events of one person in the order in which they happened.
final class TrackFold {

    private final List<Episode> episodes = new ArrayList<>();
    private final List<CustodyEvent> counted = new ArrayList<>();
    private final List<CustodyEvent> outOfPlace = new ArrayList<>();
    private final List<CustodyEvent> unexamined = new ArrayList<>();
    private CustodyStatus status = CustodyStatus.NOT_KNOWN;
    private @Nullable CustodyEvent since;
    private @Nullable CustodyEvent heldFrom;
    private @Nullable CustodyEvent heldBy;
    private @Nullable CustodyEvent bureauTold;
    private @Nullable CustodyEvent arrest;

    void add(CustodyEvent event) {
        if (!status.allows(event.kind())) {
            outOfPlace.add(event);
            return;
        }
        counted.add(event);
        CustodyStatus next = next(event);
        if (next != status) {
            status = next;
            since = event;
        }
    }

    CustodyTrack track() {
        return new CustodyTrack(
                status,
                since,
                episodes,
                counted,
                outOfPlace,
                status.isHeld() ? heldFrom : null,
                status.isHeld() ? heldBy : null,
                status.isHeld() ? bureauTold : null,
                arrest,
                status.isHeld() ? unexamined : List.of());
    }

    private CustodyStatus next(CustodyEvent event) {
        return switch (event.kind()) {
            case REPORTED_HELD -> begin(event, CustodyStatus.REPORTED);
            case ADMITTED, RECAPTURED -> begin(event, CustodyStatus.HELD);
            case AUTHORITY_CHANGED -> change(event);
            case MOVED -> move(event);
            case RETURNED -> back(event);
            case TO_HOSPITAL -> CustodyStatus.IN_HOSPITAL;
            case TO_COURT -> CustodyStatus.AT_COURT;
            case GROUND_STATED -> state(event);
            case ARRESTED -> keep(() -> arrest = event);
            case BUREAU_TOLD -> keep(() -> bureauTold = event);
            case CHANGE_EXAMINED -> keep(unexamined::clear);
            case RELEASED -> end(event, CustodyStatus.RELEASED);
            case RELEASED_IN_ERROR -> end(event, CustodyStatus.RELEASED_IN_ERROR);
            case ESCAPED -> end(event, CustodyStatus.ESCAPED);
            case UNACCOUNTED -> end(event, CustodyStatus.UNACCOUNTED);
            case DECEASED -> end(event, CustodyStatus.DECEASED);
            case DEPARTED -> end(event, CustodyStatus.IN_TRANSIT);
            case REPATRIATED -> CustodyStatus.REPATRIATED;
            case TRANSFERRED -> CustodyStatus.TRANSFERRED;
            case TAKEN_BACK -> throw new IllegalArgumentException("what takes back is no step");
        };
    }

    /// A report, an admission or a recapture says itself who holds the person, where and why.
    private CustodyStatus begin(CustodyEvent event, CustodyStatus then) {
        HoldingAuthority before = status.isHeld() ? episodes.getLast().authority() : null;
        HoldingAuthority now = event.authority();
        boolean sameHolder = before != null && now != null && before.isSame(now);
        if (!status.isHeld()) {
            heldFrom = event;
            unexamined.clear();
        }
        if (!sameHolder) {
            heldBy = event;
            bureauTold = null;
        }
        open(event, now, event.place(), stated(event));
        return then;
    }

    private CustodyStatus change(CustodyEvent event) {
        Place there = episodes.getLast().place();
        heldBy = event;
        bureauTold = null;
        unexamined.add(event);
        open(event, event.authority(), there, stated(event));
        return status;
    }

    private CustodyStatus move(CustodyEvent event) {
        Episode before = episodes.getLast();
        open(event, before.authority(), event.place(), before.ground());
        return status;
    }

    /// From hospital or court the episode goes on; after nobody knew, or a way that led nowhere, another
    /// begins where the last one ended.
    private CustodyStatus back(CustodyEvent event) {
        if (!status.isHeld()) {
            Episode before = episodes.isEmpty() ? null : episodes.getLast();
            heldFrom = event;
            heldBy = event;
            bureauTold = null;
            unexamined.clear();
            open(
                    event,
                    before == null ? null : before.authority(),
                    before == null ? null : before.place(),
                    before == null ? LegalGround.NONE_KNOWN : before.ground());
        }
        return CustodyStatus.HELD;
    }

    private CustodyStatus state(CustodyEvent event) {
        episodes.add(episodes.removeLast().on(stated(event)));
        return status;
    }

    private CustodyStatus end(CustodyEvent event, CustodyStatus then) {
        close(event);
        return then;
    }

    private CustodyStatus keep(Runnable noted) {
        noted.run();
        return status;
    }

    private void open(
            CustodyEvent event,
            @Nullable HoldingAuthority authority,
            @Nullable Place place,
            LegalGround ground) {
        close(event);
        episodes.add(new Episode(authority, place, ground, event, null));
    }

    private void close(CustodyEvent event) {
        if (status.isHeld()) {
            episodes.add(episodes.removeLast().endedBy(event));
        }
    }

    private static LegalGround stated(CustodyEvent event) {
        LegalGround ground = event.ground();
        return ground == null ? LegalGround.NONE_KNOWN : ground;
    }
}
