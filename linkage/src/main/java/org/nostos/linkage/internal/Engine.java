package org.nostos.linkage.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.nostos.linkage.Constraints;
import org.nostos.linkage.Explanation;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.LinkageStats;
import org.nostos.linkage.Linker;
import org.nostos.linkage.PairSink;
import org.nostos.linkage.Progress;
import org.nostos.linkage.RecordTable;

/// One run: records resolved, index built, model trained or taken, pairs scored.
public final class Engine {
    /// What a human judgement weighs, in bits: more than any evidence.
    private static final double JUDGED = 100;

    private static final int BUDGET = 400;
    private static final int LONGEST_RUN = 400;

    private final Linker.Settings settings;
    private final RecordTable table;
    private final Resolved records;
    private final CandidateIndex index;
    private final Frequencies frequencies;
    private final Scope scope;
    private final LinkageModel model;
    private final Weighing weighing;
    private final double indexSeconds;
    private final double trainSeconds;
    private final Map<Integer, Map<Integer, Double>> judged = new HashMap<>();

    private Engine(Linker.Settings settings) {
        this.settings = settings;
        table = settings.table();
        scope = new Scope(settings.scope(), table.size());
        long start = System.nanoTime();
        settings.progress().at(Progress.Stage.INDEX, 0, 2);
        records = new Resolved(table);
        checkCancelled();
        settings.progress().at(Progress.Stage.INDEX, 1, 2);
        CompletableFuture<Frequencies> counted =
                CompletableFuture.supplyAsync(() -> new Frequencies(records));
        index = CandidateIndex.of(records, BUDGET, LONGEST_RUN);
        frequencies = counted.join();
        checkCancelled();
        settings.progress().at(Progress.Stage.INDEX, 2, 2);
        long indexed = System.nanoTime();
        model =
                settings.model()
                        .orElseGet(() ->
                                new Trainer(records, index, frequencies, scope, settings.progress())
                                        .train());
        checkCancelled();
        weighing = Weighing.of(model);
        indexSeconds = (indexed - start) / 1e9;
        trainSeconds = (System.nanoTime() - indexed) / 1e9;
        settings.constraints().mustLink().forEach(pair -> judge(pair, JUDGED));
        settings.constraints().cannotLink().forEach(pair -> judge(pair, -JUDGED));
    }

    public static Engine of(Linker.Settings settings) {
        return new Engine(settings);
    }

    private void judge(Constraints.Pair pair, double weight) {
        int left = table.row(pair.left());
        int right = table.row(pair.right());
        if (left >= 0 && right >= 0) {
            judged.computeIfAbsent(Math.max(left, right), any -> new HashMap<>())
                    .put(Math.min(left, right), weight);
        }
    }

    private double judged(int left, int right) {
        return judged.isEmpty() ? 0 : judged.getOrDefault(right, Map.of()).getOrDefault(left, 0.0);
    }

    private void checkCancelled() {
        if (settings.progress().cancelled()) {
            throw new CancellationException("the run was ended");
        }
    }

    public LinkageModel model() {
        return model;
    }

    public LinkageStats link(PairSink sink) {
        long start = System.nanoTime();
        Scoring scoring = new Scoring(scope, settings.threads(), settings.progress());
        double least = settings.minProbability();
        Scoring.Totals totals =
                scoring.run(
                        () ->
                                new RowScorer(
                                        least > 0
                                                ? Weights.weight(least)
                                                : Double.NEGATIVE_INFINITY),
                        (left, right, weight) ->
                                sink.accept(
                                        table.id(left),
                                        table.id(right),
                                        Weights.probability(weight),
                                        weight));
        double seconds = (System.nanoTime() - start) / 1e9;
        return new LinkageStats(
                table.size(),
                totals.candidates(),
                totals.candidates(),
                totals.kept(),
                indexSeconds,
                trainSeconds,
                seconds,
                settings.threads());
    }

    public Explanation explain(int left, int right) {
        int a = Math.min(left, right);
        int b = Math.max(left, right);
        Scorer scorer = new Scorer(records, frequencies, weighing);
        return new Explainer(records, scorer).explain(a, b, weighing.prior(), judged(a, b));
    }

    /// Scores the partners of one row after another. For one thread.
    private final class RowScorer implements Scoring.Rows {
        private final CandidateIndex.Gatherer gatherer = index.gatherer(table.size());
        private final Scorer scorer = new Scorer(records, frequencies, weighing);
        private final double least;
        private int fetched;

        RowScorer(double least) {
            this.least = least;
        }

        @Override
        public int score(int row, Scoring.Found found) {
            int count = gatherer.of(row, 0, scope.partnersBefore(row));
            scorer.begin(row);
            fetched = gatherer.fetch(records.lines(), count);
            if (judged.containsKey(row)) {
                return scoreWithJudged(row, count, found);
            }
            for (int k = 0; k < count; k++) {
                score(gatherer.partner(k), row, found);
            }
            return count;
        }

        private int scoreWithJudged(int row, int count, Scoring.Found found) {
            TreeSet<Integer> partners = new TreeSet<>();
            Arrays.stream(gatherer.partners(count)).forEach(partners::add);
            judged.getOrDefault(row, Map.of()).keySet().stream()
                    .filter(other -> other < scope.partnersBefore(row))
                    .forEach(partners::add);
            partners.forEach(other -> score(other, row, found));
            return partners.size();
        }

        private void score(int left, int right, Scoring.Found found) {
            double judged = judged(left, right);
            double weight = scorer.weight(left, right, least - judged) + judged;
            if (weight >= least) {
                found.add(left, right, weight);
            }
        }
    }
}
