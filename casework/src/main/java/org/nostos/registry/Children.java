package org.nostos.registry;

import java.time.LocalDate;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Children for whom something is due. Reading the list is an act. Thread-safe.
@Service
@Transactional
public class Children {

    /// Nobody is left out: there are fewer people.
    private static final int MOST = 10_000_000;

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
        return read(which, lines -> lines);
    }

    /// Those of them that `chosen` picks, in its order; only they have been read then.
    public List<Line> read(Which which, UnaryOperator<List<Line>> chosen) {
        List<Line> lines = chosen.apply(lines(which));
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

    private List<Line> lines(Which which) {
        AsOf now = AsOf.now();
        List<List<Person>> people = whoIsOne.groups(candidates(which, now.on()));
        Map<UUID, FamilyFile> files = kin.ofEach(people, now);
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
                                Objects.requireNonNull(files.get(leader.id())).care()))
                .filter(line -> belongs(which, line.care()))
                .sorted(Comparator.comparing(Children::ofAge))
                .toList();
    }

    private List<UUID> candidates(Which which, LocalDate today) {
        return switch (which) {
            case SOON_OF_AGE ->
                    events.comingOfAge(
                            today, today.plusDays(KinRule.DAYS_BEFORE_MAJORITY + 1L), MOST);
            case WITHOUT_GUARDIAN -> events.saidAlone(MOST);
        };
    }

    private static boolean belongs(Which which, Care care) {
        return switch (which) {
            case SOON_OF_AGE ->
                    care.mayBeChild()
                            && care.age().orElseThrow().daysToMajority(care.on())
                                    <= KinRule.DAYS_BEFORE_MAJORITY;
            case WITHOUT_GUARDIAN -> care.lacksGuardian();
        };
    }

    private static LocalDate ofAge(Line line) {
        return line.care().age().map(Age::surelyAdultFrom).orElse(LocalDate.MAX);
    }
}
