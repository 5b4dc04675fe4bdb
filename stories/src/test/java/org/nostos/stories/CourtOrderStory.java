package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nostos.basics.AsOf;
import org.nostos.basics.StateCode;
import org.nostos.legal.BarKeeping;
import org.nostos.legal.BarStep;
import org.nostos.legal.CaseLaw;
import org.nostos.legal.Clearing;
import org.nostos.legal.Ground;
import org.nostos.legal.LawStep;
import org.nostos.legal.Review;
import org.nostos.legal.ReviewEvent.Outcome;
import org.nostos.legal.ReviewKeeping;
import org.nostos.legal.Route;
import org.nostos.legal.TransferClearance.Terms;
import org.nostos.parties.Caller;
import org.nostos.parties.HouseSetup;

/// On the eve of a transfer a court forbids it. The case officer records the order, and from that moment
/// nobody can move the man, whatever was decided before; only the court's own word lets him go.
class CourtOrderStory {

    private static final StateCode MERIDIA = new StateCode("XMA");
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String ROLL =
            "no,full name,sex,date of birth\nEV-11,Bulbul Kharrub Nakhil,M,1984-05-01\n";

    private static UUID person;

    @BeforeAll
    static void aManIsClearedToGoTomorrow(@TempDir Path folder) throws IOException {
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(Files.writeString(folder.resolve("eve.csv"), ROLL), "People to go home");
            desk.mapAsProposed();
            desk.acceptWhenStaged();
        }
        World.awaitLinked();
        Caller maple = Founding.caller(Stage.get(), Cast.MAPLE);
        Caller alder = Founding.caller(Stage.get(), Cast.ALDER);
        person = World.personNamed("Bulbul Kharrub Nakhil");
        BarKeeping bars = Stage.get().bean(BarKeeping.class);
        for (Ground ground : asked()) {
            maple.call(() -> bars.open(bar(maple, ground)));
            maple.call(() -> bars.clear(bar(maple, ground), TODAY.plusMonths(6)));
            alder.call(() -> bars.review(bar(alder, ground)));
        }
        reviewed(maple, alder, Founding.caller(Stage.get(), Cast.CEDAR));
        Terms terms = new Terms(Route.DEPORTATION, MERIDIA, List.of(), TODAY.plusDays(7));
        Clearing clearing = Stage.get().bean(Clearing.class);
        assertThat(maple.<List<?>, RuntimeException>call(() -> clearing.propose(step(null), terms)))
                .isEmpty();
    }

    @Test
    void aCourtOrderOnTheEveStopsTheTransferAndOnlyTheCourtsOwnWordLetsItGoOn() {
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/cases/" + person + "/bars");
            assertThat(alder.main()).containsText("Waits for another hand");
            open(alder, "Issue it");
            fill(alder, "issue-", "I looked at the whole case", "");
            alder.press("Issue the clearance");
            assertThat(alder.main()).containsText("Holds");
        }
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/cases/" + person + "/bars");
            open(cedar, "Record an order or an interim measure");
            cedar.page().locator("#order-state").fill("XMA");
            fill(
                    cedar,
                    "order",
                    "The court forbids the transfer until it has heard him",
                    "Order 4/26");
            cedar.press("Record it: it blocks at once");
            assertThat(cedar.main()).containsText("An order of a court stands");
            assertThat(cedar.main()).containsText("Does not hold: something is missing again");
            assertThat(cedar.main()).containsText("rule 39");
            look(cedar, "court-order");
            // Twin: he may not end it himself.
            assertThat(cedar.main().getByText("The court ended it")).hasCount(0);
            assertThat(cedar.complaints()).isEmpty();
        }
        try (Visit maple = Visit.by(Cast.MAPLE)) {
            // Twin: and nobody gives a new clearance around it.
            maple.open("/cases/" + person + "/bars?route=DEPORTATION&destination=XMA");
            assertThat(maple.main()).containsText("Missing before this transfer: 1");
            assertThat(maple.page().getByRole(AriaRole.BUTTON, named("Propose the clearance")))
                    .hasCount(0);
            open(maple, "The court ended it");
            fill(maple, "end-", "The court let its order end", "Decision of today");
            maple.press("Record its end");
            assertThat(maple.main()).containsText("Ended on");
            assertThat(maple.main()).containsText("Holds");
            maple.follow("Bars to transfer");
            assertThat(maple.main()).containsText("What waits for whom");
            look(maple, "bars-board");
            maple.follow("Assurances");
            assertThat(maple.main()).containsText("An assurance lifts no bar");
            assertThat(maple.complaints()).isEmpty();
        }
    }

    @Test
    void theIndependentHandSeesOnlyWhatWasPutBeforeItAndDecides() {
        Founding.caller(Stage.get(), Cast.JUNIPER)
                .call(() ->
                        Stage.get()
                                .bean(HouseSetup.class)
                                .nameReviewBody("Board of Review", "decree 12"));
        Caller maple = Founding.caller(Stage.get(), Cast.MAPLE);
        BarKeeping bars = Stage.get().bean(BarKeeping.class);
        StateCode oristan = new StateCode("XOA");
        maple.call(() -> bars.find(barTo(maple, oristan, Ground.TORTURE)));
        maple.call(
                () -> bars.proposeLift(barTo(maple, oristan, Ground.TORTURE), TODAY.plusMonths(2)));
        try (Visit sage = Visit.by(Cast.SAGE)) {
            sage.open("/bars");
            assertThat(sage.main()).containsText("One bar waits for you");
            assertThat(sage.main()).containsText("Torture or ill-treatment");
            assertThat(sage.source()).doesNotContain("Bulbul");
            look(sage, "bars-put");
            // Twin: the body has no way to the case itself.
            assertThat(sage.open("/cases/" + person + "/bars")).isEqualTo(403);
            sage.open("/bars");
            sage.page().locator("textarea[name=reason]").first().fill("The risk stands");
            sage.press("The bar stands");
            assertThat(sage.main()).containsText("No case was put before you");
            assertThat(sage.complaints().stream().filter(line -> !line.contains("403"))).isEmpty();
        }
    }

    private static void reviewed(Caller maple, Caller alder, Caller cedar) {
        ReviewKeeping reviews = Stage.get().bean(ReviewKeeping.class);
        maple.call(() -> reviews.open(review(maple)));
        cedar.call(() -> reviews.complete(review(cedar)));
        cedar.call(() -> reviews.schedule(review(cedar), TODAY));
        cedar.call(() -> reviews.hear(review(cedar), "Maple, Ash", null));
        maple.call(() -> reviews.propose(review(maple), Outcome.RELEASE, null));
        alder.call(() -> reviews.decide(review(alder)));
        cedar.call(() -> reviews.inform(review(cedar), "Arabic", null, null));
        maple.call(() -> reviews.close(review(maple)));
    }

    private static LawStep review(Caller who) {
        ReviewKeeping reviews = Stage.get().bean(ReviewKeeping.class);
        AsOf now = new AsOf(TODAY, Instant.MAX);
        List<Review> known = who.call(() -> reviews.all(List.of(person), now));
        return step(known.isEmpty() ? null : known.getFirst().events().getLast().stamp().id());
    }

    private static Set<Ground> asked() {
        Set<Ground> grounds = EnumSet.copyOf(Route.DEPORTATION.grounds());
        grounds.remove(Ground.BEST_INTERESTS);
        return grounds;
    }

    private static BarStep bar(Caller who, Ground ground) {
        return barTo(who, MERIDIA, ground);
    }

    private static BarStep barTo(Caller who, StateCode state, Ground ground) {
        CaseLaw.Known known = who.call(() -> Stage.get().bean(CaseLaw.class).of(List.of(person)));
        UUID seen =
                known.bars().stream()
                        .filter(e -> e.destination().equals(state) && e.ground() == ground)
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return new BarStep(step(seen), state, ground);
    }

    private static LawStep step(@Nullable UUID seen) {
        return new LawStep(List.of(person), seen, TODAY, "as the papers say", "paper 1");
    }

    private static void open(Visit visit, String summary) {
        visit.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
    }

    private static void fill(Visit visit, String form, String reason, String source) {
        visit.page().locator("textarea[id^='reason-" + form + "']").first().fill(reason);
        visit.page().locator("input[id^='source-" + form + "']").first().fill(source);
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
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
