package org.nostos.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.custody.Facilities.HandedOver;
import org.nostos.custody.internal.Entries;
import org.nostos.parties.Caller;
import org.nostos.registry.CaseChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A facility that changes hands, and with it everybody who is held in it: one act, an event for each.
///
/// It is a fact that is recorded and no leave that is given: each of them then stands on the list of
/// changes of authority until somebody has looked whether it puts them at risk. Thread-safe.
@Service
@Transactional
public class HandingOver {

    private static final int LONGEST_NAME = 200;

    private final Acts acts;
    private final Facilities facilities;
    private final FacilityKeeping keeping;
    private final CustodyEvents events;
    private final Standings standings;
    private final ApplicationEventPublisher publisher;

    HandingOver(
            Acts acts,
            Facilities facilities,
            FacilityKeeping keeping,
            CustodyEvents events,
            Standings standings,
            ApplicationEventPublisher publisher) {
        this.acts = acts;
        this.facilities = facilities;
        this.keeping = keeping;
        this.events = events;
        this.standings = standings;
        this.publisher = publisher;
    }

    /// Who took a facility over, on which day, and where that is known from.
    public record Change(
            UUID facility, HoldingAuthority authority, LocalDate on, String source, String reason) {
        public Change {
            source = source.strip();
            reason = reason.strip();
        }
    }

    /// What the change would be: a line of the facility with the people whom it concerns, or all that
    /// stands in its way.
    public sealed interface Looked {
        record Ready(FacilityLine line) implements Looked {}

        record Refused(List<Obstacle> obstacles) implements Looked {}
    }

    /// Counts whom the change concerns, and writes nothing.
    @Transactional(readOnly = true)
    public Looked look(Change change) {
        List<Obstacle> obstacles = lacking(change);
        if (!obstacles.isEmpty()) {
            return new Looked.Refused(obstacles);
        }
        Map<UUID, CustodyTrack> there = concerned(change);
        return there.isEmpty()
                ? new Looked.Refused(List.of(Obstacle.of("obstacle.custody.nobody-held")))
                : new Looked.Ready(
                        FacilityKeeping.line(
                                facilities.byId(change.facility).orElseThrow(), there.values()));
    }

    /// Records the change for everybody whom it concerns, if they are as many as were shown.
    public List<Obstacle> handOver(Change change, long shown) {
        List<Obstacle> obstacles = lacking(change);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        events.turnOfAll();
        Map<UUID, CustodyTrack> there = concerned(change);
        if (there.isEmpty()) {
            return List.of(Obstacle.of("obstacle.custody.nobody-held"));
        }
        if (there.size() != shown) {
            return List.of(
                    Obstacle.of(
                            "obstacle.custody.other-count",
                            Long.toString(shown),
                            Integer.toString(there.size())));
        }
        write(change, there.keySet().stream().sorted().toList());
        return List.of();
    }

    private void write(Change change, List<UUID> people) {
        UUID id = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                        "custody.facility-handed-over",
                                        Purpose.CASEWORK,
                                        Map.of(
                                                "facility",
                                                change.facility,
                                                "handover",
                                                id,
                                                "persons",
                                                people))
                                .withReason(change.source));
        facilities.add(
                new HandedOver(
                        id,
                        change.facility,
                        change.authority,
                        change.on,
                        people.size(),
                        change.source,
                        change.reason),
                act);
        CustodyEntry entry =
                CustodyEntry.of(
                                CustodyKind.AUTHORITY_CHANGED,
                                PartialDate.ofDay(change.on),
                                change.source)
                        .by(change.authority);
        List<CustodyEvent> all = new ArrayList<>();
        people.forEach(person -> all.add(Entries.event(person, entry, null, id)));
        events.add(all, act);
        standings.refresh(people);
        people.forEach(person -> publisher.publishEvent(new CaseChanged(person)));
    }

    /// Those held there at the end of the day by anybody but the one who takes over.
    private Map<UUID, CustodyTrack> concerned(Change change) {
        Map<UUID, CustodyTrack> there =
                keeping.heldIn(change.facility, new AsOf(change.on, Instant.MAX));
        there.values()
                .removeIf(track ->
                        track.holder().filter(h -> h.isSame(change.authority)).isPresent());
        return there;
    }

    private List<Obstacle> lacking(Change change) {
        List<Obstacle> lacking = new ArrayList<>();
        String name = change.authority.name();
        if (Caller.required().role() != Role.CASE_OFFICER) {
            lacking.add(Obstacle.of("obstacle.custody.role"));
        }
        if (facilities.byId(change.facility).isEmpty()) {
            lacking.add(Obstacle.of("obstacle.custody.no-facility"));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            lacking.add(Obstacle.of("obstacle.custody.needs-authority"));
        }
        if (change.on.isAfter(LocalDate.now(ZoneOffset.UTC))) {
            lacking.add(Obstacle.of("obstacle.custody.day"));
        }
        if (change.source.isEmpty() || change.source.length() > Entries.LONGEST_SOURCE) {
            lacking.add(Obstacle.of("obstacle.custody.source"));
        }
        if (change.reason.length() > Entries.LONGEST_TEXT) {
            lacking.add(Obstacle.of("obstacle.custody.too-long"));
        }
        return lacking;
    }
}
