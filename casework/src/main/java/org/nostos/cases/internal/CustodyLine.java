package org.nostos.cases.internal;

import java.util.List;
import org.nostos.basics.Unmet;
import org.nostos.cases.CaseQuestion;
import org.nostos.cases.Standing;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.CustodyTrack;
import org.nostos.custody.LegalGround;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who holds the person, and what the law asks of that.
@Component
@Order(10)
class CustodyLine implements CaseTrack {

    private final CustodyKeeping custody;

    CustodyLine(CustodyKeeping custody) {
        this.custody = custody;
    }

    @Override
    public List<TrackLine> lines(CaseQuestion question) {
        CustodyTrack track = custody.track(question.ids(), question.at());
        return List.of(
                new TrackLine(
                        "custody",
                        null,
                        standing(track),
                        "custody.status." + track.status(),
                        List.of(),
                        track.counted().stream().map(CustodyLine::event).toList()));
    }

    /// Held on no known ground stops; free, gone home or dead has ended.
    private static Standing standing(CustodyTrack track) {
        if (track.ground().filter(LegalGround.NONE_KNOWN::equals).isPresent()) {
            return Standing.STOP;
        }
        CustodyStatus status = track.status();
        if (status == CustodyStatus.NOT_KNOWN) {
            return Standing.NONE;
        }
        if (status.isHeld() || status == CustodyStatus.IN_TRANSIT) {
            return status == CustodyStatus.REPORTED ? Standing.DOING : Standing.DONE;
        }
        return status == CustodyStatus.UNACCOUNTED ? Standing.STOP : Standing.ENDED;
    }

    private static TrackEvent event(CustodyEvent event) {
        return new TrackEvent(
                event.stamp().on(),
                event.stamp().recordedAt(),
                event.stamp().by(),
                "custody.kind." + event.kind());
    }

    @Override
    public List<Unmet> open(CaseQuestion question) {
        return custody.unmet(question.ids(), question.at());
    }
}
