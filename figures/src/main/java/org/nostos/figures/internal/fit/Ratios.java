package org.nostos.figures.internal.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;
import org.nostos.figures.Unit;

/// Persons to a family. Families and people that one source gives for one event have to go together.
public final class Ratios {
    private static final BigDecimal MOST = BigDecimal.TEN;

    private Ratios() {}

    /// The event of which people and families were counted, as a key; null when it is not known.
    public static @Nullable String event(Figure figure) {
        String source = figure.said().source();
        if (source == null || !(families(figure) || figure.unit() == Unit.Thing.PERSON)) {
            return null;
        }
        return source
                + "|"
                + figure.category().word()
                + "|"
                + Population.plain(figure.place())
                + "|"
                + (figure.day() == null ? "" : figure.day().original());
    }

    public static boolean families(Figure figure) {
        return figure.unit() == Unit.Thing.FAMILY || figure.unit() == Unit.Thing.HOUSEHOLD;
    }

    /// A finding when there are fewer persons than families, or more than ten to each.
    public static Optional<Finding> check(Figure people, Figure families) {
        BigDecimal each = families.amount().said();
        if (each.signum() == 0
                || people.amount().high() == null
                || families.amount().high() == null) {
            return Optional.empty();
        }
        BigDecimal ratio = people.amount().said().divide(each, 1, RoundingMode.HALF_UP);
        if (ratio.compareTo(MOST) <= 0 && ratio.compareTo(BigDecimal.ONE) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                        Kind.UNLIKELY_RATIO,
                        List.of(people, families),
                        Bounds.signs(people.amount())
                                + " / "
                                + Bounds.signs(families.amount())
                                + " = "
                                + ratio.toPlainString()));
    }
}
