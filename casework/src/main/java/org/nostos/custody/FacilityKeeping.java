package org.nostos.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.custody.FacilityFile.Held;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The facilities, and who is held in them. Thread-safe.
@Service
@Transactional
public class FacilityKeeping {

    private static final int LONGEST = 200;
    private static final int MOST_SECTIONS = 50;

    private final Acts acts;
    private final Facilities facilities;
    private final CustodyEvents events;
    private final Persons persons;
    private final Records records;

    FacilityKeeping(
            Acts acts,
            Facilities facilities,
            CustodyEvents events,
            Persons persons,
            Records records) {
        this.acts = acts;
        this.facilities = facilities;
        this.events = events;
        this.persons = persons;
        this.records = records;
    }

    @Transactional(readOnly = true)
    public List<Facility> all() {
        return facilities.all();
    }

    /// Opens a facility, unless there is one of this name in this place.
    public List<Obstacle> open(String name, String place, List<String> sections) {
        String called = name.strip();
        String where = place.strip();
        List<String> parts =
                sections.stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
        if (Caller.required().role() != Role.CASE_OFFICER) {
            return List.of(Obstacle.of("obstacle.custody.role"));
        }
        if (isNoName(called)
                || isNoName(where)
                || parts.size() > MOST_SECTIONS
                || parts.stream().anyMatch(FacilityKeeping::isNoName)) {
            return List.of(Obstacle.of("obstacle.custody.facility-words"));
        }
        if (facilities.all().stream()
                .anyMatch(f ->
                        f.name().equalsIgnoreCase(called) && f.place().equalsIgnoreCase(where))) {
            return List.of(Obstacle.of("obstacle.custody.facility-exists"));
        }
        Facility facility = new Facility(UUID.randomUUID(), called, where, parts);
        UUID act =
                acts.record(
                        Act.of(
                                "custody.facility-opened",
                                Purpose.CASEWORK,
                                Map.of("facility", facility.id())));
        facilities.add(facility, act);
        return List.of();
    }

    /// Every facility with its headcount. Counts only.
    @Transactional(readOnly = true)
    public List<FacilityLine> lines(AsOf asOf) {
        Map<UUID, List<CustodyTrack>> there = new HashMap<>();
        for (List<CustodyEvent> all : events.ofAll().values()) {
            CustodyTrack track = CustodyTrack.of(all, asOf);
            track.place()
                    .map(Place::facility)
                    .ifPresent(
                            id -> there.computeIfAbsent(id, key -> new ArrayList<>()).add(track));
        }
        return facilities.all().stream()
                .map(f -> line(f, there.getOrDefault(f.id(), List.of())))
                .toList();
    }

    /// One facility and everybody held in it, by number: reading it is an act.
    public Optional<FacilityFile> file(UUID id, AsOf asOf) {
        return facilities
                .byId(id)
                .map(facility -> {
                    Map<UUID, CustodyTrack> there = heldIn(id, asOf);
                    List<Held> held = held(there);
                    if (!held.isEmpty()) {
                        List<UUID> seen = held.stream().map(one -> one.person().id()).toList();
                        acts.record(
                                Act.of(
                                        "custody.facility-read",
                                        Purpose.CASEWORK,
                                        Map.of("facility", id, "persons", seen)));
                    }
                    return new FacilityFile(
                            facility,
                            line(facility, there.values()),
                            held,
                            facilities.handedOver(id));
                });
    }

    /// Who is held in the facility, by the person who leads.
    Map<UUID, CustodyTrack> heldIn(UUID facility, AsOf asOf) {
        Map<UUID, CustodyTrack> there = new HashMap<>();
        events.ofFacility(facility)
                .forEach((leader, all) -> {
                    CustodyTrack track = CustodyTrack.of(all, asOf);
                    if (track.place().filter(place -> place.isIn(facility)).isPresent()) {
                        there.put(leader, track);
                    }
                });
        return there;
    }

    private List<Held> held(Map<UUID, CustodyTrack> there) {
        List<Person> people = persons.byIds(there.keySet());
        Map<UUID, AcceptedRecord> rows =
                records.byIds(people.stream().map(Person::record).toList()).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        List<Held> held = new ArrayList<>();
        for (Person person : people) {
            AcceptedRecord row = rows.get(person.record());
            CustodyTrack track = there.get(person.id());
            if (row != null && track != null) {
                held.add(new Held(person, row, track));
            }
        }
        held.sort(Comparator.comparingLong(one -> one.person().ordinal()));
        return held;
    }

    static FacilityLine line(Facility facility, Collection<CustodyTrack> there) {
        Map<CustodyStatus, Long> counts = new EnumMap<>(CustodyStatus.class);
        there.forEach(track -> counts.merge(track.status(), 1L, Long::sum));
        List<String> holders =
                there.stream()
                        .flatMap(track -> track.holder().stream())
                        .map(HoldingAuthority::name)
                        .distinct()
                        .sorted()
                        .toList();
        long without =
                there.stream()
                        .filter(t -> t.ground().filter(LegalGround.NONE_KNOWN::equals).isPresent())
                        .count();
        return new FacilityLine(facility, counts, holders, without);
    }

    private static boolean isNoName(String text) {
        return text.isEmpty() || text.length() > LONGEST;
    }

    /// The people held on a day, as known now.
    static AsOf endOf(LocalDate day) {
        return new AsOf(day, Instant.MAX);
    }
}
