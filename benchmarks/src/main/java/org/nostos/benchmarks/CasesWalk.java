package org.nostos.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Opens every page of casework again and again, as somebody who may, and says how long each took.
///
/// A round opens every page once, so that no page has the machine's caches to itself. The first rounds
/// warm the machine and are not counted.
final class CasesWalk {

    private static final int WARM_UP = 5;
    private static final double WITHIN = 150;
    private static final String ID = "([0-9a-f]{8}-[0-9a-f-]{27})";
    private static final List<String> TRACKS =
            List.of(
                    "custody",
                    "property",
                    "nationality",
                    "family",
                    "requests",
                    "bars",
                    "review",
                    "rehabilitation",
                    "transfer",
                    "evidence");
    private static final List<String> BARS =
            List.of("ASSESSMENT", "SECOND_LOOK", "STALE", "INDEPENDENT_HAND", "APPEAL", "STANDS");

    /// A list, and the ways to ask it for another order or for a part.
    private static final List<String> ORDERS = List.of("number", "person", "alarms", "late");

    private final int rounds;
    private final List<Page> pages = new ArrayList<>();

    CasesWalk(int rounds) {
        this.rounds = rounds;
    }

    /// The address of one request of a round.
    private interface Address {
        String of(int round);
    }

    /// A page with who opens it, and how long it took in each counted round.
    private record Page(String name, Browsing who, Address address, List<Double> millis) {}

    void walk(URI house) throws IOException, InterruptedException {
        gather(house);
        System.out.printf("%d pages; %d rounds to warm up, not counted%n", pages.size(), WARM_UP);
        for (int round = 0; round < WARM_UP + rounds; round++) {
            for (Page page : List.copyOf(pages)) {
                open(page, round);
            }
        }
        print();
    }

