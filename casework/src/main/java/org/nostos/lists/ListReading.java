package org.nostos.lists;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.lists.internal.ChunkReader;
import org.nostos.lists.internal.Row;
import org.nostos.lists.internal.RowReader;
import org.nostos.lists.internal.UnderWay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows lists: all of them, one of them, its rows that need a look. Thread-safe.
@Service
public class ListReading {

    /// How far the work on a version has come, in bytes or rows. `left` is zero while nothing is known of its pace.
    public record Progress(long done, long total, Duration left) {}

    private final Acts acts;
    private final Lists lists;
    private final StagedRows staged;
    private final UnderWay underWay;

    public ListReading(Acts acts, Lists lists, StagedRows staged, UnderWay underWay) {
        this.acts = acts;
        this.lists = lists;
        this.staged = staged;
        this.underWay = underWay;
    }

    @Transactional(readOnly = true)
    public List<ListVersion> all() {
        return lists.all();
    }

    /// How many versions wait for somebody to map, accept or refuse them.
    @Transactional(readOnly = true)
    public long waiting() {
        return lists.countOpen();
    }

    @Transactional(readOnly = true)
    public List<Lists.Title> titles() {
        return lists.titles();
    }

    /// One version, with names in its columns and problems: the reading is an act.
    ///
    /// @throws NoSuchList if the caller may not see it
    @Transactional
    public ListVersion read(UUID version) {
        ListVersion found = lists.version(version).orElseThrow(() -> new NoSuchList(version));
        acts.record(Act.of("lists.read", Purpose.INTAKE, Map.of("version", version)));
        return found;
    }

    /// How far the work on a version has come. No names are read.
    ///
    /// @throws NoSuchList if the caller may not see it
    @Transactional(readOnly = true)
    public Progress progress(UUID version) {
        ListVersion found = lists.version(version).orElseThrow(() -> new NoSuchList(version));
        return switch (found.status()) {
            case RECEIVED -> uncommitted(version, found.size());
            case ACCEPTING ->
                    uncommitted(version, found.staged().map(ListEvent.Staged::good).orElse(0L));
            case UNREADABLE,
                    CHECKED,
                    MAPPED,
                    STAGED,
                    ACCEPTED,
                    PARTLY_ACCEPTED,
                    REJECTED,
                    SUPERSEDED ->
                    staging(found);
        };
    }

    private Progress uncommitted(UUID version, long total) {
        return underWay.of(version)
                .map(at -> new Progress(at.done(), at.total(), Duration.ZERO))
                .orElseGet(() -> new Progress(0, total, Duration.ZERO));
    }

    private Progress staging(ListVersion found) {
        long total = found.survey().map(Survey::rows).orElse(0L);
        return found.mapping()
                .map(chosen -> progress(staged.progress(chosen.id()), total))
                .orElseGet(() -> new Progress(0, total, Duration.ZERO));
    }

    private static Progress progress(StagedRows.Progress progress, long total) {
        if (progress.first() == null || progress.last() == null || progress.chunks() < 2) {
            return new Progress(progress.rows(), total, Duration.ZERO);
        }
        long spent = Duration.between(progress.first(), progress.last()).toMillis();
        long paced = progress.rows() * (progress.chunks() - 1) / progress.chunks();
        long left = spent * Math.max(0, total - progress.rows()) / Math.max(1, paced);
        return new Progress(progress.rows(), total, Duration.ofMillis(left));
    }

    /// How far the version has come. No names are read.
    @Transactional(readOnly = true)
    public ListStatus status(UUID version) {
        return lists.version(version).orElseThrow(() -> new NoSuchList(version)).status();
    }

    /// The rows that need a look, the first so many by line; part of a reading.
    @Transactional(readOnly = true)
    public List<RowProblem> problems(ListVersion version, int most) {
        return version.mapping()
                .map(chosen -> staged.problems(chosen.id(), most))
                .orElse(List.of());
    }

    /// All rows that need a look, to send back: an act of its own.
    ///
    /// @throws NoSuchList if the caller may not see it
    @Transactional
    public List<RowProblem> problemsToSendBack(UUID version) {
        ListVersion found = lists.version(version).orElseThrow(() -> new NoSuchList(version));
        acts.record(Act.of("lists.problems-saved", Purpose.INTAKE, Map.of("version", version)));
        return problems(found, Integer.MAX_VALUE);
    }

    /// The first rows of a file as a mapping would read them. Nothing is kept.
    public List<ReadRow> preview(ListVersion version, Mapping mapping) {
        RowReader reader = ChunkReader.reader(version, mapping);
        return version.survey().orElseThrow().sample().stream()
                .map(row -> reader.read(new Row(row.line(), row.cells(), row.fixed())))
                .toList();
    }
}
