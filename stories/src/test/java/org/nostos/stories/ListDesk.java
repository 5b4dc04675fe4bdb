package org.nostos.stories;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/// What an intake officer does with a list, page by page.
final class ListDesk {

    private final Visit visit;

    ListDesk(Visit visit) {
        this.visit = visit;
    }

    void handIn(Path file, String title) {
        visit.open("/lists");
        visit.page().locator("#title").fill(title);
        visit.page().locator("#file").setInputFiles(file);
        visit.press("Hand in the list");
    }

    /// Takes what is proposed for the columns, and day before month where only a person can say.
    void mapAsProposed() {
        visit.main()
                .locator("form[action$='/columns'] button:not([name])")
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        Locator open = visit.main().locator("select[name=use][required]");
        for (Locator column : open.all()) {
            String line = column.locator("xpath=ancestor::tr").innerText();
            boolean date = line.contains("Day or month first?") || line.contains("Which calendar?");
            column.selectOption(date ? "birth_date:gregorian-day-first" : "kept");
        }
        visit.main().locator("form[action$='/columns'] button:not([name])").click();
    }

    /// Waits until every row is staged, and accepts the good ones.
    void acceptWhenStaged() {
        Locator accept = visit.main().locator("button[data-key=KeyA]");
        accept.waitFor(
                new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(60_000));
        accept.click();
    }
}
