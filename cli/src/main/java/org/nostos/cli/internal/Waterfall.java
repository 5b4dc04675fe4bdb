package org.nostos.cli.internal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.Evidence;
import org.nostos.linkage.Explanation;

/// Prints why two records have their probability: the start, one line a comparison, the sum.
public final class Waterfall {
    private Waterfall() {}

    public static void print(Explanation explanation, PrintWriter out) {
        double sum = explanation.priorWeight();
        line(out, "before reading", sum, sum, "");
        for (Evidence evidence : explanation.evidence()) {
            sum += evidence.weight();
            line(out, roles(evidence), evidence.weight(), sum, sentence(evidence));
        }
        out.printf(
                Locale.ROOT,
                "%-18s %+8.2f           probability %.6f%n",
                "taken together",
                explanation.weight(),
                explanation.probability());
        out.flush();
    }

    private static String roles(Evidence evidence) {
        return evidence.roles().isEmpty()
                ? "judged"
                : evidence.roles().stream().map(FieldRole::key).collect(Collectors.joining("+"));
    }

    private static String sentence(Evidence evidence) {
        String values = shown(evidence.left()) + " | " + shown(evidence.right());
        String arguments =
                evidence.arguments().isEmpty() ? "" : " " + String.join(" ", evidence.arguments());
        return evidence.code().key() + arguments + "   " + values;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(not given)" : value;
    }

    private static void line(PrintWriter out, String what, double weight, double sum, String why) {
        out.printf(Locale.ROOT, "%-18s %+8.2f %+8.2f  %s%n", what, weight, sum, why);
    }
}
