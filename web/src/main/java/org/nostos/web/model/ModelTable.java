package org.nostos.web.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.Evidence;
import org.nostos.linkage.LinkageModel;

/// A model as a table: for each comparison its levels, how often each is seen among pairs of one person
/// and of two, and what it weighs.
public record ModelTable(double oneIn, List<Row> rows) {

    private static final String ACROSS = "_across_scripts";

    /// A comparison. `field` is the end of its field's message, null where it is of no field.
    public record Row(
            String name, @Nullable String field, boolean acrossScripts, List<Level> levels) {}

    /// A level. `code` is the end of its message, null where the engine knows no such level.
    public record Level(String name, @Nullable String code, double m, double u, Bits bits) {}

    static ModelTable of(LinkageModel model) {
        double most =
                model.comparisons().stream()
                        .flatMap(comparison -> comparison.levels().stream())
                        .mapToDouble(level -> Math.abs(level.weight()))
                        .max()
                        .orElse(1);
        return new ModelTable(
                1 / model.prior(),
                model.comparisons().stream().map(one -> row(one, most)).toList());
    }

    private static Row row(LinkageModel.Comparison comparison, double most) {
        boolean across = comparison.name().endsWith(ACROSS);
        String name =
                across
                        ? comparison
                                .name()
                                .substring(0, comparison.name().length() - ACROSS.length())
                        : comparison.name();
        boolean known = Arrays.stream(FieldRole.values()).anyMatch(r -> r.key().equals(name));
        return new Row(
                name,
                known ? name.replace('_', '-') : null,
                across,
                comparison.levels().stream().map(level -> level(level, most)).toList());
    }

    private static Level level(LinkageModel.Level level, double most) {
        boolean known =
                Arrays.stream(Evidence.Code.values())
                        .anyMatch(code -> code.key().equals(level.name()));
        return new Level(
                level.name(),
                known ? level.name() : null,
                level.m(),
                level.u(),
                new Bits(level.weight(), most));
    }
}
