package org.nostos.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/// What every page is looked at for: that axe finds nothing, that nothing runs over the side, and a
/// picture for human eyes in `target/pictures`.
final class Looking {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final AxeRunOptions WHAT_IS_WRONG = new AxeRunOptions();

    static {
        WHAT_IS_WRONG.setResultTypes(List.of("violations"));
    }

    private Looking() {}

    /// WCAG 2.2 A and AA, and axe's own good practice.
    ///
    /// The legacy mode looks at the whole page in one go. The other is for frames of other origins, which the
    /// house has none of, opens a second page each time, and takes three times as long.
    static void expectNoAxeViolations(Page page) {
        AxeResults results =
                new AxeBuilder(page).setLegacyMode(true).options(WHAT_IS_WRONG).analyze();
        List<String> found = results.getViolations().stream().map(Looking::words).toList();
        assertThat(found).as("axe on " + page.url()).isEmpty();
    }

    /// The page scrolls down, never sideways.
    static void expectNothingOverTheSide(Page page) {
        Object over =
                page.evaluate(
                        "() => document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as("pixels over the side of " + page.url()).isZero();
    }

    static void takePicture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private static String words(Rule rule) {
        List<String> where =
                rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
        return rule.getId() + " (" + rule.getHelp() + "): " + where;
    }
}
