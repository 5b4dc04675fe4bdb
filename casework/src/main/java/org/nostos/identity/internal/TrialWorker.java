package org.nostos.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.Judgements;
import org.nostos.identity.LinkingProgress;
import org.nostos.identity.LinkingProgress.Stage;
import org.nostos.identity.ModelKeeping;
import org.nostos.identity.ModelTrial;
import org.nostos.identity.ModelVersion;
import org.nostos.identity.Models;
import org.nostos.identity.Pair;
import org.nostos.identity.Proposals;
import org.nostos.linkage.Explanation;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.Linker;
import org.nostos.linkage.RecordTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tries the models that were put forward, one at a time, on the linking thread.
///
/// A trial writes nothing before its end and never a proposal: one that was killed has left nothing and
/// is done again.
@Component
public class TrialWorker {

    private static final Logger LOG = LoggerFactory.getLogger(TrialWorker.class);

    private final EngineRoom engine;
    private final Resident resident;
    private final Models models;
    private final Proposals proposals;
    private final Judgements judgements;
    private final ByOwnNumber byOwnNumber;
    private final Acts acts;
    private volatile ProgressGauge gauge = new ProgressGauge();
    private volatile @Nullable Tried kept;

    TrialWorker(
            EngineRoom engine,
            Resident resident,
            Models models,
            Proposals proposals,
            Judgements judgements,
            ByOwnNumber byOwnNumber,
            Acts acts) {
        this.engine = engine;
        this.resident = resident;
        this.models = models;
        this.proposals = proposals;
        this.judgements = judgements;
        this.byOwnNumber = byOwnNumber;
        this.acts = acts;
    }

    /// The model of the trial done last, to ask it why.
    private record Tried(UUID trial, Linker linker) {}

    public LinkingProgress progress() {
        return gauge.now();
    }

    /// Why the pair has its probability by this trial's model, while the engine holds it.
    public Optional<Explanation> explain(UUID trial, Pair pair) {
        Tried tried = kept;
        if (tried == null || !tried.trial.equals(trial)) {
            return Optional.empty();
        }
        return Optional.of(tried.linker.explain(pair.left().toString(), pair.right().toString()));
    }

    /// Lets go of the model that was tried last, once it is decided upon.
    public void forget() {
        kept = null;
    }

    void start() {
        gauge = new ProgressGauge();
    }

    void end() {
        gauge.end();
    }

    /// Works out every trial that is open.
    void work() {
        for (List<ModelTrial> open = engine.read(models::openTrials);
                !open.isEmpty() && !gauge.cancelled();
                open = engine.read(models::openTrials)) {
            run(open.getFirst());
        }
    }

    private void run(ModelTrial trial) {
        gauge.stage(trial.id(), Stage.READING, 0, 0);
        try {
            attempt(trial);
        } catch (CancellationException e) {
            LOG.info("the trial {} was interrupted and will be done again", trial.id());
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("the trial {} failed: {}", trial.id(), e.getClass().getName());
            engine.write(() -> {
                models.fail(trial.id(), act("identity.model-trial-failed", trial.id()));
                return true;
            });
        } finally {
            gauge.idle();
        }
    }

    private void attempt(ModelTrial trial) {
        Instant began = Instant.now();
        RecordTable table = resident.table();
        TrialComparison comparison = engine.read(this::before);
        Optional<LinkageModel> given =
                engine.read(() -> Optional.ofNullable(trial.model()).flatMap(models::byId))
                        .map(ModelVersion::model);
        Linker fresh = Linker.of(table).withMinProbability(LinkingWorker.LEAST).withProgress(gauge);
        Linker linker = given.map(fresh::withModel).orElse(fresh);
        PairBuffer pairs = new PairBuffer(Flagging.over(table));
        linker.link(pairs);
        byOwnNumber.propose(linker, pairs);
        pairs.retain(comparison.confirmed()::leavesOpen);
        comparison.compare(pairs);
        comparison.score(current(comparison, table), linker);
        gauge.stage(trial.id(), Stage.WRITING, 0, 0);
        if (gauge.cancelled()) {
            throw new CancellationException("the house is closing");
        }
        write(trial, linker.model().toJson(), comparison, table, began);
        kept = new Tried(trial.id(), linker);
    }

    private TrialComparison before() {
        return new TrialComparison(
                models.inUse().orElseThrow().model(),
                Confirmed.now(judgements),
                proposals.live(),
                judgements);
    }

    private static Linker current(TrialComparison comparison, RecordTable table) {
        return Linker.of(table).withModel(comparison.inUse().model());
    }

    private void write(
            ModelTrial trial,
            String parameters,
            TrialComparison comparison,
            RecordTable table,
            Instant began) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        engine.write(() -> {
            UUID act = act("identity.model-tried", trial.id());
            UUID model = trial.model();
            if (model == null) {
                model = UUID.randomUUID();
                models.add(
                        new ModelVersion(
                                model,
                                parameters,
                                ModelKeeping.sha256(parameters),
                                ModelVersion.Origin.RETRAINED,
                                table.size(),
                                Instant.now()),
                        act);
            }
            models.end(
                    trial.id(),
                    model,
                    comparison.inUse().id(),
                    comparison.result(table, seconds),
                    comparison.samples(),
                    act);
            return true;
        });
    }

    private UUID act(String kind, UUID trial) {
        return acts.record(Act.of(kind, Purpose.LINKING, Map.of("trial", trial)));
    }
}
