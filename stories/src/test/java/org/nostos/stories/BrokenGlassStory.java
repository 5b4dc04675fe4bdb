package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A doctor's note is seen by its keeper alone. At night a reviewer breaks the glass, and the second
/// reviewer reads of it on every page until she has answered. Who looked stands on the person's page.
/// Later the person is erased, and the journal is whole.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokenGlassStory {

    private static final String NAME = "Sunbula Yasminova";
    private static final String NOTE = "Needs insulin twice a day.";

    @TempDir static Path folder;

    @BeforeAll
    static void somebodyIsKnown() throws IOException {
        World.ready();
        Path file = folder.resolve("ward.csv");
        Files.writeString(
                file,
                "number,full name,date of birth\nW-1,"
                        + NAME
                        + ",1990-04-11\nW-2,Dulb Kharrubi,1987-09-30\n");
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(file, "Ward register");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
        }
        World.awaitLinked();
    }

    @Test
    @Order(1)
    void twoPeopleMakeAKeeperWhoWritesANote() {
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            juniper.open("/keepers");
            Locator form = juniper.main().locator("form[action$='/keepers']");
            form.locator("#account")
                    .selectOption(
                            new com.microsoft.playwright.options.SelectOption()
                                    .setLabel("Willow Elder, Joint Return Committee"));
            form.locator("#kind").selectOption("MEDICAL");
            form.locator("#reason").fill("The committee’s doctor");
            form.locator("button").click();
            assertThat(juniper.main()).containsText("A second person has to confirm");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open("/keepers");
            rowan.press("Confirm this keeper");
            assertThat(rowan.main()).containsText("The keeper is confirmed");
        }
        try (Visit elder = Visit.by(Cast.ELDER)) {
            openPerson(elder);
            elder.follow("Notes that stand apart");
            elder.main().locator("textarea[name=words]").fill(NOTE);
            elder.press("Add the note");
            assertThat(elder.main().locator(".notes")).containsText(NOTE);
        }
    }

    @Test
    @Order(2)
    void aReviewerBreaksTheGlassAndTheSecondReviewerHasToAnswer() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            openPerson(hazel);
            hazel.follow("Notes that stand apart");
            assertThat(hazel.main()).not().containsText(NOTE);
            Locator medical = hazel.main().locator("section:has(#apart-medical) details");
            medical.locator("summary").click();
            medical.locator("input[value=LIFE_OR_HEALTH]").check();
            medical.locator("textarea").fill("The hospital asks tonight what she takes");
            medical.locator("button").click();
            assertThat(hazel.main().locator(".notes")).containsText(NOTE);
            look(hazel, "glass-open");
            hazel.open("/people");
            assertThat(hazel.main().locator(".band").first()).isVisible();
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open("/");
            Locator band =
                    rowan.main()
                            .locator(
                                    ".band",
                                    new Locator.LocatorOptions().setHasText("nobody has answered"));
            assertThat(band).isVisible();
            band.getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
            assertThat(rowan.main()).containsText("The hospital asks tonight");
            look(rowan, "glass-told");
            rowan.main()
                    .locator("input[name=remark]")
                    .first()
                    .fill("The hospital confirmed it at nine.");
            rowan.press("Acknowledge with this remark");
            assertThat(rowan.main()).containsText("Your acknowledgement is kept");
            rowan.open("/");
            assertThat(band).isHidden();
        }
    }

    @Test
    @Order(3)
    void whoLookedStandsOnThePersonsPage() {
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            openPerson(rowan);
            assertThat(rowan.main()).containsText("Read this week by");
            rowan.follow("All readings");
            assertThat(rowan.main().locator("tbody")).containsText("Hazel Linden");
            assertThat(rowan.main().locator("tbody")).containsText("looked through broken glass");
            look(rowan, "readings");
            rowan.main().locator("#f-how").selectOption("GLASS");
            rowan.main().locator("form.listing button").click();
            assertThat(rowan.main().locator(".count")).containsText("1 of ");
        }
    }

    @Test
    @Order(4)
    void aPersonIsErasedByTwoPeopleAndTheJournalIsWhole() {
        String path;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            openPerson(hazel);
            path = hazel.path();
            hazel.main().locator("summary#erase-h").click();
            hazel.main().locator("#erase-ground").fill("Data protection act of Meridia, section 4");
            hazel.main().locator("#erase-reason").fill("Asked for in writing; nothing is open");
            hazel.press("Ask for it to be erased");
            assertThat(hazel.main()).containsText("waits for a second person");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open("/retention");
            look(rowan, "retention");
            rowan.press("Erase for good");
            assertThat(rowan.main()).containsText("erased by Ash Rowan");
            rowan.open(path);
            assertThat(rowan.heading()).containsText("Erased on");
            assertThat(rowan.main()).not().containsText(NAME);
            look(rowan, "erased");
            rowan.open("/journal");
            rowan.press("Check every act now");
            assertThat(rowan.main()).containsText("The journal is whole");
        }
    }

    private static void openPerson(Visit visit) {
        visit.page().locator("#find").fill(NAME);
        visit.page().locator("#find").press("Enter");
        visit.main().locator("tbody th a").first().click();
        assertThat(visit.heading()).containsText(NAME);
    }

    private static void look(Visit visit, String name) {
        for (int width : java.util.List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
