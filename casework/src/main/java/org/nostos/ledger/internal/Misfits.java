package org.nostos.ledger.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.PartialDate;
import org.nostos.basics.PartialDate.Precision;
import org.nostos.figures.Amount;
import org.nostos.figures.Figure;
import org.nostos.figures.Unit;
import org.nostos.ledger.Finding;
import org.nostos.ledger.Finding.Kind;
import org.nostos.ledger.Finding.Line;
import org.nostos.ledger.Finding.Role;

/// What does not fit within one group of figures. Pure functions; what they compare is of one population,
/// one place and one unit, for their caller groups it so ([FigureGroups]).
///
/// A hedge is as wide as five of a hundred ("about"), and open where no end was said. What could be true of
/// both is no finding.
final class Misfits {

    private static final BigDecimal HEDGE = new BigDecimal("0.05");

    /// Parts that come this near to the whole were meant to make it.
    private static final BigDecimal NEAR = new BigDecimal("0.98");

    private static final BigDecimal MOST_TO_A_FAMILY = BigDecimal.valueOf(12);
    private static final int SERIES = 4;

    private Misfits() {}

    /// The least and the most that a figure may mean; no most where none was said.
    private record Reach(BigDecimal least, @Nullable BigDecimal most) {

        static Reach of(Figure figure) {
            Amount amount = figure.amount();
            BigDecimal said = amount.said();
            return switch (amount.qualifier()) {
                case EXACT, RANGE, AT_MOST, LESS_THAN -> new Reach(amount.low(), amount.high());
                case ABOUT ->
                        new Reach(
                                said.subtract(said.multiply(HEDGE)),
                                said.add(said.multiply(HEDGE)));
                case AT_LEAST, MORE_THAN, VAGUE -> new Reach(amount.low(), null);
            };
        }

        Reach plus(Reach other) {
            return new Reach(
                    least.add(other.least),
                    most == null || other.most == null ? null : most.add(other.most));
        }

        boolean isAbove(Reach other) {
            return other.most != null && least.compareTo(other.most) > 0;
        }

        boolean meets(Reach other) {
            return !isAbove(other) && !other.isAbove(this);
        }
    }

    /// A whole and what is said to be part of it.
    static List<Finding> sums(String group, Figure whole, List<Figure> parts) {
        List<Figure> counted =
                parts.stream().filter(part -> part.unit().equals(whole.unit())).toList();
        List<Finding> found = new ArrayList<>();
        Reach total = Reach.of(whole);
        for (Figure part : counted) {
            if (Reach.of(part).isAbove(total)) {
                found.add(
                        apart(
                                Kind.PART_LARGER,
                                group,
                                line(Role.PART, part),
                                line(Role.STATED, whole)));
            }
        }
        if (found.isEmpty() && counted.size() > 1) {
            Reach sum = counted.stream().map(Reach::of).reduce(Reach::plus).orElseThrow();
            if (sum.isAbove(total)) {
                found.add(sum(Kind.PARTS_EXCEED, group, whole, counted));
            } else if (total.isAbove(sum) && isNear(counted, whole)) {
                found.add(sum(Kind.PARTS_MISS, group, whole, counted));
            }
        }
        return found;
    }

    private static boolean isNear(List<Figure> parts, Figure whole) {
        return together(parts).compareTo(whole.amount().said().multiply(NEAR)) >= 0;
    }

