package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JournalStory {

    @Test
    void aMonitorChecksThatNothingInTheJournalWasChanged() {
        try (Visit heron = Visit.by(Cast.HERON)) {
            heron.follow("Journal");
            heron.press("Check every act now");
            assertThat(heron.page().locator("#check"))
                    .containsText(
                            "The journal is whole.",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        }
    }

    @Test
    void aMonitorReadsWhoOpenedAnAccountButNotWhatTheEntrySpeaksOf() {
        try (Visit heron = Visit.by(Cast.HERON)) {
            heron.open("/journal?kind=parties.account-opened");
            heron.main().locator("tbody a").first().click();
            assertThat(heron.heading()).hasText("opened an account");
            assertThat(heron.main()).containsText("Juniper Linden");
            assertThat(heron.main()).containsText("Not open to your role");
            assertThat(heron.source()).doesNotContain("\"account\"");
        }
    }

    @Test
    void anAdministratorFindsTheirOwnAct() {
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            juniper.follow("Journal");
            juniper.page().selectOption("#kind", "parties.founded");
            juniper.press("Show these");
            assertThat(juniper.main().locator("tbody tr")).hasCount(1);
        }
    }

    @Test
    void aMonitorTakesACheckpointAwayAndSetsItAgainstTheJournalLater() throws IOException {
        try (Visit heron = Visit.by(Cast.HERON)) {
            heron.follow("Keep it");
            heron.press("Sign the journal as it stands");
            Path kept =
                    heron.page()
                            .waitForDownload(() -> heron.main().locator("tbody a").first().click())
                            .path();
            String checkpoint = Files.readString(kept);
            heron.page().fill("#text", checkpoint.replaceFirst("size \\d", "size 9"));
            heron.press("Check the journal against it");
            assertThat(heron.main()).containsText("The signature is not this house’s");
            heron.page().fill("#text", checkpoint);
            heron.press("Check the journal against it");
            assertThat(heron.page().locator("#check"))
                    .containsText(
                            "It begins with exactly the acts of the checkpoint",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        }
    }

    @Test
    void whatTheEngineDidStandsUnderItsNameAndNotUnderANumber() {
        World.ready();
        World.awaitLinked();
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/journal?kind=identity.run-finished");
            assertThat(hazel.main().locator("tbody tr").first()).containsText("The engine");
        }
    }
}
