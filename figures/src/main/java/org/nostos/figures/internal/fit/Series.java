package org.nostos.figures.internal.fit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;

/// One population over time: whether its figures go one way, or turn.
public final class Series {
    private static final int FEWEST = 3;

    private Series() {}

    /// What is to be said of figures of one population that have a day. A month stands where it ends: what was
    /// said of January comes after the 21st.
    public static Optional<Finding> check(List<Figure> figures) {
        List<Figure> inOrder = figures.stream().sorted(Comparator.comparing(Series::last)).toList();
        if (inOrder.size() < FEWEST) {
            return Optional.empty();
        }
        int way = step(inOrder.getFirst(), inOrder.getLast());
        List<Figure> turns = turns(inOrder, way);
        String arithmetic =
                inOrder.stream()
                        .map(figure -> Bounds.signs(figure.amount()))
                        .collect(Collectors.joining(" → "));
        return Optional.of(
                Finding.of(turns.isEmpty() ? Kind.SERIES : Kind.SERIES_TURNS, inOrder, arithmetic)
                        .turningAt(turns));
    }

    /// Both ends of each step against the way.
    private static List<Figure> turns(List<Figure> inOrder, int way) {
        Set<Figure> turns = new LinkedHashSet<>();
        for (int i = 1; i < inOrder.size(); i++) {
            Figure before = inOrder.get(i - 1);
            Figure after = inOrder.get(i);
            int step = isBefore(before, after) ? step(before, after) : 0;
            if (step != 0 && step != way) {
                turns.add(before);
                turns.add(after);
            }
        }
        return List.copyOf(turns);
    }

    private static LocalDate last(Figure figure) {
        return Objects.requireNonNull(figure.day()).last();
    }

    /// Whether it is known which came first.
    private static boolean isBefore(Figure one, Figure other) {
        return last(one).isBefore(Objects.requireNonNull(other.day()).first());
    }

    /// Up, down, or as good as level: what may be the same number is no step.
    private static int step(Figure from, Figure to) {
        if (Bounds.of(from.amount()).meets(Bounds.of(to.amount()))) {
            return 0;
        }
        BigDecimal before = from.amount().said();
        BigDecimal change = to.amount().said().subtract(before);
        BigDecimal slack = before.max(to.amount().said()).multiply(Bounds.HEDGE);
        return change.abs().compareTo(slack) <= 0 ? 0 : change.signum();
    }
}
