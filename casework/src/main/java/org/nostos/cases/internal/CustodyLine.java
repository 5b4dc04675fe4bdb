package org.nostos.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.nostos.basics.Unmet;
import org.nostos.cases.Standing;
import org.nostos.cases.TrackEvent;
import org.nostos.cases.TrackLine;
import org.nostos.custody.CustodyEvent;
import org.nostos.custody.CustodyStatus;
import org.nostos.custody.CustodyTrack;
import org.nostos.custody.HeldPeople;
import org.nostos.custody.HeldPeople.Held;
import org.nostos.custody.LegalGround;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Who holds the person, and what the law asks of that.
@Component
@Order(10)
class CustodyLine implements CaseTrack {

    private final HeldPeople held;

    CustodyLine(HeldPeople held) {
        this.held = held;
    }

    @Override
    public List<Reading> readEach(List<CaseSubject> people) {
        Map<UUID, Held> found = held.ofEach(CaseSubject.people(people), people.getFirst().at());
        return people.stream()
                .<Reading>map(
                        subject -> new Read(Objects.requireNonNull(found.get(subject.leader()))))
                .toList();
    }

    private record Read(Held held) implements Reading {

        @Override
        public List<TrackLine> lines() {
            CustodyTrack track = held.track();
            return List.of(
                    new TrackLine(
                            "custody",
                            null,
                            standing(track),
                            "custody.status." + track.status(),
                            List.of(),
                            track.counted().stream().map(CustodyLine::event).toList()));
        }

        @Override
        public List<Unmet> open() {
            return held.unmet();
        }
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
}
