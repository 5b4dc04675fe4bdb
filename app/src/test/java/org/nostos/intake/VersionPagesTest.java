package org.nostos.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.identity.LinkingRuns;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class VersionPagesTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final List<String> TREES =
            List.of("Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Safsaf", "Nakhil", "Arz");
    private static final List<String> BIRDS =
            List.of("Hamam", "Bulbul", "Hudhud", "Shahin", "Nawras", "Laqlaq", "Qumri", "Sunun");

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static Instance instance;
    private static Caller administrator;
    private static PlainBrowser north;
    private static PlainBrowser meridia;
    private static PlainBrowser hazel;
    private static PlainBrowser rowan;

    @BeforeAll
    static void openHouse() {
        instance = Instance.start(DATABASE.access(), 0, Map.of());
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
        SigningIn.Outcome in = instance.bean(SigningIn.class).signIn("juniper", PASSWORD, "test");
        administrator = ((SigningIn.Outcome.SignedIn) in).caller();
        UUID authority =
                administrator.call(() ->
                        keeping()
                                .addParty(
                                        PartyKind.HOLDING_AUTHORITY,
                                        "Authority of the North",
                                        null));
        UUID state =
                administrator.call(
                        () -> keeping().addParty(PartyKind.STATE, "Meridia", new StateCode("XMA")));
        north = member(authority, Role.INTAKE_OFFICER, "willow");
        meridia = member(state, Role.INTAKE_OFFICER, "poplar");
        hazel = member(administrator.party(), Role.IDENTITY_REVIEWER, "hazel");
        rowan = member(administrator.party(), Role.SECOND_REVIEWER, "rowan");
    }

    @AfterAll
    static void closeHouse() {
        instance.close();
    }

    @Test
    void aNewVersionIsReadTheVanishedFoundAndTheListSetAgainstAStates() throws Exception {
        List<String> rows = rows(40);
        String first = accepted(north, "Camp Cedar roll", csv(rows), false);
        List<String> later = new ArrayList<>(rows.subList(2, 40));
        later.set(0, later.get(0).replace("1962", "1926"));
        String second = accepted(north, "Cedar, next", csv(later), true);

        String changes = until(north, second + "/changes", "2 vanished");
        assertThat(changes).contains("Camp Cedar roll", "1 are described otherwise", rowName(0));
        assertThat(north.get(second + "/changes?part=CHANGED").body()).contains("1926", "became");
        theChangesInEveryOrderAndAsAFile(second + "/changes");
        assertThat(north.get(first).body()).contains("A later version of the list stands now");
        assertThat(meridia.get(second + "/changes").statusCode()).isEqualTo(404);

        String task = link(until(north, "/tasks", "Camp Cedar roll"), "/tasks/");
        tasksInEveryOrder(rowName(0));
        assertThat(north.get(task).body()).contains("Where is this person?", "version 2");
        assertThat(north.post(task + "/close", Map.of("finding", "RELEASED", "source", "")).body())
                .contains("A finding needs its source");
        north.get(task);
        assertThat(
                        north.post(
                                        task + "/close",
                                        Map.of("finding", "RELEASED", "source", "Order 12"))
                                .body())
                .contains("closed with your finding", "Order 12", "Open again");
        assertThat(meridia.get(task).statusCode()).isEqualTo(404);

        String theirs = accepted(meridia, "Inquiries", csv(rows.subList(5, 15)), false);
        assertThat(instance.bean(LinkingRuns.class).awaitIdle(Duration.ofMinutes(1))).isTrue();
        String query = "?left=" + id(second) + "&right=" + id(theirs);
        String sides = hazel.get("/compare" + query).body();
        assertThat(sides).contains("Authority of the North", "Meridia", "Only on the first");
        String proposal = link(hazel.get("/compare" + query + "&part=PROPOSED").body(), "/review/");
        for (PlainBrowser reviewer : List.of(hazel, rowan)) {
            reviewer.get(proposal);
            reviewer.post(proposal, Map.of("judge", "SAME", "reason", "all fields agree"));
        }
        assertThat(hazel.get("/compare" + query).body()).contains("1 agree");
        paperAndFile(Map.of("left", id(second), "right", id(theirs)));
        assertThat(north.get("/compare" + query).statusCode()).isEqualTo(404);
        assertThat(north.get("/compare?left=" + id(first) + "&right=" + id(second)).body())
                .contains("38 are proposed", "Lists of your own party");
    }

    /// Whoever is shown is read, and nobody else.
    private static void theChangesInEveryOrderAndAsAFile(String changes) throws Exception {
        for (String asked :
                List.of(
                        "VANISHED&sort=name",
                        "VANISHED&sort=born",
                        "VANISHED&sort=task",
                        "APPEARED&sort=line",
                        "CHANGED&sort=older",
                        "CHANGED&sort=differs",
                        "CHANGED&sort=why",
                        "PERHAPS&sort=why",
                        "REUSED&sort=why",
                        "SAID&sort=why")) {
            assertThat(north.get(changes + "?part=" + asked + "&dir=desc").statusCode())
                    .as(asked)
                    .isEqualTo(200);
        }
        String page = north.get(changes + "?sort=line&dir=desc").body();
        assertThat(page).containsSubsequence(rowName(1), rowName(0));
        assertThat(north.get(changes + "?sort=line").body())
                .containsSubsequence(rowName(0), rowName(1));
        long before = read();
        assertThat(north.get(changes + "?task=closed").body()).doesNotContain(rowName(0));
        assertThat(read() - before).as("whoever a filter leaves out is not read").isZero();
        north.get(changes + "?sort=name");
        assertThat(read() - before).isEqualTo(2);
        String file = north.get(changes + "?as=csv").body();
        assertThat(file.lines()).hasSize(3);
        assertThat(file).contains(rowName(0), rowName(1));
        String changed = north.get(changes + "?part=CHANGED&as=csv").body();
        assertThat(changed).contains("1962", "1926").doesNotContain(rowName(0));
        assertThat(north.get(changes + "?part=CHANGED&why=NUMBER&as=print").body())
                .contains("<table");
        assertThat(meridia.get(changes + "?as=csv").statusCode()).isEqualTo(404);
    }

    /// How many rows were read in differences, each time that one was.
    private static long read() {
        return JdbcClient.create(DATABASE.superuser())
                .sql(
                        """
                        select coalesce(sum(jsonb_array_length(convert_from(p.payload, 'UTF8')::jsonb -> 'records')), 0)
                        from nostos.journal_payload p join nostos.journal_entry e on e.id = p.entry
                        where e.kind = 'lists.difference-read'
                        """)
                .query(Long.class)
                .single();
    }

    private static void paperAndFile(Map<String, String> lists) {
        Map<String, String> form = new java.util.HashMap<>(lists);
        assertThat(hazel.post("/compare/print", form).body()).contains("Say what it is for");
        form.put("purpose", "Meeting of the joint committee");
        assertThat(hazel.post("/compare/print", form).body())
                .contains("Made by", "Meeting of the joint committee", "Journal entry");
        form.put("format", "CSV");
        hazel.get("/compare");
        HttpResponse<String> csv = hazel.post("/compare/file", form);
        assertThat(csv.headers().firstValue("content-disposition").orElse(""))
                .isEqualTo("attachment; filename=\"list-against-list.csv\"");
        assertThat(csv.body()).contains("\"Agreed\"", "\"'=Tin(1)").doesNotContain("\"=Tin", "\"@");
        form.put("format", "XLSX");
        assertThat(hazel.post("/compare/file", form).body()).startsWith("PK");
        assertThat(hazel.get("/journal").body()).contains("exported a list against another");
    }

    private static String accepted(
            PlainBrowser officer, String title, String csv, boolean newVersion) {
        officer.get("/lists");
        HttpResponse<String> page =
                officer.handIn(
                        Map.of("title", title, "asOf", newVersion ? "2026-05-13" : "2026-04-13"),
                        csv.getBytes(StandardCharsets.UTF_8));
        String path = page.uri().getPath();
        untilDone(officer, path);
        page = officer.get(path);
        if (newVersion) {
            assertThat(page.body()).contains("looks like a new version of", "the same columns");
            Matcher list = Pattern.compile("name=\"list\" value=\"([^\"]+)\"").matcher(page.body());
            assertThat(list.find()).isTrue();
            assertThat(officer.post(path + "/of", Map.of("list", list.group(1))).body())
                    .contains("now a version of that list");
        }
        officer.postEncoded(
                path + "/columns",
                "use=number&use=given_name&use=father_name&use=family_name"
                        + "&use=birth_date:gregorian-day-first");
        untilDone(officer, path);
        officer.get(path);
        officer.post(path + "/accept", Map.of());
        untilDone(officer, path);
        assertThat(officer.get(path).body()).contains("were accepted");
        return path;
    }

    /// Waits until the engine has done its work on the list.
    private static void untilDone(PlainBrowser officer, String path) {
        eventually(() ->
                officer.get(path + "/progress").headers().firstValue("HX-Refresh").isPresent());
    }

    private static List<String> rows(int size) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(
                    String.format(
                            "K-%d;%s;%s;%s;%02d/%02d/19%02d",
                            1000 + 13 * i,
                            i == 9 ? "=Tin(1)" : TREES.get(i % 8),
                            BIRDS.get((i + i / 8) % 8),
                            TREES.get(i / 8 % 8) + "i",
                            1 + i % 28,
                            1 + i % 12,
                            60 + i % 40));
        }
        return rows;
    }

    /// Those who vanished, sorted by each column either way, filtered by a name, and as a file.
    private static void tasksInEveryOrder(String vanished) {
        for (String key : List.of("name", "list", "number", "whose", "finding", "opened", "no")) {
            for (String dir : List.of("asc", "desc")) {
                HttpResponse<String> page = north.get("/tasks?sort=" + key + "&dir=" + dir);
                assertThat(page.statusCode()).as(key).isEqualTo(200);
                assertThat(page.body()).as(key).contains(vanished, "2 rows");
            }
        }
        List<String> up = names(north.get("/tasks?sort=name&dir=asc").body());
        assertThat(names(north.get("/tasks?sort=name&dir=desc").body()))
                .hasSize(2)
                .isEqualTo(up.reversed());
        HttpResponse<String> file = north.get("/tasks?as=csv");
        assertThat(file.body().split("\r\n")).hasSize(3);
        assertThat(file.body()).contains(vanished);
    }

    private static List<String> names(String page) {
        return Pattern.compile("<th scope=\"row\"><a href=\"/tasks/[^>]*>(.*?)</a>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String rowName(int row) {
        String[] cells = rows(row + 1).get(row).split(";");
        return cells[1] + " " + cells[2] + " " + cells[3];
    }

    private static String csv(List<String> rows) {
        return "no;given name;father name;family name;born\n" + String.join("\n", rows) + "\n";
    }

    private static String until(PlainBrowser reader, String path, String words) {
        String[] page = new String[1];
        eventually(() -> {
            page[0] = reader.get(path).body();
            return page[0].contains(words);
        });
        return page[0];
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        }
    }

    private static String link(String page, String path) {
        return Pattern.compile("href=\"(" + path + "[0-9a-f-]{36})[\"?]")
                .matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link to " + path));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static PlainBrowser member(UUID party, Role role, String login) {
        Opening opening = administrator.call(() -> keeping().open(party, role, login, "Somebody"));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return PlainBrowser.signedIn(instance.address(), login, PASSWORD);
    }

    private static AccountKeeping keeping() {
        return instance.bean(AccountKeeping.class);
    }
}
