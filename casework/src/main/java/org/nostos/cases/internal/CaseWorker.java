package org.nostos.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.AsOf;
import org.nostos.cases.CaseSummaries;
import org.nostos.cases.CaseSummaries.Touched;
import org.nostos.cases.CaseSummary;
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
/// change, and every case whose summary is of an earlier day. Killed at any moment, it goes on there.
@Component
class CaseWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWorker.class);
    private static final int AT_ONCE = 50;
    private static final long PAUSE_MILLIS = 500;

    private final EngineWork engine;
    private final CaseSummaries summaries;
    private final CaseReading reading;
    private final Clock clock = Clock.systemUTC();
    private @Nullable ScheduledExecutorService thread;

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
        ScheduledExecutorService fresh =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("cases").factory());
        fresh.scheduleWithFixedDelay(this::work, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        thread = fresh;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running != null) {
            running.shutdownNow();
            running.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted() && engine.isOpen()) {
                List<Touched> next = engine.read(this::next);
                if (next.isEmpty()) {
                    return;
                }
                next.forEach(this::summarise);
            }
        } catch (RuntimeException e) {
            LOG.warn("summaries wait: {}", e.getClass().getName());
        }
    }

    private List<Touched> next() {
        List<Touched> touched = summaries.touched(AT_ONCE);
        return touched.isEmpty() ? summaries.olderThan(today(), AT_ONCE) : touched;
    }

    private void summarise(Touched touched) {
        engine.write(() -> {
            LocalDate today = today();
            CaseSummary summary =
                    reading.question(touched.person(), new AsOf(today, Instant.now(clock)))
                            .map(question -> reading.summaries(List.of(question)).getFirst())
                            .orElseThrow();
            summaries.put(touched, summary, today);
            return true;
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
