package org.nostos.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nostos.figures.Article;
import org.nostos.figures.Claim;
import org.nostos.figures.Reports;
import org.nostos.figures.Span;
import org.nostos.figures.UnreadableReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures what is read out of reports against what a reader marked in them.
///
/// ```
/// ./nostos bench figures --labels LABELS.jsonl FOLDER
/// ```
///
/// A claim is found where a read span overlaps the marked one, or a repeat of it, and low and high agree.
/// Each read figure answers one mark; a second on a repeat is no false alarm. Marks that are optional are
/// no misses. Place and speaker agree when half of the fewer words are shared, or both are unknown.
public final class FiguresBench {

    /// One figure that a reader marked.
    private record Mark(JsonNode line) {
        boolean optional() {
            return line.path("optional").asBoolean(false);
        }

        boolean sameNumber(Claim claim) {
            return same("low", claim.amount().low()) && same("high", claim.amount().high());
        }

        private boolean same(String field, @Nullable BigDecimal number) {
            JsonNode value = line.path(field);
            return number == null
                    ? value.isNull() || value.isMissingNode()
                    : value.isNumber() && value.decimalValue().compareTo(number) == 0;
        }

        boolean isAt(Span span) {
            return own().overlaps(span) || isRepeat(span);
        }

        boolean isRepeat(Span span) {
            for (JsonNode again : line.path("also")) {
                if (new Span(again.get(0).asInt(), again.get(1).asInt()).overlaps(span)) {
                    return true;
                }
            }
            return false;
        }

        private Span own() {
            return new Span(line.path("start").asInt(), line.path("end").asInt());
        }

        boolean hasCategory(String category) {
            return oneOf("category", "alt_category", category);
        }

        boolean hasQualifier(String qualifier) {
            return oneOf("qualifier", "alt_qualifier", qualifier);
        }

        private boolean oneOf(String field, String others, String value) {
            for (JsonNode other : line.path(others)) {
                if (other.asString().equals(value)) {
                    return true;
                }
            }
            return line.path(field).asString().equals(value);
        }

        @Nullable String text(String field) {
            JsonNode value = line.path(field);
            return value.isNull() || value.isMissingNode() ? null : value.asString();
        }
    }

    /// How often each thing was right.
    private static final class Tally {
        private int wanted;
        private int hit;
        private int read;
        private int rightlyRead;
        private final Map<String, Integer> right = new LinkedHashMap<>();

        void count(String what, boolean agrees) {
            right.merge(what, agrees ? 1 : 0, Integer::sum);
        }
    }

    private final Tally tally = new Tally();

    private FiguresBench() {}

    static void main(String... args) throws IOException {
        if (args.length != 3 || !args[0].equals("--labels")) {
            System.err.println("nostos: bench figures --labels LABELS.jsonl FOLDER");
            System.exit(2);
        }
        Map<String, List<Mark>> marks = marks(Path.of(args[1]));
        FiguresBench bench = new FiguresBench();
        for (Map.Entry<String, List<Mark>> document : marks.entrySet()) {
            bench.measure(Path.of(args[2], document.getKey()), document.getValue());
        }
        bench.tell();
    }

    private static Map<String, List<Mark>> marks(Path file) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Map<String, List<Mark>> found = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                Mark mark = new Mark(json.readTree(line));
                found.computeIfAbsent(mark.line.path("doc").asString(), _ -> new ArrayList<>())
                        .add(mark);
            }
        }
        return found;
    }

    private void measure(Path report, List<Mark> marks) throws IOException {
        List<Claim> claims;
        long begun = System.nanoTime();
        try {
            claims = new ArrayList<>(Reports.read(Article.read(report).text()));
        } catch (UnreadableReport e) {
            System.err.println("nostos: " + report.getFileName() + ": " + e.getMessage());
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d figures in %.1f ms%n",
                report.getFileName(),
                claims.size(),
                (System.nanoTime() - begun) / 1e6);
        Set<Claim> answered = new HashSet<>();
        for (Mark mark : marks) {
            Claim claim = answering(mark, claims, answered);
            tally.wanted += mark.optional() ? 0 : 1;
            if (claim != null) {
                answered.add(claim);
                tally.hit += mark.optional() ? 0 : 1;
                compare(mark, claim);
            } else if (!mark.optional()) {
                System.out.println("  missed: " + mark.text("quote"));
            }
        }
        for (Claim claim : claims) {
            boolean again =
                    marks.stream().anyMatch(m -> m.sameNumber(claim) && m.isRepeat(claim.at()));
            if (!answered.contains(claim) && !again) {
                System.out.println("  false alarm: " + claim.quote());
                tally.read++;
            }
        }
        tally.read += answered.size();
        tally.rightlyRead += answered.size();
    }

    private static @Nullable Claim answering(Mark mark, List<Claim> claims, Set<Claim> answered) {
        for (Claim claim : claims) {
            if (!answered.contains(claim) && mark.sameNumber(claim) && mark.isAt(claim.at())) {
                return claim;
            }
        }
        return null;
    }

    private void compare(Mark mark, Claim claim) {
        tally.count("category", mark.hasCategory(claim.category().word()));
        tally.count("attribution", alike(mark.text("attributed_to"), claim.attributedTo()));
        tally.count("place", alike(mark.text("place"), claim.place()));
        tally.count("qualifier", mark.hasQualifier(claim.amount().qualifier().word()));
        tally.count("unit", claim.unit().word().equals(mark.text("unit")));
        tally.count("origin", alike(mark.text("origin"), claim.origin()));
    }

    private static boolean alike(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        Set<String> here = words(one);
        Set<String> there = words(other);
        int fewer = Math.min(here.size(), there.size());
        here.retainAll(there);
        return here.size() >= Math.max(1, fewer / 2.0);
    }

    private static Set<String> words(String text) {
        Set<String> found =
                new HashSet<>(
                        Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
        found.removeAll(
                Set.of(
                        "", "the", "of", "in", "at", "and", "from", "to", "a", "an", "s", "by",
                        "via"));
        return found;
    }

    private void tell() {
        System.out.printf(
                Locale.ROOT,
                "recall %.3f (%d of %d)  precision %.3f (%d of %d)%n",
                tally.hit / (double) tally.wanted,
                tally.hit,
                tally.wanted,
                tally.rightlyRead / (double) tally.read,
                tally.rightlyRead,
                tally.read);
        tally.right.forEach((what, right) ->
                System.out.printf(
                        Locale.ROOT, "%s %.3f%n", what, right / (double) tally.rightlyRead));
    }
}
