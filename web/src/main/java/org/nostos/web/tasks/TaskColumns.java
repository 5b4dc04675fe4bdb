package org.nostos.web.tasks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nostos.tasks.Finding;
import org.nostos.tasks.Task;
import org.nostos.tasks.TaskLine;
import org.nostos.tasks.Tasks.Order;
import org.nostos.tasks.Tasks.Question;
import org.nostos.tasks.Tasks.Which;
import org.nostos.web.Values;
import org.nostos.web.listing.Asked;
import org.nostos.web.listing.Column;

/// What the list of tasks says of each, and what is asked of the store for it.
final class TaskColumns {

    private TaskColumns() {}

    static List<Column<TaskLine>> of(Values values) {
        return List.of(
                Column.text("name", "tasks.who", line -> values.name(line.record())),
                Column.text("list", "tasks.vanished", line -> line.task().list()),
                Column.text("number", "people.person", line -> line.person().number()),
                Column.text("whose", "tasks.whose", line -> line.task().assigneeName()),
                new Column<>(
                        "finding",
                        "tasks.state",
                        Column.Kind.TEXT,
                        line -> finding(line.task()),
                        "tasks.finding.",
                        false,
                        true,
                        true),
                Column.<TaskLine>text("opened", "tasks.opened", line -> line.task().openedAt())
                        .fileOnly());
    }

    private static @Nullable Finding finding(Task task) {
        return task.closed() == null ? null : task.closed().finding();
    }

    /// A word of the address that is no order leaves the latest opened first.
    static Question question(Which which, Asked asked, @Nullable Set<UUID> persons) {
        return Stream.of(Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(asked.of("sort")))
                .findFirst()
                .map(order -> new Question(which, persons, order, asked.down()))
                .orElse(new Question(which, persons, Order.OPENED, true));
    }
}
