package org.nostos.linkage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.linkage.internal.Engine;

/// Finds the records of a table that may be one person, and says why.
///
/// A linker is set up with the `with…` methods, each of which gives a new one. What it finds depends
/// on the records alone, not on their order nor on the number of threads. One linker may be asked by
/// several threads; the first question builds the index and trains the model, the others wait.
public final class Linker {
    private final Settings settings;
    private @Nullable Engine engine;

    /// Everything a run depends on.
    ///
    /// @param model empty to train one on the table itself
    /// @param minProbability pairs below are not handed on
    public record Settings(
            RecordTable table,
            PairScope scope,
            Constraints constraints,
            Optional<LinkageModel> model,
            double minProbability,
            int threads,
            Progress progress) {}

    private Linker(Settings settings) {
        this.settings = settings;
    }

    /// Every pair of the table, no constraint, a model of its own, pairs from 0.01, all processors.
    public static Linker of(RecordTable table) {
        return new Linker(
                new Settings(
                        table,
                        PairScope.everything(),
                        Constraints.none(),
                        Optional.empty(),
                        0.01,
                        Runtime.getRuntime().availableProcessors(),
                        Progress.NONE));
    }

    public Linker withScope(PairScope scope) {
        Settings s = settings;
        return new Linker(
                new Settings(
                        s.table,
                        scope,
                        s.constraints,
                        s.model,
                        s.minProbability,
                        s.threads,
                        s.progress));
    }

    public Linker withConstraints(Constraints constraints) {
        Settings s = settings;
        return new Linker(
                new Settings(
                        s.table,
                        s.scope,
                        constraints,
                        s.model,
                        s.minProbability,
                        s.threads,
                        s.progress));
    }

    public Linker withModel(LinkageModel model) {
        Settings s = settings;
        return new Linker(
                new Settings(
                        s.table,
                        s.scope,
                        s.constraints,
                        Optional.of(model),
                        s.minProbability,
                        s.threads,
                        s.progress));
    }

    public Linker withMinProbability(double minProbability) {
        if (!(minProbability >= 0 && minProbability <= 1)) {
            throw new IllegalArgumentException(
                    "a probability lies between 0 and 1: " + minProbability);
        }
        Settings s = settings;
        return new Linker(
                new Settings(
                        s.table,
                        s.scope,
                        s.constraints,
                        s.model,
                        minProbability,
                        s.threads,
                        s.progress));
    }

    public Linker withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a run needs a thread: " + threads);
        }
        Settings s = settings;
        return new Linker(
                new Settings(
                        s.table,
                        s.scope,
                        s.constraints,
                        s.model,
                        s.minProbability,
                        threads,
                        s.progress));
    }

    public Linker withProgress(Progress progress) {
        Settings s = settings;
        return new Linker(
                new Settings(
                        s.table,
                        s.scope,
                        s.constraints,
                        s.model,
                        s.minProbability,
                        s.threads,
                        progress));
    }

    /// The model that pairs are weighed with: the one given, or the one trained on the table.
    public LinkageModel model() {
        return engine().model();
    }

    /// Hands every pair of the scope from the least probability on to the sink, each unordered pair
    /// once, none with itself. In [PairScope.Across] the left record is of the left table; elsewhere
    /// the left record stands earlier in the table.
    ///
    /// @throws java.util.concurrent.CancellationException if the progress says so
    public LinkageStats link(PairSink sink) {
        return engine().link(sink);
    }

    /// Why these two records have the probability they have, whether or not a run would find them.
    ///
    /// @throws IllegalArgumentException if the table has no such record, or both are the same
    public Explanation explain(String left, String right) {
        RecordTable table = settings.table;
        int a = table.row(left);
        int b = table.row(right);
        if (a < 0 || b < 0 || a == b) {
            throw new IllegalArgumentException("two records of the table are needed");
        }
        return engine().explain(a, b);
    }

    private synchronized Engine engine() {
        Engine built = engine;
        if (built == null) {
            built = Engine.of(settings);
            engine = built;
        }
        return built;
    }
}
