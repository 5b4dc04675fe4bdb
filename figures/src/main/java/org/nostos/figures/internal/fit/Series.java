package org.nostos.figures.internal.fit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;

/// One population over time: whether its figures go one way, or turn.
public final class Series {
    private static final int FEWEST = 3;
    private static final BigDecimal SLACK = new BigDecimal("0.05");

    private Series() {}

    /// What is to be said of figures of one population in the order of their days.
    public static Optional<Finding> check(List<Figure> inOrder) {
        if (inOrder.size() < FEWEST) {
            return Optional.empty();
        }
        int way = step(inOrder.getFirst(), inOrder.getLast());
        boolean turns = false;
        for (int i = 1; i < inOrder.size(); i++) {
            int step = step(inOrder.get(i - 1), inOrder.get(i));
            turns |= step != 0 && step != way;
        }
        String arithmetic =
                inOrder.stream()
                        .map(figure -> Bounds.signs(figure.amount()))
                        .collect(Collectors.joining(" → "));
        return Optional.of(
                Finding.of(turns ? Kind.SERIES_TURNS : Kind.SERIES, inOrder, arithmetic));
    }

    /// Up, down, or as good as level.
    private static int step(Figure from, Figure to) {
        BigDecimal before = from.amount().said();
        BigDecimal change = to.amount().said().subtract(before);
        BigDecimal slack = before.max(to.amount().said()).multiply(SLACK);
        return change.abs().compareTo(slack) <= 0 ? 0 : change.signum();
    }
}
