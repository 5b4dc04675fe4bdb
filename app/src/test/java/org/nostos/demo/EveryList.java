package org.nostos.demo;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nostos.Instance;
import org.nostos.basics.AsOf;
import org.nostos.basics.Role;
import org.nostos.walls.FacelessBrowser;
import org.nostos.web.Room;

/// Reads every page of the side list as whoever finds it there, and tries each list on it: its heads, a
/// filter that leaves nothing, its file with as many rows as the page counts, and its paper.
///
/// A table of rows that is no list is wrong, unless it stands among those that are none, with a reason.
final class EveryList {

    /// Pages that the side list leads to by one step.
    private static final Map<String, List<String>> BESIDE =
            Map.of(
                    "/review", List.of("/review/batches"),
                    "/calendar", List.of("/calendar?view=LIST", "/calendar?view=LATE"),
                    "/evidence", List.of("/evidence?part=COERCED"));

    /// Boards that are kept for today and worked out for another time.
    private static final Set<String> AT_ANOTHER_TIME =
            Set.of("/alarms", "/due", "/cases", "/calendar");

    /// Only keepers of a compartment find it.
    private static final Set<String> FOR_SOME = Set.of("/words");

    /// Page and heading of the tables that are no lists, and why.
    private static final Map<String, String> NO_LISTS =
            Map.ofEntries(
                    Map.entry("/", "sums"),
                    Map.entry("/assurances", "below each, what happened to it"),
                    Map.entry("/review queue-h", "walked pair by pair, by bands and flags"),
                    Map.entry("/calendar late-h", "the first twenty of the list of what is late"),
                    Map.entry("/calendar month-h", "the days of a month"),
                    Map.entry("/costs sums-h", "sums"),
                    Map.entry("/model weights-h", "the parameters of one model"),
                    Map.entry("/agreement", "a matrix of two hands"),
                    Map.entry("/journal", "a list of its own, which is exported with its proof"),
                    Map.entry("/people", "what a search finds, the most alike first"));

    /// So many heads of a list are tried.
    private static final int HEADS = 2;

    private static final Pattern TABLE =
            Pattern.compile("<table[^>]*>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("id=\"([a-z-]+-h)\"");
    private static final Pattern FORM =
            Pattern.compile("<form class=\"filter listing\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern WORDS = Pattern.compile("type=\"search\"[^>]*name=\"([^\"]+)\"");
    private static final Pattern COUNT = Pattern.compile("role=\"status\"[^>]*>([^<]*)<");

    private final Instance instance;
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> tried = new TreeSet<>();

    EveryList(Instance instance, Keys keys) {
        this.instance = instance;
        Map<Role, FacelessBrowser> browsers = new EnumMap<>(Role.class);
        Set<String> read = new LinkedHashSet<>();
        for (Member member : Member.values()) {
            if (browsers.containsKey(member.role)) {
                continue;
            }
            FacelessBrowser browser = signedIn(member, keys);
            browsers.put(member.role, browser);
            for (Room room : Room.of(member.role)) {
                List<String> pages = new ArrayList<>(List.of(room.path()));
                pages.addAll(BESIDE.getOrDefault(room.path(), List.of()));
                if (AT_ANOTHER_TIME.contains(room.path())) {
                    pages.add(room.path() + "?asOf=" + AsOf.now().on());
                }
                pages.stream()
                        .filter(page -> !FOR_SOME.contains(page) && read.add(page))
                        .forEach(page -> page(browser, page));
            }
        }
    }

    /// What is not as it should be, by its page.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// The lists that had rows.
    Set<String> tried() {
        return Set.copyOf(tried);
    }

    private FacelessBrowser signedIn(Member member, Keys keys) {
        return new FacelessBrowser(instance.address()).signIn(member.login(), keys.of(member));
    }

