package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list comes again, somebody is not on it any more, and is looked for; and the committee sets one
/// list beside another.
class VersionsStory {

    private static final String ROLL =
            """
            no,full name,sex,date of birth,tent
            CR-17,Saqr Zaytun Mishmishi,M,1988-07-25,4
            CR-23,Warda Tut Sindyan,F,1993-02-13,4
            CR-31,Narjis Balut Arz,F,1995-11-21,6
            CR-48,Hudhud Kharrub Safsaf,M,1979-05-16,6
            """;

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void twoVersionsArriveAndWhoeverVanishedIsLookedForAndFound(@TempDir Path folder)
            throws IOException {
        try (Visit plum = Visit.by(Cast.PLUM)) {
            handIn(plum, folder.resolve("roll.csv"), ROLL, "Camp Cedar roll");
            ListDesk desk = new ListDesk(plum);
            desk.mapAsProposed();
            desk.acceptWhenStaged();

            String later =
                    ROLL.replaceFirst("CR-31.*\n", "").replace("1979-05-16", "1979-05-19")
                            + "CR-52,Laqlaq Dulb Rumman,M,1990-01-30,7\n";
            handIn(plum, folder.resolve("again.csv"), later, "Cedar, second");
            assertThat(plum.main()).containsText("This looks like a new version of");
            Looking.takePicture(plum.page(), "version-proposed-1280");
            plum.press("It is a new version of that list");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
            plum.follow("Who appeared, vanished and changed since version 1");

            assertThat(plum.main())
                    .containsText(
                            "1 vanished, 1 appeared, 1 are described",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            Locator task = plum.main().locator("a[href^='/tasks/']");
            for (int i = 0; i < 50 && task.count() == 0; i++) {
                plum.page().reload();
            }
            assertThat(plum.main()).containsText("Narjis Balut Arz");
            look(plum, "changes");
            plum.follow("Changed");
            assertThat(plum.main()).containsText("1979-05-19");
            plum.follow("Vanished");
            task.first().click();

            assertThat(plum.heading()).containsText("Narjis Balut Arz");
            look(plum, "task");
            plum.press("Give it to me");
            plum.page().locator("#finding").selectOption("TRANSFERRED");
            plum.page().locator("#source").fill("Transfer order 12, copy seen");
            plum.press("Close the task");
            assertThat(plum.main()).containsText("Transfer order 12, copy seen");
            plum.follow("Tasks");
            assertThat(plum.main()).containsText("Closed 1");
            assertThat(plum.complaints()).isEmpty();
        }
    }

    @Test
    void theCommitteeSetsAHoldersListAgainstAStatesAndPrintsWhatItFound() throws IOException {
        World.awaitLinked();
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.follow("List against list");
            choose(hazel, "left", World.AUTHORITY);
            choose(hazel, "right", World.MERIDIA);
            hazel.press("Set side by side");
            assertThat(hazel.main().locator("table.sum")).containsText("unmatched");
            look(hazel, "compare");
            assertThat(hazel.main().locator("table.sides").first()).isVisible();
            hazel.main()
                    .locator("nav.tabs a")
                    .filter(new Locator.FilterOptions().setHasText("Proposed"))
                    .click();
            assertThat(hazel.main().locator("table.sides a[href^='/review/']").first()).isVisible();

            hazel.page().locator("#purpose").fill("Meeting of the joint committee");
            Download file = hazel.page().waitForDownload(() -> hazel.press("Save"));
            assertThat(file.suggestedFilename()).isEqualTo("list-against-list.csv");
            assertThat(Files.readAllLines(file.path()).size()).isGreaterThan(1);
            hazel.page().locator("#purpose").fill("Meeting of the joint committee");
            hazel.press("Print");
            assertThat(hazel.main()).containsText("Journal entry");
            assertThat(hazel.main()).containsText("Meeting of the joint committee");
            look(hazel, "compare-paper");
            assertThat(hazel.complaints()).isEmpty();
        }
    }

    private static void look(Visit visit, String name) {
        for (int width : new int[] {Visit.NARROW, Visit.WIDE}) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
    }

    private static void handIn(Visit visit, Path file, String rows, String title)
            throws IOException {
        Files.writeString(file, rows);
        new ListDesk(visit).handIn(file, title);
    }

    private static void choose(Visit visit, String side, String title) {
        Locator option =
                visit.page()
                        .locator("#" + side + " option")
                        .filter(new Locator.FilterOptions().setHasText(title))
                        .first();
        visit.page()
                .locator("#" + side)
                .selectOption(new SelectOption().setValue(option.getAttribute("value")));
    }
}
