package org.nostos.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Opens every page of casework again and again, as somebody who may, and says how long each took.
final class CasesWalk {

    private static final int WARM_UP = 6;
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

    private final int rounds;
    private int slow;

    CasesWalk(int rounds) {
        this.rounds = rounds;
    }

    /// The address of one request of a round.
    private interface Address {
        String of(int round);
    }

    void walk(URI house) throws IOException, InterruptedException {
        System.out.printf(
                "%-38s %8s %8s %8s %8s  ms, %d times%n",
                "page", "p50", "p95", "p99", "max", rounds);
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
        Browsing counsel = Browsing.as(house, CasesHouse.COUNSEL);
        time("counsel: /clients", counsel, round -> "/clients");
        each("counsel: /clients/{p}", counsel, "/clients", "/clients/" + ID + "\"", "/clients/%s");
        System.out.println(
                slow == 0
                        ? "every page: p95 within 150 ms"
                        : slow + " pages with p95 above 150 ms");
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

    private void time(String page, Browsing who, Address address)
            throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            String asked = address.of(round + WARM_UP);
            long begun = System.nanoTime();
            try {
                who.get(asked);
            } catch (IOException e) {
                System.out.printf("%-38s %s%n", page, e.getMessage());
                return;
            }
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

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static String of(List<String> all, int round) {
        return all.get(round % all.size());
    }
}
