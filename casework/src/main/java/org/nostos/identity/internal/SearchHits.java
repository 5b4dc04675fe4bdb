package org.nostos.identity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.identity.Clusters;
import org.nostos.identity.PeopleSearch.Found;
import org.nostos.identity.PeopleSearch.Why;
import org.nostos.linkage.ResidentIndex.Hit;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Component;

/// Turns what the index finds into people that the caller may see.
@Component
public class SearchHits {

    private static final Pattern PERSON_NUMBER = Pattern.compile("N-\\d{4}-\\d{6,}");
    private static final Pattern BORN = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    /// Others of one person, and those the caller may not see, take places among the hits.
    private static final int SPARE = 4;

    /// Beyond the first few, who is less likely than this is not listed.
    private static final double LEAST = 0.005;

    private static final int FIRST_FEW = 5;

    private final Resident resident;
    private final Records records;
    private final Persons persons;
    private final Clusters clusters;

    SearchHits(Resident resident, Records records, Persons persons, Clusters clusters) {
        this.resident = resident;
        this.records = records;
        this.persons = persons;
        this.clusters = clusters;
    }

    private record Match(Why why, double probability) {}

    public boolean complete() {
        return resident.ready();
    }

    public List<Found> find(String query, String born, int most) {
        String date = BORN.matcher(born).matches() ? born : "";
        Map<UUID, Match> matches = matches(query, date, most);
        Map<UUID, AcceptedRecord> read =
                records.byIds(matches.keySet()).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        Map<UUID, UUID> leaders = clusters.leaders(read.keySet());
        Map<UUID, Person> own =
                persons.ofRecords(read.keySet()).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
        Map<UUID, Found> found = new LinkedHashMap<>();
        for (Map.Entry<UUID, Match> match : matches.entrySet()) {
            AcceptedRecord record = read.get(match.getKey());
            Person person = own.get(match.getKey());
            boolean likely = match.getValue().probability >= LEAST || found.size() < FIRST_FEW;
            if (record != null && person != null && found.size() < most && likely) {
                UUID leader = leaders.getOrDefault(record.id(), person.id());
                found.putIfAbsent(leader, found(leader, person, record, match.getValue(), date));
            }
        }
        return List.copyOf(found.values());
    }

    private Found found(
            UUID leader, Person person, AcceptedRecord record, Match match, String born) {
        Person leading = leader.equals(person.id()) ? person : persons.byId(leader).orElse(person);
        int joined = Math.max(1, clusters.members(leader).size());
        return new Found(
                leading,
                record,
                joined,
                match.why,
                match.probability,
                !born.isEmpty() && canBe(record.birth(), born));
    }

    private static boolean canBe(@Nullable PartialDate birth, String born) {
        return birth != null
                && birth.first().toString().compareTo(born + "-99-99") <= 0
                && birth.last().toString().compareTo(born) >= 0;
    }

    /// The records found, the best first.
    private Map<UUID, Match> matches(String query, String born, int most) {
        Map<UUID, Match> found = new HashMap<>();
        for (Hit hit : resident.named(query, born, SPARE * most)) {
            found.put(UUID.fromString(hit.id()), new Match(Why.NAME, hit.probability()));
        }
        resident.numbered(query).forEach(id -> found.put(id, new Match(Why.NUMBER, 1)));
        String number = query.toUpperCase(Locale.ROOT);
        if (PERSON_NUMBER.matcher(number).matches()) {
            persons.byNumber(number)
                    .ifPresent(p -> found.put(p.record(), new Match(Why.PERSON_NUMBER, 1)));
        }
        List<Map.Entry<UUID, Match>> sorted = new ArrayList<>(found.entrySet());
        sorted.sort(
                Comparator.comparing((Map.Entry<UUID, Match> entry) -> entry.getValue().why)
                        .thenComparingDouble(entry -> -entry.getValue().probability)
                        .thenComparing(entry -> entry.getKey().toString()));
        Map<UUID, Match> inOrder = new LinkedHashMap<>();
        sorted.forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
        return inOrder;
    }
}
