package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.identity.Clusters;
import org.nostos.identity.Clusters.Group;
import org.nostos.identity.PeopleSearch.Found;
import org.nostos.identity.PeopleSearch.Why;
import org.nostos.linkage.ResidentIndex;
import org.nostos.linkage.ResidentIndex.Hit;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.parties.Caller;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Turns what the index finds into people that the caller may see, with one question to the database
/// for each kind of thing however many are found.
@Component
public class SearchHits {

    /// Others of one person, and those the caller may not see, take places among the hits.
    private static final int SPARE = 4;

    /// Beyond the first few, who is less likely than this is not listed.
    private static final double LEAST = 0.005;

    private static final int FIRST_FEW = 5;

    private final SearchIndex index;
    private final Records records;
    private final Persons persons;
    private final Clusters clusters;

    SearchHits(SearchIndex index, Records records, Persons persons, Clusters clusters) {
        this.index = index;
        this.records = records;
        this.persons = persons;
        this.clusters = clusters;
    }

    private record Match(Why why, double probability) {}

    public boolean complete() {
        return index.isComplete();
    }

    public int percent() {
        return index.percent();
    }

    /// @param unfinished whether the last word may go on
    public List<Found> find(String typed, String bornTyped, boolean unfinished, int most) {
        Question question = Question.read(typed, bornTyped);
        return question.isEmpty()
                ? List.of()
                : shown(matches(question, unfinished, most), question, unfinished, most);
    }

    private List<Found> shown(
            Map<UUID, Match> matches, Question question, boolean unfinished, int most) {
        Map<UUID, AcceptedRecord> read = read(matches, question);
        Map<UUID, Person> own = byRecord(persons.ofRecords(read.keySet()));
        Map<UUID, Group> groups = clusters.groups(read.keySet());
        Map<UUID, Person> leaders = leaders(groups.values(), own.values());
        Map<UUID, Found> found = new LinkedHashMap<>();
        for (Map.Entry<UUID, Match> match : matches.entrySet()) {
            AcceptedRecord record = read.get(match.getKey());
            Person person = own.get(match.getKey());
            boolean likely =
                    unfinished
                            || question.name().isEmpty()
                            || match.getValue().probability >= LEAST
                            || found.size() < FIRST_FEW;
            if (record != null && person != null && found.size() < most && likely) {
                Group group = groups.get(record.id());
                Person leading =
                        group == null ? person : leaders.getOrDefault(group.leader(), person);
                int joined = group == null ? 1 : group.records();
                found.putIfAbsent(
                        leading.id(),
                        found(leading, record, joined, match.getValue(), question.born()));
            }
        }
        return List.copyOf(found.values());
    }

    private static Found found(
            Person leading, AcceptedRecord record, int joined, Match match, String born) {
        return new Found(
                leading,
                record,
                joined,
                match.why,
                match.probability,
                !born.isEmpty() && canBe(record.birth(), born));
    }

    /// The records as the caller may see them. A number is read again: the index knows its beginning.
    private Map<UUID, AcceptedRecord> read(Map<UUID, Match> matches, Question question) {
        return records.byIds(matches.keySet()).stream()
                .filter(record -> {
                    Match match = matches.get(record.id());
                    return match == null
                            || match.why != Why.NUMBER
                            || gives(record, question.number());
                })
                .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
    }

    private static boolean gives(AcceptedRecord record, String number) {
        List<String> all =
                new ArrayList<>(record.values().getOrDefault(FieldRole.DOCUMENT_NUMBER, List.of()));
        Optional.ofNullable(record.number()).ifPresent(all::add);
        return all.stream().anyMatch(one -> Question.plain(one).startsWith(number));
    }

    private Map<UUID, Person> leaders(Collection<Group> groups, Collection<Person> known) {
        Map<UUID, Person> people = new HashMap<>();
        known.forEach(person -> people.put(person.id(), person));
        Set<UUID> others =
                groups.stream().map(Group::leader).collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(people.keySet());
        if (!others.isEmpty()) {
            persons.byIds(others).forEach(person -> people.put(person.id(), person));
        }
        return people;
    }

    private static Map<UUID, Person> byRecord(List<Person> people) {
        return people.stream().collect(Collectors.toMap(Person::record, Function.identity()));
    }

    private static boolean canBe(@Nullable PartialDate birth, String born) {
        return birth != null
                && birth.first().toString().compareTo(born + "-99-99") <= 0
                && birth.last().toString().compareTo(born) >= 0;
    }

    /// The records found, the best first: by a person's number, by another number, by the name.
    private Map<UUID, Match> matches(Question question, boolean unfinished, int most) {
        Map<UUID, Match> found = new HashMap<>();
        ResidentIndex mine = index.of(Caller.required());
        if (!question.name().isEmpty() || question.number().isEmpty()) {
            for (Hit hit :
                    mine.search(
                            new ResidentIndex.Query(
                                    question.name(), question.born(), SPARE * most, unfinished))) {
                found.put(
                        UUID.fromString(hit.id()),
                        new Match(
                                question.name().isEmpty() ? Why.BORN : Why.NAME,
                                hit.probability()));
            }
        }
        if (!question.number().isEmpty()) {
            mine.numbered(question.number(), SPARE * most)
                    .forEach(id -> found.put(UUID.fromString(id), new Match(Why.NUMBER, 1)));
        }
        List<Person> numbered = new ArrayList<>();
        if (!question.person().isEmpty()) {
            numbered.addAll(persons.numbered(question.person(), most));
        }
        if (question.ordinal() > 0) {
            persons.byOrdinal(question.ordinal()).ifPresent(numbered::add);
        }
        Map<UUID, Match> inOrder = new LinkedHashMap<>();
        numbered.forEach(p -> inOrder.put(p.record(), new Match(Why.PERSON_NUMBER, 1)));
        found.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<UUID, Match> entry) -> entry.getValue().why)
                                .thenComparingDouble(entry -> -entry.getValue().probability)
                                .thenComparing(entry -> entry.getKey().toString()))
                .forEach(entry -> inOrder.putIfAbsent(entry.getKey(), entry.getValue()));
        return inOrder;
    }
}
