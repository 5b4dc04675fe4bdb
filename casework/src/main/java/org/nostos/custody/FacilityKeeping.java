package org.nostos.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.nostos.custody.internal.Entries;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The facilities, and who is held in them. Thread-safe.
///
/// Where people stand now is counted from rows that are kept beside the events; any other day, and
/// whoever was joined or taken apart, from the events themselves.
@Service
@Transactional
public class FacilityKeeping {

    private static final int LONGEST = 200;
    private static final int MOST_SECTIONS = 50;

    private final Acts acts;
    private final Facilities facilities;
    private final CustodyEvents events;
    private final Standings standings;
    private final Persons persons;
    private final Records records;

    FacilityKeeping(
            Acts acts,
            Facilities facilities,
            CustodyEvents events,
            Standings standings,
            Persons persons,
            Records records) {
        this.acts = acts;
        this.facilities = facilities;
        this.events = events;
        this.standings = standings;
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
        Map<String, ?> detail = Map.of("facility", facility.id());
        facilities.add(
                facility, acts.record(Act.of("custody.facility-opened", Purpose.CASEWORK, detail)));
        return List.of();
    }

    /// Every facility with its headcount now. Counts only.
    @Transactional(readOnly = true)
    public List<FacilityLine> lines() {
        Map<UUID, UUID> entangled = standings.entangled();
        Map<UUID, FacilityTally> tallies = new HashMap<>();
        standings
                .counted(null, entangled.keySet())
                .forEach(counted -> tally(tallies, counted.facility()).add(counted));
        for (CustodyTrack track : tracks(leaders(entangled), Entries.EVERYTHING).values()) {
            facility(track).ifPresent(id -> tally(tallies, id).add(track));
        }
        return lines(tallies);
    }

    /// Every facility with its headcount on a day, as known at a moment. Counts only.
    @Transactional(readOnly = true)
    public List<FacilityLine> lines(AsOf asOf) {
        Map<UUID, FacilityTally> tallies = new HashMap<>();
        for (List<CustodyEvent> all : events.ofAll().values()) {
            CustodyTrack track = CustodyTrack.of(all, asOf);
            facility(track).ifPresent(id -> tally(tallies, id).add(track));
        }
        return lines(tallies);
    }

    /// One facility now and a page of those held in it, by number; who was joined or taken apart comes
    /// last. Reading it is an act.
    public Optional<FacilityFile> file(UUID id, int offset, int most) {
        return file(id, HeldQuestion.ALL, offset, most);
    }

    /// The same of those who are asked for, in the order asked for.
    public Optional<FacilityFile> file(UUID id, HeldQuestion question, int offset, int most) {
        return facilities.byId(id).map(facility -> now(facility, question, offset, most));
    }

    private FacilityFile now(Facility facility, HeldQuestion question, int offset, int most) {
        UUID id = facility.id();
        Map<UUID, UUID> entangled = standings.entangled();
        FacilityTally tally = new FacilityTally();
        standings.counted(id, entangled.keySet()).forEach(tally::add);
        List<UUID> there = new ArrayList<>(standings.in(id, entangled.keySet(), question));
        new TreeMap<>(tracks(leaders(entangled), Entries.EVERYTHING))
                .forEach((leader, track) -> {
                    if (facility(track).filter(id::equals).isPresent()) {
                        tally.add(track);
                        if (question.fits(leader, track)) {
                            there.add(leader);
                        }
                    }
                });
        List<UUID> page = there.stream().skip(offset).limit(most).toList();
        Map<UUID, CustodyTrack> tracks = tracks(page, Entries.EVERYTHING);
        return read(facility, tally.line(facility), page, tracks, there.size());
    }

    /// The same on a day, as known at a moment.
    public Optional<FacilityFile> file(UUID id, AsOf asOf, int offset, int most) {
        return file(id, HeldQuestion.ALL, asOf, offset, most);
    }

