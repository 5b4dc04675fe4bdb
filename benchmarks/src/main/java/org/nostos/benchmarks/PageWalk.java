package org.nostos.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Asks for the main pages again and again and says how long they took.
final class PageWalk {

    private static final int WARM_UP = 5;

    private final int rounds;
    private boolean slow;

    PageWalk(int rounds) {
        this.rounds = rounds;
    }

    /// One request of a round.
    private interface Asking {
        String ask(int round) throws IOException, InterruptedException;
    }

    void walk(URI house) throws IOException, InterruptedException {
        System.out.printf(
                "%-34s %8s %8s %8s %8s  ms, %d times%n",
                "page", "p50", "p95", "p99", "max", rounds);
        Browsing reviewer = Browsing.as(house, BigHouse.REVIEWER);
        List<String> names = names(reviewer);
        List<String> people =
                Browsing.on(search(reviewer, names.getFirst()), "/people/([0-9a-f-]{36})\"");
        List<String> proposals = Browsing.on(reviewer.get("/review"), "/review/([0-9a-f-]{36})");
        List<String> versions = Browsing.on(reviewer.get("/lists"), "/lists/([0-9a-f-]{36})\"");
        time("overview", round -> reviewer.get("/"));
        time("people: empty", round -> reviewer.get("/people"));
        time("people: a whole name", round -> search(reviewer, of(names, round)));
        time("people: a name half typed", round -> typed(reviewer, half(of(names, round))));
        time("people: two letters", round -> typed(reviewer, of(names, round).substring(0, 2)));
        time("people: a year", round -> search(reviewer, Integer.toString(1950 + round % 50)));
        time("people: a number", round -> typed(reviewer, "N-2026-%05d".formatted(round)));
        time("person", round -> reviewer.get("/people/" + of(people, round)));
        time("review queue", round -> reviewer.get("/review"));
        if (!proposals.isEmpty()) {
            time("review: a pair", round -> reviewer.get("/review/" + of(proposals, round)));
        }
        time("lists", round -> reviewer.get("/lists"));
        if (!versions.isEmpty()) {
            time("list", round -> reviewer.get("/lists/" + of(versions, round)));
        }
        time("journal", round -> reviewer.get("/journal"));
        Browsing state = Browsing.as(house, BigHouse.STATE);
        time("a state: overview", round -> state.get("/"));
        time("a state: people", round -> search(state, of(names, round)));
        time("a state: lists", round -> state.get("/lists"));
        System.out.println(slow ? "some pages: p95 above 150 ms" : "every page: p95 within 150 ms");
    }

    private void time(String page, Asking asking) throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            long begun = System.nanoTime();
            asking.ask(round + WARM_UP);
            if (round >= 0) {
                millis[round] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        slow |= at(millis, .95) > 150;
        System.out.printf(
                Locale.ROOT,
                "%-34s %8.1f %8.1f %8.1f %8.1f%n",
                page,
                at(millis, .5),
                at(millis, .95),
                at(millis, .99),
                at(millis, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /// Names as records give them, of people found by their year of birth.
    private static List<String> names(Browsing reviewer) throws IOException, InterruptedException {
        return Browsing.on(search(reviewer, "1985"), "<bdi[^>]*>([^<]{6,60})</bdi>");
    }

    private static String search(Browsing who, String asked)
            throws IOException, InterruptedException {
        return who.post("/search", Map.of("q", asked, "born", ""));
    }

    private static String typed(Browsing who, String asked)
            throws IOException, InterruptedException {
        return who.post("/search/typed", Map.of("q", asked, "born", ""));
    }

    private static String half(String name) {
        return name.substring(0, Math.max(3, name.length() * 2 / 3));
    }

    private static String of(List<String> all, int round) {
        return all.get(round % all.size());
    }
}
