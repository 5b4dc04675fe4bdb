package org.nostos.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.basics.StateCode;
import org.nostos.basics.Unmet;
import org.nostos.identity.internal.WrittenNationalities;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.KnownAs;
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
        List<AcceptedRecord> said = records(known);
        return file(events.ofPersons(known), said, states(said), at);
    }

    /// The same for many people at once, each as the persons who are one, by the leader.
    public Map<UUID, NationalityFile> ofEach(List<List<Person>> people, AsOf at) {
        KnownAs known = new KnownAs(people);
        Map<UUID, List<NationalityEvent>> happened =
                known.share(events.ofPersons(known.ids()), event -> event.stamp().person());
        Map<UUID, List<AcceptedRecord>> said =
                known.ofRecords(records.byIds(known.records()), AcceptedRecord::id);
        Map<String, StateCode> states =
                states(said.values().stream().flatMap(List::stream).toList());
        Map<UUID, NationalityFile> files = new HashMap<>();
        for (List<Person> one : people) {
            UUID leader = one.getFirst().id();
            files.put(
                    leader,
                    file(
                            happened.getOrDefault(leader, List.of()),
                            said.getOrDefault(leader, List.of()),
                            states,
                            at));
        }
        return files;
    }

    private NationalityFile file(
            List<NationalityEvent> happened,
            List<AcceptedRecord> said,
            Map<String, StateCode> states,
            AsOf at) {
        List<NationalityAllegation> alleged = allegations(said, states, at);
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
        return of(known, at).missing(destination);
    }

    /// What raises an alarm about this person.
    public List<Unmet> alarms(Collection<UUID> known, AsOf at) {
        return of(known, at).alarms();
    }

    private List<AcceptedRecord> records(Collection<UUID> known) {
        return records.byIds(persons.byIds(known).stream().map(Person::record).toList());
    }

    /// The states that these records name, by the words in which they do.
    private Map<String, StateCode> states(List<AcceptedRecord> said) {
        List<String> words =
                said.stream().flatMap(record -> words(record).stream()).distinct().toList();
        return words.isEmpty() ? Map.of() : written.read(words);
    }

    private static List<NationalityAllegation> allegations(
            List<AcceptedRecord> said, Map<String, StateCode> states, AsOf at) {
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
