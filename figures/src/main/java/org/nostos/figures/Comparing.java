package org.nostos.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Difference.Aspect;
import org.nostos.figures.internal.fit.Bounds;
import org.nostos.figures.internal.fit.Parts;
import org.nostos.figures.internal.fit.Population;
import org.nostos.figures.internal.fit.Ratios;
import org.nostos.figures.internal.fit.Series;
import org.nostos.figures.internal.fit.Verbs;

/// What is found of a figure, a pair, a whole with its parts, a series: each check once, for all who keep
/// figures. Which figures are set against each other is told by their keys; whoever keeps many looks no
/// further than to the nearest of a key.
public final class Comparing {

    /// So many figures of one noun, the nearest in time, are set beside a figure.
    public static final int NEAREST = 4;

    /// So many figures of one population or event, the nearest in time, are set against a figure.
    public static final int WINDOW = 12;

    private Comparing() {}

    /// Of whom, where and by what measure a figure speaks; null when that is not known, for what is not
    /// known agrees with nothing.
    public static @Nullable String population(Figure figure) {
        return Population.key(figure);
    }

    /// The noun under which readers mistake figures for one another.
    public static String noun(Figure figure) {
        return Population.noun(figure);
    }

    /// What one source says of one happening, in people and in families; null when it is not known.
    public static @Nullable String event(Figure figure) {
        return Ratios.event(figure);
    }

    /// Whether its words claim more than happened.
    public static Optional<Finding> alone(Figure figure) {
        return Verbs.check(figure);
    }

    public static List<Finding> parts(Figure whole, List<Figure> parts) {
        return Parts.check(whole, parts);
    }

    /// What is to be said of one population in the order of its days.
    public static Optional<Finding> series(List<Figure> inOrder) {
        return Series.check(inOrder);
    }

    /// Families set against people.
    public static Optional<Finding> ratio(Figure one, Figure other) {
        if (Ratios.families(one) == Ratios.families(other)) {
            return Optional.empty();
        }
        return Ratios.families(one) ? Ratios.check(other, one) : Ratios.check(one, other);
    }

    /// Two that speak of the same and cannot both be true.
    public static Optional<Finding> contradiction(Figure one, Figure other) {
        if (!Population.differences(one, other).isEmpty()
                || Bounds.of(one.amount()).meets(Bounds.of(other.amount()))) {
            return Optional.empty();
        }
        String arithmetic = Bounds.signs(one.amount()) + " ≠ " + Bounds.signs(other.amount());
        return Optional.of(Finding.of(Finding.Kind.CONTRADICTION, List.of(one, other), arithmetic));
    }

    /// Figures of the same noun that differ in what they speak of, and in their number. A whole with its
    /// part, parts of one whole, and one population along time are compared elsewhere.
    public static Optional<Finding> apart(Figure one, Figure other) {
        List<Difference> differences = Population.differences(one, other);
        boolean overTime =
                differences.size() == 1 && differences.getFirst().aspect() == Aspect.TIME;
        if (differences.isEmpty()
                || overTime
                || related(one, other)
                || one.amount().sameNumber(other.amount())) {
            return Optional.empty();
        }
        String arithmetic = Bounds.signs(one.amount()) + " | " + Bounds.signs(other.amount());
        return Optional.of(
                Finding.of(Finding.Kind.NOT_COMPARABLE, List.of(one, other), arithmetic)
                        .differing(differences));
    }

    private static boolean related(Figure one, Figure other) {
        return one.id().equals(other.partOf())
                || other.id().equals(one.partOf())
                || (one.partOf() != null && one.partOf().equals(other.partOf()));
    }

    /// The words of a claim as a ledger keeps them, with a verb that may claim more than happened.
    public static String words(String text, Claim claim) {
        return Verbs.words(text, claim);
    }

    /// How far "about" reaches to either side, in percent.
    public static int hedge() {
        return Bounds.HEDGE.movePointRight(2).intValueExact();
    }
}
