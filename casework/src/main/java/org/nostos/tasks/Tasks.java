package org.nostos.tasks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.VersionPair;

/// The tasks that the caller may see: those of its own party, and all for the committee. Every method
/// needs a running transaction.
public interface Tasks {

    /// Which tasks are asked for.
    enum Which {
        OPEN,
        /// Open, and given to the caller.
        MINE,
        CLOSED
    }

    /// In which order a page of them comes; tasks that are alike in it, the latest opened first.
    enum Order {
        OPENED,
        NAME,
        LIST,
        NUMBER,
        WHOSE,
        FINDING
    }

    /// Which tasks are asked for, in which order.
    ///
    /// @param persons only those about one of these; null for everybody
    record Question(Which which, @Nullable Set<UUID> persons, Order order, boolean down) {
        public static Question all(Which which) {
            return new Question(which, null, Order.OPENED, true);
        }
    }

    Map<Which, Long> counts();

    long count(Question question);

    long countOpen();

    List<Task> page(Question question, int offset, int most);

    Optional<Task> byId(UUID id);

    /// The tasks about these persons, the latest opened first.
    List<Task> ofPersons(Collection<UUID> persons);

    /// What happened to a task, in order.
    List<TaskEvent> events(UUID task);

    /// Those to whom a task of the party may be given, by name.
    List<TaskFile.Colleague> colleagues(UUID party);

    /// Opens a task for each of these records that has none for this pair, and returns how many.
    long open(VersionPair pair, UUID party, Collection<UUID> records, UUID act);

    void assign(Task task, @Nullable UUID assignee, UUID act);

    /// Closes the task with a finding.
    ///
    /// @throws org.springframework.dao.DataIntegrityViolationException if somebody closed it meanwhile
    void close(Task task, Finding finding, String source, String note, UUID act);

    /// Takes back what closes the task.
    void reopen(Task task, UUID closing, String reason, UUID act);
}
