package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One case, read by somebody who reads from the right: chosen at the door, kept from then on, with names in
/// their own script, days in both calendars, and no word left in English.
class TheSameCaseInArabicStory {

    /// Words of the page itself in Latin letters: not those that are a value (a name, a number, a citation),
    /// nor what fills a sentence, nor the names of formats, nor an example of what may be typed.
    private static final String ENGLISH_LEFT =
            """
            () => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const left = [];
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.parentElement.closest('bdi, [dir=auto], .id, .hash, kbd, script, style, .tongue')) continue;
                const own = node.textContent.replace(/\\u2068[^\\u2069]*\\u2069/g, '');
                if (/[A-Za-z]{3,}/.test(own.replace(/\\b(UTC|CSV|XLSX|ODS|PDF|SHA|ISO|Nostos|May|alpha|XXA)\\b/g, ''))) left.push(own.trim());
              }
              return left;
            }
            """;

    private static final List<String> LEFT = new ArrayList<>();

    private static String person;

    @BeforeAll
    static void aCaseIsOpen() {
        World.ready();
        UUID id = World.personNamed(Names.ofSomebodyOnTheAuthoritysListToo());
        person = id.toString();
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/cases/" + person);
            if (cedar.page().locator("#open-reason").count() > 0) {
                cedar.page().locator("#open-reason").fill("held at a site of the north");
                cedar.press("Open a case");
            }
        }
    }

    @AfterAll
    static void larchReadsEnglishAgain() {
        try (Visit larch = Visit.by(Cast.LARCH)) {
            choose(larch, "en");
        }
    }

    @Test
    void whatIsChosenAtTheDoorIsSpokenInEveryRoomAndOnTheNextDevice() {
        try (Visit larch = Visit.ofAStranger()) {
            larch.open("/login");
            choose(larch, "ar");
            assertThat(larch.page().locator("html")).hasAttribute("dir", "rtl");
            assertThat(larch.heading()).hasText("تسجيل الدخول");
            look(larch, "login");
            larch.signIn(Cast.LARCH.login(), Cast.PASSWORD);
            larch.page().waitForURL(url -> !url.endsWith("/login"));
            look(larch, "overview");
            theCase(larch);
            for (String page :
                    List.of(
                            "/cases",
                            "/alarms",
                            "/due",
                            "/plan",
                            "/bars",
                            "/states",
                            "/notes",
                            "/facilities",
                            "/children",
                            "/statelessness",
                            "/account")) {
                assertThat(larch.open(page)).as(page).isEqualTo(200);
                look(larch, page.substring(1));
            }
            assertThat(larch.complaints()).isEmpty();
            assertThat(LEFT).as("words left in English").isEmpty();
        }
        try (Visit again = Visit.by(Cast.LARCH)) {
            assertThat(again.page().locator("html")).hasAttribute("lang", "ar");
        }
    }

    private static void theCase(Visit larch) {
        larch.open("/cases/" + person);
        assertThat(larch.main()).containsText("المسارات");
        assertThat(larch.main().locator(".tracks .month").first()).isVisible();
        assertThat(larch.main().locator("time.dual i").first()).not().isEmpty();
        look(larch, "case");
        for (String part :
                List.of(
                        "custody",
                        "property",
                        "nationality",
                        "family",
                        "requests",
                        "bars",
                        "review")) {
            larch.open("/cases/" + person + "/" + part);
            look(larch, "case-" + part);
        }
        larch.open("/people/" + person);
        look(larch, "person");
    }

    @Test
    void aLanguageThatNobodyHasReadYetSaysSoAndTheRestIsEnglish() {
        for (String language : List.of("ckb", "kmr")) {
            try (Visit visit = Visit.ofAStranger()) {
                visit.open("/login");
                choose(visit, language);
                assertThat(visit.page().locator("html")).hasAttribute("lang", language);
                assertThat(visit.page().locator(".band[data-is=unread]")).isVisible();
                Looking.takePicture(visit.page(), "login-" + language);
                Looking.expectNoAxeViolations(visit.page());
            }
        }
    }

    private static void choose(Visit visit, String language) {
        visit.page().locator(".tongue summary").click();
        visit.page().locator(".tongue button[value=" + language + "]").click();
        assertThat(visit.page().locator("html")).hasAttribute("lang", language);
    }

    private static void look(Visit visit, String name) {
        ((List<?>) visit.page().evaluate(ENGLISH_LEFT))
                .forEach(words -> LEFT.add(name + ": " + words));
        for (int width : List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), "arabic-" + name + "-" + width);
            Looking.expectNothingOverTheSide(visit.page());
        }
        Looking.expectNoAxeViolations(visit.page());
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
