package org.nostos.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// People as judged, each under every id by which they are known: what was read of all of them at once
/// is given back to each.
public final class KnownAs {

    private final List<List<Person>> people;
    private final Map<UUID, UUID> leaders = new HashMap<>();

    /// @param people each as the persons who are one, the leader first
    public KnownAs(Collection<List<Person>> people) {
        this.people = List.copyOf(people);
        this.people.forEach(
                one -> one.forEach(person -> leaders.put(person.id(), one.getFirst().id())));
    }

    /// Every id of everybody.
    public List<UUID> ids() {
        return people.stream().flatMap(List::stream).map(Person::id).toList();
    }

    /// Every record of everybody.
    public List<UUID> records() {
        return people.stream().flatMap(List::stream).map(Person::record).toList();
    }

    /// Each one's facts by the leader, in the order in which they were read; of those who have none,
    /// nothing.
    ///
    /// @param person about whom a fact is, under any id
    public <T> Map<UUID, List<T>> share(Collection<T> facts, Function<? super T, UUID> person) {
        return facts.stream()
                .filter(fact -> leaders.containsKey(person.apply(fact)))
                .collect(Collectors.groupingBy(fact -> leaders.get(person.apply(fact))));
    }

    /// The same for what is known of a record.
    public <T> Map<UUID, List<T>> ofRecords(Collection<T> facts, Function<? super T, UUID> record) {
        Map<UUID, UUID> persons = new HashMap<>();
        people.forEach(one -> one.forEach(person -> persons.put(person.record(), person.id())));
        return share(
                facts.stream().filter(fact -> persons.containsKey(record.apply(fact))).toList(),
                fact -> persons.get(record.apply(fact)));
    }
}
