package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.nostos.identity.IdentityReview;
import org.nostos.identity.ProposalFile;

/// A person who was joined wrongly is taken apart by two people, and whoever was told is told again.
class TakingApartStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    void oneDraftsAnotherCarriesItOutAndWhoeverWasToldIsListed() {
        String person = joinedPerson();
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

    private static String joinedPerson() {
        String pair;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/review");
            hazel.main().locator("tbody th a").last().click();
            assertThat(hazel.page().locator("table.compare")).isVisible();
            pair = hazel.path();
            hazel.press("Same person");
            assertThat(hazel.page().locator(".said")).containsText("waits for a second hand");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open(pair);
            rowan.press("Same person");
            assertThat(rowan.page().locator(".said")).containsText("Two hands agree: one person");
            return "/people/" + leftPersonOf(pair);
        }
    }

    private static UUID leftPersonOf(String pair) {
        UUID proposal = UUID.fromString(pair.replaceAll("^/review/|\\?.*$", ""));
        return Founding.caller(Stage.get(), Cast.HAZEL)
                .<Optional<ProposalFile>, RuntimeException>call(
                        () -> Stage.get().bean(IdentityReview.class).file(proposal))
                .orElseThrow()
                .leftPerson()
                .id();
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
