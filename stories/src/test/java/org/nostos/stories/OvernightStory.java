package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A prison changes hands overnight. Two people are held in it; in the morning another authority holds
/// both, in the same cells, and each stands under an alarm until somebody has looked. A legal reviewer
/// and a consul cannot record it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OvernightStory {

    private static final String FIRST = "Lawza Sarwi";
    private static final String SECOND = "Kastana Dardari";
    private static final String PRISON = "Cedar Prison";

    @TempDir static Path folder;
    private static String prison = "";

    @BeforeAll
    static void twoPeopleStandOnAList() throws IOException {
        World.ready();
        Path file = folder.resolve("cedar.csv");
        Files.writeString(
                file,
                "number,full name,date of birth\nC-1,"
                        + FIRST
                        + ",1988-02-03\nC-2,"
                        + SECOND
                        + ",1979-10-21\n");
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(file, "Cedar Prison, roll");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
        }
        World.awaitLinked();
    }

    @Test
    @Order(1)
    void aCaseOfficerOpensTheFacilityAndAdmitsBoth() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/facilities");
            cedar.main().locator("#name").fill(PRISON);
            cedar.main().locator("#place").fill("Upper Valley");
            cedar.main().locator("#sections").fill("North wing, Ward");
            cedar.press("Open it");
            assertThat(cedar.main()).containsText("The facility is open");
            look(cedar, "facilities");
            admit(cedar, FIRST, "12 March 2026");
            admit(cedar, SECOND, "1447/09");
            assertThat(cedar.main().locator("h1 ~ .headline")).containsText("Held");
            assertThat(cedar.main()).containsText("not been told that a consul can be told");
            assertThat(cedar.main()).containsText("Vienna Convention on Consular Relations");
            assertThat(cedar.main()).containsText("Feb 2026");
            look(cedar, "custody");
        }
    }

    @Test
    @Order(2)
    void whatCannotFollowHasNoButton() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            openCustody(cedar, FIRST);
            assertThat(cedar.main().locator("#step-recaptured")).hasCount(0);
            assertThat(cedar.main().locator("#step-repatriated")).hasCount(0);
            assertThat(cedar.main().locator("#step-released")).isVisible();
        }
    }

    @Test
    @Order(3)
    void aLegalReviewerAndAConsulCannotRecordIt() {
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/facilities");
            alder.follow(PRISON);
            prison = alder.path();
            assertThat(alder.main()).containsText("2 people are held here");
            assertThat(alder.main().locator("form:not(.listing)")).hasCount(0);
            Object status =
                    alder.page()
                            .evaluate(
                                    "path => fetch(path + '/hand-over', {method: 'POST', headers:"
                                            + " {...JSON.parse(document.body.getAttribute('hx-headers')),"
                                            + " 'Content-Type': 'application/x-www-form-urlencoded'},"
                                            + " body: 'authorityName=X&on=2026-05-01&source=x&shown=2'})"
                                            + ".then(answer => answer.status)",
                                    prison);
            assertThat(status).isEqualTo(403);
        }
        try (Visit pear = Visit.by(Cast.PEAR)) {
            assertThat(pear.open("/facilities")).isEqualTo(403);
            assertThat(pear.open(prison)).isEqualTo(403);
            assertThat(pear.source()).doesNotContain(PRISON).doesNotContain(FIRST);
        }
    }

    @Test
    @Order(4)
    void thePrisonChangesHandsAndTheCountIsShownBeforeItIsRecorded() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open(prison);
            cedar.main().locator("#authority-name").fill("Southern Government");
            cedar.main().locator("#on").fill("2026-05-01");
            cedar.main().locator("#source").fill("Decree 12 of the Southern Government");
            look(cedar, "facility");
            cedar.press("See whom it concerns");
            assertThat(cedar.main()).containsText("2 people get another holding authority");
            assertThat(cedar.main()).containsText("Northern Administration");
            assertThat(cedar.main()).containsText("A change of authority is a transfer");
            look(cedar, "facility-hand-over");
            cedar.press("Record it for these 2 people");
            assertThat(cedar.main()).containsText("It is recorded for 2 people");
            assertThat(cedar.main().locator(".headline")).containsText("Southern Government");
            openCustody(cedar, SECOND);
            Locator alarms = cedar.main().locator("section:has(#unmet-h)");
            assertThat(alarms)
                    .containsText("Held by Southern Government since a change of authority");
            assertThat(alarms).containsText("General Comment No. 4");
            assertThat(alarms).containsText("No legal ground is known");
            assertThat(cedar.main().locator("section:has(#episodes-h) tbody tr")).hasCount(2);
            look(cedar, "custody-after");
        }
    }

    @Test
    @Order(5)
    void theLegalReviewerLooksAndTheAlarmIsSettled() {
        try (Visit alder = Visit.by(Cast.ALDER)) {
            openCustody(alder, SECOND);
            alder.main().locator("#step-change-examined").click();
            alder.main().locator("#when-CHANGE_EXAMINED").fill("4 May 2026");
            alder.main().locator("#source-CHANGE_EXAMINED").fill("Opinion 4 of the legal reviewer");
            alder.press("Record it");
            assertThat(alder.main()).containsText("It is recorded");
            assertThat(alder.main().locator("section:has(#unmet-h)"))
                    .not()
                    .containsText("since a change of authority");
        }
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            openCustody(cedar, FIRST);
            assertThat(cedar.main().locator("section:has(#unmet-h)"))
                    .containsText("since a change of authority");
        }
    }

    @Test
    @Order(6)
    void propertyGoesUnderASealAndTwoHands() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            openCustody(cedar, FIRST);
            cedar.main().locator(".sub a").first().click();
            cedar.main().locator("#seal").fill("S-4410");
            cedar.main().locator("#sealed-by").fill("Guard of the ward");
            cedar.main().locator("#sealed-on").fill("2026-03-12");
            cedar.main().locator("#contents").fill("2 shirts\nwatch, broken");
            cedar.main().locator("#source").fill("Receipt 4410");
            cedar.press("Record the sealing");
            assertThat(cedar.main()).containsText("you cannot countersign it");
            assertThat(
                            cedar.main()
                                    .locator(
                                            "details",
                                            new Locator.LocatorOptions().setHasText("Countersign")))
                    .hasCount(0);
            assertThat(cedar.main()).containsText("3 things");
            look(cedar, "property");
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            openCustody(alder, FIRST);
            alder.main().locator(".sub a").first().click();
            assertThat(alder.main()).containsText("S-4410");
            assertThat(alder.main().locator("form")).hasCount(0);
        }
    }

    private static void admit(Visit cedar, String name, String when) {
        openCustody(cedar, name);
        assertThat(cedar.main()).containsText("Nobody has said that this person is held");
        cedar.main().locator("#step-admitted").click();
        cedar.main().locator("#when-ADMITTED").fill(when);
        cedar.main().locator("#name-ADMITTED").fill("Northern Administration");
        cedar.main()
                .locator("#facility-ADMITTED")
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption()
                                .setLabel(PRISON + ", Upper Valley"));
        cedar.main().locator("#ground-ADMITTED").selectOption("SECURITY_INTERNMENT");
        cedar.main().locator("#source-ADMITTED").fill("Roll of the prison");
        cedar.main().locator("details[open] button").click();
        assertThat(cedar.main()).containsText("It is recorded");
    }

    private static void openCustody(Visit visit, String name) {
        visit.page().locator("#find").fill(name);
        visit.page().locator("#find").press("Enter");
        visit.main().locator("tbody th a").first().click();
        assertThat(visit.heading()).containsText(name);
        visit.follow("Who holds the person, where, and why");
    }

    private static void look(Visit visit, String name) {
        for (int width : List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
