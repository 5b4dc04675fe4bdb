package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two people say who is who; each in their own words, and neither for the other.
class ReviewingStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void aPairIsOnePersonWhenTwoPeopleSaySoAndOpenAgainWhenOneTakesItBack() {
        String pair;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            pair = firstPair(hazel);
            lookAt(hazel, "pair");
            hazel.page().locator("#reason").fill("father and birthplace agree");
            hazel.heading().click();
            hazel.key("s");
            assertThat(hazel.page().locator(".said")).containsText("waits for a second hand");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open(pair);
            assertThat(rowan.main()).not().containsText("Hazel Linden");
            assertThat(rowan.source()).doesNotContain("father and birthplace agree");
            rowan.press("Same person");
            assertThat(rowan.page().locator(".said")).containsText("Two hands agree: one person");
            rowan.open(pair);
            assertThat(rowan.main()).containsText("Hazel Linden");
            lookAt(rowan, "pair-confirmed");
            rowan.page().locator("#undo-reason").fill("the second row names another father");
            rowan.press("Take my judgement back");
            assertThat(rowan.page().locator(".said")).containsText("taken back");
            assertThat(rowan.complaints()).isEmpty();
        }
    }

    @Test
    void nobodyGivesBothHands() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            String pair = firstPair(hazel);
            hazel.press("Different people");
            assertThat(hazel.page().locator(".said")).containsText("waits for a second hand");
            hazel.open(pair);
            assertThat(hazel.main()).containsText("You said: different people.");
            assertThat(hazel.page().locator("[data-key=KeyS]")).hasCount(0);
        }
    }

    @Test
    void whoeverCannotTellSaysWhy() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            String pair = firstPair(hazel);
            hazel.press("Cannot tell");
            assertThat(hazel.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .containsText("This stands in the way");
            assertThat(hazel.path()).startsWith(pair.replaceAll("\\?.*", ""));
        }
    }

    @Test
    void jAndKLeadToTheNextPairAndBack() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            String pair = firstPair(hazel);
            hazel.key("j");
            hazel.page().waitForURL(url -> !url.contains(id(pair)));
            hazel.key("k");
            hazel.page().waitForURL(url -> url.contains(id(pair)));
        }
    }

    private static String firstPair(Visit visit) {
        visit.open("/review");
        visit.main().locator("tbody th a").first().click();
        assertThat(visit.page().locator("table.compare")).isVisible();
        return visit.path();
    }

    private static String id(String pair) {
        return pair.replaceAll("^/review/|\\?.*$", "");
    }

    private static void lookAt(Visit visit, String name) {
        for (int width : java.util.List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