    private static BigDecimal together(List<Figure> parts) {
        return parts.stream()
                .map(part -> part.amount().said())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Finding sum(Kind kind, String group, Figure whole, List<Figure> parts) {
        List<Line> lines = new ArrayList<>();
        parts.stream()
                .sorted(Comparator.comparing((Figure part) -> part.amount().said()).reversed())
                .forEach(part -> lines.add(line(Role.PART, part)));
        BigDecimal sum = together(parts);
        lines.add(Line.of(Role.SUM, sum));
        lines.add(line(Role.STATED, whole));
        lines.add(Line.of(Role.OFF, whole.amount().said().subtract(sum).abs()));
        return new Finding(kind, group, lines, null);
    }

    /// Two numbers side by side, and what lies between them.
    private static Finding apart(Kind kind, String group, Line one, Line other) {
        BigDecimal off = one.number().subtract(other.number()).abs();
        return new Finding(kind, group, List.of(one, other, Line.of(Role.OFF, off)), null);
    }

    private static Line line(Role role, Figure figure) {
        return new Line(role, figure.id(), figure.amount().said());
    }

    /// What was said of one population, at any time.
    static List<Finding> series(String group, List<Figure> figures) {
        List<Figure> dated =
                figures.stream()
                        .filter(figure -> figure.day() != null)
                        .sorted(Comparator.comparing(Misfits::day).thenComparing(Figure::id))
                        .toList();
        List<Finding> found = new ArrayList<>(disagreeing(group, dated));
        int way = way(dated);
        for (int i = 1; i < dated.size() && way != 0; i++) {
            Figure before = dated.get(i - 1);
            Figure after = dated.get(i);
            if (step(before, after) == -way) {
                found.add(
                        apart(
                                Kind.STEP_BACK,
                                group,
                                line(Role.BEFORE, before),
                                line(Role.AFTER, after)));
            }
        }
        return found;
    }

    private static LocalDate day(Figure figure) {
        return Objects.requireNonNull(figure.day()).first();
    }

    /// 1 up, -1 down, 0 where both may be the same.
    private static int step(Figure before, Figure after) {
        Reach first = Reach.of(before);
        Reach second = Reach.of(after);
        return second.isAbove(first) ? 1 : first.isAbove(second) ? -1 : 0;
    }

    /// Where a series of four and more goes: the way of its first to its last, if most steps go it.
    private static int way(List<Figure> dated) {
        if (dated.size() < SERIES) {
            return 0;
        }
        int way = step(dated.getFirst(), dated.getLast());
        int with = 0;
        int against = 0;
        for (int i = 1; i < dated.size(); i++) {
            int step = step(dated.get(i - 1), dated.get(i));
            with += step == way ? 1 : 0;
            against += step == -way ? 1 : 0;
        }
        return with > against ? way : 0;
    }

    /// Two that hold for the same day and cannot both be.
    private static List<Finding> disagreeing(String group, List<Figure> dated) {
        List<Finding> found = new ArrayList<>();
        for (int i = 1; i < dated.size(); i++) {
            Figure one = dated.get(i - 1);
            Figure other = dated.get(i);
            boolean sameDay = isDay(one) && isDay(other) && day(one).equals(day(other));
            if (sameDay && !Reach.of(one).meets(Reach.of(other))) {
                found.add(
                        apart(Kind.DISAGREE, group, line(Role.ONE, one), line(Role.OTHER, other)));
            }
        }
        return found;
    }

    private static boolean isDay(Figure figure) {
        PartialDate day = figure.day();
        return day != null && day.precision() == Precision.DAY;
    }

    /// Families and people of one population, in one statement.
    static List<Finding> ratios(String group, List<Figure> figures) {
        List<Finding> found = new ArrayList<>();
        for (Figure families : figures) {
            for (Figure people : figures) {
                if (families.unit() == Unit.Thing.FAMILY
                        && people.unit() == Unit.Thing.PERSON
                        && isOneStatement(families, people)) {
                    ratio(group, people, families, found);
                }
            }
        }
        return found;
    }

    private static boolean isOneStatement(Figure one, Figure other) {
        return Objects.equals(one.said().office(), other.said().office())
                && Objects.equals(one.said().outlet(), other.said().outlet())
                && Objects.equals(one.said().on(), other.said().on());
    }

    private static void ratio(String group, Figure people, Figure families, List<Finding> found) {
        BigDecimal divisor = families.amount().said();
        if (divisor.signum() == 0) {
            return;
        }
        BigDecimal each = people.amount().said().divide(divisor, 1, RoundingMode.HALF_UP);
        if (each.compareTo(MOST_TO_A_FAMILY) > 0 || each.compareTo(BigDecimal.ONE) < 0) {
            found.add(
                    new Finding(
                            Kind.RATIO,
                            group,
                            List.of(
                                    line(Role.PEOPLE, people),
                                    line(Role.FAMILIES, families),
                                    Line.of(Role.EACH, each)),
                            null));
        }
    }
}
