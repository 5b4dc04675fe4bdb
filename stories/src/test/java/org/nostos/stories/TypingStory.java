package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People are found while the question is typed, and the hands need not leave the keyboard.
class TypingStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void aNameTypedHalfIsFoundAndOpenedWithTheKeyboard() {
        String whole = Names.ofSomebodyOnTheAuthoritysListToo();
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/people");
            hazel.page().locator("#q").focus();
            hazel.page().keyboard().type(whole.substring(0, whole.length() - 2));
            assertThat(rows(hazel).first()).isVisible();
            assertThat(hazel.page().locator("#found-count")).containsText("found");
            assertThat(hazel.page().locator("#found [lang=ar]").first()).isVisible();
            assertThat(hazel.path()).isEqualTo("/people");
            for (int width : java.util.List.of(Visit.WIDE, Visit.NARROW)) {
                hazel.page().setViewportSize(width, 900);
                Looking.takePicture(hazel.page(), "typing-" + width);
                Looking.expectNoAxeViolations(hazel.page());
                Looking.expectNothingOverTheSide(hazel.page());
            }
            hazel.key("ArrowDown");
            hazel.key("ArrowDown");
            assertThat(rows(hazel).nth(1).locator("a")).isFocused();
            hazel.key("ArrowUp");
            assertThat(rows(hazel).first().locator("a")).isFocused();
            hazel.key("Enter");
            hazel.page().waitForURL(url -> url.matches(".*/people/[0-9a-f-]{36}"));
        }
    }

    @Test
    void escapeGoesBackToTheFieldAndThenClearsIt() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/people");
            hazel.page().locator("#q").focus();
            hazel.page().keyboard().type("N-2026-0000");
            assertThat(rows(hazel).first()).isVisible();
            hazel.key("ArrowDown");
            hazel.key("Escape");
            assertThat(hazel.page().locator("#q")).isFocused();
            hazel.key("Escape");
            assertThat(hazel.page().locator("#q")).hasValue("");
            assertThat(rows(hazel)).hasCount(0);
        }
    }

    @Test
    void aNumberAndAYearOfBirthFindByHowTheyBegin() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/people");
            hazel.page().locator("#q").fill("N-2026-00001");
            assertThat(rows(hazel).first().locator("a")).containsText("N-2026-00001");
            hazel.page().locator("#q").fill("");
            assertThat(rows(hazel)).hasCount(0);
            hazel.page().locator("#born").fill("1990");
            assertThat(rows(hazel).first()).containsText("born then");
        }
    }

    private static Locator rows(Visit visit) {
        Page page = visit.page();
        return page.locator("#found tbody tr");
    }
}
