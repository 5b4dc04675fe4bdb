package org.nostos.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.nostos.Instance;
import org.nostos.identity.LinkingRuns;

/// How fast the pages of casework come at the size of a whole war.
///
/// ```
/// ./nostos bench cases --data DIR [--list LIST.csv] [--cases 100000] [--rounds 40] [--again yes] [--from ACT]
/// ```
///
/// A DIR without an instance is filled from the list as by `bench pages`; one without cases is given
/// some. The engine sums up what waits, and then a part of the cases anew: the rate that is printed. Once
/// the search has read its index too, every page of a case and every board is asked for over loopback as
/// somebody who may open it. With `--again` every summary is worked out anew; with `--from` a fill that
/// was broken off goes on with the block of that act.
public final class CasesBench {

    /// How many summaries show the rate of a house whose summaries are all there.
    private static final int SOME = 3_000;

    private CasesBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = null;
        Path list = null;
        int cases = 100_000;
        int rounds = 40;
        boolean again = false;
        String from = "";
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--data" -> data = Path.of(args[i + 1]);
                case "--list" -> list = Path.of(args[i + 1]);
                case "--cases" -> cases = Integer.parseInt(args[i + 1]);
                case "--rounds" -> rounds = Integer.parseInt(args[i + 1]);
                case "--from" -> from = args[i + 1];
                case "--again" -> again = args[i + 1].equals("yes");
                default -> data = null;
            }
        }
        boolean isNew = data != null && !Files.isDirectory(data.resolve("secrets"));
        if (data == null || args.length % 2 != 0 || (isNew && list == null)) {
            System.err.println(
                    "usage: nostos bench cases --data DIR [--list LIST.csv] [--cases 100000]"
                            + " [--rounds 40] [--again yes]\n"
                            + "a DIR that holds no instance yet needs a list");
            System.exit(2);
            return;
        }
        try (Instance instance = Instance.start(data, 0, Map.of())) {
            if (isNew && list != null) {
                BigHouse.fill(instance, list);
                instance.bean(LinkingRuns.class).awaitIdle(Duration.ofHours(1));
            }
            CasesHouse house = new CasesHouse(instance);
            if (!house.hasCases() || !from.isEmpty()) {
                house.fill(cases, from);
            }
            house.awaitSearch();
            if (again) {
                house.touch(Integer.MAX_VALUE);
            } else if (house.waiting() == 0) {
                house.touch(SOME);
            }
            awaitSummaries(house);
            new CasesWalk(rounds).walk(instance.address());
        }
    }

    private static void awaitSummaries(CasesHouse house) {
        long waiting = house.waiting();
        long begun = System.nanoTime();
        long all = waiting;
        while (waiting > 0) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            waiting = house.waiting();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d summaries in %.1f s, %.0f a second%n",
                all,
                seconds,
                all / seconds);
    }
}
