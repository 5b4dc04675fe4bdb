package org.nostos.registry;

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
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.CareEvents.Coming;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Children for whom something is due. Reading the list is an act. Thread-safe.
@Service
@Transactional
public class Children {

    private final Acts acts;
    private final CareEvents events;
    private final Kin kin;
    private final WhoIsOne whoIsOne;
    private final Records records;

    Children(Acts acts, CareEvents events, Kin kin, WhoIsOne whoIsOne, Records records) {
        this.acts = acts;
        this.events = events;
        this.kin = kin;
        this.whoIsOne = whoIsOne;
        this.records = records;
    }

    /// Which children are asked for.
    public enum Which {
        /// Surely of age within ninety days.
        SOON_OF_AGE,
        /// Said or known to be without their parents, and nobody acts for them.
        WITHOUT_GUARDIAN
    }

    /// A child, the row of the person that leads, and how their care stands.
    public record Line(Person person, AcceptedRecord record, Care care) {}

    /// The children of this part, those first who come of age first.
    public List<Line> all(Which which) {
        return read(which, (List<Line> lines) -> lines);
    }

    /// Those of them that `chosen` picks, in its order; only they have been read then.
    public List<Line> read(Which which, UnaryOperator<List<Line>> chosen) {
        return read(chosen.apply(lines(which, order(which))));
    }

    private List<Line> read(List<Line> lines) {
        if (!lines.isEmpty()) {
            acts.record(
                    Act.of(
                            "registry.children-read",
                            Purpose.CASEWORK,
                            Map.of(
                                    "persons",
                                    lines.stream().map(line -> line.person().id()).toList())));
        }
        return lines;
    }

    /// Who stands on this part of the list, those first who come of age first. It reads nobody.
    public List<UUID> order(Which which) {
        return keys(which, Known.ORDER).stream().map(key -> key.person().id()).toList();
    }

    /// What is asked of a key.
    public enum Known {
        /// Age and guardian: what the list is ordered by, and what comes with it.
        ORDER,
        /// Whom the child is with, as well.
        COMPANY,
        /// The name, and not whom the child is with.
        NAME,
        ALL;

        private boolean withCompany() {
            return this == COMPANY || this == ALL;
        }

        private boolean withName() {
            return this == NAME || this == ALL;
        }
    }

    /// A child on the list, with what it may be ordered by and chosen from.
    ///
    /// @param age null when nothing says anything of it; of its days, the last counts
    /// @param company counts where it was asked
    /// @param name what the row gives, empty where it gives none; null where it was not asked
    public record Key(
            Person person,
            @Nullable Age age,
            LocalDate on,
            CareEvent.Company company,
            Care.Guardian guardian,
            @Nullable String name) {

        private LocalDate ofAge() {
            return age == null ? LocalDate.MAX : age.surelyAdultFrom();
        }

        private Key with(@Nullable String given) {
            return new Key(person, age, on, company, guardian, given);
        }
    }

    /// The keys of this part of the list, in its order. Nobody is read.
    public List<Key> keys(Which which, Known known) {
        AsOf now = AsOf.now();
        List<Key> all = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        if (which == Which.SOON_OF_AGE) {
            soon(now.on(), known, all, others);
        } else {
            others.addAll(events.saidAlone(now.on()));
        }
        List<List<Person>> people = whoIsOne.groups(others);
        Map<UUID, FamilyFile> files = people.isEmpty() ? Map.of() : kin.ofEach(people, now);
        people.stream()
                .map(List::getFirst)
                .filter(leader -> belongs(which, care(files, leader)))
                .forEach(leader -> all.add(key(leader, care(files, leader))));
        Set<UUID> seen = new HashSet<>();
        List<Key> keys =
                all.stream()
                        .sorted(
                                Comparator.comparing(Key::ofAge)
                                        .thenComparing(key -> key.person().ordinal()))
                        .filter(key -> seen.add(key.person().id()))
                        .toList();
        return known.withName() ? named(keys) : keys;
    }

    /// Of whom one record alone says anything is worked out here, and whoever else comes of age is left.
    private void soon(LocalDate on, Known known, List<Key> all, List<UUID> others) {
        LocalDate until = on.plusDays(KinRule.DAYS_BEFORE_MAJORITY + 1L);
        for (Coming one : events.comingOfAge(on, until, known.withCompany())) {
            Age age = new Age(one.bornLast(), one.bornLast());
            if (!one.plain() || one.tied()) {
                others.add(one.person().id());
            } else if (isSoonOfAge(age, on)) {
                all.add(
                        new Key(
                                one.person(),
                                age,
                                on,
                                CareEvent.Company.NOT_KNOWN,
                                Care.Guardian.NONE,
                                null));
            }
        }
    }

    private static Key key(Person leader, Care care) {
        return new Key(
                leader, care.age().orElse(null), care.on(), care.company(), care.guardian(), null);
    }

    private List<Key> named(List<Key> keys) {
        Map<UUID, String> names =
                records.names(keys.stream().map(key -> key.person().record()).toList());
        return keys.stream().map(key -> key.with(names.get(key.person().record()))).toList();
    }

    private Map<UUID, AcceptedRecord> rows(List<Person> leaders) {
        return records.byIds(leaders.stream().map(Person::record).toList()).stream()
                .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
    }

    /// The lines of these, who stand on this part of the list.
    public List<Line> read(Which which, Collection<UUID> leaders) {
        return read(lines(which, leaders));
    }

    private List<Line> lines(Which which, Collection<UUID> persons) {
        AsOf now = AsOf.now();
        List<List<Person>> people = whoIsOne.groups(persons);
        Map<UUID, FamilyFile> files = people.isEmpty() ? Map.of() : kin.ofEach(people, now);
        Map<UUID, AcceptedRecord> rows = rows(people.stream().map(List::getFirst).toList());
        return people.stream()
                .map(List::getFirst)
                .filter(leader -> rows.containsKey(leader.record()))
                .map(leader ->
                        new Line(
                                leader,
                                Objects.requireNonNull(rows.get(leader.record())),
                                care(files, leader)))
                .filter(line -> belongs(which, line.care()))
                .sorted(
                        Comparator.comparing(Children::ofAge)
                                .thenComparing(line -> line.person().ordinal()))
                .toList();
    }

    private static Care care(Map<UUID, FamilyFile> files, Person leader) {
        return Objects.requireNonNull(files.get(leader.id())).care();
    }

    private static boolean belongs(Which which, Care care) {
        return switch (which) {
            case SOON_OF_AGE ->
                    care.mayBeChild() && isSoonOfAge(care.age().orElseThrow(), care.on());
            case WITHOUT_GUARDIAN -> care.lacksGuardian();
        };
    }

    private static boolean isSoonOfAge(Age age, LocalDate on) {
        return age.mayBeChild(on) && age.daysToMajority(on) <= KinRule.DAYS_BEFORE_MAJORITY;
    }

    private static LocalDate ofAge(Line line) {
        return line.care().age().map(Age::surelyAdultFrom).orElse(LocalDate.MAX);
    }
}
