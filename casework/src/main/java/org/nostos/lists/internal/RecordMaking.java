package org.nostos.lists.internal;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.lists.ListAccepted;
import org.nostos.lists.ListEvent;
import org.nostos.lists.ListStatus;
import org.nostos.lists.ListVersion;
import org.nostos.lists.Lists;
import org.nostos.lists.Mends;
import org.nostos.lists.StagedRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the records of a list that somebody accepted: all of them and their persons in one
/// transaction, so that a list is never half live and whoever is stopped begins anew.
@Component
public class RecordMaking {

    private final Acts acts;
    private final Lists lists;
    private final StagedRows staged;
    private final Mends mends;
    private final UnderWay underWay;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    public RecordMaking(
            Acts acts,
            Lists lists,
            StagedRows staged,
            Mends mends,
            UnderWay underWay,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.lists = lists;
        this.staged = staged;
        this.mends = mends;
        this.underWay = underWay;
        this.events = events;
        this.transaction = transaction;
    }

    public void accept(UUID version) {
        try {
            transaction.executeWithoutResult(_ -> acceptWithin(version));
        } finally {
            underWay.end(version);
        }
    }

    private void acceptWithin(UUID id) {
        ListVersion version = lists.version(id).orElseThrow();
        Optional<UUID> mapping = accepted(version);
        if (mapping.isEmpty() || version.status() != ListStatus.ACCEPTING) {
            return;
        }
        ListEvent.Staged counts =
                ListEvent.stagedUnder(version.events(), mapping.get()).orElseThrow();
        Mends.Counts standing = mends.counts(mapping.get());
        long leftOut = counts.rows() - standing.rows();
        UUID act =
                acts.record(
                        Act.of(
                                        "lists.records-made",
                                        Purpose.INTAKE,
                                        Map.of(
                                                "version", id,
                                                "records", standing.people(),
                                                "leftOut", leftOut))
                                .withDocument(Objects.requireNonNull(version.sha256())));
        long records =
                staged.accept(
                        id, mapping.get(), act, done -> underWay.at(id, done, standing.people()));
        if (records != standing.people()) {
            throw new IllegalStateException(
                    "staged " + standing.people() + " people, found " + records + ": " + id);
        }
        lists.add(id, version.party(), new ListEvent.Accepted(records, leftOut), act);
        events.publishEvent(new ListAccepted(id, version.party(), act, records));
    }

    private static Optional<UUID> accepted(ListVersion version) {
        return version.events().stream()
                .map(ListEvent::what)
                .filter(ListEvent.Accepting.class::isInstance)
                .map(what -> ((ListEvent.Accepting) what).mapping())
                .findFirst();
    }
}
