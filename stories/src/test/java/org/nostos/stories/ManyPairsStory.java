package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Role;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;

/// Thousands of pairs wait, and few people judge: groups and batches as one act, each by two; a dispute
/// that a third settles; and how far people agree who know nothing of each other.
class ManyPairsStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void aGroupIsOnePersonWhenTwoPeopleSaySoEachForThemselves() {
        String group;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/review/groups");
            lookAt(hazel, "groups");
            group = openUnbarredGroup(hazel);
            lookAt(hazel, "group");
            hazel.page().locator("#reason").fill("one name, one father, one village");
            hazel.heading().click();
            hazel.key("s");
            assertThat(hazel.page().locator(".said")).containsText("It waits for a second");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open(group);
            assertThat(rowan.main()).not().containsText("Hazel Linden");
            assertThat(rowan.source()).doesNotContain("one name, one father, one village");
            rowan.page().locator("#reason").fill("I read the rows and see one man");
            rowan.press("All that are ticked are one person");
            assertThat(rowan.page().locator(".said")).containsText("confirmed by two hands");
            rowan.open("/review/groups");
            lookAt(rowan, "groups-judged");
            rowan.main().locator("input[name=reason]").first().fill("a row of another family");
            rowan.press("Take the group back");
            assertThat(rowan.page().locator(".said")).containsText("Your hand was taken back from");
            assertThat(rowan.complaints()).isEmpty();
        }
    }

    @Test
    void aBatchIsConfirmedAfterTwoPeopleLookedAtSamplesOfTheirOwn() {
        String batch;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/review/batches");
            hazel.page().locator("#pattern").selectOption("BIRTH_DAY");
            hazel.page().locator("#floor").selectOption("OVER_95");
            hazel.press("Count");
            lookAt(hazel, "batches");
            hazel.press("Freeze them and draw my sample");
            assertThat(hazel.page().locator(".said")).containsText("Your sample is drawn");
            batch = hazel.path();
            lookAt(hazel, "batch");
            judgeSample(hazel);
            assertThat(hazel.main()).containsText("may be put forward");
            hazel.page().locator("#reason").fill("the documents are the same papers");
            hazel.press("Put the batch forward");
            assertThat(hazel.page().locator(".said")).containsText("put forward");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open(batch);
            assertThat(rowan.main()).not().containsText("Hazel Linden");
            rowan.press("Draw my sample");
            assertThat(rowan.page().locator(".said")).containsText("none of them in the first");
            judgeSample(rowan);
            assertThat(rowan.main()).containsText("may be confirmed");
            lookAt(rowan, "batch-confirming");
            rowan.page().locator("#reason").fill("mine are too");
            rowan.press("Confirm the whole batch");
            assertThat(rowan.page().locator(".said")).containsText("Confirmed as one act");
            assertThat(rowan.main()).containsText("Hazel Linden");
            lookAt(rowan, "batch-confirmed");
            rowan.page().locator("#undo-reason").fill("the list was read with a column too far");
            rowan.press("Take the whole batch back");
            assertThat(rowan.page().locator(".said")).containsText("The batch was taken back");
            assertThat(rowan.complaints()).isEmpty();
        }
    }

    @Test
    void aDisputeIsSettledByAThirdWhoReadsBothReasonsAndNoName() {
        String pair;
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/review?band=UNDER_95");
            hazel.main().locator("tbody th a").last().click();
            pair = hazel.path().replaceAll("\\?.*", "");
            hazel.page().locator("#reason").fill("the fathers have one name");
            hazel.press("Same person");
            assertThat(hazel.page().locator(".said")).containsText("waits for a second hand");
        }
        try (Visit rowan = Visit.by(Cast.ROWAN)) {
            rowan.open(pair);
            rowan.page().locator("#reason").fill("they were born in two villages");
            rowan.press("Different people");
            assertThat(rowan.page().locator(".said")).containsText("the pair is disputed");
            rowan.open(pair);
            assertThat(rowan.page().locator("[data-key=KeyS]")).hasCount(0);
        }
        try (Visit birch = thirdReviewer()) {
            birch.open("/review");
            birch.follow("Disputed, for my third hand");
            birch.main().locator("tbody th a").first().click();
            assertThat(birch.main()).containsText("the fathers have one name");
            assertThat(birch.main()).containsText("they were born in two villages");
            assertThat(birch.source()).doesNotContain("Hazel Linden").doesNotContain("Ash Rowan");
            lookAt(birch, "dispute");
            birch.page().locator("#reason").fill("two villages, two documents");
            birch.press("Different people");
            assertThat(birch.page().locator(".said")).containsText("Two hands agree: two people");
            birch.open(pair);
            assertThat(birch.main()).containsText("The hands disagreed; most of 3 say");
            assertThat(birch.main()).containsText("Hazel Linden");
            assertThat(birch.complaints()).isEmpty();
        }
    }

    @Test
    void twoPeopleJudgeASampleBlindAndThePageSaysHowFarTheyAgree() {
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            juniper.open("/agreement");
            juniper.page().locator("#asked").fill("10");
            juniper.page().locator("#scope").selectOption("UNJUDGED");
            juniper.page().locator("#reason").fill("the first quarter");
            juniper.press("Draw the sample");
            assertThat(juniper.page().locator(".said")).containsText("The sample is drawn");
        }
        for (Cast member : List.of(Cast.HAZEL, Cast.ROWAN)) {
            try (Visit visit = Visit.by(member)) {
                visit.open("/agreement");
                visit.follow("Judge the next, blind");
                lookAt(visit, "blind");
                for (String key : List.of("s", "d")) {
                    String here = visit.page().url();
                    visit.key(key);
                    visit.page().waitForURL(url -> !url.equals(here));
                    assertThat(visit.page().locator(".said")).containsText("Your verdict is kept");
                }
            }
        }
        try (Visit heron = Visit.by(Cast.HERON)) {
            heron.open("/agreement");
            assertThat(heron.main()).containsText("2 of 10 judged by two people");
            assertThat(heron.main()).containsText("too few to say much");
            assertThat(heron.main()).containsText("Gwet’s AC1");
            assertThat(heron.source()).doesNotContain("Hazel Linden").doesNotContain("Ash Rowan");
            lookAt(heron, "agreement");
        }
    }

    private static String openUnbarredGroup(Visit visit) {
        List<Locator> groups = visit.main().locator("tbody th a").all();
        for (int i = groups.size() - 1; i >= 0; i--) {
            visit.open("/review/groups");
            visit.main().locator("tbody th a").nth(i).click();
            if (visit.main().locator("input[name=keep]:not(:checked)").count() == 0) {
                return visit.path();
            }
        }
        throw new AssertionError("every group holds something that bars it");
    }

    private static void judgeSample(Visit visit) {
        visit.main().locator("[data-key=KeyJ]").click();
        visit.page().waitForURL(url -> url.contains("batch="));
        while (visit.path().contains("batch=")) {
            String here = visit.page().url();
            visit.key("s");
            visit.page().waitForURL(url -> !url.equals(here));
        }
    }

    private static Visit thirdReviewer() {
        Stage stage = Stage.get();
        Caller juniper = Founding.caller(stage, Cast.JUNIPER);
        String token =
                juniper.call(() -> {
                    AccountKeeping keeping = stage.bean(AccountKeeping.class);
                    UUID committee = juniper.party();
                    Opening opening =
                            keeping.open(committee, Role.SECOND_REVIEWER, "birch", "Birch Holm");
                    return ((Opening.Opened) opening).token();
                });
        stage.bean(OneTimeLinks.class).accept(token, Cast.PASSWORD);
        Visit visit = Visit.ofAStranger();
        visit.open("/login");
        visit.signIn("birch", Cast.PASSWORD);
        visit.page().waitForURL(url -> !url.endsWith("/login"));
        return visit;
    }

    private static void lookAt(Visit visit, String name) {
        for (int width : List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), "many-" + name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
