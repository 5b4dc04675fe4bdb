package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.basics.PartialDate;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.LegalGround;

/// A man whose guilt is not proven: a review sends him to rehabilitation, his needs are written down in
/// words, and two hands decide that he goes. It never holds him on.
class UnprovenStory {

    private static final String NAME = "Hudhud Sindyan Zaytuni";

    private static UUID person;

    @BeforeAll
    static void aManIsHeld(@TempDir Path folder) throws IOException {
        person = Casework.somebody(NAME, folder);
        Casework.held(person, LegalGround.SECURITY_INTERNMENT);
    }

    @Test
    void aManWhoseGuiltIsNotProvenIsAssessedAndGoesOnAndIsNeverHeldOn() {
        reviewSendsHim();
        heIsAssessedInWords();
        twoHandsLetHimGo();
        nobodyHoldsHimOn();
    }

    private static void reviewSendsHim() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/cases/" + person + "/rehabilitation");
            assertThat(cedar.main()).containsText("Nobody was sent to rehabilitation");
            // Twin: no review, no referral.
            assertThat(cedar.page().locator("#kind")).hasCount(0);
        }
        try (Visit maple = Visit.by(Cast.MAPLE)) {
            maple.open("/cases/" + person + "/review");
            Casework.step(maple, "OPENED", "He is held and nobody has looked at it");
            Casework.step(maple, "FILE_COMPLETE", "The file holds what is known");
            maple.page().locator("#due").fill(Casework.TODAY.toString());
            Casework.step(maple, "SCHEDULED", "He is heard today");
            maple.open("/calendar");
            assertThat(maple.main()).containsText("Hearing");
            Casework.look(maple, "calendar");
            maple.open("/cases/" + person + "/review");
            maple.page().locator("#panel").fill("Maple, Ash");
            Casework.step(maple, "HEARD", "He was heard with an interpreter");
            maple.page().locator("#outcome").selectOption("REFER_TO_REHABILITATION");
            Casework.step(maple, "DECISION_PROPOSED", "Nothing against him is proven");
            // Twin: whoever opened and proposed does not decide.
            assertThat(maple.page().locator("#kind option[value=DECIDED]")).hasCount(0);
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/cases/" + person + "/review");
            Casework.step(alder, "DECIDED", "Nothing against him is proven");
            assertThat(alder.main()).containsText("to rehabilitation");
        }
    }

    private static void heIsAssessedInWords() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/cases/" + person + "/rehabilitation");
            Casework.step(cedar, "REFERRED", "As the review decided");
            cedar.page().locator("#place").fill("House of Cedars");
            Casework.step(cedar, "ADMITTED", "He came with his papers");
            plan(cedar, "PLANNED", "risk 7/10 of going back");
            // Twin: nobody is graded.
            assertThat(cedar.main().locator("[role=alert]"))
                    .containsText("no marks, shares or grades");
            plan(cedar, "PLANNED", "He learns to read and asks for his sister.");
            plan(cedar, "ASSESSED", "He reads letters by now; his sister wrote to him.");
            assertThat(cedar.main()).containsText("his sister wrote to him");
            Casework.look(cedar, "rehabilitation");
            Casework.step(cedar, "COMPLETED", "There is nothing more to do here");
            assertThat(cedar.main()).containsText("where they go is not decided");
            assertThat(cedar.main()).containsText("Fourth Geneva Convention");
            // Twin: an officer does not say where he goes.
            assertThat(cedar.page().locator("#kind option[value=ONWARD_PROPOSED]")).hasCount(0);
            assertThat(cedar.complaints()).isEmpty();
        }
    }

    private static void plan(Visit cedar, String step, String needs) {
        cedar.page().locator("#needs").fill(needs);
        cedar.page().locator("#due").fill(Casework.TODAY.plusDays(60).toString());
        Casework.step(cedar, step, "We spoke twice");
    }

    private static void twoHandsLetHimGo() {
        try (Visit maple = Visit.by(Cast.MAPLE)) {
            maple.open("/cases/" + person + "/rehabilitation");
            maple.page().locator("#onward").selectOption("JUDICIARY");
            Casework.step(maple, "ONWARD_PROPOSED", "Before a court, to be sure");
            // Twin: not before a court, because no review said so.
            assertThat(maple.main().locator("[role=alert]"))
                    .containsText("No review that stands refers this person to the judiciary");
            assertThat(maple.main().locator("[role=alert]")).containsText("ICCPR");
            maple.page().locator("#onward").selectOption("RELEASE");
            Casework.step(maple, "ONWARD_PROPOSED", "Nothing holds him");
            assertThat(maple.page().locator("#kind option[value=ONWARD_DECIDED]")).hasCount(0);
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/cases/" + person + "/rehabilitation");
            Casework.step(alder, "ONWARD_DECIDED", "Nothing holds him");
            assertThat(alder.main()).containsText("They went on from it: released");
        }
    }

    private static void nobodyHoldsHimOn() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/cases/" + person);
            assertThat(cedar.main()).containsText("they are still held");
            assertThat(cedar.main()).containsText("Fourth Geneva Convention");
            Casework.record(
                    person,
                    CustodyEntry.of(
                            CustodyKind.RELEASED, PartialDate.ofDay(Casework.TODAY), "order 9"));
            cedar.open("/cases/" + person);
            assertThat(cedar.main().getByText("they are still held")).hasCount(0);
            assertThat(cedar.complaints()).isEmpty();
        }
    }
}
