package org.nostos.identity.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.nostos.identity.LinkingRun;
import org.nostos.identity.LinkingRun.Ended;
import org.nostos.identity.ModelAdoption;
import org.nostos.identity.ModelKeeping;
import org.nostos.identity.ModelVersion;
import org.nostos.identity.ModelVersion.Origin;
import org.nostos.identity.Models;
import org.nostos.identity.Runs;
import org.nostos.linkage.LinkageModel;
import org.springframework.stereotype.Component;

/// Which model a run uses: the one in use.
///
/// The starting model is the engine's own and is trained on what there is. As long as nobody has judged
/// a pair nothing rests on it, and each run trains it anew: the first list of a house holds too few
/// people who stand twice to learn from. From the first judgement on two people alone change it.
/// Every method needs a running transaction of the engine.
@Component
class ModelChoice {

    private final Models models;
    private final Runs runs;
    private final Acts acts;

    ModelChoice(Models models, Runs runs, Acts acts) {
        this.models = models;
        this.runs = runs;
        this.acts = acts;
    }

    /// The model for the next run; empty when the run trains the starting model.
    Optional<LinkageModel> forRun() {
        Optional<ModelAdoption> inUse = models.inUse();
        if (!models.judged() && inUse.map(ModelChoice::isStarting).orElse(true)) {
            return Optional.empty();
        }
        return inUse.map(used -> used.model().parameters())
                .or(() -> runs.latestFinished().map(LinkingRun::ended).map(Ended::model))
                .map(LinkageModel::parse);
    }

    /// Puts the run's model to use, if it is not: the starting model alone can be another.
    void used(UUID run, String parameters, long records) {
        String sha256 = ModelKeeping.sha256(parameters);
        boolean known =
                models.inUse().map(used -> used.model().sha256().equals(sha256)).orElse(false);
        if (known) {
            return;
        }
        UUID model = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                "identity.model-started",
                                Purpose.LINKING,
                                Map.of("model", model, "run", run)));
        models.add(
                new ModelVersion(
                        model, parameters, sha256, Origin.STARTING, records, Instant.now()),
                act);
        models.adopt(model, null, "", act);
    }

    private static boolean isStarting(ModelAdoption used) {
        return used.trial() == null;
    }
}