    /// The same of those who are asked for, in the order asked for.
    public Optional<FacilityFile> file(
            UUID id, HeldQuestion question, AsOf asOf, int offset, int most) {
        return facilities
                .byId(id)
                .map(facility -> {
                    Map<UUID, CustodyTrack> there = heldIn(id, asOf);
                    Map<UUID, Long> numbers =
                            persons.byIds(there.keySet()).stream()
                                    .collect(Collectors.toMap(Person::id, Person::ordinal));
                    List<UUID> asked =
                            there.keySet().stream()
                                    .filter(one -> isAsked(question, one, there))
                                    .sorted(question.order(there, numbers))
                                    .toList();
                    List<UUID> page = asked.stream().skip(offset).limit(most).toList();
                    return read(
                            facility, line(facility, there.values()), page, there, asked.size());
                });
    }

    private static boolean isAsked(
            HeldQuestion question, UUID leader, Map<UUID, CustodyTrack> there) {
        CustodyTrack track = there.get(leader);
        return track != null && question.fits(leader, track);
    }

    /// Who is held in the facility, by the person who leads.
    /// Who was held in the facility, by id alone: it shows nobody.
    @Transactional(readOnly = true)
    public Set<UUID> persons(UUID facility, AsOf asOf) {
        return Set.copyOf(heldIn(facility, asOf).keySet());
    }

    Map<UUID, CustodyTrack> heldIn(UUID facility, AsOf asOf) {
        Map<UUID, CustodyTrack> there = new HashMap<>();
        events.ofFacility(facility)
                .forEach((leader, all) -> {
                    CustodyTrack track = CustodyTrack.of(all, asOf);
                    if (facility(track).filter(facility::equals).isPresent()) {
                        there.put(leader, track);
                    }
                });
        return there;
    }

    static FacilityLine line(Facility facility, Collection<CustodyTrack> there) {
        FacilityTally tally = new FacilityTally();
        there.forEach(tally::add);
        return tally.line(facility);
    }

    private FacilityFile read(
            Facility facility,
            FacilityLine line,
            List<UUID> page,
            Map<UUID, CustodyTrack> tracks,
            int people) {
        List<Held> held = held(page, tracks);
        if (!held.isEmpty()) {
            List<UUID> seen = held.stream().map(one -> one.person().id()).toList();
            acts.record(
                    Act.of(
                            "custody.facility-read",
                            Purpose.CASEWORK,
                            Map.of("facility", facility.id(), "persons", seen)));
        }
        return new FacilityFile(facility, line, held, people, facilities.handedOver(facility.id()));
    }

    private List<Held> held(List<UUID> page, Map<UUID, CustodyTrack> tracks) {
        Map<UUID, Person> people =
                persons.byIds(page).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        Map<UUID, AcceptedRecord> rows =
                records.byIds(people.values().stream().map(Person::record).toList()).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        List<Held> held = new ArrayList<>();
        for (UUID id : page) {
            Person person = people.get(id);
            CustodyTrack track = tracks.get(id);
            AcceptedRecord row = person == null ? null : rows.get(person.record());
            if (person != null && row != null && track != null) {
                held.add(new Held(person, row, track));
            }
        }
        return held;
    }

    private static Collection<UUID> leaders(Map<UUID, UUID> entangled) {
        return Set.copyOf(entangled.values());
    }

    private Map<UUID, CustodyTrack> tracks(Collection<UUID> leaders, AsOf asOf) {
        Map<UUID, CustodyTrack> tracks = new HashMap<>();
        if (!leaders.isEmpty()) {
            events.ofLeaders(leaders)
                    .forEach((leader, all) -> tracks.put(leader, CustodyTrack.of(all, asOf)));
        }
        return tracks;
    }

    private List<FacilityLine> lines(Map<UUID, FacilityTally> tallies) {
        return facilities.all().stream().map(f -> tally(tallies, f.id()).line(f)).toList();
    }

    private static FacilityTally tally(Map<UUID, FacilityTally> tallies, UUID facility) {
        return tallies.computeIfAbsent(facility, id -> new FacilityTally());
    }

    private static Optional<UUID> facility(CustodyTrack track) {
        return track.place().map(Place::facility);
    }

    private static boolean isNoName(String text) {
        return text.isEmpty() || text.length() > LONGEST;
    }
}
