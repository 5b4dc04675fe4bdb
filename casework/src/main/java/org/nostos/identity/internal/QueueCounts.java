package org.nostos.identity.internal;

import java.util.Map;
import java.util.UUID;
import org.nostos.identity.Proposals;
import org.nostos.identity.QueueFilter.Whose;
import org.nostos.parties.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// How many proposals of a band stand in each part of a reviewer's queue. Where they are many, as they
/// were counted a moment ago. Thread-safe.
@Component
public class QueueCounts {

    /// Counting so many proposals again is done behind the page.
    private static final long MANY = 50_000;

    private final Proposals proposals;
    private final TransactionTemplate transaction;
    private final Recounted<Asked, Map<Whose, Long>> recounted =
            new Recounted<>(
                    counts -> counts.values().stream().mapToLong(Long::longValue).sum() > MANY);

    QueueCounts(Proposals proposals, TransactionTemplate transaction) {
        this.proposals = proposals;
        this.transaction = transaction;
    }

    /// Whose queue, and which band of it.
    private record Asked(UUID account, double from, double to) {}

    public Map<Whose, Long> of(double from, double to) {
        Caller caller = Caller.required();
        return recounted.get(
                new Asked(caller.account(), from, to),
                () ->
                        caller.call(() -> {
                            Map<Whose, Long> counts =
                                    transaction.execute(status -> proposals.counts(from, to));
                            return counts == null ? Map.of() : counts;
                        }));
    }
}
