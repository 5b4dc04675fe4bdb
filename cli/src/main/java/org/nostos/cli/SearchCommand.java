package org.nostos.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.cli.internal.Columns;
import org.nostos.cli.internal.ListFile;
import org.nostos.cli.internal.Refused;
import org.nostos.cli.internal.Talk;
import org.nostos.linkage.RecordTable;
import org.nostos.linkage.ResidentIndex;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nostos search`: indexes a list and answers each line of a file of names.
@Command(
        name = "search",
        description =
                "Indexes a list and answers each line of a file: a name, or a name, a tab and a birth date.",
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LIST.csv", description = "the list to search in")
    private @Nullable Path list;

    @Option(
            names = "--queries",
            required = true,
            paramLabel = "Q.tsv",
            description = "one query a line")
    private @Nullable Path queries;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "HITS.tsv",
            description = "line, rank, id, probability")
    private @Nullable Path out;

    @Option(names = "--top", defaultValue = "10", description = "hits a query, ${DEFAULT-VALUE}")
    private int top;

    @Option(names = "--id", paramLabel = "COLUMN", description = "the column with the id")
    private @Nullable String id;

    @Option(
            names = "--map",
            paramLabel = "role=column,…",
            description = "roles of columns whose heading does not say it")
    private @Nullable String map;

    @Option(
            names = "--stats",
            paramLabel = "S.json",
            description = "seconds to index, latencies in milliseconds")
    private @Nullable Path stats;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (list == null || queries == null || out == null) {
            throw Refused.wrongUsage("search needs a list, --queries and --out");
        }
        if (top < 1) {
            throw Refused.wrongUsage("--top is at least 1: " + top);
        }
        if (!Files.isRegularFile(queries)) {
            throw Refused.badData("there is no file " + queries);
        }
        Talk talk = new Talk(CommandLines.of(spec).getErr());
        long start = System.nanoTime();
        Map<String, FieldRole> roles = map == null ? Map.of() : Columns.parseMap(map);
        RecordTable.Builder builder = RecordTable.builder();
        new ListFile(list, talk).read(builder, "", Optional.ofNullable(id), roles);
        ResidentIndex index = ResidentIndex.of(builder.build());
        double indexed = (System.nanoTime() - start) / 1e9;
        double[] latencies = answer(index, queries, out);
        talk.say("%d records, %d queries".formatted(index.size(), latencies.length));
        if (stats != null) {
            Files.writeString(stats, json(indexed, latencies));
        }
        return talk.badRows() == 0 ? 0 : 1;
    }

    private double[] answer(ResidentIndex index, Path from, Path to) throws IOException {
        double[] latencies = new double[1024];
        int line = 0;
        try (BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Files.newInputStream(from), StandardCharsets.UTF_8));
                BufferedWriter hits = Files.newBufferedWriter(to)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                if (line == latencies.length) {
                    latencies = Arrays.copyOf(latencies, line * 2);
                }
                long start = System.nanoTime();
                List<ResidentIndex.Hit> found = search(index, text);
                latencies[line++] = (System.nanoTime() - start) / 1e6;
                for (int rank = 0; rank < found.size(); rank++) {
                    ResidentIndex.Hit hit = found.get(rank);
                    hits.write(
                            line
                                    + "\t"
                                    + (rank + 1)
                                    + "\t"
                                    + hit.id()
                                    + "\t"
                                    + hit.probability()
                                    + "\n");
                }
            }
        }
        return Arrays.copyOf(latencies, line);
    }

    private List<ResidentIndex.Hit> search(ResidentIndex index, String line) {
        int tab = line.indexOf('\t');
        String name = tab < 0 ? line : line.substring(0, tab);
        String born = tab < 0 ? "" : line.substring(tab + 1).strip();
        return index.search(new ResidentIndex.Query(name, born, top));
    }

    private static String json(double indexed, double[] latencies) {
        double[] sorted = latencies.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                """
                {
                  "index_seconds": %.3f,
                  "queries": %d,
                  "latency_ms": {"p50": %.3f, "p95": %.3f, "p99": %.3f, "max": %.3f}
                }
                """,
                indexed,
                sorted.length,
                at(sorted, .5),
                at(sorted, .95),
                at(sorted, .99),
                at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
