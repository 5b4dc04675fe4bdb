package org.nostos.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.Instance;
import org.nostos.basics.Role;
import org.nostos.basics.StateCode;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.testing.TestDatabase;

class ListPagesTest {

    private static final String PASSWORD = "walnut plum linden";
    private static final Pattern SELECT =
            Pattern.compile("<select name=\"use\".*?</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("value=\"([^\"]*)\" selected");
    private static final Map<String, String> SLIP =
            Map.of("title", "Camp, annex", "asOf", "2026-05-13");

    private static final String LIST =
            """
            الرقم;الاسم الثلاثي;اللقب;تاريخ الولادة;ملاحظات
            AX-1;هدهد زيتون سنديان;الخيزراني;٢٥/٠٧/١٩٨٨;نص
            AX-2;نرجسة بلوط أرز;الصفصافي;٣١/٠٢/١٩٩٣;
            ;;;;nobody
            AX-4;شحرور توت
            """;

    private static Instance instance;
    private static Caller administrator;
    private static PlainBrowser meridia;
    private static PlainBrowser oristan;
    private static PlainBrowser reviewer;

    @BeforeAll
    static void openHouse() {
        instance = Instance.start(TestDatabase.fresh().access(), 0, Map.of());
        OneTimeLinks links = instance.bean(OneTimeLinks.class);
        links.found(
                links.first().orElseThrow(),
                "Joint Return Committee",
                "juniper",
                "Juniper",
                PASSWORD);
        SigningIn.Outcome in = instance.bean(SigningIn.class).signIn("juniper", PASSWORD, "test");
        administrator = ((SigningIn.Outcome.SignedIn) in).caller();
        meridia = member(party("Meridia", "XMA"), Role.INTAKE_OFFICER, "willow");
        oristan = member(party("Oristan", "XOA"), Role.INTAKE_OFFICER, "poplar");
        reviewer = member(administrator.party(), Role.IDENTITY_REVIEWER, "rowan");
    }

    @AfterAll
    static void closeHouse() {
        instance.close();
    }

    @Test
    void aListIsHandedInMappedLookedAtAndAcceptedWithoutAScript() {
        meridia.get("/lists");
        HttpResponse<String> page = checked(LIST.getBytes(StandardCharsets.UTF_8));
        String path = page.uri().getPath();
        assertThat(page.body()).contains("4 rows were found", "هدهد زيتون سنديان");
        List<String> proposed = proposed(page.body());
        assertThat(proposed)
                .containsExactly(
                        "number",
                        "full_name",
                        "family_name",
                        "birth_date:gregorian-day-first",
                        "kept");

        assertThat(meridia.postEncoded(path + "/columns", uses(proposed) + "&preview=yes").body())
                .contains("Nothing is chosen yet", "25 Jul 1988");
        meridia.postEncoded(path + "/columns", uses(proposed));
        untilDone(path);

        String staged = meridia.get(path).body();
        assertThat(staged)
                .contains(
                        "2 rows are good",
                        "February 1993 has no day 31",
                        "2 of 5 columns",
                        "Accept 2 rows");
        assertThat(meridia.get(path + "/rows.csv").body())
                .contains("\"3\",\"4\",\"٣١/٠٢/١٩٩٣\",\"February 1993 has no day 31\"");
        for (PlainBrowser other : List.of(oristan, reviewer)) {
            assertThat(other.get(path).statusCode()).isEqualTo(404);
            assertThat(other.get(path + "/rows.csv").statusCode()).isEqualTo(404);
        }

        meridia.get(path);
        meridia.post(path + "/accept", Map.of());
        untilDone(path);
        assertThat(meridia.get(path).body()).contains("2 rows were accepted", "2 were left out");
        assertThat(oristan.get(path).statusCode()).isEqualTo(404);
        assertThat(reviewer.get(path).body())
                .contains("2 rows were accepted")
                .doesNotContain("هدهد", "<select name=\"use\"");

        meridia.get("/lists");
        HttpResponse<String> again = meridia.handIn(SLIP, LIST.getBytes(StandardCharsets.UTF_8));
        assertThat(again.uri().getPath()).isEqualTo(path);
        assertThat(again.body()).contains("was handed in before");
    }

