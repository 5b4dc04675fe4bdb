package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A list by keyboard, without scripts, on a telephone and on paper.
class ListsStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void aListIsFilteredAndSortedFromTheKeyboardWithoutScripts() {
        Browser.NewContextOptions plain =
                new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (Visit juniper = Visit.by(Cast.JUNIPER, plain)) {
            juniper.open("/users");
            Page page = juniper.page();
            page.locator("#accounts-q").focus();
            page.keyboard().type("linden");
            page.keyboard().press("Enter");
            page.waitForURL("**/users?*");
            assertThat(page.url()).doesNotContain("linden");
            assertThat(rows(page)).hasCount(4);
            assertThat(page.locator("#accounts-q")).hasValue("linden");
            Locator login = page.locator("th a", new Page.LocatorOptions().setHasText("Login"));
            login.first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("th[aria-sort=ascending]")).hasText("Login");
            assertThat(rows(page).first()).containsText("hazel");
            login.first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("th[aria-sort=descending]")).hasText("Login");
            assertThat(rows(page).first()).containsText("osier");
            juniper.follow("Take the filter away");
            assertThat(rows(page)).not().hasCount(4);
        }
    }

    @Test
    void onPaperTheFilterStandsInWordsAndTheControlsAreGone() {
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            juniper.open("/users");
            Page page = juniper.page();
            page.locator("#accounts-q").fill("linden");
            page.locator("#accounts-q").press("Enter");
            assertThat(rows(page)).hasCount(4);
            juniper.follow("All rows, to print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("form.listing").first()).isHidden();
            assertThat(page.locator("nav.nav")).isHidden();
            assertThat(page.locator("main .printed").first()).containsText("linden");
            assertThat(page.locator(".foot .printed")).containsText("Juniper Linden");
            assertThat(page.locator("thead").first()).hasCSS("display", "table-header-group");
            assertThat(page.locator("form.stacked").first()).isHidden();
            Looking.takePicture(page, "list-on-paper");
            assertThat(page.pdf()).startsWith('%', 'P', 'D', 'F');
        }
    }

    @Test
    void onATelephoneTheOrderIsChosenBesideTheFilter() {
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            Page page = juniper.page();
            juniper.open("/users");
            assertThat(page.locator("#accounts-sort")).isHidden();
            page.setViewportSize(Visit.NARROW, 900);
            page.locator("#accounts-sort").selectOption("login");
            page.locator("#accounts-dir").selectOption("desc");
            page.locator("form.listing button").first().click();
            page.waitForURL("**/users?*sort=login*");
            Looking.expectNothingOverTheSide(page);
            Looking.expectNoAxeViolations(page);
            Looking.takePicture(page, "list-390");
        }
    }

    @Test
    void listsAreSoundAtBothWidths() {
        Map<Cast, String> lists =
                Map.of(Cast.JUNIPER, "/users", Cast.ELDER, "/lists", Cast.HAZEL, "/checkpoints");
        lists.forEach((member, path) -> {
            try (Visit visit = Visit.by(member)) {
                visit.open(path + "?sort=party&dir=desc");
                for (int width : List.of(Visit.WIDE, Visit.NARROW)) {
                    visit.page().setViewportSize(width, 900);
                    String name = "list" + path.replace('/', '-') + "-" + width;
                    Looking.takePicture(visit.page(), name);
                    Looking.expectNoAxeViolations(visit.page());
                    Looking.expectNothingOverTheSide(visit.page());
                }
                assertThat(visit.complaints()).isEmpty();
            }
        });
    }

    private static Locator rows(Page page) {
        return page.locator("section[aria-labelledby=accounts-h] tbody tr");
    }
}
