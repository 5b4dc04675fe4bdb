package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nostos.identity.Clusters;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.registry.WhoIsOne;
import org.springframework.stereotype.Component;

/// Who is one person with whom, without reading anybody's file.
@Component
public class JoinedPersons implements WhoIsOne {

    private final Persons persons;
    private final Clusters clusters;

    JoinedPersons(Persons persons, Clusters clusters) {
        this.persons = persons;
        this.clusters = clusters;
    }

    @Override
    public List<Person> with(UUID person) {
        return persons.byId(person).map(this::group).orElse(List.of());
    }

    @Override
    public List<List<Person>> groups(Collection<UUID> ids) {
        List<Person> found =
                persons.byIds(ids).stream()
                        .sorted(Comparator.comparingLong(Person::ordinal))
                        .toList();
        Map<UUID, UUID> leaders = clusters.leaders(found.stream().map(Person::record).toList());
        Map<UUID, List<Person>> joined = members(Set.copyOf(leaders.values()));
        Set<UUID> seen = new HashSet<>();
        List<List<Person>> groups = new ArrayList<>();
        for (Person person : found) {
            UUID leader = leaders.get(person.record());
            if (seen.add(leader == null ? person.record() : leader)) {
                groups.add(
                        leader == null
                                ? List.of(person)
                                : joined.getOrDefault(leader, List.of(person)));
            }
        }
        return groups;
    }

    private Map<UUID, List<Person>> members(Set<UUID> leaders) {
        Map<UUID, List<UUID>> records = leaders.isEmpty() ? Map.of() : clusters.members(leaders);
        Map<UUID, UUID> leaderOf = new HashMap<>();
        records.forEach((leader, all) -> all.forEach(record -> leaderOf.put(record, leader)));
        return leaderOf.isEmpty()
                ? Map.of()
                : persons.ofRecords(leaderOf.keySet()).stream()
                        .sorted(Comparator.comparingLong(Person::ordinal))
                        .collect(
                                Collectors.groupingBy(person ->
                                        Objects.requireNonNull(leaderOf.get(person.record()))));
    }

    private List<Person> group(Person person) {
        UUID leader = clusters.leaders(List.of(person.record())).get(person.record());
        return leader == null ? List.of(person) : members(leader);
    }

    private List<Person> members(UUID leader) {
        return persons.ofRecords(clusters.members(leader)).stream()
                .sorted(Comparator.comparingLong(Person::ordinal))
                .toList();
    }
}
