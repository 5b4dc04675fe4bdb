package org.nostos.benchmarks;

import java.util.Arrays;
import java.util.List;

/// The way in to the benchmarks: `./nostos bench NAME …`.
public final class Main {
    private static final List<String> NAMES =
            List.of(
                    "link", "search", "names", "intake", "pages", "cases", "journal", "figures",
                    "ledger");

    private Main() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (name) {
            case "link" -> System.exit(LinkBench.run(rest));
            case "names" -> System.exit(NamesBench.run(rest));
            case "intake" -> IntakeBench.main(rest);
            case "search" -> SearchBench.main(rest);
            case "pages" -> PagesBench.main(rest);
            case "cases" -> CasesBench.main(rest);
            case "journal" -> JournalBench.main(rest);
            case "figures" -> FiguresBench.main(rest);
            case "ledger" -> LedgerBench.main(rest);
            default -> {
                System.err.println(
                        "nostos: there is no benchmark '"
                                + name
                                + "'. The benchmarks are: "
                                + String.join(" ", NAMES));
                System.exit(2);
            }
        }
    }
}
