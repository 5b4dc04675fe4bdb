package org.nostos.lists;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What people decide about a list: what its columns mean, and whether it is accepted. Thread-safe.
///
/// Each method returns what stands in the way; with nothing in the way it is done.
@Service
public class Deciding {

    private final Acts acts;
    private final Lists lists;
    private final Mending mending;
    private final Staging staging;
    private final TransactionTemplate transaction;

    public Deciding(
            Acts acts,
            Lists lists,
            Mending mending,
            Staging staging,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.lists = lists;
        this.mending = mending;
        this.staging = staging;
        this.transaction = transaction;
    }

    /// Says how the file is to be read; it is gone through anew in the background, and what was chosen
    /// for its columns counts no more.
    public List<Obstacle> layOut(UUID version, Layout layout) {
        return begun(inTransaction(() -> layOutWithin(version, layout)));
    }

    private List<Obstacle> layOutWithin(UUID id, Layout layout) {
        ListVersion version = version(id);
        if (version.status().isClosed()) {
            return List.of(Obstacle.of("obstacle.lists.closed"));
        }
        UUID act = record(version, "lists.laid-out", Map.of("version", id));
        lists.add(id, version.party(), new ListEvent.LaidOut(layout), act);
        return List.of();
    }

    private List<Obstacle> begun(List<Obstacle> obstacles) {
        if (obstacles.isEmpty()) {
            staging.begin();
        }
        return obstacles;
    }

    /// Chooses what the columns mean; the list is then staged in the background, anew if it was.
    public List<Obstacle> map(UUID version, Mapping mapping) {
        return begun(inTransaction(() -> mapWithin(version, mapping)));
    }

    private List<Obstacle> mapWithin(UUID id, Mapping mapping) {
        ListVersion version = version(id);
        if (version.status().isClosed()) {
            return List.of(Obstacle.of("obstacle.lists.closed"));
        }
        if (version.survey().isEmpty()) {
            return List.of(Obstacle.of("obstacle.lists.not-checked"));
        }
        if (version.survey().get().lettersOpen()) {
            return List.of(Obstacle.of("obstacle.lists.letters-open"));
        }
        if (!mapping.namesSomebody()) {
            return List.of(Obstacle.of("obstacle.lists.names-nobody"));
        }
        if (mapping.numberColumns() > 1) {
            return List.of(Obstacle.of("obstacle.lists.two-numbers"));
        }
        if (mapping.familyColumns() > 1) {
            return List.of(Obstacle.of("obstacle.lists.two-families"));
        }
        if (mapping.columnOfNoMember() > 0) {
            return List.of(
                    Obstacle.of(
                            "obstacle.lists.of-no-member",
                            Integer.toString(mapping.columnOfNoMember())));
        }
        if (mapping.uses().size() != version.survey().get().columns().size()) {
            throw new IllegalArgumentException(
                    "a mapping has as many uses as the list has columns");
        }
        List<String> uses = mapping.uses().stream().map(ColumnUse::key).toList();
        UUID act =
                record(
                        version,
                        "lists.mapped",
                        Map.of("version", id, "uses", uses, "setIn", mapping.setIn()));
        lists.add(id, version.party(), new ListEvent.Mapped(mapping), act);
        return List.of();
    }

    /// Accepts the good rows: each becomes a record in the background, all at once, and nothing of it
    /// is ever changed again.
    public List<Obstacle> accept(UUID version) {
        return begun(inTransaction(() -> acceptWithin(version)));
    }

    private List<Obstacle> acceptWithin(UUID id) {
        ListVersion version = version(id);
        if (version.status().isClosed()) {
            return List.of(Obstacle.of("obstacle.lists.closed"));
        }
        if (version.staged().isEmpty()) {
            return List.of(Obstacle.of("obstacle.lists.not-staged"));
        }
        ListEvent.Staged counts = version.staged().get();
        Mends.Counts standing = mending.counts(version);
        if (standing.people() == 0) {
            return List.of(Obstacle.of("obstacle.lists.no-good-rows"));
        }
        long leftOut = counts.rows() - standing.rows();
        Map<String, ?> detail =
                Map.of("version", id, "records", standing.people(), "leftOut", leftOut);
        UUID act = record(version, "lists.accepted", detail);
        lists.add(id, version.party(), new ListEvent.Accepting(counts.mapping()), act);
        return List.of();
    }

    /// Refuses the list whole, for a reason that stands in the journal.
    public List<Obstacle> refuse(UUID version, String reason) {
        return inTransaction(() -> refuseWithin(version, reason.strip()));
    }

    private List<Obstacle> refuseWithin(UUID id, String reason) {
        ListVersion version = version(id);
        if (version.status().isClosed()) {
            return List.of(Obstacle.of("obstacle.lists.closed"));
        }
        if (reason.isEmpty()) {
            return List.of(Obstacle.of("obstacle.lists.reason"));
        }
        UUID act =
                acts.record(
                        Act.of("lists.refused", Purpose.INTAKE, Map.of("version", id))
                                .withReason(reason));
        lists.add(id, version.party(), new ListEvent.Rejected(reason), act);
        return List.of();
    }

    private ListVersion version(UUID id) {
        return lists.version(id).orElseThrow(() -> new NoSuchList(id));
    }

    private UUID record(ListVersion version, String kind, Map<String, ?> detail) {
        return acts.record(
                Act.of(kind, Purpose.INTAKE, detail)
                        .withDocument(Objects.requireNonNull(version.sha256())));
    }

    private List<Obstacle> inTransaction(Supplier<List<Obstacle>> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
