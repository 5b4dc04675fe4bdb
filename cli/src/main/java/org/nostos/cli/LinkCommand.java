package org.nostos.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nostos.basics.FieldRole;
import org.nostos.cli.internal.Columns;
import org.nostos.cli.internal.ListFile;
import org.nostos.cli.internal.Machine;
import org.nostos.cli.internal.Memory;
import org.nostos.cli.internal.PairsFile;
import org.nostos.cli.internal.Refused;
import org.nostos.cli.internal.Talk;
import org.nostos.cli.internal.Waterfall;
import org.nostos.linkage.ClusterBuilder;
import org.nostos.linkage.Clusters;
import org.nostos.linkage.Constraints;
import org.nostos.linkage.LinkageModel;
import org.nostos.linkage.LinkageStats;
import org.nostos.linkage.Linker;
import org.nostos.linkage.PairScope;
import org.nostos.linkage.RecordTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nostos link`: finds the records of one list, or of two, that may be one person.
@Command(
        name = "link",
        description = {
            "Finds the records of one list, or across two, that may be one person.",
            "Rows that cannot be read are named with line and column and left out; then the exit code is 1."
        },
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {
    private static final String LEFT = "1:";
    private static final String RIGHT = "2:";

    @Parameters(
            arity = "1..2",
            paramLabel = "LEFT.csv [RIGHT.csv]",
            description = "one list, or two to link")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "PAIRS.csv",
            description = "id_l,id_r,probability,weight (bits)")
    private @Nullable Path out;

    @Option(
            names = "--clusters",
            paramLabel = "CLUSTERS.csv",
            description = "id,cluster (two lists: file,id,cluster)")
    private @Nullable Path clusters;

    @Option(names = "--id", paramLabel = "COLUMN", description = "the column with the id")
    private @Nullable String id;

    @Option(
            names = "--map",
            paramLabel = "role=column,…",
            description = "roles of columns whose heading does not say it")
    private @Nullable String map;

    @Option(
            names = "--at",
            defaultValue = "0.95",
            description = "the probability that joins, ${DEFAULT-VALUE}")
    private double at;

    @Option(
            names = "--min-probability",
            defaultValue = "0.01",
            description = "pairs below are not written, ${DEFAULT-VALUE}")
    private double minProbability;

    @Option(
            names = "--stats",
            paramLabel = "STATS.json",
            description = "counts, seconds and memory")
    private @Nullable Path stats;

    @Option(
            names = "--model",
            paramLabel = "M.json",
            description = "weigh with this model instead of training one")
    private @Nullable Path model;

    @Option(names = "--save-model", paramLabel = "M.json", description = "keep the model")
    private @Nullable Path saveModel;

    @Option(
            names = "--explain",
            paramLabel = "ID,ID",
            description = "print the evidence for and against this pair")
    private @Nullable String explain;

    @Option(names = "--threads", description = "threads to score with; all processors by default")
    private @Nullable Integer threads;

    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (out == null && clusters == null && explain == null && saveModel == null) {
            throw Refused.wrongUsage("link needs --out PAIRS.csv");
        }
        requireProbability("--at", at);
        requireProbability("--min-probability", minProbability);
        CommandLine command = CommandLines.of(spec);
        Talk talk = new Talk(command.getErr());
        Seconds seconds = new Seconds();
        talk.say(Memory.told(files));
        RecordTable table = read(talk);
        seconds.read = seconds.lap();
        Linker linker = linker(table, talk);
        LinkageModel trained = linker.model();
        if (saveModel != null) {
            Files.writeString(saveModel, trained.toJson());
        }
        if (explain != null) {
            explain(linker, table, explain, command);
        }
        if (out != null || clusters != null) {
            run(linker, table, talk, seconds);
        }
        talk.clear();
        return talk.badRows() == 0 ? 0 : 1;
    }

    private static void requireProbability(String option, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw Refused.wrongUsage(option + " is a probability between 0 and 1: " + value);
        }
    }

    private boolean isTwo() {
        return files.size() == 2;
    }

    private RecordTable read(Talk talk) {
        Map<String, FieldRole> roles = map == null ? Map.of() : Columns.parseMap(map);
        RecordTable.Builder builder = RecordTable.builder();
        new ListFile(files.getFirst(), talk)
                .read(builder, isTwo() ? LEFT : "", Optional.ofNullable(id), roles);
        firstRight = builder.size();
        if (isTwo()) {
            new ListFile(files.getLast(), talk)
                    .read(builder, RIGHT, Optional.ofNullable(id), roles);
        }
        return builder.build();
    }

    private int firstRight;

    private Linker linker(RecordTable table, Talk talk) throws IOException {
        Linker linker =
                Linker.of(table).withMinProbability(minProbability).withProgress(talk.progress());
        if (isTwo()) {
            linker = linker.withScope(PairScope.across(firstRight));
        }
        if (threads != null) {
            if (threads < 1) {
                throw Refused.wrongUsage("--threads is at least 1: " + threads);
            }
            linker = linker.withThreads(threads);
        }
        return model == null ? linker : linker.withModel(readModel(model));
    }

    private static LinkageModel readModel(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Refused.badData("there is no model " + path);
        }
        try {
            return LinkageModel.parse(Files.readString(path));
        } catch (IllegalArgumentException e) {
            throw Refused.badData(path + ": cannot be read as a model: " + e.getMessage());
        }
    }

    private void explain(Linker linker, RecordTable table, String pair, CommandLine command) {
        int comma = pair.indexOf(',');
        String left = comma < 0 ? "" : (isTwo() ? LEFT : "") + pair.substring(0, comma).strip();
        String right = comma < 0 ? "" : (isTwo() ? RIGHT : "") + pair.substring(comma + 1).strip();
        if (table.row(left) < 0 || table.row(right) < 0 || left.equals(right)) {
            throw Refused.badData(
                    "--explain takes the ids of two records, ID,ID; at least one is not in the list");
        }
        Waterfall.print(linker.explain(left, right), command.getOut());
    }

    private void run(Linker linker, RecordTable table, Talk talk, Seconds seconds)
            throws IOException {
        ClusterBuilder builder = ClusterBuilder.of(table, Constraints.none(), at);
        seconds.lap();
        LinkageStats done;
        try (Pairs pairs = Pairs.to(out, isTwo())) {
            done =
                    linker.link((left, right, probability, weight) -> {
                        if (clusters != null) {
                            builder.accept(left, right, probability, weight);
                        }
                        pairs.write(left, right, probability, weight);
                    });
        }
        seconds.score = seconds.lap();
        if (clusters != null) {
            Clusters found = builder.build();
            seconds.cluster = seconds.lap();
            write(found, clusters);
            seconds.write = seconds.lap();
        }
        talk.say(
                "%d records, %d pairs looked at, %d written"
                        .formatted(done.records(), done.candidates(), done.kept()));
        if (stats != null) {
            Files.writeString(stats, json(done, seconds));
        }
    }

    private void write(Clusters found, Path path) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(path, StandardCharsets.UTF_8)) {
            if (isTwo()) {
                csv.writeRecord("file", "id", "cluster");
            } else {
                csv.writeRecord("id", "cluster");
            }
            for (String record : found.ids()) {
                String cluster = found.clusterOf().getOrDefault(record, record);
                if (isTwo()) {
                    Path file = record.startsWith(LEFT) ? files.getFirst() : files.getLast();
                    csv.writeRecord(file.toString(), record.substring(LEFT.length()), cluster);
                } else {
                    csv.writeRecord(record, cluster);
                }
            }
        }
    }

    private static String json(LinkageStats done, Seconds seconds) {
        return String.format(
                Locale.ROOT,
                """
                {
                  "records": %d,
                  "candidates": %d,
                  "scored": %d,
                  "seconds": {
                    "read": %.3f, "index": %.3f, "train": %.3f, "score": %.3f, "cluster": %.3f, "write": %.3f,
                    "total": %.3f
                  },
                  "peak_rss_bytes": %d,
                  "threads": %d
                }
                """,
                done.records(),
                done.candidates(),
                done.scored(),
                seconds.read,
                done.indexSeconds(),
                done.trainSeconds(),
                seconds.score,
                seconds.cluster,
                seconds.write,
                Machine.secondsSinceStart(),
                Machine.peakMemory(),
                done.threads());
    }

    /// Seconds of the stages, measured lap by lap. Pairs are written while they are scored.
    private static final class Seconds {
        private long last = System.nanoTime();
        private double read;
        private double score;
        private double cluster;
        private double write;

        double lap() {
            long now = System.nanoTime();
            double lap = (now - last) / 1e9;
            last = now;
            return lap;
        }
    }

    /// Writes pairs as they come.
    private static final class Pairs implements AutoCloseable {
        private final @Nullable PairsFile file;
        private final int prefix;

        private Pairs(@Nullable PairsFile file, int prefix) {
            this.file = file;
            this.prefix = prefix;
        }

        static Pairs to(@Nullable Path path, boolean two) throws IOException {
            if (path == null) {
                return new Pairs(null, 0);
            }
            return new Pairs(new PairsFile(path), two ? LEFT.length() : 0);
        }

        void write(String left, String right, double probability, double weight) {
            if (file != null) {
                file.write(left.substring(prefix), right.substring(prefix), probability, weight);
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
