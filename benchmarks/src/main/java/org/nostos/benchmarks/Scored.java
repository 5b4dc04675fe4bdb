package org.nostos.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Pairs handed on, beside the truth: how precise and how complete they are at each threshold, and
/// whether their probabilities are what they say.
final class Scored {
    private static final double[] THRESHOLDS = {.01, .1, .5, .9, .95, .99};
    private static final int PARTS = 10;

    private final List<Proposed> proposed;
    private final long pairs;

    /// A pair handed on, and whether it is one person.
    record Proposed(double probability, boolean right) {}

    /// @param pairs the pairs that there are in truth; those not handed on are misses
    Scored(List<Proposed> proposed, long pairs) {
        this.proposed =
                proposed.stream()
                        .sorted(Comparator.comparingDouble(Proposed::probability).reversed())
                        .toList();
        this.pairs = pairs;
    }

    String report() {
        StringBuilder text = new StringBuilder(best());
        text.append("\n threshold  precision  recall      F1");
        for (double threshold : THRESHOLDS) {
            text.append('\n').append(at(threshold));
        }
        text.append(String.format(Locale.ROOT, "%nBrier score %.4f%n", brier()));
        return text.append(" probability  said   true   pairs").append(calibration()).toString();
    }

    /// The best balance of precision and recall over all thresholds, and the recall that is left at a
    /// precision of 0.99.
    private String best() {
        double bestF1 = 0;
        double threshold = 1;
        double atPrecision99 = 0;
        long right = 0;
        for (int i = 0; i < proposed.size(); i++) {
            right += proposed.get(i).right ? 1 : 0;
            boolean tied =
                    i + 1 < proposed.size()
                            && proposed.get(i + 1).probability == proposed.get(i).probability;
            if (tied) {
                continue;
            }
            double f1 = 2.0 * right / (i + 1 + pairs);
            if (f1 > bestF1) {
                bestF1 = f1;
                threshold = proposed.get(i).probability;
            }
            if (right >= .99 * (i + 1)) {
                atPrecision99 = Math.max(atPrecision99, (double) right / pairs);
            }
        }
        return String.format(
                Locale.ROOT,
                "correctness: edge F1 %.4f at %.4f, recall %.4f at precision 0.99, ceiling %.4f, %,d pairs",
                bestF1,
                threshold,
                atPrecision99,
                (double) right / pairs,
                proposed.size());
    }

    private String at(double threshold) {
        long found = proposed.stream().filter(pair -> pair.probability >= threshold).count();
        long right = proposed.stream().limit(found).filter(Proposed::right).count();
        return String.format(
                Locale.ROOT,
                "%10.2f  %9.4f  %6.4f  %6.4f",
                threshold,
                found == 0 ? 1 : (double) right / found,
                (double) right / pairs,
                2.0 * right / (found + pairs));
    }

    /// How far off the probabilities are, squared and on average, over the pairs handed on (Brier
    /// 1950).
    private double brier() {
        return proposed.stream()
                .mapToDouble(pair -> Math.pow(pair.probability - (pair.right ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    private String calibration() {
        StringBuilder text = new StringBuilder();
        for (int part = 0; part < PARTS; part++) {
            double from = (double) part / PARTS;
            double to = part + 1 == PARTS ? 1.1 : (part + 1.0) / PARTS;
            List<Proposed> in =
                    proposed.stream()
                            .filter(pair -> pair.probability >= from && pair.probability < to)
                            .toList();
            if (!in.isEmpty()) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%n  %.1f to %.1f  %.3f  %.3f  %,d",
                                from,
                                Math.min(1, to),
                                in.stream().mapToDouble(Proposed::probability).average().orElse(0),
                                (double) in.stream().filter(Proposed::right).count() / in.size(),
                                in.size()));
            }
        }
        return text.toString();
    }
}
