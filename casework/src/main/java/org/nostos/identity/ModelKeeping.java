package org.nostos.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.nostos.basics.Role;
import org.nostos.identity.ModelTrial.Origin;
import org.nostos.identity.internal.LinkingWorker;
import org.nostos.identity.internal.TrialFiles;
import org.nostos.identity.internal.TrialWorker;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.Linker;
import org.nostos.linkage.RecordTable;
import org.nostos.parties.Caller;
import org.nostos.parties.PartyKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which model weighs the pairs. A change is put forward by one person, tried in the background, shown,
/// and adopted by another; going back to an earlier model goes the same way. Thread-safe.
@Service
@Transactional
public class ModelKeeping {

    /// A model is some kilobytes; whatever is larger is none.
    public static final int LARGEST = 1_000_000;

    private static final int LONGEST_REASON = 2000;

    private final Acts acts;
    private final Models models;
    private final Runs runs;
    private final LinkingWorker worker;
    private final TrialWorker trials;
    private final TrialFiles files;

    ModelKeeping(
            Acts acts,
            Models models,
            Runs runs,
            LinkingWorker worker,
            TrialWorker trials,
            TrialFiles files) {
        this.acts = acts;
        this.models = models;
        this.runs = runs;
        this.worker = worker;
        this.trials = trials;
        this.files = files;
    }

    /// What came of putting a model forward: its trial, or all that stands in the way.
    public record Forwarding(@Nullable UUID trial, List<Obstacle> obstacles) {
        public Forwarding {
            obstacles = List.copyOf(obstacles);
        }
    }

    @Transactional(readOnly = true)
    public Optional<ModelAdoption> inUse() {
        return models.inUse();
    }

    @Transactional(readOnly = true)
    public Optional<ModelVersion> byId(UUID model) {
        return models.byId(model);
    }

    /// Which model was in use since when, the latest first.
    @Transactional(readOnly = true)
    public List<ModelAdoption> history(int most) {
        return models.adoptions(most);
    }

    /// The models put forward, the latest first.
    @Transactional(readOnly = true)
    public List<ModelTrial> trials(int most) {
        return models.trials(most);
    }

    @Transactional(readOnly = true)
    public Optional<ModelTrial> trial(UUID trial) {
        return models.trial(trial);
    }

    /// Pairs that the model would change, without who they are.
    @Transactional(readOnly = true)
    public List<TrialPair> pairs(UUID trial) {
        return models.pairs(trial);
    }

    /// One of those pairs, read. Reading it is an act.
    public Optional<TrialPairFile> pair(UUID trial, TrialPair.Kind kind, int place) {
        return models.pairs(trial).stream()
                .filter(pair -> pair.kind() == kind && pair.place() == place)
                .findFirst()
                .flatMap(pair -> files.file(trial, pair))
                .map(file -> {
                    acts.record(
                            Act.of(
                                    "identity.proposal-read",
                                    Purpose.IDENTITY_REVIEW,
                                    Map.of(
                                            "trial",
                                            trial,
                                            "records",
                                            List.of(file.left().id(), file.right().id()))));
                    return file;
                });
    }

    /// How far the trial is that is being worked out.
    public LinkingProgress progress() {
        return trials.progress();
    }

    /// Lets the engine look for what was put forward or adopted. Call it after the transaction.
    public void wake() {
        worker.wake();
    }

    /// Puts forward a model to be trained on all accepted records.
    public Forwarding retrain(String reason) {
        List<Obstacle> obstacles = obstacles(reason);
        return obstacles.isEmpty()
                ? forwarded(Origin.RETRAINED, null, reason)
                : new Forwarding(null, obstacles);
    }

    /// Puts forward a model that somebody wrote or changed.
    public Forwarding upload(byte[] file, String reason) {
        List<Obstacle> obstacles = new ArrayList<>(obstacles(reason));
        LinkageModel model = null;
        try {
            model = read(file);
        } catch (IllegalArgumentException e) {
            obstacles.add(Obstacle.of("obstacle.identity.model-unreadable", place(e)));
        }
        if (model == null || !obstacles.isEmpty()) {
            return new Forwarding(null, obstacles);
        }
        return forwarded(Origin.UPLOADED, model.toJson(), reason);
    }

