package org.nostos.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Stamp;
import org.nostos.basics.Unmet;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is whose kin, and in whose care a child is. Whoever shows a person through it records the act of
/// reading. Thread-safe.
@Service
@Transactional(readOnly = true)
public class Kin {

    private final KinEvents kin;
    private final CareEvents care;
    private final Persons persons;
    private final Records records;

    Kin(KinEvents kin, CareEvents care, Persons persons, Records records) {
        this.kin = kin;
        this.care = care;
        this.persons = persons;
        this.records = records;
    }

    /// What is known of somebody who is known under these persons, the leader first.
    public FamilyFile of(Collection<UUID> known, AsOf at) {
        return file(
                List.copyOf(known),
                kin.ofPersons(known),
                care.ofPersons(known),
                births(persons.byIds(known)),
                at);
    }

    /// The same for many people at once, each as the persons who are one, by the leader.
    public Map<UUID, FamilyFile> ofEach(List<List<Person>> people, AsOf at) {
        List<Person> all = people.stream().flatMap(List::stream).toList();
        List<UUID> ids = all.stream().map(Person::id).toList();
        TiesOfMany ties = new TiesOfMany(kin.ofPersons(ids));
        Map<UUID, List<CareEvent>> cared =
                care.ofPersons(ids).stream()
                        .collect(Collectors.groupingBy(event -> event.stamp().person()));
        Map<UUID, AcceptedRecord> said =
                records.byIds(all.stream().map(Person::record).toList()).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        Map<UUID, FamilyFile> files = new HashMap<>();
        for (List<Person> one : people) {
            List<UUID> known = one.stream().map(Person::id).toList();
            files.put(
                    known.getFirst(),
                    file(
                            known,
                            ties.of(known),
                            known.stream()
                                    .flatMap(id -> cared.getOrDefault(id, List.of()).stream())
                                    .toList(),
                            one.stream()
                                    .map(person -> said.get(person.record()))
                                    .filter(Objects::nonNull)
                                    .map(AcceptedRecord::birth)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            at));
        }
        return files;
    }

    /// What is missing for this person as a child, or raises an alarm.
    public List<Unmet> unmet(Collection<UUID> known, AsOf at) {
        return of(known, at).care().unmet();
    }

    private List<PartialDate> births(List<Person> people) {
        return records.byIds(people.stream().map(Person::record).toList()).stream()
                .map(AcceptedRecord::birth)
                .filter(Objects::nonNull)
                .toList();
    }

    private static FamilyFile file(
            List<UUID> known,
            List<KinEvent> kin,
            List<CareEvent> cared,
            List<PartialDate> births,
            AsOf at) {
        List<KinTie> ties = KinTrack.of(kin, at);
        return new FamilyFile(
                known, ties, Care.of(cared, births, ties, known, at), last(kin, cared));
    }

    private static @Nullable UUID last(List<KinEvent> kin, List<CareEvent> cared) {
        return Stream.concat(
                        kin.stream().map(KinEvent::stamp), cared.stream().map(CareEvent::stamp))
                .max(Comparator.comparing(Stamp::recordedAt).thenComparing(Stamp::id))
                .map(Stamp::id)
                .orElse(null);
    }
}
