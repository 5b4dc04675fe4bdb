package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.Constraints;
import org.nostos.linkage.Evidence;
import org.nostos.linkage.Explanation;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.LinkageStats;
import org.nostos.linkage.Linker;
import org.nostos.linkage.PairScope;
import org.nostos.linkage.PairSink;
import org.nostos.linkage.Progress;
import org.nostos.linkage.RecordTable;
import org.nostos.names.Alignment;
import org.nostos.names.Names;

/// One run: index, model, scoring.
public final class Engine {
    private static final double JUDGED = 100;

    private final Linker.Settings settings;
    private final RecordTable table;
    private final LinkageModel model;
    private final Map<String, List<Integer>> postings = new HashMap<>();

    private Engine(Linker.Settings settings) {
        this.settings = settings;
        this.table = settings.table();
        this.model = settings.model().orElseGet(this::assumed);
        index();
    }

    public static Engine of(Linker.Settings settings) {
        return new Engine(settings);
    }

    public LinkageModel model() {
        return model;
    }

    private LinkageModel assumed() {
        List<LinkageModel.Comparison> comparisons = new ArrayList<>();
        for (FieldRole role : table.roles()) {
            comparisons.add(
                    new LinkageModel.Comparison(
                            role.key(),
                            List.of(
                                    new LinkageModel.Level("same", .8, .01),
                                    new LinkageModel.Level("near", .15, .02),
                                    new LinkageModel.Level("different", .05, .97))));
        }
        return new LinkageModel(1.0 / Math.max(2, table.size()), comparisons);
    }

    private void index() {
        for (int row = 0; row < table.size(); row++) {
            for (String key : keys(row)) {
                postings.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
            }
        }
    }

    private Set<String> keys(int row) {
        Set<String> keys = new HashSet<>();
        for (FieldRole role :
                List.of(FieldRole.FULL_NAME, FieldRole.GIVEN_NAME, FieldRole.FAMILY_NAME)) {
            for (String value : table.values(row, role)) {
                keys.addAll(Names.keys(value));
            }
        }
        return keys;
    }

    public LinkageStats link(PairSink sink) {
        long start = System.nanoTime();
        long candidates = 0;
        long scored = 0;
        for (int row = 0; row < table.size(); row++) {
            if (settings.progress().cancelled()) {
                throw new CancellationException("the run was ended");
            }
            for (int other : partners(row)) {
                candidates++;
                Explanation explained = explain(other, row);
                if (explained.probability() >= settings.minProbability()) {
                    sink.accept(
                            table.id(other),
                            table.id(row),
                            explained.probability(),
                            explained.weight());
                    scored++;
                }
            }
            settings.progress().at(Progress.Stage.SCORE, row + 1L, table.size());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new LinkageStats(table.size(), candidates, scored, 0, 0, seconds, 1);
    }

    private Set<Integer> partners(int row) {
        Set<Integer> partners = new TreeSet<>();
        for (String key : keys(row)) {
            for (int other : postings.getOrDefault(key, List.of())) {
                if (other < row && inScope(other, row)) {
                    partners.add(other);
                }
            }
        }
        return partners;
    }

    private boolean inScope(int left, int right) {
        return switch (settings.scope()) {
            case PairScope.Everything everything -> true;
            case PairScope.Across across ->
                    left < across.firstRight() && right >= across.firstRight();
            case PairScope.TouchingNew touching -> right >= touching.firstNew();
        };
    }

    public Explanation explain(int left, int right) {
        double prior = Weights.weight(model.prior());
        double weight = prior;
        List<Evidence> evidence = new ArrayList<>();
        for (LinkageModel.Comparison comparison : model.comparisons()) {
            Evidence found = compare(left, right, comparison);
            evidence.add(found);
            weight += found.weight();
        }
        Constraints.Pair pair = new Constraints.Pair(table.id(left), table.id(right));
        if (settings.constraints().mustLink().contains(pair)) {
            evidence.add(judged(JUDGED, Evidence.Code.JUDGED_SAME));
            weight += JUDGED;
        }
        if (settings.constraints().cannotLink().contains(pair)) {
            evidence.add(judged(-JUDGED, Evidence.Code.JUDGED_DIFFERENT));
            weight -= JUDGED;
        }
        return new Explanation(
                table.id(left),
                table.id(right),
                prior,
                evidence,
                weight,
                Weights.probability(weight));
    }

    private static Evidence judged(double weight, Evidence.Code code) {
        return new Evidence(List.of(), weight, "", "", code, List.of(), List.of());
    }

    private Evidence compare(int left, int right, LinkageModel.Comparison comparison) {
        FieldRole role = FieldRole.ofKey(comparison.name()).orElseThrow();
        String a = String.join(", ", table.values(left, role));
        String b = String.join(", ", table.values(right, role));
        if (a.isEmpty() || b.isEmpty()) {
            return new Evidence(
                    List.of(role), 0, a, b, Evidence.Code.UNKNOWN, List.of(), List.of());
        }
        double alike = Names.similarity(a, b);
        int level = alike > .99 ? 0 : alike > .8 ? 1 : 2;
        Evidence.Code code =
                switch (level) {
                    case 0 -> Evidence.Code.SAME;
                    case 1 -> Evidence.Code.NEAR;
                    default -> Evidence.Code.DIFFERENT;
                };
        List<Alignment> letters = level == 2 ? List.of() : List.of(Names.align(a, b));
        double weight = comparison.levels().get(level).weight();
        return new Evidence(List.of(role), weight, a, b, code, List.of(), letters);
    }
}
