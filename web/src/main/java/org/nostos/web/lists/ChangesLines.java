package org.nostos.web.lists;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.identity.People;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Difference;
import org.nostos.lists.Difference.How;
import org.nostos.lists.RowSaying;
import org.nostos.lists.VersionDifferences;
import org.nostos.lists.VersionPair;
import org.nostos.registry.Person;
import org.nostos.tasks.Task;
import org.nostos.tasks.TaskKeeping;
import org.nostos.web.lists.ChangesPage.Field;
import org.nostos.web.lists.ChangesPage.Line;
import org.nostos.web.lists.ChangesPage.Part;
import org.nostos.web.lists.ChangesPage.Side;
import org.springframework.stereotype.Component;

/// Reads the rows of one page of a difference: their names, their persons, their tasks.
@Component
class ChangesLines {

    private record Two(
            @Nullable UUID older,
            @Nullable UUID newer,
            @Nullable How how,
            double probability,
            @Nullable RowSaying said) {}

    private final VersionDifferences differences;
    private final People people;
    private final TaskKeeping tasks;

    ChangesLines(VersionDifferences differences, People people, TaskKeeping tasks) {
        this.differences = differences;
        this.people = people;
        this.tasks = tasks;
    }

    List<Line> page(
            VersionPair pair,
            Difference difference,
            List<RowSaying> said,
            Part part,
            int from,
            int most) {
        List<Two> shown = rows(difference, said, part).skip(from).limit(most).toList();
        return lines(pair, difference, part, shown, differences.page(pair, ids(shown)));
    }

    /// All rows to choose from: those alone are read that come back, in their order.
    List<Line> read(
            VersionPair pair,
            Difference difference,
            List<RowSaying> said,
            Part part,
            UnaryOperator<List<Line>> chosen) {
        List<Two> all = rows(difference, said, part).toList();
        List<Line> shown = new ArrayList<>();
        differences.choose(
                pair,
                ids(all),
                rows -> {
                    shown.addAll(chosen.apply(lines(pair, difference, part, all, rows)));
                    return shown.stream()
                            .flatMap(line -> Stream.of(line.older(), line.newer()))
                            .filter(Objects::nonNull)
                            .map(side -> side.record().id())
                            .distinct()
                            .toList();
                });
        return shown;
    }

    private static List<UUID> ids(List<Two> rows) {
        return rows.stream()
                .flatMap(two -> Stream.of(two.older(), two.newer()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Line> lines(
            VersionPair pair,
            Difference difference,
            Part part,
            List<Two> shown,
            List<AcceptedRecord> rows) {
        Map<UUID, AcceptedRecord> read =
                rows.stream().collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        Map<UUID, Person> persons = people.ofRecords(read.keySet());
        Map<UUID, Task> open = part == Part.VANISHED ? tasks(pair, persons) : Map.of();
        return shown.stream().map(two -> line(two, difference, read, persons, open)).toList();
    }

    private static Stream<Two> rows(Difference difference, List<RowSaying> said, Part part) {
        return switch (part) {
            case VANISHED -> difference.vanished().stream().map(id -> one(id, null));
            case APPEARED -> difference.appeared().stream().map(id -> one(null, id));
            case CHANGED ->
                    difference.kept().stream()
                            .filter(Difference.Kept::changed)
                            .map(k -> new Two(k.older(), k.newer(), k.how(), 0, null));
            case PERHAPS ->
                    difference.perhaps().stream()
                            .map(p -> new Two(p.older(), p.newer(), null, p.probability(), null));
            case REUSED ->
                    difference.reused().stream()
                            .map(r -> new Two(r.older(), r.newer(), null, 0, null));
            case SAID -> said.stream().map(s -> new Two(s.older(), s.newer(), null, 0, s));
        };
    }

    private static Two one(@Nullable UUID older, @Nullable UUID newer) {
        return new Two(older, newer, null, 0, null);
    }

    private Map<UUID, Task> tasks(VersionPair pair, Map<UUID, Person> persons) {
        List<UUID> ids = persons.values().stream().map(Person::id).toList();
        return tasks.ofPersons(ids).stream()
                .filter(task -> task.newer().version().equals(pair.newer()))
                .collect(Collectors.toMap(Task::record, Function.identity(), (one, _) -> one));
    }

    private static Line line(
            Two two,
            Difference difference,
            Map<UUID, AcceptedRecord> read,
            Map<UUID, Person> persons,
            Map<UUID, Task> tasks) {
        Side older = side(two.older(), read, persons);
        Side newer = side(two.newer(), read, persons);
        return new Line(
                older,
                newer,
                older == null || newer == null
                        ? List.of()
                        : fields(difference, older.record(), newer.record()),
                two.how(),
                two.probability(),
                two.said(),
                two.older() == null ? null : tasks.get(two.older()));
    }

    private static @Nullable Side side(
            @Nullable UUID id, Map<UUID, AcceptedRecord> read, Map<UUID, Person> persons) {
        return id == null
                ? null
                : new Side(
                        Objects.requireNonNull(read.get(id)),
                        Objects.requireNonNull(persons.get(id)));
    }

    private static List<Field> fields(
            Difference difference, AcceptedRecord before, AcceptedRecord after) {
        List<Field> fields = new ArrayList<>();
        if (difference.numbers() != Difference.NumberUse.GIVEN_ANEW
                && !Objects.equals(before.number(), after.number())) {
            fields.add(new Field(null, before.number(), after.number()));
        }
        Set<FieldRole> roles = EnumSet.allOf(FieldRole.class);
        roles.removeAll(difference.onlyOlder());
        roles.removeAll(difference.onlyNewer());
        for (FieldRole role : roles) {
            List<String> was = before.values().getOrDefault(role, List.of());
            List<String> is = after.values().getOrDefault(role, List.of());
            if (!was.equals(is)) {
                fields.add(new Field(role, text(was), text(is)));
            }
        }
        return fields;
    }

    private static @Nullable String text(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