    /// Puts an earlier model forward again.
    public Forwarding goBack(UUID model, String reason) {
        List<Obstacle> obstacles = new ArrayList<>(obstacles(reason));
        if (models.byId(model).isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.identity.model-unknown"));
        }
        if (models.inUse().map(used -> used.model().id().equals(model)).orElse(false)) {
            obstacles.add(Obstacle.of("obstacle.identity.model-in-use"));
        }
        if (!obstacles.isEmpty()) {
            return new Forwarding(null, obstacles);
        }
        UUID trial = UUID.randomUUID();
        models.forward(trial, Origin.EARLIER, model, reason.strip(), act(trial, reason));
        return new Forwarding(trial, List.of());
    }

    private Forwarding forwarded(Origin origin, @Nullable String parameters, String reason) {
        UUID trial = UUID.randomUUID();
        UUID act = act(trial, reason);
        UUID model = parameters == null ? null : UUID.randomUUID();
        if (model != null && parameters != null) {
            models.add(
                    new ModelVersion(
                            model,
                            parameters,
                            sha256(parameters),
                            ModelVersion.Origin.UPLOADED,
                            0,
                            Instant.now()),
                    act);
        }
        models.forward(trial, origin, model, reason.strip(), act);
        return new Forwarding(trial, List.of());
    }

    /// Puts a model to use that another put forward, and asks for the run that uses it.
    public List<Obstacle> adopt(UUID id, String reason) {
        ModelTrial trial = models.trial(id).orElseThrow();
        List<Obstacle> obstacles = new ArrayList<>(obstacles(reason));
        UUID inUse = models.inUse().map(used -> used.model().id()).orElse(null);
        if (trial.state(inUse) != ModelTrial.State.READY) {
            obstacles.add(Obstacle.of("obstacle.identity.model-not-ready"));
        }
        if (trial.account().equals(Caller.required().account())) {
            obstacles.add(Obstacle.of("obstacle.identity.model-own"));
        }
        ModelTrial.Ended ended = trial.ended();
        UUID model = ended == null ? null : ended.model();
        if (!obstacles.isEmpty() || model == null) {
            return obstacles;
        }
        UUID run = UUID.randomUUID();
        UUID act =
                acts.record(
                        Act.of(
                                        "identity.model-adopted",
                                        Purpose.LINKING,
                                        Map.of("trial", id, "model", model, "run", run))
                                .withReason(reason.strip()));
        models.adopt(model, id, reason.strip(), act);
        runs.ask(run, act);
        trials.forget();
        return List.of();
    }

    /// Sets aside what was put forward.
    public List<Obstacle> setAside(UUID id, String reason) {
        ModelTrial trial = models.trial(id).orElseThrow();
        List<Obstacle> obstacles = new ArrayList<>(obstacles(reason));
        if (trial.adopted() || trial.setAside() != null) {
            obstacles.add(Obstacle.of("obstacle.identity.model-not-ready"));
        }
        if (obstacles.isEmpty()) {
            models.setAside(
                    id,
                    reason.strip(),
                    acts.record(
                            Act.of("identity.model-set-aside", Purpose.LINKING, Map.of("trial", id))
                                    .withReason(reason.strip())));
        }
        return obstacles;
    }

    private UUID act(UUID trial, String reason) {
        return acts.record(
                Act.of("identity.model-put-forward", Purpose.LINKING, Map.of("trial", trial))
                        .withReason(reason.strip()));
    }

    private List<Obstacle> obstacles(String reason) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (!keeps()) {
            obstacles.add(Obstacle.of("obstacle.identity.model-keepers"));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            obstacles.add(Obstacle.of("obstacle.identity.model-reason"));
        }
        if (models.inUse().isEmpty()) {
            obstacles.add(Obstacle.of("obstacle.identity.model-none-yet"));
        }
        return obstacles;
    }

    /// Reads it and has the engine take it up, so that one that it cannot weigh with is refused here.
    private static LinkageModel read(byte[] file) {
        if (file.length > LARGEST) {
            throw new IllegalArgumentException("larger than 1 MB");
        }
        LinkageModel model = LinkageModel.parse(new String(file, StandardCharsets.UTF_8));
        return Linker.of(RecordTable.builder().build()).withModel(model).model();
    }

    /// What the reader of models says is of the model alone: it holds no person.
    private static String place(IllegalArgumentException e) {
        String message = e.getMessage();
        String said = message == null ? e.getClass().getSimpleName() : message;
        return said.length() > 200 ? said.substring(0, 200) : said;
    }

    /// The SHA-256 of a model's parameters, in hex.
    public static String sha256(String parameters) {
        try {
            byte[] bytes = parameters.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean keeps() {
        Caller me = Caller.required();
        return me.partyKind() == PartyKind.COORDINATING_COMMITTEE
                && (me.role() == Role.ADMINISTRATOR || me.role() == Role.SECOND_REVIEWER);
    }
}
