package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.parties.Caller;
import org.nostos.parties.Passwords;

/// The pages of a house and of the same house with one person more, as seen by those who have no part in
/// that person: the same, door by door and link by link; and every door that takes an id answers to one of
/// that person's as to one that nobody has.
class TwoWorldsPagesTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final Map<String, Function<World, Caller>> STRANGERS =
            Map.of(
                    "consul",
                    w -> w.m.meridia,
                    "counsel",
                    w -> w.linden,
                    "holder",
                    w -> w.north,
                    "monitor",
                    w -> w.heron,
                    "analyst",
                    w -> w.analyst);
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|src)=\"(/[^\"#]*)\"");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final Pattern RANDOM =
            Pattern.compile(
                    "name=\"_csrf\" value=\"[^\"]*\"|content=\"[A-Za-z0-9_-]{60,}\""
                            + "|X-CSRF-TOKEN&quot;:&quot;[^&]*|\\b[0-9a-f]{16,64}\\b"
                            + "|person\\d+|Person \\d+|D-\\d+-#");

    /// What is made anew with each look, and how far the journal is: nobody is in either.
    private static final Pattern MADE_ANEW =
            Pattern.compile(
                    "<svg class=\"qr\".*?</svg>|id=\"secret\">[^<]*|<p>Journal at entry .*?</p>",
                    Pattern.DOTALL);

    /// The journal and its checkpoints count what was done in the house, and nobody is in them.
    private static final Pattern COUNTS_ACTS =
            Pattern.compile("/(journal|checkpoints|agreement).*");

    /// How many people there are is what a monitor comes for.
    private static final String TOTALS = "/(\\?.*)?";

    private static final List<String> THEN =
            List.of("", "?on=2026-03-01&known=2026-03-01", "?page=2", "?sort=name&size=500");

    private static World without;
    private static World with;
    private static final Map<World, Instance> HOUSES = new LinkedHashMap<>();
    private static final Map<String, FacelessBrowser> BROWSERS = new TreeMap<>();

    @BeforeAll
    static void open() {
        without = new World(false);
        with = new World(true);
        for (World world : List.of(without, with)) {
            Instance instance =
                    Instance.start(world.m.committee.house.database().access(), 0, Map.of());
            HOUSES.put(world, instance);
            STRANGERS.forEach((who, caller) ->
                    BROWSERS.put(
                            who + (world == with), signedIn(world, instance, caller.apply(world))));
        }
    }

    private static FacelessBrowser signedIn(World world, Instance instance, Caller caller) {
        world.owner()
                .sql("update nostos.account_password set hash = ? where account = ?")
                .param(instance.bean(Passwords.class).hash(PASSWORD))
                .param(caller.account())
                .update();
        String login =
                world.owner()
                        .sql("select login from nostos.account where id = ?")
                        .param(caller.account())
                        .query(String.class)
                        .single();
        return new FacelessBrowser(instance.address()).signIn(login, PASSWORD);
    }

    @AfterAll
    static void close() {
        HOUSES.values().forEach(Instance::close);
        without.close();
        with.close();
    }

    @Test
    void everyPageThatCanBeReachedIsTheSameInBothWorlds() throws IOException {
        List<String> told = new ArrayList<>();
        int pages = 0;
        for (String who : STRANGERS.keySet()) {
            Map<String, List<String>> one = crawled(browser(who, false));
            Map<String, List<String>> other = crawled(browser(who, true));
            pages += one.size();
            Set<String> all = new TreeSet<>(one.keySet());
            all.addAll(other.keySet());
            for (String page : all) {
                if (!COUNTS_ACTS.matcher(page).matches()
                        && !(who.equals("monitor") && page.matches(TOTALS))
                        && !one.getOrDefault(page, List.of())
                                .equals(other.getOrDefault(page, List.of()))) {
                    told.add(
                            who
                                    + " "
                                    + page
                                    + "\n"
                                    + difference(
                                            String.join("\n", one.getOrDefault(page, List.of())),
                                            String.join(
                                                    "\n", other.getOrDefault(page, List.of()))));
                }
            }
        }
        System.out.println("pages that strangers reach, compared in two worlds: " + pages);
        assertThat(told).isEmpty();
    }

    @Test
    void everyDoorAnswersToAnIdOfThatPersonAsToOneThatNobodyHas() throws IOException {
        List<String> told = new ArrayList<>();
        int knocks = 0;
        for (String who : STRANGERS.keySet()) {
            List<UUID> guesses = guesses(STRANGERS.get(who).apply(with));
            FacelessBrowser browser = browser(who, true);
            for (String door : doors()) {
                if (!door.contains("{") || door.contains("/account")) {
                    continue;
                }
                UUID nobody = UUID.randomUUID();
                String expected = knocked(browser, door, nobody);
                for (UUID guess : guesses) {
                    knocks++;
                    String answer = knocked(browser, door, guess);
                    if (!answer.equals(expected)) {
                        told.add(who + " " + door + ": " + difference(expected, answer));
                    }
                }
            }
        }
        System.out.println("doors x ids of others tried by strangers: " + knocks);
        assertThat(told).isEmpty();
    }

    private static FacelessBrowser browser(String who, boolean withOneMore) {
        return java.util.Objects.requireNonNull(BROWSERS.get(who + withOneMore));
    }

    private static String knocked(FacelessBrowser browser, String door, UUID id) {
        String[] parts = door.split(" ");
        String path = parts[1].replaceAll("\\{[^}]+}", id.toString());
        Map<String, String> form =
                Map.of(
                        "reason",
                        "x",
                        "kind",
                        "ACCEPTED",
                        "person",
                        id.toString(),
                        "line",
                        id.toString(),
                        "lines",
                        id.toString(),
                        "destination",
                        "XMA",
                        "ground",
                        "TORTURE");
        return shown(browser, parts[0].equals("GET") ? browser.get(path) : browser.post(path, form))
                .replace(id.toString(), "#");
    }

    /// Every page from every door without an id, and every link of those, each with a few days and pages asked for.
    private static Map<String, List<String>> crawled(FacelessBrowser browser) throws IOException {
        Map<String, List<String>> seen = new TreeMap<>();
        Deque<String> next = new ArrayDeque<>();
        Set<String> met = new TreeSet<>();
        for (String door : doors()) {
            if (door.startsWith("GET ") && !door.contains("{") && !door.contains("logout")) {
                next.add(door.substring(4));
            }
        }
        while (!next.isEmpty() && met.size() < 300) {
            String path = next.remove();
            if (!met.add(path)
                    || path.matches(
                            "/(webjars|login/provider|css|js|icons|fonts).*|.*\\.(css|js|svg|png|ico|woff2)(\\?.*)?")) {
                continue;
            }
            for (String then : path.contains("?") ? List.of("") : THEN) {
                HttpResponse<String> answer = browser.get(path + then);
                seen.computeIfAbsent(Reach.normal(path + then), _ -> new ArrayList<>())
                        .add(shown(browser, answer));
                Matcher link = LINK.matcher(answer.body());
                while (then.isEmpty() && link.find()) {
                    next.add(link.group(1).replace("&amp;", "&"));
                }
            }
        }
        seen.values().forEach(answers -> answers.sort(null));
        return seen;
    }

    /// Status, what stands above, and the page, without what is random in each world.
    private static String shown(FacelessBrowser browser, HttpResponse<String> answer) {
        Set<String> above = new TreeSet<>();
        answer.headers()
                .map()
                .forEach((name, values) -> {
                    if (!Set.of("date", "set-cookie", "content-length", "location", "connection")
                            .contains(name)) {
                        above.add(name + ": " + Reach.normal(String.join(",", values)));
                    }
                });
        String type = answer.headers().firstValue("content-type").orElse("");
        String body =
                type.contains("pdf")
                        ? "a paper"
                        : RANDOM.matcher(
                                        TIME.matcher(
                                                        Reach.normal(
                                                                MADE_ANEW
                                                                        .matcher(answer.body())
                                                                        .replaceAll("…")))
                                                .replaceAll("@"))
                                .replaceAll("…");
        return answer.statusCode()
                + " "
                + Reach.normal(browser.location(answer))
                + "\n"
                + String.join("\n", above)
                + "\n"
                + body;
    }

    private static List<String> doors() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/access.tsv")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t")[0])
                .toList();
    }

    /// Ids of what is hidden from somebody.
    private static List<UUID> guesses(Caller stranger) {
        List<UUID> ids = new ArrayList<>();
        Reach reach = new Reach(with, stranger);
        for (String table :
                List.of(
                        "person",
                        "record",
                        "note_verbale",
                        "note_line",
                        "disclosure",
                        "law_bar_event",
                        "split",
                        "property_container")) {
            List<String> hidden = reach.hidden(table);
            Matcher id =
                    Pattern.compile("\"id\": \"([^\"]+)\"")
                            .matcher(hidden.isEmpty() ? "" : hidden.getLast());
            if (id.find()) {
                ids.add(UUID.fromString(id.group(1)));
            }
        }
        return ids;
    }

    private static String difference(String one, String other) {
        List<String> left = new ArrayList<>(one.lines().toList());
        List<String> right = new ArrayList<>(other.lines().toList());
        one.lines().forEach(right::remove);
        other.lines().forEach(left::remove);
        return "  - " + String.join("\n  - ", left) + "\n  + " + String.join("\n  + ", right);
    }
}