    private void open(Page page, int round) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            page.who().get(page.address().of(round));
        } catch (IOException e) {
            System.out.printf("%-38s %s%n", page.name(), e.getMessage());
            pages.remove(page);
            return;
        }
        if (round >= WARM_UP) {
            page.millis().add((System.nanoTime() - begun) / 1e6);
        }
    }

    private void gather(URI house) throws IOException, InterruptedException {
        Browsing officer = Browsing.as(house, CasesHouse.OFFICER);
        Browsing reviewer = Browsing.as(house, CasesHouse.REVIEWER);
        boards(officer, reviewer);
        oneCase(officer, reviewer);
        rooms(officer, reviewer);
        Browsing independent = Browsing.as(house, CasesHouse.INDEPENDENT);
        time("body: /bars", independent, round -> "/bars");
        Browsing consul = Browsing.as(house, CasesHouse.CONSUL);
        time("consul: /desk", consul, round -> "/desk");
        time("consul: /arrivals", consul, round -> "/arrivals");
        each("consul: /desk/{note}", consul, "/desk", "/desk/" + ID + "\"", "/desk/%s");
        Browsing intake = Browsing.as(house, BigHouse.STATE);
        time("intake: /leaving", intake, round -> "/leaving");
        time("intake: /leaving, page n", intake, round -> "/leaving?page=" + (1 + round));
        Browsing counsel = Browsing.as(house, CasesHouse.COUNSEL);
        time("counsel: /clients", counsel, round -> "/clients");
        each("counsel: /clients/{p}", counsel, "/clients", "/clients/" + ID + "\"", "/clients/%s");
    }

    private void boards(Browsing officer, Browsing reviewer)
            throws IOException, InterruptedException {
        time("/cases", officer, round -> "/cases");
        time("/cases, page n", officer, round -> "/cases?page=" + (1 + round * 37 % 1900));
        each(
                "/cases, by a word",
                officer,
                "/cases",
                "value=\"([a-z.A-Z]+:[A-Z_]+)\"",
                "/cases?word=%s");
        for (String by : ORDERS) {
            time("/cases by " + by, officer, round -> "/cases?sort=" + by + way(round));
        }
        time("/cases, alarmed", officer, round -> "/cases?only=ALARMED");
        time("/cases, late", officer, round -> "/cases?only=LATE");
        time("/alarms", officer, round -> "/alarms");
        each("/alarms/{rule}", officer, "/alarms", "/alarms/([a-z.-]+)\"", "/alarms/%s");
        each(
                "/alarms/{rule}, page 9",
                officer,
                "/alarms",
                "/alarms/([a-z.-]+)\"",
                "/alarms/%s?page=9");
        time("/due", officer, round -> "/due");
        time("reviewer: /due", reviewer, round -> "/due");
        time("/calendar", officer, round -> "/calendar");
        time("/plan", officer, round -> "/plan");
        time("/plan?state", officer, round -> "/plan?state=XA" + (char) ('B' + round % 4));
        each(
                "/plan, a group",
                officer,
                "/plan?state=XAC",
                "href=\"(/plan\\?[^\"]*lacks[^\"]*)\"",
                "%s");
    }

    private void oneCase(Browsing officer, Browsing reviewer)
            throws IOException, InterruptedException {
        List<String> people = Browsing.on(officer.get("/cases?page=40"), "/cases/" + ID + "\"");
        time("/cases/{p}", officer, round -> "/cases/" + of(people, round));
        time(
                "/cases/{p} as of",
                officer,
                round -> "/cases/" + of(people, round) + "?asOf=2026-10-01");
        time("/cases/{p} to a state", officer, round -> "/cases/" + of(people, round) + "?to=XAC");
        time(
                "/cases/{p}/why-not",
                officer,
                round -> "/cases/" + of(people, round) + "/why-not?to=XAB");
        for (String track : TRACKS) {
            time(
                    "/cases/{p}/" + track,
                    officer,
                    round -> "/cases/" + of(people, round) + "/" + track);
        }
        time(
                "reviewer: /cases/{p}/bars",
                reviewer,
                round -> "/cases/" + of(people, round) + "/bars");
        time(
                "reviewer: /cases/{p}/review",
                reviewer,
                round -> "/cases/" + of(people, round) + "/review");
    }

    private void rooms(Browsing officer, Browsing reviewer)
            throws IOException, InterruptedException {
        time("/facilities", officer, round -> "/facilities");
        each(
                "/facilities/{f}",
                officer,
                "/facilities",
                "/facilities/" + ID + "\"",
                "/facilities/%s");
        time("/notes", officer, round -> "/notes");
        time("/notes?state", officer, round -> "/notes?state=XA" + (char) ('B' + round % 4));
        each("/notes/{note}", officer, "/notes", "/notes/" + ID + "\"", "/notes/%s");
        time("/states", officer, round -> "/states");
        time("/states/{code}", officer, round -> "/states/XA" + (char) ('B' + round % 4));
        for (String which : BARS) {
            time("/bars " + which, reviewer, round -> "/bars?which=" + which);
        }
        time("/assurances", reviewer, round -> "/assurances");
        time("/children", officer, round -> "/children");
        time("/children, page n", officer, round -> "/children?page=" + (1 + round));
        time("/children, alone", officer, round -> "/children?which=WITHOUT_GUARDIAN");
        for (String by : List.of("name", "age", "of-age", "company", "guardian")) {
            time("/children by " + by, officer, round -> "/children?sort=" + by + way(round));
        }
        time("/children, guardian", officer, round -> "/children?guardian=NONE");
        for (String by : List.of("name", "states", "since")) {
            time(
                    "/statelessness by " + by,
                    officer,
                    round -> "/statelessness?sort=" + by + way(round));
        }
        time("/statelessness, page n", officer, round -> "/statelessness?page=" + (1 + round));
        time("/transfers", officer, round -> "/transfers");
        time("/evidence", officer, round -> "/evidence");
        time("/costs", officer, round -> "/costs");
        time("/statelessness", officer, round -> "/statelessness");
        time("overview", officer, round -> "/");
    }

    /// Each page that is linked on another.
    private void each(String page, Browsing who, String on, String link, String address)
            throws IOException, InterruptedException {
        List<String> found = Browsing.on(who.get(on), link);
        if (found.isEmpty()) {
            System.out.printf("%-38s none is linked on %s%n", page, on);
        } else {
            time(page, who, round -> address.formatted(of(found, round)).replace("&amp;", "&"));
        }
    }

    private void time(String page, Browsing who, Address address) {
        pages.add(new Page(page, who, address, new ArrayList<>()));
    }

    private static String way(int round) {
        return round % 2 == 0 ? "" : "&dir=desc";
    }

    private void print() {
        System.out.printf(
                "%-38s %8s %8s %8s %8s  ms, %d times%n",
                "page", "p50", "p95", "p99", "max", rounds);
        int slow = 0;
        for (Page page : pages) {
            double[] millis =
                    page.millis().stream().mapToDouble(Double::doubleValue).sorted().toArray();
            boolean over = at(millis, .95) > WITHIN;
            slow += over ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "%-38s %8.1f %8.1f %8.1f %8.1f%s%n",
                    page.name(),
                    at(millis, .5),
                    at(millis, .95),
                    at(millis, .99),
                    at(millis, 1),
                    over ? "  *" : "");
        }
        System.out.println(
                slow == 0
                        ? "every page: p95 within 150 ms"
                        : slow + " pages with p95 above 150 ms");
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static String of(List<String> all, int round) {
        return all.get(round % all.size());
    }
}
