package org.nostos.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The models, their trials, and which was in use when: the committee's. Every method needs a running
/// transaction.
public interface Models {

    /// The model that runs use, if any was adopted.
    Optional<ModelAdoption> inUse();

    Optional<ModelVersion> byId(UUID model);

    /// The adoptions, the latest first.
    List<ModelAdoption> adoptions(int most);

    /// Keeps a model as part of the act.
    void add(ModelVersion model, UUID act);

    /// Puts a model to use as part of the act. Without a trial the engine alone may.
    void adopt(UUID model, @Nullable UUID trial, String reason, UUID act);

    /// Puts a model forward as the caller; without one it is to be trained.
    void forward(
            UUID trial, ModelTrial.Origin origin, @Nullable UUID model, String reason, UUID act);

    Optional<ModelTrial> trial(UUID trial);

    /// The trials, the latest first.
    List<ModelTrial> trials(int most);

    /// The trials that are still to be worked out, the first first.
    List<ModelTrial> openTrials();

    /// Ends a trial with what it found. The engine alone may.
    void end(
            UUID trial,
            UUID model,
            UUID against,
            TrialResult result,
            List<TrialPair> pairs,
            UUID act);

    /// Ends a trial that could not be worked out. The engine alone may.
    void fail(UUID trial, UUID act);

    void setAside(UUID trial, String reason, UUID act);

    /// The pairs to look at, in their order.
    List<TrialPair> pairs(UUID trial);

    /// Whether anybody ever judged a pair.
    boolean judged();
}
