package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.parties.Caller;
import org.nostos.registry.Compartment;
import org.nostos.registry.KeeperAppointing;

/// A state is asked whether it takes a man back. Nobody clears their own draft, two hands clear the
/// note, the consul refuses and gives no reasons, and the state's page says so. The consul of another
/// state finds nothing.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusalWithoutReasonsStory {

    private static final String NAME = "Shahin Tutov Qasabi";

    @TempDir static Path folder;

    private static String person = "";
    private static String note = "";

    @BeforeAll
    static void somebodyIsHeldAndTheirFearsHaveAKeeper() throws IOException {
        World.ready();
        Path file = folder.resolve("row.csv");
        Files.writeString(
                file,
                "number,full name,sex,date of birth\nR-1,"
                        + NAME
                        + ",M,1991-06-02\nR-2,Rayhan Zabibi,F,1984-12-19\n");
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(file, "Row of the east wing");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
        }
        Stage stage = Stage.get();
        KeeperAppointing keepers = stage.bean(KeeperAppointing.class);
        Caller hazel = Founding.caller(stage, Cast.HAZEL);
        Founding.caller(stage, Cast.JUNIPER)
                .run(() ->
                        keepers.propose(
                                hazel.account(), Compartment.ASYLUM, "hears what people fear"));
        Founding.caller(stage, Cast.ROWAN)
                .run(() ->
                        keepers.all().stream()
                                .filter(keeper -> keeper.waits())
                                .forEach(keeper -> keepers.confirm(keeper.id())));
    }

    @Test
    @Order(1)
    void theOfficerDraftsWhatMayBeToldAndCannotClearItAlone() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/states");
            if (cedar.main().locator("a[href$='/states/XMA']").count() == 0) {
                cedar.page().locator("#code").fill("XMA");
                cedar.page().locator("#name").fill("Meridia");
                cedar.press("Enter");
                assertThat(cedar.main()).containsText("The state is entered");
            }
            cedar.page().locator("#find").fill(NAME);
            cedar.page().locator("#find").press("Enter");
            cedar.main().locator("a[href*='/people/']").first().click();
            assertThat(cedar.heading()).containsText(NAME);
            person = cedar.path().replaceFirst(".*/people/", "");
            cedar.open("/cases/" + person + "/requests");
            assertThat(cedar.main()).containsText("No state has been asked");
            look(cedar, "case-requests");
            cedar.page().locator("#state").selectOption("XMA");
            cedar.page().locator("#asked").selectOption("ACCEPTANCE");
            cedar.page().locator("input[value=FULL_NAME]").check();
            cedar.page().locator("input[value=BIRTH_DATE]").check();
            cedar.page().locator("input[name=harmFound][value=false]").check();
            cedar.page().locator("#harm").fill("Heard alone; no relative lives there.");
            cedar.page().locator("#exception").selectOption("TREATY");
            cedar.page().locator("#ground").fill("Consular treaty, art. 4");
            cedar.page()
                    .locator("button")
                    .filter(
                            new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText("Draft"))
                    .last()
                    .click();
            assertThat(cedar.main()).containsText("Somebody else has to clear it");
            cedar.press("Clear");
            assertThat(cedar.main().locator("[role=alert]"))
                    .containsText("You drafted it: somebody else clears and signs");
            assertThat(cedar.main().locator("[role=alert]"))
                    .containsText("The keeper of the compartment has not said");
            look(cedar, "case-disclosure");
            assertThat(cedar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void theKeeperSaysAWordAndAnotherHandClears() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/words");
            hazel.main().locator("input[name=disclosures]").first().check();
            look(hazel, "words");
            hazel.press("The state may be told");
            assertThat(hazel.main()).containsText("Your word is written down");
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/cases/" + person + "/requests");
            alder.press("Clear");
            assertThat(alder.main()).containsText("The disclosure is cleared");
        }
    }

    @Test
    @Order(3)
    void theNoteIsClearedByTwoWhoDidNotDraftItAndSent() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/notes");
            cedar.page().locator("#state").selectOption("XMA");
            cedar.page().locator("#asked").selectOption("ACCEPTANCE");
            cedar.page().locator("#wordsEn").fill("An early answer would be appreciated.");
            cedar.page().locator("#wordsAr").fill("يرجى الرد في أقرب وقت.");
            cedar.press("Begin");
            note = cedar.path().replaceFirst(".*/notes/", "");
            cedar.main().locator("input[name=disclosures]").first().check();
            look(cedar, "note-draft");
            cedar.press("Put into the annex");
            assertThat(cedar.main()).containsText(NAME);
            take(cedar, "CLEARED");
            assertThat(cedar.main().locator("[role=alert]")).containsText("You drafted it");
        }
        try (Visit larch = Visit.by(Cast.LARCH)) {
            take(larch, "CLEARED");
            assertThat(larch.main()).containsText("One of two hands has cleared it");
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            take(alder, "CLEARED");
            take(alder, "SIGNED");
            assertThat(alder.heading()).containsText("NV-");
        }
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            take(cedar, "SENT");
            cedar.page().locator("#step-source").fill("Receipt 12, signed at the gate");
            cedar.page().locator("#step").selectOption("DELIVERED");
            cedar.press("Write it down");
            assertThat(cedar.main()).containsText("The clock runs");
            look(cedar, "note-sent");
            assertThat(cedar.complaints()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void theConsulRefusesWithoutReasonsAndTheConsulOfAnotherStateFindsNothing() {
        try (Visit finch = Visit.by(Cast.FINCH)) {
            finch.open("/desk");
            assertThat(finch.main()).containsText("No note has been sent to your state");
            assertThat(finch.open("/desk/" + note)).isEqualTo(404);
            assertThat(finch.open("/notes/" + note)).isEqualTo(403);
            assertThat(finch.open("/cases/" + person + "/requests")).isEqualTo(403);
            assertThat(finch.source()).doesNotContain("Shahin");
        }
        try (Visit pear = Visit.by(Cast.PEAR)) {
            pear.follow("Our desk");
            look(pear, "desk");
            pear.main().locator("a[href*='/desk/']").first().click();
            assertThat(pear.main()).containsText(NAME);
            assertThat(pear.main()).containsText("يرجى الرد");
            pear.main().locator("input[name=lines]").first().check();
            pear.page().locator("#kind").selectOption("REFUSED");
            pear.press("Give this answer");
            assertThat(pear.main().locator("[role=alert]"))
                    .containsText("A refusal says whether reasons were given");
            pear.main().locator("input[name=lines]").first().check();
            pear.page().locator("#kind").selectOption("REFUSED");
            pear.page().locator("input[name=reasons][value=no]").check();
            pear.press("Give this answer");
            assertThat(pear.main()).containsText("No reasons given");
            look(pear, "desk-note");
            assertThat(pear.complaints()).isEmpty();
        }
    }

    @Test
    @Order(5)
    void theStatesPageShowsARefusalWithoutReasons() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/states/XMA");
            assertThat(cedar.main()).containsText("Refusals");
            assertThat(cedar.main().locator("table.bars tr").nth(1)).containsText("1");
            assertThat(cedar.main().locator("table.bars tr").nth(0)).containsText("0");
            look(cedar, "state");
            cedar.open("/cases/" + person + "/requests");
            assertThat(cedar.main()).containsText("No reasons given");
            assertThat(cedar.main()).containsText("No body was named that can review it");
            cedar.open("/states");
            look(cedar, "states");
            cedar.open("/notes");
            look(cedar, "notes");
            assertThat(cedar.complaints()).isEmpty();
        }
    }

    private static void take(Visit visit, String step) {
        if (!visit.path().endsWith(note)) {
            visit.open("/notes/" + note);
        }
        visit.page().locator("#step").selectOption(step);
        visit.press("Write it down");
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
