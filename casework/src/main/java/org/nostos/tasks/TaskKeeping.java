package org.nostos.tasks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Records;
import org.nostos.registry.Person;
import org.nostos.registry.Persons;
import org.nostos.tasks.Tasks.Question;
import org.nostos.tasks.Tasks.Which;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do with tasks: read them, give them to somebody, close them with a finding, open them
/// again. Thread-safe.
@Service
@Transactional
public class TaskKeeping {

    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_TEXT = 2000;

    private final Acts acts;
    private final Tasks tasks;
    private final Records records;
    private final Persons persons;

    TaskKeeping(Acts acts, Tasks tasks, Records records, Persons persons) {
        this.acts = acts;
        this.tasks = tasks;
        this.records = records;
        this.persons = persons;
    }

    @Transactional(readOnly = true)
    public Map<Which, Long> counts() {
        return tasks.counts();
    }

    @Transactional(readOnly = true)
    public long open() {
        return tasks.countOpen();
    }

    @Transactional(readOnly = true)
    public long count(Question question) {
        return tasks.count(question);
    }

    /// A page of tasks with the persons' names: reading it is an act.
    public List<TaskLine> page(Question question, int offset, int most) {
        List<TaskLine> lines = lines(tasks.page(question, offset, most));
        if (!lines.isEmpty()) {
            List<UUID> ids = lines.stream().map(line -> line.task().id()).toList();
            acts.record(Act.of("tasks.page-read", Purpose.CASEWORK, Map.of("tasks", ids)));
        }
        return lines;
    }

    /// One task whole: reading it is an act.
    public Optional<TaskFile> file(UUID task) {
        return tasks.byId(task)
                .map(List::of)
                .map(this::lines)
                .flatMap(lines -> lines.stream().findFirst())
                .map(line -> {
                    record("tasks.read", line.task(), null);
                    return new TaskFile(
                            line, tasks.events(task), tasks.colleagues(line.task().party()));
                });
    }

    /// The tasks about these persons; part of reading the person.
    @Transactional(readOnly = true)
    public List<Task> ofPersons(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : tasks.ofPersons(ids);
    }

    /// Gives the task to somebody of the party, or to nobody.
    public List<Obstacle> assign(UUID id, @Nullable UUID assignee) {
        Task task = task(id);
        if (!task.isOpen()) {
            return List.of(Obstacle.of("obstacle.tasks.closed"));
        }
        if (assignee != null
                && tasks.colleagues(task.party()).stream()
                        .noneMatch(colleague -> colleague.account().equals(assignee))) {
            return List.of(Obstacle.of("obstacle.tasks.not-a-colleague"));
        }
        tasks.assign(task, assignee, record("tasks.assigned", task, null));
        return List.of();
    }

    /// Closes the task with what was found and where that is known from.
    public List<Obstacle> close(UUID id, Finding finding, String source, String note) {
        Task task = task(id);
        String from = source.strip();
        String more = note.strip();
        if (!task.isOpen()) {
            return List.of(Obstacle.of("obstacle.tasks.closed"));
        }
        if (from.isEmpty() || from.length() > LONGEST_SOURCE || more.length() > LONGEST_TEXT) {
            return List.of(Obstacle.of("obstacle.tasks.source"));
        }
        UUID act =
                acts.record(
                        Act.of(
                                        "tasks.closed",
                                        Purpose.CASEWORK,
                                        Map.of(
                                                "task",
                                                id,
                                                "record",
                                                task.record(),
                                                "finding",
                                                finding.name()))
                                .withReason(from));
        tasks.close(task, finding, from, more, act);
        return List.of();
    }

    /// Opens a closed task again, for a reason.
    public List<Obstacle> reopen(UUID id, String reason) {
        Task task = task(id);
        String why = reason.strip();
        if (task.closed() == null) {
            return List.of(Obstacle.of("obstacle.tasks.open-already"));
        }
        if (why.isEmpty() || why.length() > LONGEST_TEXT) {
            return List.of(Obstacle.of("obstacle.tasks.reason"));
        }
        tasks.reopen(task, task.closed().id(), why, record("tasks.reopened", task, why));
        return List.of();
    }

    private UUID record(String kind, Task task, @Nullable String reason) {
        return acts.record(
                Act.of(kind, Purpose.CASEWORK, Map.of("task", task.id(), "record", task.record()))
                        .withReason(reason));
    }

    private Task task(UUID id) {
        return tasks.byId(id)
                .orElseThrow(() -> new NoSuchElementException("no task with this id: " + id));
    }

    private List<TaskLine> lines(List<Task> found) {
        List<UUID> ids = found.stream().map(Task::record).distinct().toList();
        Map<UUID, AcceptedRecord> rows =
                records.byIds(ids).stream()
                        .collect(Collectors.toMap(AcceptedRecord::id, Function.identity()));
        Map<UUID, Person> people =
                persons.ofRecords(ids).stream()
                        .collect(Collectors.toMap(Person::record, Function.identity()));
        return found.stream().map(task -> line(task, rows, people)).toList();
    }

    private static TaskLine line(
            Task task, Map<UUID, AcceptedRecord> rows, Map<UUID, Person> people) {
        return new TaskLine(
                task,
                Objects.requireNonNull(rows.get(task.record())),
                Objects.requireNonNull(people.get(task.record())));
    }
}
