package org.nostos.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.Judgements;
import org.nostos.identity.LinkingProgress;
import org.nostos.identity.LinkingProgress.Stage;
import org.nostos.identity.LinkingRun;
import org.nostos.identity.LinkingRun.Ended;
import org.nostos.identity.LinkingRun.How;
import org.nostos.identity.ProposalFlags;
import org.nostos.identity.Proposals;
import org.nostos.identity.Runs;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.LinkageStats;
import org.nostos.linkage.Linker;
import org.nostos.linkage.RecordTable;
import org.nostos.lists.ListAccepted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// The one thread that links in the background.
///
/// What it has to do stands in the database: the runs that were asked for and have not ended. A run
/// writes nothing before its end, so one that was killed is simply done again. Evidence is weighed
/// without the judgements, and is found unchanged when one is taken back; what two hands confirmed
/// says which pairs are proposed at all. Runs use the model in use; models put forward are tried after
/// them.
@Component
public class LinkingWorker implements SmartLifecycle {

    /// Pairs below are not proposed: nobody could look at them all.
    static final double LEAST = 0.5;

    private static final Logger LOG = LoggerFactory.getLogger(LinkingWorker.class);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final EngineRoom engine;
    private final Resident resident;
    private final Judgements judgements;
    private final ModelChoice model;
    private final TrialWorker trials;
    private final Runs runs;
    private final Proposals proposals;
    private final ProposalFlags flags;
    private final ByOwnNumber sameNumbers;
    private final Acts acts;
    private final Clock clock = Clock.systemUTC();
    private volatile ProgressGauge gauge = new ProgressGauge();
    private final Object rest = new Object();
    private @Nullable ExecutorService thread;
    private int waiting;

    LinkingWorker(
            EngineRoom engine,
            Resident resident,
            Judgements judgements,
            ModelChoice model,
            TrialWorker trials,
            Runs runs,
            Proposals proposals,
            ProposalFlags flags,
            ByOwnNumber sameNumbers,
            Acts acts) {
        this.engine = engine;
        this.resident = resident;
        this.judgements = judgements;
        this.model = model;
        this.trials = trials;
        this.runs = runs;
        this.proposals = proposals;
        this.flags = flags;
        this.sameNumbers = sameNumbers;
        this.acts = acts;
    }

    public LinkingProgress progress() {
        return gauge.now();
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

    @Override
    public void start() {
        gauge = new ProgressGauge();
        trials.start();
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("linking").daemon().factory());
        later(this::wakeUp);
    }

    @Override
    public void stop() {
        ExecutorService working = thread;
        if (working == null) {
            return;
        }
        gauge.end();
        trials.end();
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

    /// Asks for a run within the transaction that accepts a list.
    @EventListener
    void ask(ListAccepted accepted) {
        runs.ask(UUID.randomUUID(), accepted.act());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ListAccepted accepted) {
        later(this::work);
    }

    /// Looks for runs that were asked for.
    public void wake() {
        later(this::work);
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
            } catch (RuntimeException e) {
                // The message may hold a value of a record; its kind and place do not.
                LOG.error("work in the background failed: {}", place(e));
            } finally {
                rested();
            }
        });
    }

    private void rested() {
        synchronized (rest) {
            waiting--;
            rest.notifyAll();
        }
    }

    private void wakeUp() {
        if (!engine.isOpen()) {
            return;
        }
        if (engine.read(() -> runs.open()).isEmpty()) {
            remember();
        }
        work();
    }

    /// After a start nothing has run yet: the last run's model can still say why.
    private void remember() {
        Optional<String> model =
                engine.read(() -> runs.latestFinished()).map(LinkingRun::ended).map(Ended::model);
        model.ifPresent(json ->
                resident.keep(Linker.of(resident.table()).withModel(LinkageModel.parse(json))));
    }

    private void work() {
        if (!engine.isOpen()) {
            return;
        }
        for (List<LinkingRun> open = engine.read(runs::open);
                !open.isEmpty() && !gauge.cancelled();
                open = engine.read(runs::open)) {
            run(begin(open));
        }
        trials.work();
    }

    /// Starts the run asked for last; it does the work of those before it.
    private UUID begin(List<LinkingRun> open) {
        UUID run = open.getFirst().id();
        return engine.write(() -> {
            UUID act = act("identity.run-started", Map.of("run", run));
            open.stream().skip(1).forEach(earlier -> runs.cover(earlier.id(), run, act));
            runs.start(run, act);
            return run;
        });
    }

    private void run(UUID run) {
        gauge.stage(run, Stage.READING, 0, 0);
        try {
            link(run);
        } catch (CancellationException e) {
            LOG.info("linking run {} was interrupted and will be done again", run);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("linking run {} failed: {}", run, place(e));
            end(run, new Ended(How.FAILED, clock.instant(), 0, 0, 0, 0, null), new PairBuffer());
        } finally {
            gauge.idle();
        }
    }

    private void link(UUID run) {
        Instant began = clock.instant();
        RecordTable table = resident.table();
        Linker linker =
                byModelInUse(Linker.of(table).withMinProbability(LEAST).withProgress(gauge));
        PairBuffer pairs = new PairBuffer(Flagging.over(table));
        LinkageStats stats = linker.link(pairs);
        sameNumbers.propose(linker, pairs);
        gauge.stage(run, Stage.WRITING, 0, pairs.size());
        pairs.retain(engine.read(() -> Confirmed.now(judgements))::leavesOpen);
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        end(
                run,
                new Ended(
                        How.FINISHED,
                        clock.instant(),
                        stats.records(),
                        stats.candidates(),
                        pairs.size(),
                        seconds,
                        linker.model().toJson()),
                pairs);
        resident.keep(linker);
    }

    private void end(UUID run, Ended ended, PairBuffer pairs) {
        engine.write(() -> {
            UUID act =
                    act(
                            ended.how() == How.FINISHED
                                    ? "identity.run-finished"
                                    : "identity.run-failed",
                            Map.of("run", run, "proposals", pairs.size()));
            pairs.writeTo(proposals, run);
            Ended taken = finished(run, ended);
            pairs.writeTo(flags, run);
            runs.end(run, taken, act);
            runs.settle();
            return run;
        });
    }

    private Linker byModelInUse(Linker fresh) {
        return engine.read(model::forRun).map(fresh::withModel).orElse(fresh);
    }

    /// A run that finished takes over: its proposals are the live ones, its model is in use.
    private Ended finished(UUID run, Ended ended) {
        String parameters = ended.model();
        if (parameters == null) {
            return ended;
        }
        model.used(run, parameters, ended.records());
        return new Ended(
                ended.how(),
                ended.at(),
                ended.records(),
                ended.candidates(),
                proposals.takeOver(run),
                ended.seconds(),
                parameters);
    }

    private UUID act(String kind, Map<String, ?> detail) {
        return acts.record(Act.of(kind, Purpose.LINKING, detail));
    }

    private static String place(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
