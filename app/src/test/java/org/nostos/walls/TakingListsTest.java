package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.requests.StateKeeping;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists over HTTP: sorted, filtered, taken away as an act, and by nobody who may not.
class TakingListsTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static Instance instance;
    private static Caller administrator;
    private static FacelessBrowser cedar;
    private static FacelessBrowser heron;
    private static FacelessBrowser osier;
    private static FacelessBrowser sage;

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
        cedar = member(administrator.party(), Role.CASE_OFFICER, "cedar");
        heron = member(party(PartyKind.MONITOR, "Heron Watch"), Role.MONITOR, "heron");
        osier = member(party(PartyKind.LEGAL_AID, "Osier Aid"), Role.COUNSEL, "osier");
        sage =
                member(
                        party(PartyKind.REVIEW_BODY, "Board of Review"),
                        Role.INDEPENDENT_REVIEWER,
                        "sage");
        SigningIn.Outcome officer =
                instance.bean(SigningIn.class).signIn("cedar", PASSWORD, "test");
        ((SigningIn.Outcome.SignedIn) officer)
                .caller()
                .run(() -> {
                    StateKeeping states = instance.bean(StateKeeping.class);
                    states.add("XMA", "Meridia");
                    states.add("XOA", "Oristan");
                    states.add("XTA", "=HYPERLINK(\"http://tallis\")");
                });
    }

    @AfterAll
    static void closeHouse() {
        instance.close();
    }

    @Test
    void aHeadSortsAndSaysSoAndAnUnlawfulOrderIsTheListsOwn() {
        String page = cedar.get("/states?sort=state&dir=desc").body();
        assertThat(page.indexOf("Oristan")).isLessThan(page.indexOf("Meridia"));
        assertThat(page).containsPattern("<th[^>]*aria-sort=\"descending\"");
        String unlawful = "/states?sort=code%3Bdrop%20table%20person&dir=up&page=0x1";
        HttpResponse<String> own = cedar.get(unlawful);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).doesNotContain("aria-sort=").contains("Meridia", "Oristan");
    }

    @Test
    void whatIsTypedIntoAFilterStandsInNoAddressAndLastsThroughSorting() {
        String address = filtered("/states", "مريديا");
        assertThat(address).matches("/states\\?q=%7E[A-Za-z0-9_-]{16}&sort=asked");
        String page = cedar.get(address).body();
        assertThat(page).contains("Meridia", "1 of 3").doesNotContain("Oristan</bdi>");
        Matcher head = Pattern.compile("href=\"(/states\\?[^\"]*sort=state[^\"]*)\"").matcher(page);
        assertThat(head.find()).isTrue();
        assertThat(cedar.get(head.group(1).replace("&amp;", "&")).body()).contains("1 of 3");
        String nothing = cedar.get(filtered("/states", "nowhere")).body();
        assertThat(nothing).contains("No row fits this filter", "Take the filter away");
    }

    @Test
    void anotherDayKeepsTheOrder() {
        assertThat(cedar.get("/facilities?sort=people&asOf=2026-01-01&page=7").body())
                .contains(
                        "<input type=\"hidden\" name=\"sort\" value=\"people\">",
                        "href=\"/facilities?sort=people\"");
    }

    @Test
    void aFilterLeadsNowhereOutsideTheHouse() {
        for (String to : List.of("https://evil.example/", "//evil.example", "/\\evil.example")) {
            HttpResponse<String> answer = cedar.post("/filter", Map.of("to", to, "q", "plum"));
            assertThat(cedar.location(answer)).startsWith("/?q=");
        }
    }

    @Test
    void aFileIsTheFilteredListHarmlessAndAnActWithItsCount() {
        long before = exported();
        HttpResponse<String> file = cedar.get("/states?as=csv&sort=state&dir=desc");
        assertThat(file.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"states.csv\"");
        assertThat(file.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(file.headers().firstValue("content-type").orElse("")).contains("text/csv");
        assertThat(file.body())
                .startsWith("\uFEFF\"")
                .contains("\"'=HYPERLINK(\"\"http://tallis\"\")\"")
                .contains("\"Meridia\",\"XMA\"");
        assertThat(file.body().trim().split("\r\n")).hasSize(4);
        assertThat(exported()).isEqualTo(before + 1);
        String part = filtered("/states", "Orist") + "&as=csv";
        assertThat(cedar.get(part).body()).contains("Oristan").doesNotContain("Meridia");
        assertThat(lastExport()).contains("\"rows\":1", "\"filtered\":true");
    }

    @Test
    void everyOrderAndChoiceOfABoardIsAnswered() {
        for (String which : List.of("ASSESSMENT", "SECOND_LOOK", "STALE", "APPEAL", "STANDS")) {
            for (String key : List.of("since", "person", "destination", "ground", "state", "no")) {
                String address =
                        "/bars?which="
                                + which
                                + "&sort="
                                + key
                                + "&dir=desc&destination=XMA&ground=DEATH_PENALTY";
                assertThat(cedar.get(address).statusCode()).as(address).isEqualTo(200);
            }
        }
        String strange = "/bars?destination=%27&ground=%27&sort=%27";
        assertThat(cedar.get(strange).statusCode()).isEqualTo(200);
        assertThat(cedar.get(filtered("/bars", "plum")).statusCode()).isEqualTo(200);
        assertThat(cedar.get("/bars?as=csv").headers().firstValue("content-type").orElse(""))
                .contains("text/csv");
    }

    @Test
    void whoMayNotTakeAListIsShownNoWayToItAndRefused() {
        long before = exported();
        Map<String, FacelessBrowser> readers =
                Map.of("/journal", heron, "/clients", osier, "/bars", sage);
        readers.forEach((path, reader) -> {
            assertThat(reader.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(reader.get(path).body()).doesNotContain("as=csv", "as=print");
            assertThat(reader.get(path + "?as=csv").statusCode()).as(path).isEqualTo(403);
            assertThat(reader.get(path + "?as=print").statusCode()).as(path).isEqualTo(403);
        });
        assertThat(cedar.get("/users?as=csv").statusCode()).isEqualTo(403);
        assertThat(exported()).isEqualTo(before);
    }

    private static String filtered(String path, String words) {
        HttpResponse<String> answer =
                cedar.post("/filter", Map.of("to", path, "q", words, "sort", "asked"));
        return cedar.location(answer);
    }

    private static long exported() {
        return JdbcClient.create(DATABASE.superuser())
                .sql("select count(*) from nostos.journal_entry where kind = 'listing.exported'")
                .query(Long.class)
                .single();
    }

    private static String lastExport() {
        return JdbcClient.create(DATABASE.superuser())
                .sql(
                        """
                        select convert_from(p.payload, 'UTF8') from nostos.journal_payload p
                        join nostos.journal_entry e on e.id = p.entry
                        where e.kind = 'listing.exported' order by e.recorded_at desc limit 1
                        """)
                .query(String.class)
                .single()
                .replace(" ", "");
    }

    private static UUID party(PartyKind kind, String name) {
        return administrator.call(
                () -> instance.bean(AccountKeeping.class).addParty(kind, name, null));
    }

    private static FacelessBrowser member(UUID party, Role role, String login) {
        Opening opening =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class).open(party, role, login, "Visitor"));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return new FacelessBrowser(instance.address()).signIn(login, PASSWORD);
    }
}
