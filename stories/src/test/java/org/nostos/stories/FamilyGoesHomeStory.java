package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.identity.People;
import org.nostos.identity.PersonFile;
import org.nostos.legal.Ground;
import org.nostos.legal.Will;
import org.nostos.parties.Caller;

/// Two people go home: planned, frozen by two hands, departed, handed over by a receipt of both sides that the
/// command verifies, received by their consul, and looked after. Nobody confirms what they wrote, the consul of
/// another state finds nothing, and on the eve a clearance that was withdrawn keeps one of them back.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FamilyGoesHomeStory {

    @TempDir static Path folder;

    private static Homeward homeward;
    private static UUID first;
    private static UUID second;
    private static String firstNumber = "";
    private static String secondNumber = "";
    private static String transfer = "";

    @BeforeAll
    static void twoAreClearedToGoHome() throws IOException {
        homeward = new Homeward();
        first = Casework.somebody("Safsaf Ghafov Bayda", folder);
        second = Casework.somebody("Yasamin Ghafova Bayda", folder);
        homeward.ready(first, Homeward.TODAY.plusDays(60));
        homeward.ready(second, Homeward.TODAY.plusDays(60));
        firstNumber = number(first);
        secondNumber = number(second);
    }

    private static String number(UUID person) {
        Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
        return cedar.call(() -> Stage.get().bean(People.class).file(person))
                .map(PersonFile::leader)
                .orElseThrow()
                .number();
    }

    @Test
    @Order(1)
    void theOfficerPlansAndSeesAllThatIsMissing() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/transfers");
            Casework.look(cedar, "transfers-none");
            begin(cedar, Homeward.TODAY.toString());
            transfer = cedar.path().replaceFirst(".*/transfers/", "");
            add(cedar, firstNumber);
            add(cedar, secondNumber);
            assertThat(cedar.main()).containsText("There is no travel document");
            assertThat(cedar.main()).containsText("Nobody has said who receives them");
            Casework.look(cedar, "transfer-draft");
            cedar.press("Propose freezing");
            assertThat(alert(cedar)).containsText("There is no leave to exit");
            assertThat(cedar.complaints()).isEmpty();
        }
    }

    private static void begin(Visit cedar, String day) {
        cedar.open("/transfers");
        cedar.page().locator("#kind").selectOption("REPATRIATION");
        cedar.page().locator("#route").selectOption("REPATRIATION_NO_PROCEEDINGS");
        cedar.page().locator("#destination").selectOption("XMA");
        cedar.page().locator("#receiver").fill("Ministry of Justice of Meridia");
        cedar.page().locator("#planned").fill(day);
        cedar.press("Begin the plan");
        assertThat(cedar.main()).containsText("The plan is begun");
    }

    private static void add(Visit cedar, String number) {
        cedar.page().locator("#number").fill(number);
        cedar.press("Put on the plan");
        assertThat(cedar.main()).containsText(number);
    }

    @Test
    @Order(2)
    void whatTheJourneyNeedsIsArranged() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            document(cedar, first, "LP 1001");
            document(cedar, second, "LP 1002");
            cedar.open("/transfers/" + transfer);
            cedar.page().locator("#agreed-who").fill("Heath Reed");
            cedar.page().locator("#agreed-source").fill("Note 12 of the ministry");
            cedar.press("Record who receives them");
            cedar.page().locator("#leave-until").fill(Homeward.TODAY.plusDays(20).toString());
            cedar.page().locator("#leave-source").fill("Leave 4, border office");
            cedar.press("Record the leave");
            cedar.page().locator("#seats").fill("2");
            cedar.press("Record the seats");
            cedar.press("Propose freezing");
            assertThat(cedar.main()).containsText("The manifest waits for a second hand");
            assertThat(cedar.main()).containsText("Another hand confirms it");
            assertThat(cedar.complaints()).isEmpty();
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/transfers/" + transfer);
            alder.press("Freeze it");
            assertThat(alder.main()).containsText("The manifest is frozen");
            Casework.look(alder, "transfer-frozen");
            assertThat(alder.complaints()).isEmpty();
        }
    }

    private static void document(Visit cedar, UUID person, String number) {
        cedar.open("/cases/" + person + "/transfer");
        cedar.page().locator("#issuer").fill("XMA");
        cedar.press("Record the request");
        cedar.page().locator("#kind-1").selectOption("ISSUED");
        cedar.page().locator("#number-1").fill(number);
        cedar.page().locator("#until-1").fill(Homeward.TODAY.plusDays(90).toString());
        cedar.main().locator("article.traveller button").first().click();
        assertThat(cedar.main()).containsText(number);
        cedar.page().locator("#physician").fill("Dr Yarrow");
        cedar.page().locator("#fit-office").fill("Clinic of the camp");
        cedar.page().locator("#fit-until").fill(Homeward.TODAY.plusDays(2).toString());
        cedar.page().locator("#fit-source").fill("Certificate 9");
        cedar.press("Record the conclusion");
        assertThat(cedar.main()).containsText("Dr Yarrow");
        Casework.look(cedar, "case-transfer");
    }

    @Test
    @Order(4)
    void nobodyLeavesWhileSomethingIsMissing() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            depart(cedar);
            assertThat(alert(cedar)).containsText("They have not said again");
        }
        homeward.will(first, Will.Kind.RECONFIRMED);
        homeward.will(second, Will.Kind.RECONFIRMED);
        homeward.doubt(second, Ground.TORTURE);
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            depart(cedar);
            assertThat(alert(cedar)).containsText("torture");
            assertThat(cedar.main()).containsText("Convention against Torture");
            Casework.look(cedar, "transfer-barred");
        }
        homeward.settle(second, Ground.TORTURE);
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            depart(cedar);
            assertThat(cedar.page().locator(".headline")).containsText("Departed");
            Casework.look(cedar, "transfer-departed");
            assertThat(cedar.complaints()).isEmpty();
        }
        try (Visit finch = Visit.by(Cast.FINCH)) {
            finch.open("/arrivals");
            assertThat(finch.main()).containsText("No manifest of a transfer to your state");
            assertThat(finch.open("/arrivals/" + transfer)).isEqualTo(404);
            assertThat(finch.open("/transfers/" + transfer)).isEqualTo(403);
        }
        try (Visit elder = Visit.by(Cast.ELDER)) {
            assertThat(elder.open("/transfers/" + transfer)).isEqualTo(403);
        }
        try (Visit heron = Visit.by(Cast.HERON)) {
            heron.open("/transfers");
            assertThat(heron.main()).containsText("fewer than 10");
            assertThat(heron.open("/transfers/" + transfer)).isEqualTo(403);
            Casework.look(heron, "transfers-counts");
        }
    }

    @Test
    @Order(0)
    void aClearanceThatLapsesBeforeTheDayIsNamedWithItsArticle() {
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            begin(cedar, Homeward.TODAY.plusDays(70).toString());
            add(cedar, firstNumber);
            assertThat(cedar.main()).containsText("The clearance ends on");
            assertThat(cedar.main()).containsText("General Comment 4");
            cedar.page().locator("#cancel-why").selectOption("CLEARANCE_LAPSED");
            cedar.page().locator("#cancel-reason").fill("Too late for the clearance.");
            cedar.press("Call it off");
            assertThat(cedar.page().locator(".headline")).containsText("Called off");
            Casework.look(cedar, "transfer-called-off");
            assertThat(cedar.complaints()).isEmpty();
        }
    }

    private static void depart(Visit cedar) {
        cedar.open("/transfers/" + transfer);
        cedar.page().locator("#depart-at").fill(now());
        cedar.page().locator("#depart-source").fill("Camp commander, by signature");
        cedar.press("Record the departure");
    }

    @Test
    @Order(5)
    void oneDrawsTheReceiptUpAndAnotherRecordsThatBothSigned() throws IOException {
        Path receipt = folder.resolve("receipt.pdf");
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/transfers/" + transfer);
            cedar.page().locator("#giver").fill("Cedar Brook");
            cedar.page().locator("#giver-office").fill("Joint Return Committee");
            cedar.page().locator("#taker").fill("Heath Reed");
            cedar.page().locator("#taker-office").fill("Ministry of Justice");
            cedar.page().locator("#witness").fill("Red Kite");
            cedar.page().locator("#receipt-place").fill("Gate 2");
            for (Locator box : cedar.main().locator("input[name^=file-]").all()) {
                box.check();
            }
            cedar.main().locator("input[name^=medical-]").first().fill("M-77");
            cedar.press("Draw up and print");
            assertThat(cedar.main()).containsText("Handover receipt");
            Casework.look(cedar, "transfer-receipt");
            Download download =
                    cedar.page()
                            .waitForDownload(() ->
                                    cedar.main().locator("a[href*='/papers/']").first().click());
            download.saveAs(receipt);
            sign(cedar);
            assertThat(alert(cedar)).containsText("Another hand confirms this");
        }
        assertThat(verify(receipt)).isZero();
        byte[] forged = Files.readAllBytes(receipt);
        forged[forged.length / 2] ^= 1;
        assertThat(verify(Files.write(folder.resolve("forged.pdf"), forged))).isEqualTo(1);
        try (Visit larch = Visit.by(Cast.LARCH)) {
            larch.open("/transfers/" + transfer);
            sign(larch);
            assertThat(larch.page().locator(".headline")).containsText("Handed over");
            Casework.look(larch, "transfer-handed-over");
            assertThat(larch.complaints()).isEmpty();
        }
    }

    /// The exit code of `nostos document verify`, in a process of its own: no instance, no database.
    private static int verify(Path file) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.nostos.DocumentCommand",
                                "verify",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(file.getFileName() + ".said").toFile())
                        .start();
        return process.onExit().join().exitValue();
    }

    private static void sign(Visit officer) {
        officer.page().locator("#signed-at").fill(now());
        officer.page().locator("#signed-source").fill("Archive box 3");
        officer.press("Record the handover");
    }

    @Test
    @Order(6)
    void theirConsulReceivesThemAndSomebodyLooks() {
        try (Visit pear = Visit.by(Cast.PEAR)) {
            pear.open("/arrivals");
            Casework.look(pear, "arrivals");
            pear.open("/arrivals/" + transfer);
            for (Locator box : pear.main().locator("input[name=lines]").all()) {
                box.check();
            }
            pear.press("Confirm the arrival");
            assertThat(pear.main()).containsText("received");
            Casework.look(pear, "arrival");
            assertThat(pear.complaints()).isEmpty();
        }
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/transfers/" + transfer);
            cedar.main().locator("form[action$='/looked'] input[name=lines]").first().check();
            cedar.page().locator("#look-who").fill("Return Watch, Heron Reed");
            cedar.page().locator("#look-found").selectOption("COMMUNITY");
            cedar.page().locator("#look-findings").fill("Seen at home, alone, without fear.");
            cedar.page().locator("#look-next").fill(Homeward.TODAY.plusDays(90).toString());
            cedar.press("Record the look");
            assertThat(cedar.main()).containsText("received and followed up");
            Casework.look(cedar, "transfer-followed");
            cedar.open("/cases/" + first + "/transfer");
            assertThat(cedar.main()).containsText("received and followed up");
            Casework.look(cedar, "case-transfer-followed");
            cedar.open("/transfers");
            Casework.look(cedar, "transfers");
            assertThat(cedar.complaints()).isEmpty();
        }
    }

    private static Locator alert(Visit visit) {
        return visit.main().locator("[role=alert]");
    }

    private static String now() {
        return LocalDateTime.now(ZoneOffset.UTC)
                .minusMinutes(1)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
