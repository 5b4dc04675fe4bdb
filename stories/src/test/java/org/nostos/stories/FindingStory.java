package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One box finds somebody under any spelling, in any script, and no name ever stands in an address.
class FindingStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void somebodyIsFoundByTheirNameInAnotherScript() {
        String asTheCampWroteIt = Names.ofSomebodyOnTheAuthoritysListToo();
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.key("/");
            hazel.page().keyboard().type(asTheCampWroteIt);
            hazel.key("Enter");
            assertThat(hazel.main().locator("tbody [lang=ar]").first()).isVisible();
            assertThat(hazel.path()).isEqualTo("/search");
            Looking.takePicture(hazel.page(), "found-1280");
            Looking.expectNoAxeViolations(hazel.page());
            hazel.main().locator("tbody th a").first().click();
            assertThat(hazel.heading()).isVisible();
            assertThat(hazel.path()).matches("/people/[0-9a-f-]{36}");
            lookAt(hazel);
        }
    }

    @Test
    void aNameOfNobodyFindsNobodyAndSaysSo() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/people");
            hazel.main().locator("#q").fill("Qqxwv Zzxkq");
            hazel.main().getByRole(AriaRole.BUTTON).first().click();
            assertThat(hazel.main().locator(".empty")).isVisible();
        }
    }

    @Test
    void aStateFindsNobodyWhomOnlyOthersListed() {
        try (Visit plum = Visit.by(Cast.PLUM)) {
            plum.open("/people");
            plum.main().locator("#q").fill(Names.ofSomebodyOnTheAuthoritysListToo());
            plum.main().getByRole(AriaRole.BUTTON).first().click();
            assertThat(plum.main()).not().containsText("Joint Return Committee");
        }
    }

    private static void lookAt(Visit visit) {
        for (int width : java.util.List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), "person-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
    }
}
