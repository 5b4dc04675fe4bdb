package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// The keys act wherever the letters are printed, never in a field, and can be turned off.
class KeysStory {

    @Test
    void gThenJLeadsToTheJournal() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            press(hazel.page(), "g", "KeyG");
            press(hazel.page(), "j", "KeyJ");
            hazel.page().waitForURL("**/journal");
        }
    }

    @Test
    void onAnArabicKeyboardTheSamePlacesActAlike() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            press(hazel.page(), "ل", "KeyG");
            press(hazel.page(), "ت", "KeyJ");
            hazel.page().waitForURL("**/journal");
        }
    }

    @Test
    void slashStepsIntoTheSearchBoxAndThereItIsALetter() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.key("/");
            assertThat(hazel.page().locator("#find")).isFocused();
            hazel.page().keyboard().type("g/j");
            assertThat(hazel.page().locator("#find")).hasValue("g/j");
        }
    }

    @Test
    void theQuestionMarkShowsAllKeysAndTheyCanBeTurnedOff() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.key("?");
            assertThat(hazel.page().locator("#keys")).isVisible();
            Looking.takePicture(hazel.page(), "keys-1280");
            Looking.expectNoAxeViolations(hazel.page());
            hazel.page().locator("#keys-on").uncheck();
            hazel.press("Close");
            hazel.key("/");
            assertThat(hazel.page().locator("#find")).not().isFocused();
            hazel.open("/journal");
            press(hazel.page(), "g", "KeyG");
            press(hazel.page(), "o", "KeyO");
            assertThat(hazel.path()).isEqualTo("/journal");
        }
    }

    private static void press(Page page, String letter, String place) {
        page.evaluate(
                "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown',"
                        + " {key, code, bubbles: true, cancelable: true}))",
                java.util.List.of(letter, place));
    }
}
