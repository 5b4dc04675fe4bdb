package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningInStory {

    @Test
    void aReviewerSignsInAndFindsTheirName() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            assertThat(hazel.page().locator(".tools .name")).hasText("Hazel Linden");
            assertThat(hazel.page().locator(".desk")).containsText("Joint Return Committee");
        }
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhichHalfWasWrong() {
        try (Visit somebody = Visit.ofAStranger()) {
            somebody.open("/login");
            somebody.signIn("hazel", "not the password");
            assertThat(somebody.main().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .isVisible();
            String known = somebody.main().innerText();
            somebody.open("/login");
            somebody.signIn("nobody-of-that-name", "not the password");
            assertThat(somebody.main()).containsText(known.lines().findFirst().orElseThrow());
        }
    }

    @Test
    void aStrangerSeesNoPageButTheDoor() {
        try (Visit stranger = Visit.ofAStranger()) {
            stranger.open("/journal");
            assertThat(stranger.path()).startsWith("/login");
        }
    }

    @Test
    void whoSignsOutHasToSignInAgain() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.press("Sign out");
            hazel.open("/");
            assertThat(hazel.path()).startsWith("/login");
        }
    }
}
