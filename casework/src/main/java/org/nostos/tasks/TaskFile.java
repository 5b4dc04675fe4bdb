package org.nostos.tasks;

import java.util.List;
import java.util.UUID;

/// Everything about one task: what happened to it, and to whom it may be given.
public record TaskFile(TaskLine line, List<TaskEvent> events, List<Colleague> colleagues) {

    /// Somebody to whom the task may be given.
    public record Colleague(UUID account, String name, String party) {}

    public TaskFile {
        events = List.copyOf(events);
        colleagues = List.copyOf(colleagues);
    }
}
