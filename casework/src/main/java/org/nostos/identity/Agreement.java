package org.nostos.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far two people agree who judged the same pairs without knowing of each other: a table of what
/// one said against what the other said, and what follows from it.
///
/// Raw agreement counts what agrees. Cohen's kappa (Cohen 1960, Educational and Psychological
/// Measurement 20, 37–46) takes off what chance would make agree by each side's own habits; where nearly
/// all pairs are alike it falls towards nothing although people agree. Gwet's AC1 (Gwet 2008, British
/// Journal of Mathematical and Statistical Psychology 61, 29–48) does not, and stands beside it.
/// Intervals are of 95 %: Wilson's for the raw agreement; the large-sample standard errors of Fleiss,
/// Cohen and Everitt 1969 and of Gwet 2008 for the others, cut at -1 and 1. Where all pairs agree, those
/// errors are nothing and would promise too much: the interval is then that of the raw agreement, less
/// chance.
///
/// `cells[i][j]` is how often one said the i-th verdict and the other the j-th. Immutable.
public final class Agreement {

    /// With fewer pairs than this, the numbers say little.
    public static final int FEW = 50;

    private static final double Z = 1.959964;

    private final long[][] cells;
    private final long n;

    /// A number with the interval it lies in.
    public record Measure(double value, double from, double to) {
        static Measure around(double value, double variance) {
            double half = Z * Math.sqrt(Math.max(0, variance));
            return new Measure(value, Math.max(-1, value - half), Math.min(1, value + half));
        }
    }

    public Agreement(long[][] cells) {
        this.cells = new long[cells.length][];
        long sum = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length != cells.length) {
                throw new IllegalArgumentException("the table is not square");
            }
            this.cells[i] = cells[i].clone();
            for (long cell : cells[i]) {
                sum += cell;
            }
        }
        n = sum;
    }

    /// How many pairs both judged.
    public long n() {
        return n;
    }

    /// Whether these are too few to say much.
    public boolean few() {
        return n < FEW;
    }

    public long cell(Verdict one, Verdict other) {
        return cells[one.ordinal()][other.ordinal()];
    }

    /// On how many pairs they agree.
    public long agreed() {
        long sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += cells[i][i];
        }
        return sum;
    }

    /// The share of pairs on which they agree; empty while there is none.
    public Optional<Measure> raw() {
        if (n == 0) {
            return Optional.empty();
        }
        double p = observed();
        double zz = Z * Z;
        double middle = (p + zz / (2 * n)) / (1 + zz / n);
        double half = Z / (1 + zz / n) * Math.sqrt(p * (1 - p) / n + zz / (4.0 * n * n));
        return Optional.of(new Measure(p, Math.max(0, middle - half), Math.min(1, middle + half)));
    }

    /// Cohen's kappa; empty where it is not defined, because everybody said one and the same.
    public Optional<Measure> kappa() {
        double chance = 0;
        for (int i = 0; i < cells.length; i++) {
            chance += row(i) * column(i);
        }
        if (n == 0 || chance >= 1 - 1e-12) {
            return Optional.empty();
        }
        double kappa = (observed() - chance) / (1 - chance);
        double spread = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells.length; j++) {
                double term =
                        i == j
                                ? square(1 - (row(i) + column(i)) * (1 - kappa))
                                : square(1 - kappa) * square(column(i) + row(j));
                spread += share(i, j) * term;
            }
        }
        spread -= square(kappa - chance * (1 - kappa));
        return Optional.of(beyondChance(kappa, chance, spread));
    }

    /// Gwet's AC1, among all verdicts that can be given.
    public Optional<Measure> ac1() {
        if (n == 0) {
            return Optional.empty();
        }
        int q = cells.length;
        double chance = 0;
        for (int k = 0; k < q; k++) {
            chance += both(k) * (1 - both(k)) / (q - 1);
        }
        double observed = observed();
        double ac1 = (observed - chance) / (1 - chance);
        double diagonal = 0;
        double all = 0;
        for (int k = 0; k < q; k++) {
            diagonal += share(k, k) * (1 - both(k)) / (q - 1);
            for (int l = 0; l < q; l++) {
                all += share(k, l) * square((1 - (both(k) + both(l)) / 2) / (q - 1));
            }
        }
        double spread =
                observed * (1 - observed)
                        - 4 * (1 - ac1) * (diagonal - observed * chance)
                        + 4 * square(1 - ac1) * (all - square(chance));
        return Optional.of(beyondChance(ac1, chance, spread));
    }

    /// Around a coefficient that takes off what chance makes agree.
    private Measure beyondChance(double value, double chance, double spread) {
        if (agreed() < n) {
            return Measure.around(value, spread / (n * square(1 - chance)));
        }
        double least = raw().orElseThrow().from();
        return new Measure(value, Math.max(-1, (least - chance) / (1 - chance)), 1);
    }

    private double observed() {
        return (double) agreed() / n;
    }

    private double share(int i, int j) {
        return (double) cells[i][j] / n;
    }

    private double row(int i) {
        double sum = 0;
        for (int j = 0; j < cells.length; j++) {
            sum += share(i, j);
        }
        return n == 0 ? 0 : sum;
    }

    private double column(int j) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += share(i, j);
        }
        return n == 0 ? 0 : sum;
    }

    /// How often a verdict was given, by both together.
    private double both(int k) {
        return (row(k) + column(k)) / 2;
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Agreement that && java.util.Arrays.deepEquals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.deepHashCode(cells);
    }
}
