package org.nostos.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Household;
import org.nostos.lists.Households;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows who stands on a list as one household, as that list states it: for care, unity and tracing,
/// never as a ground for anything. Reading names is an act. Thread-safe.
@Service
@Transactional
public class Families {

    private final Acts acts;
    private final Households households;
    private final Records records;
    private final Persons persons;

    public Families(Acts acts, Households households, Records records, Persons persons) {
        this.acts = acts;
        this.households = households;
        this.records = records;
        this.persons = persons;
    }

    /// The households to which these records of one person belong.
    public List<Family> ofRecords(Collection<UUID> ids) {
        return read(households.ofRecords(ids));
    }

    /// The first so many households of a version.
    public List<Family> ofVersion(UUID version, int most) {
        return read(households.ofVersion(version, most));
    }

    /// How many households a version has. No names are read.
    @Transactional(readOnly = true)
    public long countOfVersion(UUID version) {
        return households.countOfVersion(version);
    }

    private List<Family> read(List<Household> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<UUID> ids =
                found.stream()
                        .flatMap(household -> household.members().stream())
                        .map(Household.Member::record)
                        .distinct()
                        .toList();
        Map<UUID, AcceptedRecord> said =
                records.byIds(ids).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        Map<UUID, Person> known =
                persons.ofRecords(ids).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
        note(found, known);
        return found.stream().map(household -> family(household, said, known)).toList();
    }

    private void note(List<Household> found, Map<UUID, Person> known) {
        boolean committee = Caller.required().partyKind() == PartyKind.COORDINATING_COMMITTEE;
        acts.record(
                Act.of(
                        "registry.households-read",
                        committee ? Purpose.IDENTITY_REVIEW : Purpose.CASEWORK,
                        Map.of(
                                "households",
                                found.stream().map(Household::id).toList(),
                                "persons",
                                known.values().stream().map(Person::id).toList())));
    }

    private static Family family(
            Household household, Map<UUID, AcceptedRecord> said, Map<UUID, Person> known) {
        return new Family(
                household,
                household.members().stream()
                        .flatMap(member ->
                                Optional.ofNullable(said.get(member.record()))
                                        .map(record ->
                                                new Family.Somebody(
                                                        member, record, known.get(record.id())))
                                        .stream())
                        .toList());
    }
}
