package org.nostos.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
        AsOf now = AsOf.now();
        List<Due> all = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        if (which == Which.SOON_OF_AGE) {
            for (Coming one :
                    events.comingOfAge(
                            now.on(), now.on().plusDays(KinRule.DAYS_BEFORE_MAJORITY + 1L))) {
                if (!one.plain()) {
                    others.add(one.person());
                } else if (isSoonOfAge(new Age(one.bornLast(), one.bornLast()), now.on())) {
                    all.add(new Due(one));
                }
            }
        } else {
            others.addAll(events.saidAlone(now.on()));
        }
        List<List<Person>> people = whoIsOne.groups(others);
        Map<UUID, FamilyFile> files = people.isEmpty() ? Map.of() : kin.ofEach(people, now);
        people.stream()
                .map(List::getFirst)
                .filter(leader -> belongs(which, care(files, leader)))
                .forEach(leader -> all.add(new Due(leader, care(files, leader))));
        return all.stream()
                .sorted(Comparator.comparing(Due::ofAge).thenComparing(Due::ordinal))
                .map(Due::leader)
                .distinct()
                .toList();
    }

    /// The lines of these, who stand on this part of the list.
    public List<Line> read(Which which, Collection<UUID> leaders) {
        return read(lines(which, leaders));
    }

    /// A child, and when they surely come of age.
    private record Due(UUID leader, LocalDate ofAge, long ordinal) {

        Due(Coming one) {
            this(
                    one.person(),
                    new Age(one.bornLast(), one.bornLast()).surelyAdultFrom(),
                    one.ordinal());
        }

        Due(Person leader, Care care) {
            this(
                    leader.id(),
                    care.age().map(Age::surelyAdultFrom).orElse(LocalDate.MAX),
                    leader.ordinal());
        }
    }

    private List<Line> lines(Which which, Collection<UUID> persons) {
        AsOf now = AsOf.now();
        List<List<Person>> people = whoIsOne.groups(persons);
        Map<UUID, FamilyFile> files = people.isEmpty() ? Map.of() : kin.ofEach(people, now);
        Map<UUID, AcceptedRecord> rows =
                records.byIds(people.stream().map(one -> one.getFirst().record()).toList()).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
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
