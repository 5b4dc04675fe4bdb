package org.nostos.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The benchmarks by name: `nostos bench NAME [OPTIONS]`. Each one's class says its command line.
public final class Main {

    private static final Map<String, Benchmark> BENCHMARKS =
            new TreeMap<>(Map.of("journal", JournalBench::main));

    /// A benchmark's own main method.
    private interface Benchmark {
        void run(String[] args) throws Exception;
    }

    private Main() {}

    public static void main(String[] args) throws Exception {
        Benchmark benchmark = args.length == 0 ? null : BENCHMARKS.get(args[0]);
        if (benchmark == null) {
            System.err.println(
                    "nostos: the benchmarks are: " + String.join(" ", BENCHMARKS.keySet()));
            System.exit(2);
            return;
        }
        benchmark.run(Arrays.copyOfRange(args, 1, args.length));
    }
}
