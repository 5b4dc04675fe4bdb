package org.nostos.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.identity.internal.WrittenNationalities;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How it stands between a person and each state. Whoever shows a person through it records the act of
/// reading. Thread-safe.
@Service
@Transactional(readOnly = true)
public class Nationalities {

    private final NationalityEvents events;
    private final Persons persons;
    private final Records records;
    private final WrittenNationalities written;

    Nationalities(
            NationalityEvents events,
            Persons persons,
            Records records,
            WrittenNationalities written) {
        this.events = events;
        this.persons = persons;
        this.records = records;
        this.written = written;
    }

    /// What is known of somebody who is known under these persons, the leader first.
    public NationalityFile of(Collection<UUID> known, AsOf at) {
        return file(events.ofPersons(known), records(known), at);
    }

    /// The same for many people at once, each as the persons who are one, by the leader.
    Map<UUID, NationalityFile> ofEach(List<List<Person>> people, AsOf at) {
        List<UUID> ids = people.stream().flatMap(List::stream).map(Person::id).toList();
        Map<UUID, List<NationalityEvent>> happened =
                events.ofPersons(ids).stream()
                        .collect(Collectors.groupingBy(event -> event.stamp().person()));
        Map<UUID, AcceptedRecord> said =
                records(ids).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        Map<UUID, NationalityFile> files = new HashMap<>();
        for (List<Person> one : people) {
            List<NationalityEvent> theirs =
                    one.stream()
                            .flatMap(person ->
                                    happened.getOrDefault(person.id(), List.of()).stream())
                            .sorted(Comparator.comparing(event -> event.stamp().recordedAt()))
                            .toList();
            List<AcceptedRecord> rows =
                    one.stream()
                            .map(person -> said.get(person.record()))
                            .filter(Objects::nonNull)
                            .toList();
            files.put(one.getFirst().id(), file(theirs, rows, at));
        }
        return files;
    }

    private NationalityFile file(
            List<NationalityEvent> happened, List<AcceptedRecord> said, AsOf at) {
        List<NationalityAllegation> alleged = allegations(said, at);
        List<NationalityStanding> standings = NationalityTrack.of(happened, alleged, at);
        return new NationalityFile(
                standings,
                alleged.stream().filter(one -> one.state() == null).toList(),
                IdentityStanding.of(said, standings),
                last(happened));
    }

    /// Why this person cannot yet be given to this state as its national: all that is missing.
    ///
    /// A state may take family members who are not its nationals; that is an answer of the state's, and
    /// not known here.
    public List<Unmet> whyNot(Collection<UUID> known, StateCode destination, AsOf at) {
        NationalityFile file = of(known, at);
        List<Unmet> missing = new ArrayList<>();
        if (file.identity().compareTo(IdentityStanding.CORROBORATED) < 0) {
            missing.add(
                    Unmet.of(NationalityRule.IDENTITY_NOT_CORROBORATED, file.identity().name()));
        }
        if (!file.verified().contains(destination)) {
            missing.add(Unmet.of(NationalityRule.NOT_VERIFIED, destination.value()));
        }
        return missing;
    }

    /// What raises an alarm about this person.
    public List<Unmet> alarms(Collection<UUID> known, AsOf at) {
        return of(known, at).atRiskOfStatelessness()
                ? List.of(Unmet.of(NationalityRule.AT_RISK_OF_STATELESSNESS))
                : List.of();
    }

    private List<AcceptedRecord> records(Collection<UUID> known) {
        return records.byIds(persons.byIds(known).stream().map(Person::record).toList());
    }

    private List<NationalityAllegation> allegations(List<AcceptedRecord> said, AsOf at) {
        List<String> words =
                said.stream().flatMap(record -> words(record).stream()).distinct().toList();
        Map<String, StateCode> states = words.isEmpty() ? Map.of() : written.read(words);
        return said.stream()
                .filter(record -> at.counts(record.asOf(), startOf(record)))
                .flatMap(record ->
                        words(record).stream()
                                .map(text -> allegation(record, text, states.get(text))))
                .toList();
    }

    private static Instant startOf(AcceptedRecord record) {
        return record.receivedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<String> words(AcceptedRecord record) {
        return record.values().getOrDefault(FieldRole.NATIONALITY, List.of());
    }

    private static NationalityAllegation allegation(
            AcceptedRecord record, String text, @Nullable StateCode state) {
        return new NationalityAllegation(
                state,
                text,
                record.partyName(),
                record.listTitle(),
                record.asOf(),
                record.receivedOn());
    }

    private static @Nullable UUID last(List<NationalityEvent> happened) {
        return happened.isEmpty() ? null : happened.getLast().id();
    }
}
