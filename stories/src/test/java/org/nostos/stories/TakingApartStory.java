package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person who was joined wrongly is taken apart by two people, and whoever was told is told again.
class TakingApartStory {

    private static final String ROLL =
            """
            no,full name,sex,date of birth,document
            CJ-3,Hudhud Lawz Tarfa,M,1984-03-17,K7719204
            CJ-8,Hudhud Lawz Tarfa,M,1984-03-17,K7719204
            CJ-9,Warda Rumman Laymun,F,1991-10-02,K5508812
            """;

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void oneDraftsAnotherCarriesItOutAndWhoeverWasToldIsListed(@TempDir Path folder)
            throws IOException {
        String person = joinedPerson(folder);
        String split;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open(person);
            hazel.follow("These are not one person");
            assertThat(hazel.main()).containsText("Still open");
            Locator groups = hazel.page().locator("select[name^='group.']");
            groups.nth(0).selectOption(new SelectOption().setLabel("Group 1"));
            groups.nth(1).selectOption(new SelectOption().setLabel("Group 2"));
            hazel.press("Work it out");
            assertThat(hazel.main()).containsText("Nothing is open");
            lookAt(hazel, "split-draft");
            hazel.page().locator("#reason").fill("the fathers are two");
            hazel.press("Put it forward");
            assertThat(hazel.page().locator(".said")).containsText("put forward");
            assertThat(hazel.main()).containsText("Another reviewer carries it out");
            split = hazel.path();
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open("/splits");
            assertThat(rowan.main()).containsText("Waits for a second person");
            rowan.open(split);
            lookAt(rowan, "split");
            rowan.page().locator("#reason").fill("read both, they are two");
            rowan.press("Carry it out");
            assertThat(rowan.page().locator(".said")).containsText("taken apart");
            rowan.follow("Show and print the list");
            assertThat(rowan.main()).containsText("Hazel Linden");
            lookAt(rowan, "split-told");
            assertThat(rowan.main()).containsText("Took the person apart");
            Locator line =
                    rowan.page()
                            .locator("tbody tr")
                            .filter(new Locator.FilterOptions().setHasText("Hazel Linden"));
            line.locator("input[name=how]").fill("told at the desk");
            line.locator("button").click();
            assertThat(rowan.page().locator(".said")).containsText("ticked off");
            assertThat(rowan.main()).containsText("told at the desk");
            rowan.open(person);
            assertThat(rowan.main()).containsText("No other record is joined with this one");
            org.assertj.core.api.Assertions.assertThat(rowan.complaints()).isEmpty();
        }
    }

    /// Two rows of a list of this story's own, judged to be one man by two people.
    private static String joinedPerson(Path folder) throws IOException {
        try (Visit elder = Visit.by(Cast.ELDER)) {
            Path roll = folder.resolve("roll.csv");
            Files.writeString(roll, ROLL);
            ListDesk desk = new ListDesk(elder);
            desk.handIn(roll, "Camp Juniper, register");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
            assertThat(elder.main()).containsText("accepted");
        }
        World.awaitLinked();
        String person;
        String pair;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/people");
            hazel.main().locator("#q").fill("Hudhud Lawz Tarfa");
            hazel.main().getByRole(AriaRole.BUTTON).first().click();
            hazel.main().locator("tbody th a").first().click();
            assertThat(hazel.heading()).containsText("Hudhud Lawz Tarfa");
            person = hazel.path();
            hazel.main().locator("a[href^='/review/']").first().click();
            assertThat(hazel.page().locator("table.compare")).isVisible();
            pair = hazel.path();
            hazel.press("Same person");
            assertThat(hazel.page().locator(".said")).containsText("waits for a second hand");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open(pair);
            rowan.press("Same person");
            assertThat(rowan.page().locator(".said")).containsText("Two hands agree: one person");
        }
        return person;
    }

    static void lookAt(Visit visit, String name) {
        for (int width : java.util.List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
