package org.nostos.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.nostos.benchmarks.JournalWriters.Run;
import org.nostos.benchmarks.JournalWriters.Work;
import org.nostos.journal.Entry;
import org.nostos.journal.ExportVerifier;
import org.nostos.journal.ExportWriter;
import org.nostos.journal.Hash;
import org.nostos.journal.JournalHead;
import org.nostos.journal.Verdict;

/// What the journal costs those who write, and how fast somebody who doubts can check it.
///
/// ```
/// ./nostos bench journal [--rounds 10] [--seconds 3] [--entries 1000000]
/// ```
///
/// *Appending.* Eight writers add facts as the serving role, on the embedded server with `fsync` on
/// and with the sequencer at work. Three ways take turns within each round: the fact alone; the fact
/// and its entry; the fact, its entry, and the foreign key and trigger that hold the law. A way's
/// cost is its time for a transaction over that of the fact alone in the same round, less one: once
/// of the time that passed, once of the processors' time that the server used, which other work on
/// the machine disturbs less. The
/// fact comes bare, as a decision that looks things up first, and as a chunk of a list. At the end the
/// journal is verified and must hold as many entries as were acknowledged.
///
/// *Verifying.* An export of that many entries is read from disk on one thread; the root that the
/// writer computed must be the one the verifier found.
public final class JournalBench {

    private static final int WRITERS = 8;
    private static final int VERIFICATIONS = 9;
    private static final int SEAL_EACH = 1000;

    /// What a transaction is made of.
    private record Shape(String text, int reads, int rows) {}

    private static final List<Shape> SHAPES =
            List.of(
                    new Shape("one row and nothing else", 0, 1),
                    new Shape("a decision, eight look-ups and one row", 8, 1),
                    new Shape("a chunk of a list, 500 rows", 0, 500));

    private JournalBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, Integer> options = options(args);
        System.out.printf(
                Locale.ROOT,
                "machine: %d processors, %s %s, Java %s%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
        Path folder = Files.createTempDirectory("nostos-bench-");
        try {
            appending(
                    folder, options.getOrDefault("rounds", 10), options.getOrDefault("seconds", 3));
            verifying(folder, options.getOrDefault("entries", 1_000_000));
        } finally {
            Folders.delete(folder);
        }
    }

    private static Map<String, Integer> options(String[] args) {
        Map<String, Integer> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i].substring(2), Integer.valueOf(args[i + 1]));
        }
        return options;
    }

    private static void appending(Path folder, int rounds, int seconds) throws Exception {
        for (Shape shape : SHAPES) {
            try (JournalWriters writers =
                    JournalWriters.open(
                            folder.resolve("rows" + shape.rows() + "-" + shape.reads()),
                            WRITERS,
                            shape.reads(),
                            shape.rows())) {
                Map<Work, List<Run>> runs = new EnumMap<>(Work.class);
                writers.run(Work.HELD, seconds);
                for (int round = 0; round < rounds; round++) {
                    for (Work work : turns(round)) {
                        Run run = writers.run(work, seconds);
                        runs.computeIfAbsent(work, w -> new ArrayList<>()).add(run);
                    }
                }
                report(shape, runs);
                System.out.println("  " + writers.proof());
            }
        }
    }

    /// The three ways, each round in another order.
    private static List<Work> turns(int round) {
        List<Work> turns = new ArrayList<>(Arrays.asList(Work.values()));
        Collections.rotate(turns, round);
        return turns;
    }

    private static void report(Shape shape, Map<Work, List<Run>> runs) {
        System.out.printf("%nappending, %d writers; a transaction: %s%n", WRITERS, shape.text());
        report("elapsed", runs, Run::elapsed);
        report("processor", runs, Run::processor);
    }

    private static void report(
            String what, Map<Work, List<Run>> runs, ToDoubleFunction<Run> microseconds) {
        double[] alone = array(runs, Work.FACT, microseconds);
        for (Work work : Work.values()) {
            double[] each = array(runs, work, microseconds);
            double[] costs = new double[each.length];
            for (int i = 0; i < each.length; i++) {
                costs[i] = 100 * (each[i] / alone[i] - 1);
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %-9s  %-30s %8.1f µs, cost %5.1f %% (%.1f to %.1f); runs %s%n",
                    what,
                    work.text(),
                    median(each),
                    median(costs),
                    Arrays.stream(costs).min().orElseThrow(),
                    Arrays.stream(costs).max().orElseThrow(),
                    Arrays.stream(each).mapToObj(x -> Long.toString(Math.round(x))).toList());
        }
    }

    private static double[] array(
            Map<Work, List<Run>> runs, Work work, ToDoubleFunction<Run> microseconds) {
        return runs.getOrDefault(work, List.of()).stream().mapToDouble(microseconds).toArray();
    }

    private static void verifying(Path folder, int entries) throws IOException {
        Path file = folder.resolve("export.txt");
        Hash root = export(file, entries);
        double[] elapsed = new double[VERIFICATIONS];
        double[] processor = new double[VERIFICATIONS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int run = 0; run < VERIFICATIONS; run++) {
            long begun = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            Verdict verdict;
            try (InputStream in = Files.newInputStream(file)) {
                verdict = ExportVerifier.verify(in);
            }
            elapsed[run] = 1e3 * entries / (System.nanoTime() - begun);
            processor[run] = 1e3 * entries / (threads.getCurrentThreadCpuTime() - used);
            if (!(verdict instanceof Verdict.Whole whole)
                    || whole.seal() == null
                    || !whole.seal().root().equals(root)) {
                throw new IllegalStateException("the verifier disagrees: " + verdict);
            }
        }
        System.out.printf(
                "%nverifying an export of %d entries (%d MB), one thread; root %s%n",
                entries, Files.size(file) >> 20, root);
        speeds("of time passed", elapsed);
        speeds("of the core's time", processor);
    }

    private static void speeds(String what, double[] millions) {
        System.out.printf(
                Locale.ROOT,
                "  M entries a second %-18s  median %.2f (%.2f to %.2f); runs %s%n",
                what,
                median(millions),
                Arrays.stream(millions).min().orElseThrow(),
                Arrays.stream(millions).max().orElseThrow(),
                Arrays.stream(millions)
                        .mapToObj(x -> String.format(Locale.ROOT, "%.2f", x))
                        .toList());
    }

    private static Hash export(Path file, int entries) throws IOException {
        JournalHead head = JournalHead.empty();
        Instant begin = Instant.parse("2026-03-01T10:00:00Z");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ExportWriter writer = new ExportWriter(out)) {
            for (int number = 1; number <= entries; number++) {
                Entry entry = entry(number, begin.plusNanos(number * 777_000L));
                writer.chained(number, head.append(entry.leaf()), entry.line());
                if (number % SEAL_EACH == 0 || number == entries) {
                    writer.seal(head.seal(entry.recordedAt()));
                }
            }
        }
        return head.root();
    }

    private static Entry entry(int number, Instant at) {
        return new Entry(
                UUID.randomUUID(),
                at,
                new UUID(3, number % 40),
                "IDENTITY_REVIEWER",
                new UUID(5, number % 6),
                "identity.judged",
                "IDENTITY_REVIEW",
                null,
                Hash.ofContent(Integer.toString(number).getBytes(StandardCharsets.UTF_8)));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
