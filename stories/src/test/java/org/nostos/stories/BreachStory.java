package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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

/// A state assured that it would not ill-treat those whom it takes back, and broke its word. From that
/// moment every open case to that state is to be looked at again, and no clearance holds.
class BreachStory {

    private static final StateCode BRENNA = new StateCode("XBR");

    private static UUID first;
    private static UUID second;

    @BeforeAll
    static void twoMenAreClearedToGo(@TempDir Path folder) throws IOException {
        first = Casework.somebody("Nawras Tut Rummani", folder);
        second = Casework.somebody("Kurki Ward Sindyani", folder);
        for (UUID person : List.of(first, second)) {
            cleared(person);
        }
    }

    @Test
    void aBreachMakesEveryOpenCaseToThatStateStaleAtOnce() {
        assuredAndInForce();
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            cedar.open("/cases/" + first + "/bars");
            assertThat(cedar.main()).containsText("Holds");
            step(cedar, "MONITORED", "We saw two of them, alone, without guards");
            step(cedar, "BREACHED", "A third was beaten; a physician saw it");
            assertThat(cedar.main()).containsText("broken");
            Casework.look(cedar, "breach");
            for (UUID person : List.of(first, second)) {
                cedar.open("/cases/" + person + "/bars");
                assertThat(cedar.main()).containsText("Does not hold: something is missing again");
            }
            assertThat(cedar.complaints()).isEmpty();
        }
        try (Visit maple = Visit.by(Cast.MAPLE)) {
            // Twin: nobody gives a new clearance around it, and the law says why.
            maple.open("/cases/" + second + "/bars?route=DEPORTATION&destination=XBR");
            assertThat(maple.main()).containsText("Convention against Torture");
            assertThat(maple.main()).containsText("General Comment 4");
            assertThat(maple.page().locator("button").getByText("Propose the clearance"))
                    .hasCount(0);
            Terms terms =
                    new Terms(Route.DEPORTATION, BRENNA, List.of(), Casework.TODAY.plusDays(7));
            assertThat(
                            Founding.caller(Stage.get(), Cast.MAPLE)
                                    .<List<?>, RuntimeException>call(() ->
                                            Stage.get()
                                                    .bean(Clearing.class)
                                                    .propose(step(second, null), terms)))
                    .isNotEmpty();
            assertThat(maple.complaints()).isEmpty();
        }
    }

    private static void assuredAndInForce() {
        try (Visit maple = Visit.by(Cast.MAPLE)) {
            maple.open("/assurances");
            maple.page().locator("#state").fill("XBR");
            maple.page().locator("#reason-ask").fill("That nobody is ill-treated");
            maple.press("Record the request");
            step(maple, "OFFERED", "They give their word in writing");
            step(maple, "FOUND_SUFFICIENT", "It names places and lets us visit them");
            open(maple);
            section(maple)
                    .locator("input[name=until]")
                    .fill(Casework.TODAY.plusMonths(3).toString());
            step(maple, "IN_FORCE", "From today");
            // Twin: whoever weighed it does not put it in force.
            assertThat(maple.main().locator("[role=alert]")).containsText("General Comment 4");
        }
        try (Visit alder = Visit.by(Cast.ALDER)) {
            alder.open("/assurances");
            open(alder);
            section(alder)
                    .locator("input[name=until]")
                    .fill(Casework.TODAY.plusMonths(3).toString());
            step(alder, "IN_FORCE", "From today");
            assertThat(section(alder)).containsText("in force");
        }
    }

    /// The assurance of the state of this story.
    private static Locator section(Visit visit) {
        return visit.main()
                .locator("section")
                .filter(new Locator.FilterOptions().setHasText("XBR"))
                .first();
    }

    private static void open(Visit visit) {
        Locator details = section(visit).locator("details");
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
    }

    private static void step(Visit visit, String kind, String words) {
        if (!visit.path().startsWith("/assurances")) {
            visit.open("/assurances");
        }
        open(visit);
        section(visit).locator("select[name=kind]").selectOption(kind);
        section(visit).locator("textarea[name=reason]").fill(words);
        section(visit).locator("button[type=submit]").click();
    }

    private static void cleared(UUID person) {
        Caller maple = Founding.caller(Stage.get(), Cast.MAPLE);
        Caller alder = Founding.caller(Stage.get(), Cast.ALDER);
        BarKeeping bars = Stage.get().bean(BarKeeping.class);
        for (Ground ground : asked()) {
            maple.call(() -> bars.open(bar(maple, person, ground)));
            maple.call(() -> bars.clear(bar(maple, person, ground), Casework.TODAY.plusMonths(6)));
            alder.call(() -> bars.review(bar(alder, person, ground)));
        }
        reviewed(person, maple, alder);
        Terms terms = new Terms(Route.DEPORTATION, BRENNA, List.of(), Casework.TODAY.plusDays(7));
        Clearing clearing = Stage.get().bean(Clearing.class);
        assertThat(
                        maple.<List<?>, RuntimeException>call(
                                () -> clearing.propose(step(person, null), terms)))
                .isEmpty();
        UUID waiting = maple.call(() -> clearing.all(List.of(person), AsOf.now())).getFirst().id();
        assertThat(
                        alder.<List<?>, RuntimeException>call(
                                () -> clearing.issue(step(person, null), waiting)))
                .isEmpty();
    }

    private static void reviewed(UUID person, Caller maple, Caller alder) {
        Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
        ReviewKeeping reviews = Stage.get().bean(ReviewKeeping.class);
        maple.call(() -> reviews.open(review(maple, person)));
        cedar.call(() -> reviews.complete(review(cedar, person)));
        cedar.call(() -> reviews.schedule(review(cedar, person), Casework.TODAY));
        cedar.call(() -> reviews.hear(review(cedar, person), "Maple, Ash", null));
        maple.call(() -> reviews.propose(review(maple, person), Outcome.RELEASE, null));
        alder.call(() -> reviews.decide(review(alder, person)));
        cedar.call(() -> reviews.inform(review(cedar, person), "Arabic", null, null));
        maple.call(() -> reviews.close(review(maple, person)));
    }

    private static LawStep review(Caller who, UUID person) {
        ReviewKeeping reviews = Stage.get().bean(ReviewKeeping.class);
        AsOf now = new AsOf(Casework.TODAY, Instant.MAX);
        List<Review> known = who.call(() -> reviews.all(List.of(person), now));
        return step(
                person, known.isEmpty() ? null : known.getFirst().events().getLast().stamp().id());
    }

    private static Set<Ground> asked() {
        Set<Ground> grounds = EnumSet.copyOf(Route.DEPORTATION.grounds());
        grounds.remove(Ground.BEST_INTERESTS);
        return grounds;
    }

    private static BarStep bar(Caller who, UUID person, Ground ground) {
        CaseLaw.Known known = who.call(() -> Stage.get().bean(CaseLaw.class).of(List.of(person)));
        UUID seen =
                known.bars().stream()
                        .filter(e -> e.destination().equals(BRENNA) && e.ground() == ground)
                        .reduce((_, later) -> later)
                        .map(e -> e.stamp().id())
                        .orElse(null);
        return new BarStep(step(person, seen), BRENNA, ground);
    }

    private static LawStep step(UUID person, @Nullable UUID seen) {
        return new LawStep(List.of(person), seen, Casework.TODAY, "as the papers say", "paper 1");
    }
}
