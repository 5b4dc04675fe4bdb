package org.nostos.cli.internal;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// One object of JSON on one line, field by field in the order they are put.
public final class JsonLine {
    private final StringBuilder text = new StringBuilder("{");

    public JsonLine put(String field, @Nullable String value) {
        name(field);
        if (value == null) {
            text.append("null");
        } else {
            quoted(value);
        }
        return this;
    }

    public JsonLine put(String field, @Nullable BigDecimal value) {
        name(field);
        text.append(value == null ? "null" : value.stripTrailingZeros().toPlainString());
        return this;
    }

    public JsonLine put(String field, long value) {
        name(field);
        text.append(value);
        return this;
    }

    /// A list of pairs of numbers: `[[0, 46]]`.
    public JsonLine putPairs(String field, Collection<int[]> pairs) {
        name(field);
        text.append('[');
        String between = "";
        for (int[] pair : pairs) {
            text.append(between)
                    .append('[')
                    .append(pair[0])
                    .append(", ")
                    .append(pair[1])
                    .append(']');
            between = ", ";
        }
        text.append(']');
        return this;
    }

    private void name(String field) {
        if (text.length() > 1) {
            text.append(", ");
        }
        quoted(field);
        text.append(": ");
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (letter < ' ' || Character.isSurrogate(letter) && alone(value, i)) {
                        text.append(String.format("\\u%04x", (int) letter));
                    } else {
                        text.append(letter);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean alone(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 >= value.length() || !Character.isLowSurrogate(value.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
