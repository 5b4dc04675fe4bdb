package org.nostos.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.nostos.Instance;

/// How fast the pages of the ledger come when a whole war has been talked about.
///
/// ```
/// ./nostos bench ledger --data DIR [--figures 100000] [--rounds 40]
/// ```
///
/// A DIR without an instance is given one of its own, with invented figures of hundreds of populations,
/// entered, sourced, reviewed and published as acts of two analysts, and what does not fit among them worked
/// out. Every page is then asked for over loopback, first some rounds that are not counted; and some figures
/// are published one by one.
public final class LedgerBench {

    private LedgerBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = null;
        int figures = 100_000;
        int rounds = 40;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--data" -> data = Path.of(args[i + 1]);
                case "--figures" -> figures = Integer.parseInt(args[i + 1]);
                case "--rounds" -> rounds = Integer.parseInt(args[i + 1]);
                default -> data = null;
            }
        }
        if (data == null || args.length % 2 != 0) {
            System.err.println(
                    "usage: nostos bench ledger --data DIR [--figures 100000] [--rounds 40]");
            System.exit(2);
            return;
        }
        try (Instance instance =
                Instance.start(data, 0, Map.of("nostos.api.per-minute", "100000"))) {
            LedgerHouse house = new LedgerHouse(instance);
            if (!house.isFilled()) {
                house.fill(figures);
            }
            new LedgerWalk(rounds).walk(instance.address());
            house.publish(rounds);
        }
    }
}
