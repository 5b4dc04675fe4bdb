package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A change of the model is seen before it is used, and there is a way back.
class ChangingTheModelStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void onePutsAModelForwardAnotherLooksAndAdoptsItAndBothGoBack() {
        String trial;
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            juniper.open("/model");
            assertThat(juniper.main()).containsText("in use");
            TakingApartStory.lookAt(juniper, "model");
            juniper.page().locator("#retrain-reason").fill("three lists instead of one");
            juniper.press("Train and try it");
            assertThat(juniper.page().locator(".said")).containsText("used by nobody yet");
            trial = juniper.path();
        }
        World.awaitLinked();
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open(trial);
            assertThat(rowan.main()).containsText("What would change");
            TakingApartStory.lookAt(rowan, "model-trial");
            rowan.page().locator("#reason").fill("it finds the same people");
            rowan.press("Adopt it");
            assertThat(rowan.page().locator(".said")).containsText("A linking run begins");
            World.awaitLinked();
            rowan.open("/model");
            rowan.page()
                    .locator("summary")
                    .filter(
                            new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText("Roll back to this"))
                    .first()
                    .click();
            rowan.page().locator("details[open] input[name=reason]").fill("only a trial");
            rowan.page().locator("details[open] button").click();
            assertThat(rowan.page().locator(".said")).containsText("put forward");
            trial = rowan.path();
        }
        World.awaitLinked();
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            juniper.open(trial);
            juniper.page().locator("#reason").fill("back to what we know");
            juniper.press("Adopt it");
            assertThat(juniper.page().locator(".said")).containsText("A linking run begins");
            org.assertj.core.api.Assertions.assertThat(juniper.complaints()).isEmpty();
        }
        World.awaitLinked();
    }
}
