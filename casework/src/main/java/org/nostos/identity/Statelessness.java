package org.nostos.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.AsOf;
import org.nostos.basics.Purpose;
import org.nostos.identity.NationalityEvents.AtRisk;
import org.nostos.identity.internal.JoinedPersons;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People at risk of statelessness: every state of which anything is known has denied them, or took its
/// nationality from them. Reading the list is an act. Thread-safe.
@Service
@Transactional
public class Statelessness {

    private final Acts acts;
    private final NationalityEvents events;
    private final Nationalities nationalities;
    private final JoinedPersons joined;
    private final Persons persons;
    private final Records records;

    Statelessness(
            Acts acts,
            NationalityEvents events,
            Nationalities nationalities,
            JoinedPersons joined,
            Persons persons,
            Records records) {
        this.acts = acts;
        this.events = events;
        this.nationalities = nationalities;
        this.joined = joined;
        this.persons = persons;
        this.records = records;
    }

    /// Somebody at risk, and since when: the day of the last loss.
    public record Line(
            Person person,
            AcceptedRecord record,
            List<NationalityStanding> states,
            LocalDate since) {
        public Line {
            states = List.copyOf(states);
        }
    }

    /// Everybody at risk, those longest at risk first.
    public List<Line> all() {
        return read((List<Line> lines) -> lines);
    }

    /// Those of them that `chosen` picks, in its order; only they have been read then.
    public List<Line> read(UnaryOperator<List<Line>> chosen) {
        return read(chosen.apply(found(order())));
    }

    /// The lines of these, who stand on the list.
    public List<Line> read(Collection<UUID> leaders) {
        return read(found(List.copyOf(leaders)));
    }

    private List<Line> read(List<Line> lines) {
        if (!lines.isEmpty()) {
            List<UUID> shown = lines.stream().map(line -> line.person().id()).toList();
            acts.record(
                    Act.of(
                            "identity.statelessness-read",
                            Purpose.CASEWORK,
                            Map.of("persons", shown)));
        }
        return lines;
    }

    /// Who is at risk, those longest at risk first. It reads nobody.
    public List<UUID> order() {
        return standing().stream().map(AtRisk::leader).toList();
    }

    /// Somebody at risk, with what the list may be ordered by.
    ///
    /// @param states the codes of the states of which something is known
    /// @param person null where neither number nor name was asked
    /// @param name what the row gives, empty where it gives none; null where it was not asked
    public record Key(
            UUID leader,
            LocalDate since,
            String states,
            @Nullable Person person,
            @Nullable String name) {}

    /// The keys of all, in the list's order. Nobody is read.
    public List<Key> keys(boolean numbered, boolean named) {
        List<AtRisk> all = standing();
        Map<UUID, Person> people =
                numbered || named ? people(all.stream().map(AtRisk::leader).toList()) : Map.of();
        Map<UUID, String> names =
                named
                        ? records.names(people.values().stream().map(Person::record).toList())
                        : Map.of();
        return all.stream()
                .map(one -> {
                    Person person = people.get(one.leader());
                    return new Key(
                            one.leader(),
                            one.since(),
                            one.states(),
                            person,
                            person == null ? null : names.get(person.record()));
                })
                .toList();
    }

    private List<AtRisk> standing() {
        List<AtRisk> all = new ArrayList<>(events.atRisk());
        List<List<Person>> changed = joined.groups(events.changedWithALoss());
        Map<UUID, NationalityFile> files =
                changed.isEmpty() ? Map.of() : nationalities.ofEach(changed, AsOf.now());
        for (List<Person> one : changed) {
            Person leader = one.getFirst();
            NationalityFile file = file(files, leader);
            file.statelessSince()
                    .ifPresent(since ->
                            all.add(
                                    new AtRisk(
                                            leader.id(), since, leader.ordinal(), file.states())));
        }
        Set<UUID> seen = new HashSet<>();
        return all.stream()
                .sorted(Comparator.comparing(AtRisk::since).thenComparing(AtRisk::ordinal))
                .filter(one -> seen.add(one.leader()))
                .toList();
    }

    private Map<UUID, Person> people(List<UUID> ids) {
        return persons.byIds(ids).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private Map<UUID, AcceptedRecord> rows(List<UUID> ids) {
        return records.byIds(ids).stream()
                .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
    }

    private List<Line> found(List<UUID> leaders) {
        List<List<Person>> people = joined.groups(leaders);
        Map<UUID, NationalityFile> files =
                people.isEmpty() ? Map.of() : nationalities.ofEach(people, AsOf.now());
        Map<UUID, AcceptedRecord> rows =
                rows(people.stream().map(one -> one.getFirst().record()).toList());
        return people.stream()
                .map(List::getFirst)
                .filter(leader -> rows.containsKey(leader.record()))
                .flatMap(leader ->
                        file(files, leader).statelessSince().stream()
                                .map(since -> line(leader, rows, file(files, leader), since)))
                .sorted(
                        Comparator.comparing(Line::since)
                                .thenComparing(line -> line.person().ordinal()))
                .toList();
    }

    private static NationalityFile file(Map<UUID, NationalityFile> files, Person leader) {
        return Objects.requireNonNull(files.get(leader.id()));
    }

    private static Line line(
            Person leader, Map<UUID, AcceptedRecord> rows, NationalityFile file, LocalDate since) {
        return new Line(
                leader, Objects.requireNonNull(rows.get(leader.record())), file.standings(), since);
    }
}
