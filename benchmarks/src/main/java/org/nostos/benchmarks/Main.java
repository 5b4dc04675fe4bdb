package org.nostos.benchmarks;

import java.util.Arrays;
import java.util.List;

/// The way in to the benchmarks: `./nostos bench NAME …`.
public final class Main {
    private static final List<String> NAMES = List.of("link");

    private Main() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        if (!NAMES.contains(name)) {
            System.err.println(
                    "nostos: there is no benchmark '"
                            + name
                            + "'. The benchmarks are: "
                            + String.join(" ", NAMES));
            System.exit(2);
        }
        System.exit(LinkBench.run(Arrays.copyOfRange(args, 1, args.length)));
    }
}
