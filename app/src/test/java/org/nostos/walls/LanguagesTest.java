package org.nostos.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nostos.Instance;
import org.nostos.parties.OneTimeLinks;
import org.nostos.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Choosing the language of the pages: at the door, inside, and on the next device.
class LanguagesTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static Instance instance;

    @BeforeAll
    static void openDoors() {
        instance = Instance.start(DATABASE.access(), 0, Map.of());
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
    }

    @AfterAll
    static void closeDoors() {
        instance.close();
    }

    @ParameterizedTest
    @CsvSource({"en,ltr", "ar,rtl", "ckb,rtl", "kmr,ltr"})
    void theDoorSpeaksWhatIsChosenThere(String language, String direction) {
        FacelessBrowser browser = browser().prefers("ar,en;q=0.5");
        HttpResponse<String> chosen = choose(browser, language, "/login?out");
        assertThat(browser.location(chosen)).isEqualTo("/login?out");
        assertThat(chosen.headers().allValues("set-cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("nostos-language=" + language + ";")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Strict"));
        assertThat(browser.get("/login").body())
                .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">")
                .doesNotContain("??");
        assertThat(browser.get("/no-such-page").body()).doesNotContain("??");
    }

    @Test
    void whatNoNativeReaderHasReadSaysSoOnEveryPageAndIsNeverGuessed() {
        FacelessBrowser browser = browser().prefers("ckb,kmr;q=0.9");
        assertThat(browser.get("/login").body())
                .contains("<html lang=\"en\"")
                .doesNotContain(UNREAD);
        choose(browser, "ckb", "/");
        assertThat(browser.get("/login").body()).contains(UNREAD);
        choose(browser, "ar", "/");
        assertThat(browser.get("/login").body()).doesNotContain(UNREAD);
    }

    /// The mark of the band that stands above a page in an unread language.
    private static final String UNREAD = "data-is=\"unread\"";

    @Test
    void aChoiceFollowsThePersonToTheirNextDevice() {
        FacelessBrowser first = browser();
        choose(first, "ar", "/login");
        first.signIn("juniper", PASSWORD);
        assertThat(first.get("/account").body()).contains("<html lang=\"ar\" dir=\"rtl\">");

        FacelessBrowser second = browser();
        assertThat(second.get("/login").body()).contains("<html lang=\"en\"");
        second.signIn("juniper", PASSWORD);
        assertThat(second.get("/account").body()).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(second.location(choose(second, "en", "/users"))).isEqualTo("/users");
        assertThat(second.get("/users").body()).contains("<html lang=\"en\" dir=\"ltr\">");

        FacelessBrowser third = browser().prefers("ar");
        third.signIn("juniper", PASSWORD);
        assertThat(third.get("/account").body()).contains("<html lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void eachChoiceIsAnActAndChoosingTheSameAgainIsNone() {
        FacelessBrowser browser = browser().signIn("juniper", PASSWORD);
        choose(browser, "en", "/");
        long before = acts();
        choose(browser, "kmr", "/");
        choose(browser, "kmr", "/");
        assertThat(acts()).isEqualTo(before + 1);
        choose(browser, "en", "/");
    }

    @Test
    void whatIsNoLanguageIsRefusedAndNoOtherHouseIsLedTo() {
        FacelessBrowser browser = browser();
        assertThat(choose(browser, "tlh", "/").statusCode()).isEqualTo(400);
        assertThat(browser.location(choose(browser, "en", "//elsewhere.example/"))).isEqualTo("/");
        assertThat(browser.postUnasked("/language").statusCode()).isEqualTo(403);
    }

    @Test
    void aProgramIsToldInItsLanguageToo() {
        FacelessBrowser browser = browser().signIn("juniper", PASSWORD);
        assertThat(browser.wants("application/json").get("/checkpoints/none").body())
                .contains("\"error\":\"This could not be read\"")
                .doesNotContain("Exception");
    }

    private static HttpResponse<String> choose(
            FacelessBrowser browser, String language, String back) {
        return browser.post("/language", Map.of("language", language, "back", back));
    }

    private static long acts() {
        return JdbcClient.create(DATABASE.superuser())
                .sql(
                        "select count(*) from nostos.journal_entry where kind = 'parties.language-chosen'")
                .query(Long.class)
                .single();
    }

    private static FacelessBrowser browser() {
        return new FacelessBrowser(instance.address());
    }
}
