package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A number goes from a newspaper into the ledger by two hands, and what does not fit is looked at by a third
/// reading: the parts of a total that miss it by two.
class FiguresStory {

    private static final String TITLE = "Who is held at Site Quince";
    private static final String TEXT =
            """
            The administration of Site Quince said on 3 March 2026 that 412 people are held at Site Quince. \
            Of them 250 are men and 160 are women, its spokesman said.
            """;

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void aNumberGoesFromAnArticleIntoTheLedgerByTwoHandsAndWhatDoesNotFitIsDismissed() {
        List<String> figures;
        try (Visit clover = Visit.by(Cast.CLOVER)) {
            clover.open("/articles");
            clover.main().locator("#title").fill(TITLE);
            clover.main().locator("#outlet").fill("Agency Halcyon");
            clover.main().locator("#publishedOn").fill("2026-03-03");
            clover.main().locator("#text").fill(TEXT);
            clover.press("Hand the article in");
            assertThat(clover.heading()).hasText(TITLE);
            assertThat(clover.main()).containsText("3 figures were found; 3 are left to decide");
            look(clover, "article");
            press(clover, "KeyA", 2);
            Locator whole = clover.main().locator("#whole");
            assertThat(whole.locator("option[selected]")).hasText(Pattern.compile("412 people"));
            press(clover, "KeyA", 1);
            mend(clover);
            assertThat(clover.main()).containsText("Everything found is decided");
            figures = entered(clover);
            for (String figure : figures) {
                clover.open(figure);
                assertThat(clover.main()).containsText("Somebody else reviews it");
                assertThat(clover.main().getByText("Confirm that the source says so")).hasCount(0);
            }
        }
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            assertThat(cedar.open("/articles")).isEqualTo(403);
            assertThat(cedar.open(figures.getFirst())).isEqualTo(404);
        }
        try (Visit teasel = Visit.by(Cast.TEASEL)) {
            for (String figure : figures) {
                teasel.open(figure);
                teasel.press("Confirm that the source says so");
                teasel.press("Publish the figure");
                assertThat(teasel.main()).containsText("It is published.");
            }
            assertThat(teasel.main()).containsText("its spokesman of Site Quince");
            look(teasel, "figure-beside-others");
            dismiss(teasel);
        }
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            assertThat(cedar.open("/figures/findings")).isEqualTo(200);
            assertThat(finding(cedar)).containsText("children are in another list");
            assertThat(finding(cedar).locator("form")).hasCount(0);
            assertThat(cedar.open(figures.getFirst())).isEqualTo(200);
            assertThat(cedar.main()).containsText("250 + 160 = 410 ≠ 412 (−2)");
        }
    }

    /// Presses a key and waits until so few are left to decide.
    private static void press(Visit visit, String key, int left) {
        visit.key(key);
        String open = left == 1 ? "one is" : left + " are";
        assertThat(visit.main()).containsText("; " + open + " left to decide");
    }

    /// The last one: whose spokesman it was is not in the sentence; of what it is part is chosen.
    private static void mend(Visit clover) {
        clover.key("KeyM");
        Locator form = clover.main().locator("details form");
        form.locator("#saidBy").fill("its spokesman of Site Quince");
        form.locator("#number").fill("many");
        clover.press("Enter it as mended");
        assertThat(clover.main()).containsText("A number is written in digits");
        assertThat(form.locator("#saidBy")).hasValue("its spokesman of Site Quince");
        form.locator("#number").fill("160");
        clover.press("Enter it as mended");
    }

    /// The pages of the figures that were made of the article, in its order.
    private static List<String> entered(Visit clover) {
        String article = clover.path().replaceAll("[?#].*", "");
        List<String> figures = new ArrayList<>();
        for (int claim = 0; claim < 3; claim++) {
            clover.open(article + "?claim=" + claim);
            figures.add(
                    clover.main().locator(".found p a[href^='/figures/']").getAttribute("href"));
        }
        return figures;
    }

    private static void dismiss(Visit teasel) {
        teasel.open("/figures/findings");
        Locator finding = finding(teasel);
        assertThat(finding).containsText("The parts do not make the whole");
        look(teasel, "findings");
        finding.locator("input[name=reason]").fill("children are in another list");
        finding.getByText("Dismiss it").click();
        assertThat(finding(teasel)).containsText("It only looks so.");
    }

    private static Locator finding(Visit visit) {
        return visit.main()
                .locator("section")
                .filter(new Locator.FilterOptions().setHasText("250 + 160 = 410 ≠ 412 (−2)"));
    }

    private static void look(Visit visit, String name) {
        for (int width : List.of(Visit.NARROW, Visit.WIDE)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
    }
}
