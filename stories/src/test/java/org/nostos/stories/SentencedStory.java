package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A man is sentenced to death. That raises an alarm and keeps nobody from him: his review goes on, two
/// people decide it, and his counsel sees it and appeals.
class SentencedStory {

    private static final String ROLL =
            "no,full name,sex,date of birth\nSE-4,Shahin Safsaf Balut,M,1981-02-11\n";

    private static UUID person;

    @BeforeAll
    static void aManIsHeld(@TempDir Path folder) throws IOException {
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(Files.writeString(folder.resolve("roll.csv"), ROLL), "People on trial");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
        }
        World.awaitLinked();
        person = World.personNamed("Shahin Safsaf Balut");
    }

    @Test
    void aDeathSentenceRaisesAnAlarmAndHisReviewAndHisCounselGoOn() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/cases/" + person + "/review");
            assertThat(cedar.main()).containsText("No review was ever opened");
            open(cedar, "Record an investigation");
            reason(cedar, "court", "An investigation was opened");
            cedar.press("Record it");
            court(cedar, "CHARGED", "");
            court(cedar, "TRIED", "");
            court(cedar, "CONVICTED", "DEATH");
            assertThat(cedar.main()).containsText("A court has sentenced this person to death");
            open(cedar, "Record a mandate");
            cedar.page().locator("#account").selectOption(option(cedar, "Osier Meadow"));
            reason(cedar, "counsel", "Power of attorney of today");
            cedar.main().locator("form[action$='/counsel'] button").last().click();
            assertThat(cedar.main()).containsText("Osier Meadow");
        }
        try (Visit maple = Visit.by(Cast.MAPLE)) {
            maple.open("/cases/" + person + "/review");
            step(maple, "OPENED");
            step(maple, "FILE_COMPLETE");
            maple.page().locator("#due").fill(java.time.LocalDate.now().toString());
            step(maple, "SCHEDULED");
            maple.page().locator("#panel").fill("Maple, Ash and Birch");
            step(maple, "HEARD");
            maple.page().locator("#outcome").selectOption("REFER_TO_JUDICIARY");
            step(maple, "DECISION_PROPOSED");
            // Twin: whoever opened and proposed it does not decide.
            assertThat(maple.main()).containsText("Another person must confirm this");
            assertThat(maple.page().locator("#kind option[value=DECIDED]")).hasCount(0);
            look(maple, "case-review");
            assertThat(maple.complaints()).isEmpty();
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/cases/" + person + "/review");
            step(alder, "DECIDED");
            assertThat(alder.main()).containsText("to the judiciary");
        }
        try (Visit osier = Visit.by(Cast.OSIER)) {
            osier.open("/clients");
            osier.main().locator("a.id").first().click();
            assertThat(osier.main()).containsText("to the judiciary");
            assertThat(osier.source()).doesNotContain("Shahin");
            look(osier, "client");
            open(osier, "Appeal against the decision");
            reason(osier, "review", "He was not heard on the evidence");
            osier.press("Lodge the appeal");
            assertThat(osier.main()).containsText("Appealed: nothing moves");
            assertThat(osier.complaints()).isEmpty();
            // Twin: the case itself is shut to counsel.
            assertThat(osier.open("/cases/" + person + "/review")).isEqualTo(403);
        }
    }

    private static void court(Visit visit, String kind, String sentence) {
        Locator form = visit.main().locator("form[action$='/review/court']").first();
        visit.main().locator("section[aria-labelledby=court-h] details summary").first().click();
        form.locator("select[name=kind]").selectOption(kind);
        form.locator("select[name=sentence]").selectOption(sentence);
        form.locator("textarea").fill("As the court says");
        form.locator("button").click();
    }

    private static void step(Visit visit, String kind) {
        visit.page().locator("#kind").selectOption(kind);
        reason(visit, "review", "As the file says");
        visit.press("Take this step");
    }

    private static void reason(Visit visit, String form, String words) {
        visit.page().locator("textarea[id='reason-" + form + "']").fill(words);
    }

    private static void open(Visit visit, String summary) {
        visit.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
    }

    private static String option(Visit visit, String words) {
        return visit.page()
                .locator("#account option")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .getAttribute("value");
    }

    private static void look(Visit visit, String name) {
        for (int width : new int[] {Visit.NARROW, Visit.WIDE}) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
    }
}
