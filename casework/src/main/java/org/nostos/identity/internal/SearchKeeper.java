package org.nostos.identity.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.ListAccepted;
import org.nostos.lists.Records;
import org.nostos.lists.Records.Mark;
import org.nostos.registry.Erased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Keeps the search index as the records are: fills it at the start, adds the list that was accepted,
/// forgets what was erased.
///
/// What was put away is used as far as it fits: versions that came since are added to it. Works on a
/// thread of its own, so that a list is found while the engine still links it.
@Component
public class SearchKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchKeeper.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final int BATCH = 5_000;

    private final EngineRoom engine;
    private final Records records;
    private final SearchIndex index;
    private final SearchShelf shelf;
    private final Map<UUID, Mark> marks = new HashMap<>();
    private final Object rest = new Object();
    private @Nullable ExecutorService thread;
    private boolean changed;
    private int waiting;

    public SearchKeeper(EngineRoom engine, Records records, SearchIndex index, SearchShelf shelf) {
        this.engine = engine;
        this.records = records;
        this.index = index;
        this.shelf = shelf;
    }

    @Override
    public void start() {
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("search-index").daemon().factory());
        later(this::fill);
    }

    @Override
    public void stop() {
        ExecutorService working = thread;
        if (working == null) {
            return;
        }
        working.shutdown();
        try {
            if (!working.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                working.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ListAccepted accepted) {
        later(this::fill);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Erased erased) {
        forget(erased.records());
    }

    /// Takes records out for good: what was put away goes at once, and is made anew without them.
    public void forget(Collection<UUID> gone) {
        clearShelf();
        later(() -> {
            clearShelf();
            index.forget(gone);
            Map<UUID, Mark> now = engine.read(records::marks);
            marks.replaceAll((version, was) -> now.getOrDefault(version, was));
            changed = true;
        });
    }

    /// Waits until nothing is left to do.
    ///
    /// @return false when the time ran out first
    public boolean awaitIdle(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        synchronized (rest) {
            while (waiting > 0) {
                long millis = (until - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                rest.wait(millis);
            }
            return true;
        }
    }

    /// Adds every version that is not in the index yet; the first time, takes up what was put away.
    private void fill() {
        if (!engine.isOpen()) {
            index.end();
            return;
        }
        Map<UUID, Mark> now = engine.read(records::marks);
        if (marks.isEmpty()) {
            takeUp(now);
        }
        Set<UUID> missing = new HashSet<>(now.keySet());
        missing.removeAll(marks.keySet());
        if (!index.isComplete()) {
            index.begin(now.values().stream().mapToLong(Mark::records).sum());
        }
        for (UUID version : missing) {
            add(version);
            marks.put(version, now.get(version));
            changed = true;
        }
        index.end();
    }

    private void takeUp(Map<UUID, Mark> now) {
        try {
            Optional<SearchShelf.Kept> kept = shelf.take().filter(one -> one.fits(now));
            kept.ifPresent(one -> {
                index.replaceBy(one.parties());
                marks.putAll(one.marks());
            });
        } catch (IOException e) {
            LOG.warn("the search index that was put away cannot be read; it is made anew");
        }
    }

    private void add(UUID version) {
        List<UUID> ids = engine.read(() -> records.idsOfVersion(version));
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
            engine.read(() -> records.byIds(some)).forEach(index::add);
        }
    }

    private void putAway() {
        try {
            shelf.put(Map.copyOf(marks), index.parties());
            changed = false;
        } catch (IOException e) {
            LOG.warn("the search index could not be put away; the next start takes longer");
        }
    }

    private void clearShelf() {
        try {
            shelf.clear();
        } catch (IOException e) {
            LOG.error("the search index that was put away could not be deleted");
        }
    }

    private void later(Runnable work) {
        ExecutorService working = thread;
        if (working == null) {
            return;
        }
        synchronized (rest) {
            waiting++;
        }
        working.execute(() -> {
            try {
                work.run();
                if (changed && isLast()) {
                    putAway();
                }
            } catch (RuntimeException e) {
                // The message may hold a value of a record; its kind does not.
                LOG.error("keeping the search index failed: {}", e.getClass().getName());
            } finally {
                rested();
            }
        });
    }

    private boolean isLast() {
        synchronized (rest) {
            return waiting == 1;
        }
    }

    private void rested() {
        synchronized (rest) {
            waiting--;
            rest.notifyAll();
        }
    }
}
