package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
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
import org.nostos.testing.TestDatabase;

/// The ledger over HTTP: two analysts publish, everybody reads, and the chart draws what was said as it
/// was said.
class FiguresInPublicTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static Instance instance;
    private static Caller administrator;
    private static FacelessBrowser clover;
    private static FacelessBrowser teasel;
    private static FacelessBrowser heron;

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
        clover = member(administrator.party(), Role.ANALYST, "clover");
        teasel = member(administrator.party(), Role.ANALYST, "teasel");
        UUID watch =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class)
                                .addParty(PartyKind.MONITOR, "Heron Watch", null));
        heron = member(watch, Role.MONITOR, "heron");
    }

    @AfterAll
    static void closeHouse() {
        instance.close();
    }

    @Test
    void whatOneEntersAnotherPublishesAndEverybodyReads() {
        String page = entered(said("EXACT", "5240", "Site West", "2026-01-21", ""));
        assertThat(heron.get(page).statusCode()).isEqualTo(404);
        assertThat(clover.get(page).body())
                .contains("Somebody else reviews it")
                .doesNotContain("Confirm that the source says so");
        teasel.post(page + "/review", Map.of());
        teasel.post(page + "/publish", Map.of());
        String read = heron.get(page).body();
        assertThat(read).contains("5,240", "Agency Halcyon", "Bulletin 6", "published");
        assertThat(read).doesNotContain("Take the figure back", "Enter a correction");
        assertThat(heron.get("/figures?place=Site+West").body()).contains("5,240");
        assertThat(heron.get("/figures?category=KILLED").body())
                .contains("No row fits this filter");
    }

    @Test
    void theChartDrawsRangesAndHedgesAndTheDaysBetween() {
        published(said("EXACT", "5204", "Site North", "2026-03-02", "2026-02-01"));
        published(said("ABOUT", "5000", "Site North", "2025-10-12", ""));
        published(said("AT_LEAST", "5500", "Site North", "2026-03-19", ""));
        Map<String, String> range = said("RANGE", "4600", "Site North", "2025-11-28", "");
        range.put("upto", "4900");
        published(range);
        Map<String, String> nearly = said("ABOUT", "6000", "Site North", "2026-02-09", "");
        nearly.put("words", "nearly 6,000 people");
        String page = published(nearly);
        String chart = heron.get("/figures?category=HELD&place=Site+North").body();
        assertThat(chart)
                .contains("<svg", "5,204", "about 5,000", "at least 5,500", "4,600 to 4,900")
                .contains("class=\"lag\"", "href=\"" + page + "\"", "The scale begins at");
        assertThat(count(chart, "class=\"mk bare\" d=\"M[0-9. ]+v30m-5-7")).isEqualTo(1);
        assertThat(count(chart, "class=\"mk bare\" d=\"M[0-9. ]+v-30m")).isEqualTo(1);
        assertThat(count(chart, "stroke-dasharray=\"2 3\" d=")).isEqualTo(1);
        assertThat(heron.get("/figures").body()).doesNotContain("class=\"lag\" d=\"M1");
    }

    @Test
    void whatIsRefusedIsSaidAndKeptInTheForm() {
        Map<String, String> wrong = said("EXACT", "many", "Site East", "2026-01", "");
        HttpResponse<String> answer = clover.post("/figures", wrong);
        assertThat(clover.location(answer)).isEqualTo("/figures/new");
        assertThat(clover.get("/figures/new").body())
                .contains("A number is written in digits", "value=\"Site East\"");
        Map<String, String> script = said("EXACT", "7", "Site East", "2026-01", "");
        script.put("address", "javascript:alert(1)");
        clover.post("/figures", script);
        assertThat(clover.get("/figures/new").body()).contains("begins with http");
    }

    @Test
    void aListOfFiguresGoesIntoAFileWithItsSources() {
        published(said("EXACT", "77", "Site File", "2024", ""));
        assertThat(clover.get("/figures?place=Site+File&as=csv").body())
                .contains("\"77\"", "Bulletin 6", "\"exact\"", "\"2024\"");
    }

    static Map<String, String> said(
            String qualifier, String number, String place, String saidOn, String asOf) {
        Map<String, String> form = new HashMap<>();
        form.put("qualifier", qualifier);
        form.put("number", number);
        form.put("unit", "person");
        form.put("counted", "people held");
        form.put("category", "HELD");
        form.put("place", place);
        form.put("saidBy", "the holder");
        form.put("outlet", "Agency Halcyon");
        form.put("saidOn", saidOn);
        form.put("asOf", asOf);
        form.put("title", "Bulletin 6");
        return form;
    }

    private static String published(Map<String, String> form) {
        String page = entered(form);
        teasel.post(page + "/review", Map.of());
        teasel.post(page + "/publish", Map.of());
        return page;
    }

    private static String entered(Map<String, String> form) {
        String page = clover.location(clover.post("/figures", form));
        assertThat(page).matches("/figures/[0-9a-f-]{36}");
        return page;
    }

    private static long count(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.results().count();
    }

    private static FacelessBrowser member(UUID party, Role role, String login) {
        Opening opening =
                administrator.call(() ->
                        instance.bean(AccountKeeping.class).open(party, role, login, "Visitor"));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return new FacelessBrowser(instance.address()).signIn(login, PASSWORD);
    }
}
