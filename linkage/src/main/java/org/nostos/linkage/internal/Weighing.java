package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nostos.linkage.LinkageModel;

/// A model in the form of the inner loop: a weight for each level of each facet.
final class Weighing {
    private static final Facet[] FACETS = Facet.values();

    private final double prior;
    private final double[][] weights;
    private final double[][] chances;
    private final double besideKin;
    private final double[][] weightsBesideKin;

    private Weighing(
            double prior,
            double[][] weights,
            double[][] chances,
            double besideKin,
            double[][] weightsBesideKin) {
        this.prior = prior;
        this.weights = weights;
        this.chances = chances;
        this.besideKin = besideKin;
        this.weightsBesideKin = weightsBesideKin;
    }

    /// Whether a value's frequency counts when one person is weighed against two of one household. Of
    /// what they share it does not, nor of a day of birth, which twins have in common.
    static boolean isAdjustedAmongKin(Facet facet) {
        return facet.isOwn() && facet != Facet.BIRTH_DATE;
    }

    /// Whether the model knows the case of two people of one household.
    boolean knowsKin() {
        return besideKin < Double.POSITIVE_INFINITY;
    }

    /// The logarithm of how many more pairs are of one person than of two of one household.
    double besideKin() {
        return besideKin;
    }

    /// What a level says for one person against two of one household.
    double weightBesideKin(int f, int level) {
        return weightsBesideKin[f][level];
    }

    /// What is left of a weight when another case stands against the first beside strangers: the two
    /// odds against add up.
    static double against(double strangers, double kin) {
        double least = Math.min(strangers, kin);
        return least - Weights.log2(1 + Math.pow(2, -Math.abs(strangers - kin)));
    }

    double prior() {
        return prior;
    }

    double weight(int f, int level) {
        return weights[f][level];
    }

    /// The chance that two people come to this level.
    double chance(int f, int level) {
        return chances[f][level];
    }

    /// A comparison that the model does not have weighs nothing.
    static Weighing of(LinkageModel model) {
        Map<String, LinkageModel.Comparison> byName =
                model.comparisons().stream()
                        .collect(
                                Collectors.toMap(
                                        LinkageModel.Comparison::name,
                                        Function.identity(),
                                        (a, b) -> a));
        double[][] weights = new double[FACETS.length][];
        double[][] chances = new double[FACETS.length][];
        double[][] besideKin = new double[FACETS.length][];
        for (Facet facet : FACETS) {
            weights[facet.number()] = new double[facet.levelCount() + 1];
            chances[facet.number()] = new double[facet.levelCount() + 1];
            besideKin[facet.number()] = new double[facet.levelCount() + 1];
            int level = 1;
            for (String name : facet.names()) {
                LinkageModel.Comparison comparison = byName.get(name);
                for (int i = 0; i < facet.kind().levels().size(); i++, level++) {
                    if (comparison != null) {
                        LinkageModel.Level found = level(comparison, facet.code(level).key());
                        weights[facet.number()][level] = found.weight();
                        chances[facet.number()][level] = found.u();
                        besideKin[facet.number()][level] =
                                facet.isOwn() ? Weights.log2(found.m() / found.kin()) : 0;
                    }
                }
            }
        }
        double kin =
                model.kin() > 0
                        ? Weights.log2(model.prior() / model.kin())
                        : Double.POSITIVE_INFINITY;
        return new Weighing(Weights.weight(model.prior()), weights, chances, kin, besideKin);
    }

    private static LinkageModel.Level level(LinkageModel.Comparison comparison, String name) {
        return comparison.levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the model's comparison "
                                        + comparison.name()
                                        + " has no level "
                                        + name));
    }

    /// The model that has these chances, with the facets that the table can answer.
    static LinkageModel model(Expectation found, double[][] u, boolean[] used) {
        List<LinkageModel.Comparison> comparisons = new ArrayList<>();
        for (Facet facet : FACETS) {
            if (!used[facet.number()]) {
                continue;
            }
            int level = 1;
            for (String name : facet.names()) {
                List<LinkageModel.Level> levels = new ArrayList<>();
                for (int i = 0; i < facet.kind().levels().size(); i++, level++) {
                    levels.add(
                            new LinkageModel.Level(
                                    facet.code(level).key(),
                                    found.m()[facet.number()][level],
                                    u[facet.number()][level],
                                    facet.isOwn()
                                            ? found.kin()[facet.number()][level]
                                            : found.m()[facet.number()][level]));
                }
                comparisons.add(new LinkageModel.Comparison(name, levels));
            }
        }
        return new LinkageModel(found.prior(), found.kinPrior(), comparisons);
    }
}