    @Test
    void aFileInOtherLettersIsReadAndAskedAboutWhereItDoesNotTell() {
        meridia.get("/lists");
        String wide = LIST.replace("AX", "UX");
        assertThat(checked(wide.getBytes(StandardCharsets.UTF_16LE)).body())
                .contains("4 rows were found", "UTF-16", "هدهد زيتون سنديان");

        meridia.get("/lists");
        byte[] few = "no;name\n1;Hazel\n2;Té\n".getBytes(Charset.forName("windows-1252"));
        HttpResponse<String> page = checked(few);
        String path = page.uri().getPath();
        assertThat(page.body())
                .contains("How do these rows read right?", "Té", "Tй", "line 3")
                .doesNotContain("<select name=\"use\"");
        meridia.post(path + "/layout", Map.of("letters", "WINDOWS_1252"));
        untilDone(path);
        assertThat(meridia.get(path).body())
                .contains("Té", "Windows-1252", "<select name=\"use\"")
                .doesNotContain("How do these rows read right?");
    }

    @Test
    void whereTheHeadingsStandIsShownAndPutRight() {
        meridia.get("/lists");
        String list = "Camp, annex;;\nno;name;born\n1;Hazel;1990\n2;Alder;1991\nTotal;2;\n";
        HttpResponse<String> page = checked(list.getBytes(StandardCharsets.UTF_8));
        String path = page.uri().getPath();
        assertThat(page.body())
                .contains(
                        "3 rows were found",
                        "Headings in line 2.",
                        "One row above the headings is passed over.",
                        "One row looks like a total");
        meridia.post(path + "/layout", Map.of("heading", "3", "headingRows", "1"));
        untilDone(path);
        assertThat(meridia.get(path).body())
                .contains("2 rows were found", "Headings in line 3.", "2 rows above the headings");
    }

    @Test
    void aFileThatCannotBeReadSaysWhyAndCanBeReadOtherwise() {
        meridia.get("/lists");
        byte[] broken = "no;name\n1;\"Hazel\n2;Alder\n".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> page = checked(broken);
        assertThat(page.body())
                .contains(
                        "It cannot be read:", "The file breaks off at line 2", "Read it otherwise");
        assertThat(meridia.get("/lists").body()).contains("cannot be read like this");
    }

    @Test
    void aFileFarTooLargeIsToldSo() {
        HttpResponse<String> page = meridia.handInZeros(230L << 20);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("The file is too large");
    }

    @Test
    void aColumnThatOnlyAPersonCanSettleIsAsked() {
        meridia.get("/lists");
        HttpResponse<String> page =
                checked("name,dob\nHazel,05/07/1988\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page.body()).contains("Day or month first?");
        List<String> proposed = proposed(page.body());
        assertThat(proposed).containsExactly("full_name", "");
        assertThat(meridia.postEncoded(page.uri().getPath() + "/columns", uses(proposed)).body())
                .contains("Column 2 waits for you");
    }

    @Test
    void aRefusalIsGivenItsReason() {
        meridia.get("/lists");
        HttpResponse<String> page =
                checked("name\nHazel\nAlder\n".getBytes(StandardCharsets.UTF_8));
        String path = page.uri().getPath();
        assertThat(meridia.post(path + "/refuse", Map.of("reason", "")).body())
                .contains("A refusal needs its reason");
        assertThat(meridia.post(path + "/refuse", Map.of("reason", "sent by mistake")).body())
                .contains("The list was refused", "sent by mistake");
    }

    /// Hands the file in and returns the list's page when it has been gone through.
    private static HttpResponse<String> checked(byte[] file) {
        String path = meridia.handIn(SLIP, file).uri().getPath();
        untilDone(path);
        return meridia.get(path);
    }

    private static void untilDone(String path) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (meridia.get(path + "/progress").headers().firstValue("HX-Refresh").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static List<String> proposed(String page) {
        return SELECT.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(ListPagesTest::selected)
                .toList();
    }

    private static String selected(String select) {
        Matcher found = SELECTED.matcher(select);
        return found.find() ? found.group(1) : "";
    }

    private static String uses(List<String> uses) {
        return uses.stream()
                .map(use -> "use=" + PlainBrowser.encoded(use))
                .collect(Collectors.joining("&"));
    }

    private static UUID party(String name, String state) {
        return administrator.call(
                () -> keeping().addParty(PartyKind.STATE, name, new StateCode(state)));
    }

    private static PlainBrowser member(UUID party, Role role, String login) {
        Opening opening = administrator.call(() -> keeping().open(party, role, login, "Somebody"));
        instance.bean(OneTimeLinks.class).accept(((Opening.Opened) opening).token(), PASSWORD);
        return PlainBrowser.signedIn(instance.address(), login, PASSWORD);
    }

    private static AccountKeeping keeping() {
        return instance.bean(AccountKeeping.class);
    }
}
