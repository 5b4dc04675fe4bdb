package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A list on which one row is a household arrives, with dates that nobody can tell day from month in.
class HouseholdsStory {

    private static final String TITLE = "Tents of Camp Cedar, March";
    private static final String HEADINGS =
            "Family no.,Head of tent,Date of birth,Wife,Child 1,Child 2,Tent mark\n";
    private static final String ROWS =
            """
            F-1,Saqr Zaytun Kharrub,05/07/1978,Warda Laymun,Narjis,Hudhud,green
            F-2,Sindyan Balut Arz,03/04/1981,,,,
            F-3,Rumman Tut Lawz,1969-02-31,Yasmin Khawkh,,,grey
            """;

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void anOfficerIsAskedForDayAndMonthMendsARowAndSeesTheHousehold(@TempDir Path folder)
            throws IOException {
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(write(folder, HEADINGS + ROWS), TITLE);
            awaitColumns(elder);
            assertThat(elder.main()).containsText("Day or month first?");
            choose(elder, 2, "full_name");
            readLikeThis(elder);
            assertThat(elder.main()).containsText("Column 3 waits for you");

            choose(elder, 3, "birth_date:gregorian-day-first");
            elder.press("Show how it reads");
            assertThat(elder.main()).containsText("5 Jul 1978");
            assertThat(elder.main()).containsText("wife family no. f-1");
            Looking.takePicture(elder.page(), "household-mapping-1280");
            Looking.expectNoAxeViolations(elder.page());
            readLikeThis(elder);

            awaitStaged(elder);
            elder.press("Keep the year 1969 alone");
            assertThat(elder.main()).containsText("the year alone is kept");
            Looking.takePicture(elder.page(), "household-mended-1280");
            Looking.expectNoAxeViolations(elder.page());
            desk.acceptWhenStaged();

            Locator households = elder.main().locator("#households");
            households.waitFor(
                    new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.VISIBLE)
                            .setTimeout(60_000));
            assertThat(households).containsText("Warda Laymun, wife");
            Looking.takePicture(elder.page(), "household-accepted-1280");

            elder.follow("Narjis");
            assertThat(elder.main().locator("#listed")).containsText("Saqr Zaytun Kharrub, head");
            assertThat(elder.main().locator("#listed")).containsText(TITLE);
            elder.follow("Saqr Zaytun Kharrub");
            assertThat(elder.main().locator("#kept")).containsText("Tent mark");
            assertThat(elder.main().locator("#kept")).containsText("green");
            Looking.takePicture(elder.page(), "household-person-1280");
            elder.page().setViewportSize(Visit.NARROW, 900);
            Looking.expectNothingOverTheSide(elder.page());
            Looking.takePicture(elder.page(), "household-person-390");
            assertThat(elder.complaints()).isEmpty();
        }
        theNextListIsProposedAsThisOneWas(folder);
    }

    private static void theNextListIsProposedAsThisOneWas(Path folder) throws IOException {
        String april =
                HEADINGS + ROWS.replace("Zaytun", "Tuffah").replace("1969-02-31", "1969-02-01");
        try (Visit elder = Visit.by(Cast.ELDER)) {
            new ListDesk(elder).handIn(write(folder, april), "Tents of Camp Cedar, April");
            awaitColumns(elder);
            assertThat(elder.main()).containsText("Proposed as in " + TITLE);
            assertThat(elder.main()).containsText("mapped by " + Cast.ELDER.displayName());
            assertThat(elder.main().locator("#use-3")).hasValue("birth_date:gregorian-day-first");
            Looking.takePicture(elder.page(), "household-remembered-1280");
            elder.page().setViewportSize(Visit.NARROW, 900);
            Looking.expectNothingOverTheSide(elder.page());
            Looking.takePicture(elder.page(), "household-remembered-390");
        }
        try (Visit plum = Visit.by(Cast.PLUM)) {
            new ListDesk(plum).handIn(write(folder, april + "F-4,Laymun,,,,,\n"), "Theirs");
            awaitColumns(plum);
            assertThat(plum.source()).doesNotContain(TITLE);
        }
    }

    private static Path write(Path folder, String list) throws IOException {
        return Files.writeString(folder.resolve("tents.csv"), list);
    }

    private static void choose(Visit visit, int column, String use) {
        visit.main().locator("#use-" + column).selectOption(use);
    }

    /// A choice that is still open is stopped by the browser; here the server is asked.
    private static void readLikeThis(Visit visit) {
        visit.main().locator("form[action$='/columns']").evaluate("form => form.noValidate = true");
        visit.main().locator("form[action$='/columns'] button:not([name])").click();
    }

    private static void awaitColumns(Visit visit) {
        visit.main()
                .locator("form[action$='/columns'] button:not([name])")
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    private static void awaitStaged(Visit visit) {
        visit.main()
                .locator("button[data-key=KeyA]")
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(WaitForSelectorState.VISIBLE)
                                .setTimeout(60_000));
    }
}
