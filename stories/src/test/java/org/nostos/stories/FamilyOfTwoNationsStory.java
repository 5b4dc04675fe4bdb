package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A mother and her children, of two nationalities: whose nationals they are, and who they are to each
/// other.
class FamilyOfTwoNationsStory {

    private static final String ROLL =
            """
            no,full name,mother name,sex,date of birth,nationality,family no
            W-1,Warda Laymun Zaytun,Sunbula Tin,F,1994-02-11,Meridia,F-9
            W-2,Narjis Saqr Kharrub,Warda Laymun Zaytun,F,2015-05-07,XOA,F-9
            W-3,Hudhud Saqr Kharrub,Warda Laymun Zaytun,M,2018-09-30,XOA,F-9
            """;

    /// The day of birth is one later than on the list.
    private static final String PASSPORT =
            """
            P<XMAZAYTUN<<WARDA<LAYMUN<<<<<<<<<<<<<<<<<<<
            K7712345<7XMA9402124F3101012<<<<<<<<<<<<<<06
            """;

    @Test
    void whoseNationalTheMotherIsTakesAStateAndTwoHands(@TempDir Path folder) throws IOException {
        String mother = "/cases/" + received(folder).replace("/people/", "") + "/nationality";
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            assertThat(cedar.open(mother)).isEqualTo(200);
            assertThat(cedar.main()).containsText("Alleged");
            assertThat(cedar.main()).containsText("Somebody else says");
            step(cedar, "CLAIMED", form -> {});
            assertThat(cedar.page().locator(".said").first()).containsText("It is recorded.");
            step(
                    cedar,
                    "EVIDENCE_ADDED",
                    form -> {
                        form.locator("[name=evidence]").selectOption("PHOTOCOPY");
                        form.locator("[name=grade]").selectOption("PROOF");
                        form.locator("[name=shown]").selectOption("COPY");
                        form.locator("[name=number]").fill("P-77");
                    });
            assertThat(cedar.page().locator(".said").first())
                    .containsText("does not carry that far");
            assertThat(cedar.main().locator("details[open] [name=number]")).hasValue("P-77");
            cedar.main().locator("details[open] [name=grade]").selectOption("PRIMA_FACIE");
            cedar.main().locator("details[open] button.main").click();
            assertThat(cedar.main()).containsText("Presumed");
            step(
                    cedar,
                    "VERIFIED",
                    form -> form.locator("[name=rests]").selectOption("STATE_ANSWER"));
            assertThat(cedar.main()).containsText("Somebody else has to confirm it.");
            assertThat(cedar.main().getByText("Confirm as second hand")).hasCount(0);
            lookAt(cedar, "nationality");
            assertThat(cedar.complaints()).isEmpty();
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open(mother);
            assertThat(alder.main().locator("details")).hasCount(0);
            alder.press("Confirm as second hand");
            assertThat(alder.main()).containsText("one holds this person to be its national");
            alder.open("/statelessness");
            assertThat(alder.main()).containsText("Every state of which anything is known");
            assertThat(alder.main()).not().containsText("Warda");
        }
        theLinesOfHerPassportAreReadAgainstTheFile(mother);
        theyAreKeptTogether(mother.replace("/nationality", "/family"));
        theyAreToldNothing(mother);
        theyAreToldNothing(mother.replace("/nationality", "/family"));
    }

    private static void theLinesOfHerPassportAreReadAgainstTheFile(String page) {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open(page);
            cedar.page().locator("#mrz-lines").fill("no such lines");
            cedar.press("Read and compare");
            assertThat(cedar.page().locator(".said").first()).containsText("no machine readable");
            assertThat(cedar.page().locator("#mrz-lines")).hasValue("no such lines");
            cedar.page().locator("#mrz-lines").fill(PASSPORT);
            cedar.press("Read and compare");
            assertThat(row(cedar, "Name")).containsText("agrees");
            assertThat(row(cedar, "Date of birth")).containsText("differs");
            assertThat(row(cedar, "Nationality")).containsText("agrees");
            assertThat(cedar.main()).containsText("They prove nobody’s name");
            lookAt(cedar, "nationality-mrz");
            cedar.page().locator("#mrz-grade").selectOption("PROOF");
            cedar.page().locator("#mrz-shown").selectOption("ORIGINAL");
            cedar.page().locator("#mrz-source").fill("the passport, seen at the site");
            cedar.press("Add it as evidence");
            assertThat(cedar.main()).containsText("Evidence: Passport");
        }
    }

    private static Locator row(Visit visit, String heading) {
        return visit.main().locator("tr:has(:text-is('" + heading + "'))");
    }

    private static void theyAreKeptTogether(String page) {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open(page);
            assertThat(cedar.main()).containsText("Of age: at least 32.");
            for (int i = 0; i < 2; i++) {
                Locator suggested = cedar.main().locator("form:has(input[name=relative])").first();
                assertThat(suggested.locator("[name=relation]")).hasValue("CHILD");
                suggested.locator("[name=same]").selectOption("yes");
                suggested.locator("button").click();
                assertThat(cedar.page().locator(".said").first()).containsText("is proposed");
            }
            assertThat(cedar.main().getByText("Confirm as second hand")).hasCount(0);
            assertThat(cedar.main()).containsText("One person by confirmed ties");
            lookAt(cedar, "family-proposed");
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open(page);
            alder.press("Confirm as second hand");
            assertThat(alder.page().locator(".said").first()).containsText("recorded");
            alder.press("Confirm as second hand");
            assertThat(alder.main()).containsText("3 people by confirmed ties");
            assertThat(row(alder, "XMA")).containsText("1 of 3 verified");
            assertThat(row(alder, "XMA")).containsText("Narjis Saqr Kharrub: nobody spoke");
            assertThat(row(alder, "XOA")).containsText("0 of 3 verified");
            assertThat(row(alder, "XOA")).containsText("Hudhud Saqr Kharrub: Alleged");
            lookAt(alder, "family");
            alder.follow("Narjis Saqr Kharrub");
            assertThat(alder.main()).containsText("A child, who turns 18");
            assertThat(alder.main()).containsText("with a parent");
            assertThat(alder.main().locator("form[action$='/care']")).hasCount(0);
            alder.open("/children?which=WITHOUT_GUARDIAN");
            assertThat(alder.main()).containsText("has somebody who acts for them");
            assertThat(alder.complaints()).isEmpty();
        }
    }

    /// The state itself, and those who do not keep cases.
    private static void theyAreToldNothing(String page) {
        for (Cast other : new Cast[] {Cast.PLUM, Cast.ELDER, Cast.HERON, Cast.JUNIPER}) {
            try (Visit visit = Visit.by(other)) {
                assertThat(visit.open(page)).as("%s", other).isEqualTo(403);
                assertThat(visit.source()).doesNotContain("Presumed", "Verified", "Warda");
            }
        }
    }

    private static void step(Visit visit, String step, Consumer<Locator> more) {
        Locator form =
                visit.main().locator("form:has(input[name=step][value=" + step + "])").first();
        form.evaluate("form => form.closest('details').open = true");
        more.accept(form);
        form.locator("[name=source]").fill("Note 12 of the mission");
        form.locator("button.main").click();
    }

    private static String received(Path folder) throws IOException {
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(
                    Files.writeString(folder.resolve("families.csv"), ROLL),
                    "Families of Camp Alder");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
            elder.follow("Warda Laymun Zaytun");
            elder.page().waitForURL(url -> url.contains("/people/"));
            return elder.path();
        }
    }

    private static void lookAt(Visit visit, String name) {
        for (int width : new int[] {Visit.WIDE, Visit.NARROW}) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
