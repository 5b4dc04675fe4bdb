package org.nostos.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.internal.JoinedPersons;
import org.nostos.identity.internal.PersonFiles;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People as judged, as far as the caller may know: a reviewer sees who is joined, anybody else the
/// records alone. Reading a person is an act. Thread-safe.
@Service
@Transactional
public class People {

    private final Acts acts;
    private final Persons persons;
    private final PersonFiles files;
    private final JoinedPersons joined;

    People(Acts acts, Persons persons, PersonFiles files, JoinedPersons joined) {
        this.acts = acts;
        this.joined = joined;
        this.persons = persons;
        this.files = files;
    }

    /// The file of the person who has this id, or in whom they are joined; empty when there is none
    /// that the caller may see.
    public Optional<PersonFile> file(UUID person) {
        return persons.byId(person).map(files::file).map(this::read);
    }

    /// What the records say of each of these persons, or of those with whom they are joined, by the id that
    /// was asked for; without their ties. Whom the caller may not see is left out. One act for all.
    public Map<UUID, PersonFile> sayings(Collection<UUID> asked) {
        Map<UUID, PersonFile> said = new HashMap<>();
        for (PersonFile file : files.sayings(joined.groups(asked))) {
            file.persons().forEach(person -> said.put(person.id(), file));
        }
        if (!said.isEmpty()) {
            acts.record(
                    Act.of(
                            "registry.read",
                            purpose(),
                            Map.of("persons", List.copyOf(said.keySet()))));
        }
        return said;
    }

    /// The person with this number, without reading their file.
    @Transactional(readOnly = true)
    public Optional<Person> numbered(String number) {
        return persons.byNumber(number);
    }

    /// The person of this record, without reading their file.
    @Transactional(readOnly = true)
    public Optional<Person> ofRecord(UUID record) {
        return persons.ofRecords(List.of(record)).stream().findFirst();
    }

    /// The persons of these records by record, without reading their files.
    @Transactional(readOnly = true)
    public Map<UUID, Person> ofRecords(Collection<UUID> records) {
        return records.isEmpty()
                ? Map.of()
                : persons.ofRecords(records).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
    }

    private PersonFile read(PersonFile file) {
        acts.record(
                Act.of(
                        "registry.read",
                        purpose(),
                        Map.of(
                                "person",
                                file.leader().id(),
                                "persons",
                                file.persons().stream().map(Person::id).toList())));
        return file;
    }

    private static Purpose purpose() {
        return Caller.required().partyKind() == PartyKind.COORDINATING_COMMITTEE
                ? Purpose.IDENTITY_REVIEW
                : Purpose.CASEWORK;
    }
}
