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
/// ./nostos bench link [--runs 5] --id COLUMN --truth COLUMN LIST.csv [LIST.csv …] [-- OPTIONS OF LINK]
/// ```
///
/// The truth is a column that names the person of each row. A run's time goes from the start of the
/// process to the files written, training included. Pairs never proposed are misses.
public final class LinkBench {
    private int runs = 5;
    private String id = "";
    private String truth = "";
    private final List<Path> lists = new ArrayList<>();
    private final List<String> options = new ArrayList<>();

    private LinkBench() {}

    static int run(String... args) throws IOException, InterruptedException {
        LinkBench bench = new LinkBench();
        if (!bench.understands(args)) {
            System.err.println(
                    "nostos: bench link [--runs 5] --id COLUMN --truth COLUMN LIST.csv [LIST.csv …] [-- OPTIONS OF LINK]");
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
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            seconds[run] = linkOnce(list, folder);
            if (seconds[run] < 0) {
                System.err.println("nostos: link did not end well");
                return false;
            }
            System.out.printf(Locale.ROOT, "run %d: %.3f s%n", run + 1, seconds[run]);
        }
        System.out.println(known.score(folder.resolve("pairs.csv")));
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "median %.3f s, from %.3f to %.3f, spread %.1f %%%n",
                sorted[runs / 2],
                sorted[0],
                sorted[runs - 1],
                100 * (sorted[runs - 1] - sorted[0]) / sorted[runs / 2]);
        return true;
    }

    private double linkOnce(Path list, Path folder) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseParallelGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.nostos.cli.Main",
                                "link",
                                list.toString(),
                                "--id",
                                id,
                                "--out",
                                folder.resolve("pairs.csv").toString(),
                                "--clusters",
                                folder.resolve("clusters.csv").toString()));
        command.addAll(options);
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