    private void page(FacelessBrowser browser, String page) {
        HttpResponse<String> answer = browser.get(page);
        if (answer.statusCode() != 200) {
            wrong.add(page + ": " + answer.statusCode());
            return;
        }
        String body = answer.body();
        for (Matcher table = TABLE.matcher(body); table.find(); ) {
            String heading = before(body, table.start());
            String path = page.replaceAll("\\?.*", "");
            boolean named =
                    NO_LISTS.containsKey(path + " " + heading) || NO_LISTS.containsKey(path);
            if (!table.group(1).contains("data-list=") && !named) {
                wrong.add(page + " " + heading + ": a table that is no list");
            }
        }
        for (Matcher form = FORM.matcher(body); form.find(); ) {
            list(browser, page, body, form.group(1));
        }
    }

    private static String before(String body, int at) {
        String last = "";
        for (Matcher heading = HEADING.matcher(body.substring(0, at)); heading.find(); ) {
            last = heading.group(1);
        }
        return last;
    }

    private void list(FacelessBrowser browser, String page, String body, String form) {
        Matcher words = WORDS.matcher(form);
        if (!words.find()) {
            wrong.add(page + ": a list without a filter");
            return;
        }
        String field = words.group(1);
        String prefix = field.substring(0, field.length() - 1);
        String name = page + " " + field;
        tried.add(name);
        filter(browser, name, form, field);
        links(body, prefix + "sort=").stream()
                .filter(link -> link.contains(prefix + "dir=asc"))
                .limit(HEADS)
                .filter(link -> !browser.get(link).body().contains("aria-sort=\"ascending\""))
                .forEach(link -> wrong.add(name + ": is not sorted by " + link));
        links(form, prefix + "as=csv").forEach(link -> file(browser, name, form, link));
        links(form, prefix + "as=print").forEach(link -> paper(browser, name, prefix, link));
    }

    private void filter(FacelessBrowser browser, String name, String form, String field) {
        Map<String, String> asked = new HashMap<>();
        for (Matcher hidden = HIDDEN.matcher(form); hidden.find(); ) {
            asked.put(hidden.group(1), hidden.group(2));
        }
        asked.put(field, "qzxqzx qzxqzx");
        String to = browser.location(browser.post("/filter", asked));
        HttpResponse<String> answer = browser.get(to);
        if (to.contains("qzx") || !answer.body().contains("No row fits this filter")) {
            wrong.add(name + ": a filter that leaves nothing leads to " + answer.statusCode());
        }
    }

    private void file(FacelessBrowser browser, String name, String form, String link) {
        HttpResponse<String> file = browser.get(link);
        String type = file.headers().firstValue("content-type").orElse("");
        Matcher count = COUNT.matcher(form);
        String said = count.find() ? count.group(1).replaceAll("[^0-9]", "") : "";
        long rows = said.isEmpty() ? 1 : Long.parseLong(said);
        if (!type.startsWith("text/csv") || rowsOf(file.body()) != rows) {
            wrong.add(name + ": " + type + " of " + rowsOf(file.body()) + " rows, not " + rows);
        }
    }

    private void paper(FacelessBrowser browser, String name, String prefix, String link) {
        HttpResponse<String> paper = browser.get(link);
        if (paper.statusCode() != 200 || !links(paper.body(), prefix + "page=").isEmpty()) {
            wrong.add(name + ": on paper " + paper.statusCode());
        }
    }

    /// The rows of a file below its heads; a cell may hold lines.
    private static long rowsOf(String csv) {
        long lines = 0;
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            quoted = (c == '"') != quoted;
            lines += c == '\n' && !quoted ? 1 : 0;
        }
        return lines - 1;
    }

    private static List<String> links(String html, String with) {
        List<String> links = new ArrayList<>();
        Matcher link =
                Pattern.compile("href=\"(/[^\"]*[?;&](?:amp;)?" + Pattern.quote(with) + "[^\"]*)\"")
                        .matcher(html);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }
}
