package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.Totp;

/// A reviewer guards her account, signs in with a code, loses her device, and ends a session that she
/// left open elsewhere.
class SecondFactorStory {

    @Test
    void aReviewerSetsUpASecondFactorAndSignsInWithACodeAndThenWithARecoveryCode() {
        open("sorrel", "Sorrel Finch");
        byte[] secret;
        String recovery;
        try (Visit sorrel = Visit.ofAStranger()) {
            signIn(sorrel, "sorrel");
            sorrel.follow("Sorrel Finch");
            sorrel.follow("Set it up");
            look(sorrel, "second-factor-set-up");
            secret = Totp.fromBase32(sorrel.page().locator("#secret").innerText());
            sorrel.page().locator("#code").fill(Totp.code(secret, step() - 1));
            sorrel.press("Set up");
            Locator codes = sorrel.page().locator(".codes li");
            assertThat(codes).hasCount(10);
            look(sorrel, "recovery-codes");
            recovery = codes.first().innerText();
            sorrel.page().reload();
            assertThat(codes).hasCount(0);
        }
        try (Visit sorrel = Visit.ofAStranger()) {
            signIn(sorrel, "sorrel");
            assertThat(sorrel.heading()).hasText("Second step");
            look(sorrel, "second-step");
            sorrel.open("/people");
            assertThat(sorrel.heading()).hasText("Second step");
            sorrel.page().locator("#code").fill(Totp.code(secret, step()));
            sorrel.press("Sign in");
            assertThat(sorrel.heading()).hasText("People");
        }
        try (Visit sorrel = Visit.ofAStranger()) {
            signIn(sorrel, "sorrel");
            sorrel.page().locator("#code").fill(recovery);
            sorrel.press("Sign in");
            assertThat(sorrel.page().locator(".tools .name")).hasText("Sorrel Finch");
        }
        try (Visit thief = Visit.ofAStranger()) {
            signIn(thief, "sorrel");
            thief.page().locator("#code").fill(recovery);
            thief.press("Sign in");
            assertThat(thief.main()).containsText("was used already");
        }
    }

    @Test
    void aSessionLeftOpenElsewhereIsEndedFromHere() {
        open("aspen", "Aspen Grove");
        try (Visit elsewhere = Visit.ofAStranger();
                Visit here = Visit.ofAStranger()) {
            signIn(elsewhere, "aspen");
            signIn(here, "aspen");
            here.follow("Aspen Grove");
            assertThat(here.main()).containsText("this one");
            look(here, "where-signed-in");
            here.page().locator("form[action$='/end']").first().locator("button").click();
            assertThat(here.main()).containsText("The session is ended.");
            elsewhere.open("/lists");
            assertThat(elsewhere.main()).containsText("Your session has ended.");
            here.open("/lists");
            assertThat(here.page().locator(".tools .name")).hasText("Aspen Grove");
        }
    }

    private static void signIn(Visit visit, String login) {
        visit.open("/login");
        visit.signIn(login, Cast.PASSWORD);
        visit.page().waitForURL(url -> !url.endsWith("/login"));
    }

    private static void look(Visit visit, String name) {
        for (int width : new int[] {Visit.NARROW, Visit.WIDE}) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
    }

    private static void open(String login, String name) {
        Caller administrator = Founding.caller(Stage.get(), Cast.JUNIPER);
        Opening opening =
                administrator.call(() ->
                        Stage.get()
                                .bean(AccountKeeping.class)
                                .open(administrator.party(), Role.IDENTITY_REVIEWER, login, name));
        Stage.get()
                .bean(OneTimeLinks.class)
                .accept(((Opening.Opened) opening).token(), Cast.PASSWORD);
    }

    private static long step() {
        return Totp.stepAt(Instant.now(Clock.systemUTC()));
    }
}
