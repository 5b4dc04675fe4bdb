package org.nostos.figures.internal.fit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nostos.figures.Figure;
import org.nostos.figures.Finding;
import org.nostos.figures.Finding.Kind;
import org.nostos.figures.Qualifier;

/// Sets parts against their whole.
///
/// Parts add up only along one line of division: nationalities with nationalities, women with children,
/// names with names. Parts of one line that come to far less than the whole are not all the parts there
/// are, and nothing is said of them.
public final class Parts {
    private static final BigDecimal NEARLY_ALL = BigDecimal.ONE.subtract(Bounds.HEDGE);

    private enum Line {
        ORIGIN,
        CATEGORY,
        COUNTED
    }

    private Parts() {}

    public static List<Finding> check(Figure whole, List<Figure> parts) {
        List<Finding> found = new ArrayList<>();
        Map<Line, List<Figure>> lines = new LinkedHashMap<>();
        for (Figure part : parts) {
            if (part.unit().equals(whole.unit())) {
                lines.computeIfAbsent(line(part, whole), _ -> new ArrayList<>()).add(part);
                found.add(single(whole, part));
            }
        }
        together(whole, lines);
        for (List<Figure> line : lines.values()) {
            if (line.size() > 1) {
                sum(whole, line, found);
            }
        }
        return found;
    }

    /// "250 are men and 160 women" divides along one line, though only the women have a category of their own:
    /// where both lines together come near the whole, they are one.
    private static void together(Figure whole, Map<Line, List<Figure>> lines) {
        List<Figure> all = new ArrayList<>(lines.getOrDefault(Line.COUNTED, List.of()));
        all.addAll(lines.getOrDefault(Line.CATEGORY, List.of()));
        BigDecimal said =
                all.stream()
                        .map(part -> part.amount().said())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = whole.amount().said();
        BigDecimal off = said.subtract(total).abs();
        if (lines.containsKey(Line.COUNTED)
                && lines.containsKey(Line.CATEGORY)
                && off.compareTo(total.multiply(Bounds.HEDGE)) <= 0) {
            lines.put(Line.COUNTED, all);
            lines.remove(Line.CATEGORY);
        }
    }

    private static Line line(Figure part, Figure whole) {
        if (part.origin() != null && !part.origin().equals(whole.origin())) {
            return Line.ORIGIN;
        }
        return part.category() == whole.category() ? Line.COUNTED : Line.CATEGORY;
    }

    private static Finding single(Figure whole, Figure part) {
        boolean larger = Bounds.of(part.amount()).isAbove(Bounds.of(whole.amount()));
        return Finding.of(
                larger ? Kind.PART_LARGER_THAN_WHOLE : Kind.PART_FITS,
                List.of(whole, part),
                Bounds.signs(part.amount())
                        + (larger ? " > " : " ⊂ ")
                        + Bounds.signs(whole.amount()));
    }

    private static void sum(Figure whole, List<Figure> parts, List<Finding> found) {
        Bounds together = new Bounds(BigDecimal.ZERO, BigDecimal.ZERO);
        BigDecimal said = BigDecimal.ZERO;
        for (Figure part : parts) {
            together = together.plus(Bounds.of(part.amount()));
            said = said.add(part.amount().said());
        }
        BigDecimal off = said.subtract(whole.amount().said());
        boolean meets = together.meets(Bounds.of(whole.amount()));
        boolean notAll = !meets && said.compareTo(whole.amount().said().multiply(NEARLY_ALL)) < 0;
        if (notAll) {
            return;
        }
        List<Figure> all = new ArrayList<>(parts);
        all.addFirst(whole);
        found.add(
                Finding.of(
                        meets ? Kind.ADDS_UP : Kind.DOES_NOT_ADD_UP,
                        all,
                        arithmetic(parts, said, whole, off, meets)));
    }

    private static String arithmetic(
            List<Figure> parts, BigDecimal said, Figure whole, BigDecimal off, boolean meets) {
        String left =
                parts.stream()
                        .map(part -> Bounds.signs(part.amount()))
                        .collect(Collectors.joining(" + "));
        boolean exact = parts.stream().allMatch(p -> p.amount().qualifier() == Qualifier.EXACT);
        String total = Bounds.signs(whole.amount());
        boolean exactly = whole.amount().qualifier() == Qualifier.EXACT;
        boolean about = whole.amount().qualifier() == Qualifier.ABOUT;
        if (meets && off.signum() == 0 && (exact ? exactly : about)) {
            return left + " = " + total;
        }
        String sum = left + (exact ? " = " : " ≈ ") + Bounds.number(said);
        String sign = off.signum() < 0 ? "−" : "+";
        return sum
                + (meets ? " ≈ " : " ≠ ")
                + total
                + (off.signum() == 0 ? "" : " (" + sign + Bounds.number(off.abs()) + ")");
    }
}
