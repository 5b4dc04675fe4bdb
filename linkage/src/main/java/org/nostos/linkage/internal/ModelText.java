package org.nostos.linkage.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.linkage.LinkageModel;

/// Writes a model as JSON and reads it back, number for number.
public final class ModelText {
    private static final String KIND = "nostos-linkage-model";

    private ModelText() {}

    public static String write(LinkageModel model) {
        StringBuilder text = new StringBuilder("{\n");
        text.append("  \"kind\": ").append(Json.quoted(KIND)).append(",\n  \"version\": 1,\n");
        text.append("  \"prior\": ").append(model.prior()).append(",\n  \"kin\": ");
        text.append(model.kin()).append(",\n  \"comparisons\": [");
        String comma = "\n";
        for (LinkageModel.Comparison comparison : model.comparisons()) {
            text.append(comma).append("    {\"name\": ").append(Json.quoted(comparison.name()));
            text.append(", \"levels\": [");
            comma = "\n";
            for (LinkageModel.Level level : comparison.levels()) {
                text.append(comma).append("      {\"name\": ").append(Json.quoted(level.name()));
                text.append(", \"m\": ")
                        .append(level.m())
                        .append(", \"u\": ")
                        .append(level.u())
                        .append(", \"kin\": ")
                        .append(level.kin())
                        .append('}');
                comma = ",\n";
            }
            text.append("\n    ]}");
        }
        return text.append("\n  ]\n}\n").toString();
    }

    public static LinkageModel parse(String json) {
        Map<?, ?> model = object(Json.read(json));
        if (!KIND.equals(model.get("kind"))) {
            throw new IllegalArgumentException("this is not a model: its kind is not " + KIND);
        }
        List<LinkageModel.Comparison> comparisons = new ArrayList<>();
        for (Object comparison : list(model.get("comparisons"))) {
            List<LinkageModel.Level> levels = new ArrayList<>();
            for (Object level : list(object(comparison).get("levels"))) {
                levels.add(level(object(level)));
            }
            comparisons.add(
                    new LinkageModel.Comparison(text(object(comparison).get("name")), levels));
        }
        double kin = model.containsKey("kin") ? number(model.get("kin")) : 0;
        return new LinkageModel(number(model.get("prior")), kin, comparisons);
    }

    private static LinkageModel.Level level(Map<?, ?> level) {
        double m = number(level.get("m"));
        double u = number(level.get("u"));
        double kin = level.containsKey("kin") ? number(level.get("kin")) : u;
        if (!(m > 0 && m <= 1 && u > 0 && u <= 1 && kin > 0 && kin <= 1)) {
            throw new IllegalArgumentException(
                    "m, u and kin lie between 0 and 1: " + m + ", " + u + ", " + kin);
        }
        return new LinkageModel.Level(text(level.get("name")), m, u, kin);
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("expected an object: " + value);
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("expected a list: " + value);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof String string) {
            return string;
        }
        throw new IllegalArgumentException("expected a text: " + value);
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("expected a number: " + value);
    }
}
