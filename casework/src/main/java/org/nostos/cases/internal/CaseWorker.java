package org.nostos.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.cases.CaseSummaries;
import org.nostos.cases.CaseSummaries.Touched;
import org.nostos.identity.EngineWork;
import org.nostos.registry.CaseChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps the summaries of all cases, on one thread, as the engine.
///
/// What it has to do stands in the database: the persons whose case changed, written down with the
/// change, every case whose summary is of an earlier day, and those whose hour has come. Killed at any moment, it goes on there.
@Component
class CaseWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWorker.class);
    private static final int AT_ONCE = 300;
    private static final long PAUSE_MILLIS = 500;
    private static final long LONGEST_BATCH_SECONDS = 20;
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    private final EngineWork engine;
    private final CaseSummaries summaries;
    private final CaseReading reading;
    private final Clock clock = Clock.systemUTC();
    private @Nullable ScheduledExecutorService thread;
    private volatile boolean closing;
    private Instant nextLook = Instant.MIN;

    CaseWorker(EngineWork engine, CaseSummaries summaries, CaseReading reading) {
        this.engine = engine;
        this.summaries = summaries;
        this.reading = reading;
    }

    /// Written down with the change: who did it need not be somebody who may read the whole case.
    @EventListener
    void changed(CaseChanged change) {
        summaries.touch(change.person());
    }

    @Override
    public synchronized void start() {
        closing = false;
        ScheduledExecutorService fresh =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("cases").factory());
        fresh.scheduleWithFixedDelay(this::work, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        thread = fresh;
    }

    /// Lets the batch under way come to its end: a statement that is broken off would be an alarm for
    /// nothing.
    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            closing = true;
            running.shutdown();
            try {
                running.awaitTermination(LONGEST_BATCH_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.shutdownNow();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (!closing && engine.isOpen() && engine.write(this::batch) > 0) {}
        } catch (RuntimeException e) {
            LOG.warn("summaries wait: {}", e.getClass().getName());
        }
    }

    /// Works out hundreds at once, with as many statements as for one.
    private int batch() {
        LocalDate today = today();
        List<Touched> next = summaries.touched(AT_ONCE);
        if (next.isEmpty()) {
            next = summaries.olderThan(today, AT_ONCE);
        }
        if (next.isEmpty() && !Instant.now(clock).isBefore(nextLook)) {
            nextLook = Instant.now(clock).plusSeconds(SECONDS_BETWEEN_LOOKS);
            next = summaries.notReceived(Instant.now(clock), AT_ONCE);
        }
        if (!next.isEmpty()) {
            AsOf now = new AsOf(today, Instant.now(clock));
            List<UUID> persons = next.stream().map(Touched::person).toList();
            summaries.put(next, reading.summaries(reading.questions(persons, now)), today);
        }
        return next.size();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
