package org.nostos.web.tasks;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.nostos.identity.PersonFile;
import org.nostos.identity.PersonFile.Tie;
import org.nostos.lists.AcceptedRecord;
import org.nostos.tasks.Task;

/// What is known of a person who vanished: the other rows that name them, as far as the reader may know
/// who is who, by the day for which their list speaks; and how many questions stand open.
public record Known(List<Row> rows, long questions) {

    /// Another row of the person. `later` says whether its list speaks for a day after the one on which
    /// they vanished.
    public record Row(AcceptedRecord record, boolean later) {}

    static Known of(Task task, PersonFile file) {
        List<Row> rows =
                file.records().stream()
                        .filter(record -> !record.id().equals(task.record()))
                        .sorted(Comparator.comparing(AcceptedRecord::asOf))
                        .map(record ->
                                new Row(record, !record.asOf().isBefore(task.newer().asOf())))
                        .toList();
        return new Known(rows, questions(file));
    }

    private static long questions(PersonFile file) {
        return file.ties().stream()
                .filter(tie -> !tie.inside() && !tie.standing().state().settled())
                .map(Known::other)
                .distinct()
                .count();
    }

    private static UUID other(Tie tie) {
        return tie.other().id();
    }
}
