package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.Clusters;
import org.nostos.identity.Judgement;
import org.nostos.identity.Judgements;
import org.nostos.identity.Pair;
import org.nostos.identity.PairStanding;
import org.nostos.identity.PersonFile;
import org.nostos.identity.PersonFile.Item;
import org.nostos.identity.PersonFile.Tie;
import org.nostos.identity.PersonFile.Value;
import org.nostos.identity.Proposal;
import org.nostos.identity.Proposals;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.KnownAs;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.registry.PreferredValue;
import org.nostos.registry.PreferredValues;
import org.springframework.stereotype.Component;

/// Puts together what stands in a person's file.
@Component
public class PersonFiles {

    private static final int TIES = 50;

    private final Records records;
    private final Persons persons;
    private final PreferredValues preferred;
    private final Clusters clusters;
    private final Judgements judgements;
    private final Proposals proposals;

    PersonFiles(
            Records records,
            Persons persons,
            PreferredValues preferred,
            Clusters clusters,
            Judgements judgements,
            Proposals proposals) {
        this.records = records;
        this.persons = persons;
        this.preferred = preferred;
        this.clusters = clusters;
        this.judgements = judgements;
        this.proposals = proposals;
    }

    public PersonFile file(Person asked) {
        return ofRecords(members(asked.record()));
    }

    /// These records as if they were one person, whether or not they are joined.
    public PersonFile ofRecords(List<UUID> members) {
        List<Person> people =
                persons.ofRecords(members).stream()
                        .sorted(Comparator.comparingLong(Person::ordinal))
                        .toList();
        Map<UUID, AcceptedRecord> read = byId(members);
        List<AcceptedRecord> inOrder =
                people.stream().map(person -> read.get(person.record())).toList();
        List<PreferredValue> choices =
                preferred.ofPersons(people.stream().map(Person::id).toList());
        return new PersonFile(
                people.getFirst(), people, inOrder, items(choices, inOrder), ties(read));
    }

    /// The same for many people at once, each as the persons who are one, without their ties.
    public List<PersonFile> sayings(List<List<Person>> people) {
        KnownAs known = new KnownAs(people);
        Map<UUID, AcceptedRecord> read = byId(known.records());
        Map<UUID, List<PreferredValue>> choices =
                known.share(preferred.ofPersons(known.ids()), PreferredValue::person);
        return people.stream()
                .filter(one -> one.stream().allMatch(person -> read.containsKey(person.record())))
                .map(one -> saying(one, read, choices.getOrDefault(one.getFirst().id(), List.of())))
                .toList();
    }

    private static PersonFile saying(
            List<Person> one, Map<UUID, AcceptedRecord> read, List<PreferredValue> choices) {
        List<AcceptedRecord> inOrder =
                one.stream().map(person -> found(read, person.record())).toList();
        return new PersonFile(one.getFirst(), one, inOrder, items(choices, inOrder), List.of());
    }

    private List<UUID> members(UUID record) {
        UUID leader = clusters.leaders(List.of(record)).get(record);
        return leader == null ? List.of(record) : clusters.members(leader);
    }

    private static List<Item> items(List<PreferredValue> choices, List<AcceptedRecord> inOrder) {
        Map<FieldRole, PreferredValue> chosen = new HashMap<>();
        choices.forEach(choice -> chosen.putIfAbsent(choice.role(), choice));
        List<Item> items = new ArrayList<>();
        for (FieldRole role : FieldRole.values()) {
            Item item = item(role, inOrder, chosen.get(role));
            if (!item.values().isEmpty()) {
                items.add(item);
            }
        }
        return items;
    }

    private static Item item(
            FieldRole role, List<AcceptedRecord> inOrder, @Nullable PreferredValue chosen) {
        UUID best = chosen == null ? null : chosen.record();
        List<Value> values = new ArrayList<>();
        for (AcceptedRecord record : inOrder) {
            for (String text : record.values().getOrDefault(role, List.of())) {
                values.add(new Value(text, record, record.id().equals(best)));
            }
        }
        boolean holds = values.stream().anyMatch(Value::isPreferred);
        return new Item(role, values, holds ? chosen : null);
    }

    private List<Tie> ties(Map<UUID, AcceptedRecord> here) {
        Map<Pair, Proposal> proposed = new LinkedHashMap<>();
        proposals.touching(here.keySet(), TIES).forEach(p -> proposed.put(p.pair(), p));
        Map<Pair, PairStanding> standings = judgements.standings(here.keySet());
        Map<Pair, List<Judgement>> said =
                judgements.touching(here.keySet()).stream()
                        .collect(Collectors.groupingBy(Judgement::pair));
        Set<Pair> pairs = new LinkedHashSet<>(standings.keySet());
        pairs.addAll(proposed.keySet());
        Map<UUID, AcceptedRecord> all = byId(records(pairs));
        Map<UUID, Person> people =
                persons.ofRecords(all.keySet()).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
        return pairs.stream()
                .filter(pair -> all.containsKey(pair.left()) && all.containsKey(pair.right()))
                .map(pair ->
                        tie(
                                pair,
                                here,
                                all,
                                people,
                                standings.getOrDefault(pair, PairStanding.OPEN),
                                said.getOrDefault(pair, List.of()),
                                proposed.get(pair)))
                .toList();
    }

    private static Tie tie(
            Pair pair,
            Map<UUID, AcceptedRecord> here,
            Map<UUID, AcceptedRecord> all,
            Map<UUID, Person> people,
            PairStanding standing,
            List<Judgement> said,
            @Nullable Proposal proposal) {
        boolean inside = here.containsKey(pair.left()) && here.containsKey(pair.right());
        UUID mine = here.containsKey(pair.left()) ? pair.left() : pair.right();
        UUID other = pair.otherThan(mine);
        return new Tie(
                pair,
                inside,
                found(all, mine),
                found(all, other),
                found(people, other),
                standing,
                said,
                proposal == null ? null : proposal.id(),
                proposal == null ? 0 : proposal.probability());
    }

    private static <T> T found(Map<UUID, T> in, UUID id) {
        T value = in.get(id);
        if (value == null) {
            throw new IllegalStateException("a record of a pair is missing: " + id);
        }
        return value;
    }

    private Map<UUID, AcceptedRecord> byId(Collection<UUID> ids) {
        return records.byIds(ids).stream()
                .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
    }

    private static Set<UUID> records(Collection<Pair> pairs) {
        Set<UUID> both = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            both.add(pair.left());
            both.add(pair.right());
        });
        return both;
    }
}
