package org.nostos.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Links lists whose truth is known, several times, each time in a process of its own.
///
/// ```
/// ./nostos bench link [--runs 5] [--beside COMMAND] --id COLUMN --truth COLUMN LIST.csv [LIST.csv …]
///     [-- OPTIONS OF LINK]
/// ```
///
/// `--beside` names a command, another engine's, that the shell runs after each of ours; so both meet
/// the same load. What it finds is for its own evaluator.
///
/// The truth is a column that names the person of each row. A run's time goes from the start of the
/// process to the files written, training included. Pairs never proposed are misses.
public final class LinkBench {
    private int runs = 5;
    private String id = "";
    private String truth = "";
    private String beside = "";
    private final List<Path> lists = new ArrayList<>();
    private final List<String> options = new ArrayList<>();

    private LinkBench() {}

    static int run(String... args) throws IOException, InterruptedException {
        LinkBench bench = new LinkBench();
        if (!bench.understands(args)) {
            System.err.println(
                    "nostos: bench link [--runs 5] [--beside COMMAND] --id COLUMN --truth COLUMN LIST.csv [LIST.csv …] [-- OPTIONS OF LINK]");
            return 2;
        }
        System.out.println(Machine.described());
        for (Path list : bench.lists) {
            if (!bench.measure(list)) {
                return 1;
            }
        }
        return 0;
    }

    private boolean understands(String... args) {
        for (int i = 0; i < args.length; i++) {
            boolean more = i + 1 < args.length;
            switch (args[i]) {
                case "--" -> {
                    options.addAll(Arrays.asList(args).subList(i + 1, args.length));
                    i = args.length;
                }
                case "--runs" ->
                        runs =
                                more && args[i + 1].matches("[1-9]\\d{0,3}")
                                        ? Integer.parseInt(args[++i])
                                        : 0;
                case "--beside" -> beside = more ? args[++i] : "";
                case "--id" -> id = more ? args[++i] : "";
                case "--truth" -> truth = more ? args[++i] : "";
                default -> lists.add(Path.of(args[i]));
            }
        }
        return runs > 0 && !id.isEmpty() && !truth.isEmpty() && !lists.isEmpty();
    }

    private boolean measure(Path list) throws IOException, InterruptedException {
        Truth known = Truth.read(list, id, truth);
        System.out.printf(
                "%ndata %s: %,d records, %,d true pairs%n",
                list.getFileName(), known.records(), known.pairs());
        Path folder = Files.createTempDirectory("nostos-bench");
        buildBefore(folder);
        double[] seconds = new double[runs];
        double[] others = new double[beside.isEmpty() ? 0 : runs];
        for (int run = 0; run < runs; run++) {
            seconds[run] = linkOnce(list, folder);
            System.out.printf(Locale.ROOT, "run %d: %.3f s%n", run + 1, seconds[run]);
            if (run < others.length) {
                others[run] = timed(List.of("sh", "-c", beside), folder);
                System.out.printf(Locale.ROOT, "  beside: %.3f s%n", others[run]);
            }
            if (seconds[run] < 0 || (run < others.length && others[run] < 0)) {
                System.err.println("nostos: a run did not end well; see " + folder);
                return false;
            }
        }
        System.out.println(known.score(folder.resolve("pairs.csv")));
        System.out.println(known.scoreClusters(folder.resolve("clusters.csv")));
        System.out.println("link: " + spread(seconds));
        if (others.length > 0) {
            System.out.println("beside: " + spread(others));
            System.out.printf(
                    Locale.ROOT,
                    "link took %.2f of the time of the command beside it%n",
                    median(seconds) / median(others));
        }
        return true;
    }

    /// What the launcher builds before its first run is no part of any run.
    private static void buildBefore(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(link());
        command.add("--help");
        timed(command, folder);
    }

    private static double median(double... seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String spread(double... seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        double first = sorted[0];
        double last = sorted[sorted.length - 1];
        return String.format(
                Locale.ROOT,
                "median %.3f s, from %.3f to %.3f, spread %.1f %%",
                median(seconds),
                first,
                last,
                100 * (last - first) / median(seconds));
    }

    private double linkOnce(Path list, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(link());
        command.addAll(
                List.of(
                        list.toString(),
                        "--id",
                        id,
                        "--out",
                        folder.resolve("pairs.csv").toString(),
                        "--clusters",
                        folder.resolve("clusters.csv").toString()));
        command.addAll(options);
        return timed(command, folder);
    }

    /// The command as a user gives it; without the launcher, the virtual machine alone.
    private static List<String> link() {
        String launcher = System.getProperty("nostos.launcher");
        return launcher != null
                ? List.of(launcher, "link")
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.nostos.cli.Main",
                        "link");
    }

    /// How long a command takes in seconds, or -1 when it does not end well.
    private static double timed(List<String> command, Path folder)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        int code = process.waitFor();
        return code == 0 ? (System.nanoTime() - start) / 1e9 : -1;
    }

    /// The machine on which it ran.
    private static final class Machine {
        static String described() {
            Runtime runtime = Runtime.getRuntime();
            return String.format(
                    Locale.ROOT,
                    "machine %s %s, %d processors, heap up to %,d MB, Java %s",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    runtime.availableProcessors(),
                    runtime.maxMemory() >> 20,
                    Runtime.version());
        }
    }
}
