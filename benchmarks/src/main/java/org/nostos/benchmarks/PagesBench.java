package org.nostos.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.nostos.Instance;
import org.nostos.identity.LinkingRuns;

/// How fast the main pages come at the size of a whole war.
///
/// ```
/// ./nostos bench pages --data DIR [--list LIST.csv] [--rounds 40]
/// ```
///
/// A DIR without an instance is filled first, from a list with usual headings, by the roads that real
/// lists take. Then the pages are asked for over loopback, one after the other, as somebody who is
/// signed in; a time runs from the request to the last byte.
public final class PagesBench {

    private PagesBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = null;
        Path list = null;
        int rounds = 40;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--data" -> data = Path.of(args[i + 1]);
                case "--list" -> list = Path.of(args[i + 1]);
                case "--rounds" -> rounds = Integer.parseInt(args[i + 1]);
                default -> data = null;
            }
        }
        boolean isNew = data != null && !Files.isDirectory(data.resolve("secrets"));
        if (data == null || args.length % 2 != 0 || (isNew && list == null)) {
            System.err.println(
                    "usage: nostos bench pages --data DIR [--list LIST.csv] [--rounds 40]\n"
                            + "a DIR that holds no instance yet needs a list");
            System.exit(2);
            return;
        }
        try (Instance instance = Instance.start(data, 0, Map.of())) {
            if (isNew && list != null) {
                BigHouse.fill(instance, list);
            }
            long begun = System.nanoTime();
            instance.bean(LinkingRuns.class).awaitIdle(Duration.ofHours(1));
            System.out.printf(
                    Locale.ROOT, "ready after %.1f s%n", (System.nanoTime() - begun) / 1e9);
            new PageWalk(rounds).walk(instance.address());
        }
    }
}
