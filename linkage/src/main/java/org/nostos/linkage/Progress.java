package org.nostos.linkage;

/// Watches a run and may end it.
@FunctionalInterface
public interface Progress {
    /// Watches nothing.
    Progress NONE = (stage, done, total) -> {};

    /// The stages of a run, in their order.
    enum Stage {
        INDEX,
        TRAIN,
        SCORE,
        CLUSTER
    }

    /// Called now and then, possibly from several threads, with steps done and steps in all.
    void at(Stage stage, long done, long total);

    /// When true, the run ends at the next step with a [java.util.concurrent.CancellationException].
    default boolean cancelled() {
        return false;
    }
}
