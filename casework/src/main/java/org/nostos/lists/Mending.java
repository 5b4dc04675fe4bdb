package org.nostos.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.basics.Purpose;
import org.nostos.lists.internal.Cures;
import org.nostos.lists.internal.RowMender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Mends rows of a staged list before anybody accepts it. Each cure is an act, what was received stays
/// as it was, and a cure can be taken back as long as nothing is accepted. Thread-safe.
@Service
public class Mending {

    /// The most rows that one act mends.
    public static final int MOST_AT_ONCE = 10_000;

    private static final List<RowFault> YEAR_REMAINS =
            List.of(RowFault.DATE_NO_SUCH_DAY, RowFault.DATE_NO_SUCH_MONTH);

    /// The cures that are known for a problem, each with the date that it comes to, if it is one.
    public record Known(Map<Cure, Optional<PartialDate>> cures) {}

    private final Acts acts;
    private final Lists lists;
    private final ReceivedFiles files;
    private final Mends mends;
    private final TransactionTemplate transaction;

    public Mending(
            Acts acts,
            Lists lists,
            ReceivedFiles files,
            Mends mends,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.lists = lists;
        this.files = files;
        this.mends = mends;
        this.transaction = transaction;
    }

    /// Cures the row in this line.
    public List<Obstacle> mend(UUID version, long line, Cure cure) {
        return mend(version, Set.of(line), cure);
    }

    /// Keeps the year alone in every row whose day or month does not exist.
    public List<Obstacle> keepEveryYear(UUID version) {
        return mend(version, new HashSet<>(withoutDay(version)), Cure.YEAR_ALONE);
    }

    /// The lines of the rows whose day or month does not exist and that nobody has mended, up to the
    /// most that one act mends.
    public List<Long> withoutDay(UUID version) {
        return required(
                transaction.execute(_ ->
                        version(version)
                                .mapping()
                                .map(chosen ->
                                        mends.uncured(chosen.id(), YEAR_REMAINS, MOST_AT_ONCE))
                                .orElse(List.of())));
    }

    /// The cures that stand, by line; part of a reading.
    public List<Mends.Standing> standing(ListVersion version) {
        return required(
                transaction.execute(_ ->
                        version.mapping()
                                .map(chosen -> mends.standing(chosen.id()))
                                .orElse(List.of())));
    }

    /// The cures that are known for these problems of a version, in their order.
    public List<Known> known(ListVersion version, List<RowProblem> problems) {
        Cures cures = new Cures(version, version.mapping().orElseThrow().mapping());
        List<List<Cure>> found = cures.of(problems);
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            Map<Cure, Optional<PartialDate>> dates = new EnumMap<>(Cure.class);
            for (Cure cure : found.get(i)) {
                dates.put(cure, Optional.ofNullable(cures.cured(problems.get(i), cure)));
            }
            known.add(new Known(dates));
        }
        return known;
    }

    /// What would become records now, cures and all.
    public Mends.Counts counts(ListVersion version) {
        ListEvent.Staged staged = version.staged().orElseThrow();
        return standing(version).isEmpty()
                ? new Mends.Counts(staged.good(), staged.people())
                : required(transaction.execute(_ -> mends.counts(staged.mapping())));
    }

    private List<Obstacle> mend(UUID id, Set<Long> lines, Cure cure) {
        ListVersion version = required(transaction.execute(_ -> version(id)));
        if (version.status() != ListStatus.STAGED) {
            return List.of(Obstacle.of("obstacle.lists.not-to-mend"));
        }
        List<Mends.Mend> mended = mended(version, lines, cure);
        if (mended.isEmpty() || mended.size() < lines.size()) {
            return List.of(Obstacle.of("obstacle.lists.no-cure"));
        }
        return required(transaction.execute(_ -> keep(id, mended, cure)));
    }

    private List<Mends.Mend> mended(ListVersion version, Set<Long> lines, Cure cure) {
        if (cure == Cure.LEFT_OUT) {
            return lines.stream().map(line -> new Mends.Mend(line, 0, cure, null)).toList();
        }
        try {
            Mapping mapping = version.mapping().orElseThrow().mapping();
            return RowMender.mend(files.of(version.file()), version, mapping, cure, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Obstacle> keep(UUID id, List<Mends.Mend> mended, Cure cure) {
        ListVersion version = version(id);
        if (version.status() != ListStatus.STAGED) {
            return List.of(Obstacle.of("obstacle.lists.not-to-mend"));
        }
        UUID mapping = version.mapping().orElseThrow().id();
        Map<String, ?> detail =
                Map.of(
                        "version",
                        id,
                        "mapping",
                        mapping,
                        "cure",
                        cure.name(),
                        "lines",
                        mended.stream().map(Mends.Mend::line).toList());
        mends.add(mapping, version.party(), mended, record(version, "lists.mended", detail));
        return List.of();
    }

    /// Takes the cure of the row in this line back: the row is again what was read.
    public List<Obstacle> takeBack(UUID id, long line) {
        return required(transaction.execute(_ -> takeBackWithin(id, line)));
    }

    private List<Obstacle> takeBackWithin(UUID id, long line) {
        ListVersion version = version(id);
        if (version.status() != ListStatus.STAGED) {
            return List.of(Obstacle.of("obstacle.lists.not-to-mend"));
        }
        UUID mapping = version.mapping().orElseThrow().id();
        if (mends.standing(mapping).stream().noneMatch(mend -> mend.line() == line)) {
            return List.of(Obstacle.of("obstacle.lists.no-mend"));
        }
        Map<String, ?> detail = Map.of("version", id, "mapping", mapping, "line", line);
        UUID act = record(version, "lists.mend-taken-back", detail);
        mends.takeBack(mapping, version.party(), line, act);
        return List.of();
    }

    private ListVersion version(UUID id) {
        return lists.version(id).orElseThrow(() -> new NoSuchList(id));
    }

    private UUID record(ListVersion version, String kind, Map<String, ?> detail) {
        return acts.record(
                Act.of(kind, Purpose.INTAKE, detail).withDocument(required(version.sha256())));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
