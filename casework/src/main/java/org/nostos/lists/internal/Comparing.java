package org.nostos.lists.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.AcceptedVersion;
import org.nostos.lists.Difference;
import org.nostos.lists.ListAccepted;
import org.nostos.lists.Records;
import org.nostos.lists.RowComparison;
import org.nostos.lists.RowsVanished;
import org.nostos.lists.VersionPair;
import org.nostos.lists.Versions;
import org.nostos.parties.Caller;
import org.nostos.parties.SigningIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares versions in the background, one pair after the other, as the engine, and keeps the last
/// few comparisons in memory: ids alone, which whoever asks reads again as themselves.
///
/// What is compared when a version is accepted is worked off from what the database says is not
/// compared yet, so a stop at any moment loses nothing. Thread-safe.
@Component
public class Comparing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Comparing.class);
    private static final int KEPT = 6;
    private static final long FAREWELL_SECONDS = 10;

    /// How far a comparison is; `total` is 0 while nothing is known of it.
    public record Far(long done, long total) {}

    private final Acts acts;
    private final Versions versions;
    private final Records records;
    private final RowComparison engine;
    private final SigningIn signingIn;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Map<VersionPair, CompletableFuture<Likenesses>> kept =
            new LinkedHashMap<>(16, 0.75f, true);
    private final Map<VersionPair, Far> progress = new java.util.concurrent.ConcurrentHashMap<>();
    private ExecutorService worker = Executors.newSingleThreadExecutor();
    private volatile boolean running;

    Comparing(
            Acts acts,
            Versions versions,
            Records records,
            RowComparison engine,
            SigningIn signingIn,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.acts = acts;
        this.versions = versions;
        this.records = records;
        this.engine = engine;
        this.signingIn = signingIn;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public synchronized void start() {
        worker.shutdown();
        worker =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("comparing").daemon().factory());
        running = true;
        worker.execute(this::workOff);
    }

    @Override
    public synchronized void stop() {
        running = false;
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("a comparison was left behind and is made again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    synchronized void on(ListAccepted accepted) {
        if (running) {
            worker.execute(this::workOff);
        }
    }

    /// Asks for a comparison, which may be there already.
    public synchronized CompletableFuture<Likenesses> ask(VersionPair pair) {
        CompletableFuture<Likenesses> found = kept.get(pair);
        if (found == null || found.isCompletedExceptionally()) {
            CompletableFuture<Likenesses> asked = new CompletableFuture<>();
            found = asked;
            kept.put(pair, asked);
            kept.keySet().stream()
                    .limit(Math.max(0, kept.size() - KEPT))
                    .toList()
                    .forEach(kept::remove);
            try {
                worker.execute(() -> compare(pair, asked));
            } catch (RejectedExecutionException e) {
                asked.completeExceptionally(e);
            }
        }
        return found;
    }

    /// How far the comparison of this pair is.
    public Far progress(VersionPair pair) {
        return progress.getOrDefault(pair, new Far(0, 0));
    }

    private void compare(VersionPair pair, CompletableFuture<Likenesses> asked) {
        try {
            Caller caller = signingIn.engine().orElseThrow();
            asked.complete(caller.call(() -> read(() -> likenesses(pair))));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("a comparison failed: {}", e.getClass().getName());
            asked.completeExceptionally(e);
        } finally {
            progress.remove(pair);
        }
    }

    private Likenesses likenesses(VersionPair pair) {
        progress.put(pair, new Far(0, 0));
        List<AcceptedRecord> older = records.ofVersion(pair.older());
        List<AcceptedRecord> newer = records.ofVersion(pair.newer());
        return RowMatching.of(
                older, newer, engine, (done, total) -> progress.put(pair, new Far(done, total)));
    }

    private void workOff() {
        Optional<Caller> caller = signingIn.engine();
        if (caller.isEmpty()) {
            return;
        }
        caller.get()
                .run(() -> {
                    for (VersionPair pair : read(versions::uncompared)) {
                        CompletableFuture<Likenesses> asked = new CompletableFuture<>();
                        compare(pair, asked);
                        if (!running || asked.isCompletedExceptionally()) {
                            return;
                        }
                        keep(pair, asked);
                        Likenesses found = asked.join();
                        read(() -> note(pair, found));
                    }
                });
    }

    private synchronized void keep(VersionPair pair, CompletableFuture<Likenesses> found) {
        kept.put(pair, found);
    }

    private boolean note(VersionPair pair, Likenesses found) {
        Difference difference = Settling.of(found, versions.said(pair));
        AcceptedVersion newer = versions.byId(pair.newer()).orElseThrow();
        UUID act =
                acts.record(
                        Act.of(
                                "lists.compared",
                                Purpose.INTAKE,
                                Map.of("older", pair.older(), "newer", pair.newer())));
        versions.compared(pair, newer.party(), difference.counts(), act);
        if (newer.supersededBy() == null && !difference.vanished().isEmpty()) {
            events.publishEvent(new RowsVanished(pair, newer.party(), difference.vanished(), act));
        }
        return true;
    }

    private <T> T read(java.util.function.Supplier<T> work) {
        T result = transaction.execute(_ -> work.get());
        if (result == null) {
            throw new IllegalStateException("work of a comparison gives a result");
        }
        return result;
    }
}
