package org.nostos.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The house works without scripts, in the dark, and on paper.
class EveryDeviceStory {

    @Test
    void withoutScriptsSomebodySignsInReadsTheJournalAndSignsOut() {
        try (Visit heron =
                Visit.by(Cast.HERON, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            heron.follow("Journal");
            heron.page().selectOption("#kind", "parties.account-opened");
            heron.press("Show these");
            assertThat(heron.main().innerText()).contains("opened an account");
            heron.press("Check every act now");
            heron.press("Sign out");
            assertThat(heron.path()).startsWith("/login");
        }
    }

    @Test
    void inTheDarkEverythingCanStillBeRead() {
        try (Visit juniper =
                Visit.by(
                        Cast.JUNIPER,
                        new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
            for (String path : List.of("/users", "/journal")) {
                juniper.open(path);
                Looking.takePicture(juniper.page(), "dark" + path.replace('/', '-') + "-1280");
                Looking.expectNoAxeViolations(juniper.page());
            }
        }
    }

    @Test
    void onPaperThereIsWhatWasReadAndWhoPrintedItAndNothingToPress() {
        try (Visit heron = Visit.by(Cast.HERON)) {
            heron.open("/journal");
            heron.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Looking.takePicture(heron.page(), "paper-journal-1280");
            assertThat(heron.page().locator(".printed").isVisible()).isTrue();
            assertThat(heron.page().locator(".printed").innerText())
                    .contains("Heron Reed", "Return Watch");
            assertThat(heron.page().locator("button:visible, nav:visible").count()).isZero();
        }
    }
}
