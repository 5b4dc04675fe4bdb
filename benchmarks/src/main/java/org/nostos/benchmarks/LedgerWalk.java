package org.nostos.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Opens every page of the ledger again and again and says how long each took.
final class LedgerWalk {

    private static final int WARM_UP = 15;
    private static final double WITHIN = 150;
    private static final String ID = "([0-9a-f]{8}-[0-9a-f-]{27})\"";
    private static final List<String> WORDS =
            List.of("alder", "returns 34", "agency wren 7", "nothing says this", "camp 1", "xaq");
    private static final List<String> SORTS =
            List.of("said", "held", "number", "counted", "place", "speaker", "stage");

    private final int rounds;
    private int slow;

    LedgerWalk(int rounds) {
        this.rounds = rounds;
    }

    /// One request of a round.
    private interface Asking {
        String ask(int round) throws IOException, InterruptedException;
    }

    void walk(URI house) throws IOException, InterruptedException {
        System.out.printf(
                "%-38s %8s %8s %8s %8s  ms, %d times after %d to warm up%n",
                "page", "p50", "p95", "p99", "max", rounds, WARM_UP);
        Browsing reader = Browsing.as(house, LedgerHouse.READER);
        Browsing analyst = Browsing.as(house, LedgerHouse.ANALYST);
        ledger(reader, "reader: ");
        ledger(analyst, "analyst: ");
        List<String> ids = Browsing.on(reader.get("/figures?page=40"), "/figures/" + ID);
        time("/figures/{id}", round -> reader.get("/figures/" + of(ids, round)));
        time(
                "/figures, a population's chart",
                round -> reader.get("/figures?category=HELD&place=Camp+" + (1 + 8 * (round % 11))));
        List<String> states =
                Browsing.on(reader.get("/figures/states"), "/figures/states/([A-Z]{3})\"");
        time("/figures/states", round -> reader.get("/figures/states"));
        time(
                "/figures/states/{state}",
                round -> reader.get("/figures/states/" + state(states, round)));
        time("/figures/findings", round -> reader.get("/figures/findings"));
        for (String heap : List.of("APART", "FITS")) {
            time(
                    "/figures/findings, " + heap + " page n",
                    round ->
                            reader.get(
                                    "/figures/findings?heap=%s&page=%d"
                                            .formatted(heap, 1 + round)));
        }
        time(
                "/figures/findings, in a place",
                round -> reader.get("/figures/findings?place=Camp+" + (1 + round)));
        time(
                "/figures/findings, of a population",
                round -> reader.get("/figures/findings?category=HELD&page=" + (1 + round)));
        time(
                "/figures/findings, with a word",
                round -> reader.get("/figures/findings?q=birch&page=" + (1 + round)));
        time("/figures/beside", round -> reader.get("/figures/beside"));
        time("/articles", round -> analyst.get("/articles"));
        time("/articles, page 3", round -> analyst.get("/articles?page=3"));
        List<String> articles = Browsing.on(analyst.get("/articles"), "/articles/" + ID);
        time("/articles/{id}", round -> analyst.get("/articles/" + of(articles, round)));
        api(reader, ids);
        long begun = System.nanoTime();
        int bytes = reader.get("/figures?as=csv").length();
        System.out.printf(
                Locale.ROOT,
                "the whole ledger as a file: %.1f s, %.1f MB%n",
                (System.nanoTime() - begun) / 1e9,
                bytes / 1e6);
        System.out.println(
                slow == 0
                        ? "every page: p95 within 150 ms"
                        : slow + " pages with p95 above 150 ms");
    }

    private void ledger(Browsing who, String name) throws IOException, InterruptedException {
        time(name + "/figures", round -> who.get("/figures"));
        time(
                name + "/figures, page n",
                round -> who.get("/figures?page=" + (1 + round * 97 % 1900)));
        for (String sort : SORTS) {
            time(
                    name + "by " + sort + ", page n",
                    round ->
                            who.get(
                                    "/figures?sort=%s&dir=%s&page=%d"
                                            .formatted(
                                                    sort,
                                                    round % 2 == 0 ? "asc" : "desc",
                                                    1 + round * 97 % 1900)));
        }
        time(
                name + "by a category",
                round -> who.get("/figures?category=HELD&page=" + (1 + round)));
        time(name + "by a place", round -> who.get("/figures?place=Camp+" + (1 + round)));
        time(
                name + "by a speaker",
                round -> who.get("/figures?speaker=Office+of+Returns+" + (1 + round)));
        time(
                name + "by days",
                round ->
                        who.get(
                                "/figures?from=202%d-03-01&upto=2025-06-30&page=%d"
                                        .formatted(1 + round % 4, 1 + round * 11)));
        time(
                name + "published only",
                round -> who.get("/figures?stage=PUBLISHED&page=" + (1 + round)));
        for (String words : WORDS) {
            time(name + "“" + words + "”", round -> filtered(who, words));
        }
    }

    private static String filtered(Browsing who, String words)
            throws IOException, InterruptedException {
        return who.get("/figures?q=" + words.replace(' ', '+'));
    }

    private void api(Browsing who, List<String> ids) throws IOException, InterruptedException {
        time("/api/v1/figures", round -> who.get("/api/v1/figures"));
        time("/api: a place", round -> who.get("/api/v1/figures?place=Camp+" + (1 + round)));
        time("/api: page n", round -> who.get("/api/v1/figures?page=" + (1 + round * 23 % 900)));
        time("/api: a word", round -> who.get("/api/v1/figures?q=birch"));
        time("/api: one", round -> who.get("/api/v1/figures/" + of(ids, round)));
        time(
                "/api: not changed",
                round ->
                        who.get(
                                "/api/v1/figures",
                                Map.of("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")));
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
        boolean over = at(millis, .95) > WITHIN;
        slow += over ? 1 : 0;
        System.out.printf(
                Locale.ROOT,
                "%-38s %8.1f %8.1f %8.1f %8.1f%s%n",
                page,
                at(millis, .5),
                at(millis, .95),
                at(millis, .99),
                at(millis, 1),
                over ? "  *" : "");
    }

    private static String state(List<String> states, int round) {
        return states.isEmpty() ? "IRQ" : of(states, round);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static String of(List<String> all, int round) {
        return all.get(round % all.size());
    }
}
