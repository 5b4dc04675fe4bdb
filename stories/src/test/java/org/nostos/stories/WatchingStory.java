package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Those who watch see counts; those who run the server see accounts. Neither sees a person.
class WatchingStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void aMonitorSeesTheThreeCountsAndNoName() {
        try (Visit heron = Visit.by(Cast.HERON)) {
            assertThat(heron.main().locator(".way .n")).hasCount(3);
            assertThat(heron.main().locator(".way .n").first())
                    .hasText(Pattern.compile("[1-9][0-9,]*"));
            assertThat(Names.on(heron)).isEmpty();
            heron.follow("Journal");
            assertThat(Names.on(heron)).isEmpty();
        }
    }

    @Test
    void aMonitorIsShownNoNumberSmallEnoughToPointAtSomebody() {
        try (Visit heron = Visit.by(Cast.HERON)) {
            List<String> cells = heron.main().locator(".ages .in, .bars .num").allInnerTexts();
            assertThat(cells).isNotEmpty().noneMatch(cell -> cell.strip().matches("[1-9]"));
        }
    }

    @Test
    void anAdministratorSeesNoPersonAnywhere() {
        try (Visit juniper = Visit.by(Cast.JUNIPER)) {
            for (String path : List.of("/users", "/journal")) {
                assertThat(juniper.open(path)).isEqualTo(200);
                assertThat(Names.on(juniper)).as(path).isEmpty();
            }
            for (String path : List.of("/lists", "/people", "/review")) {
                assertThat(juniper.open(path)).as(path).isEqualTo(403);
                assertThat(Names.on(juniper)).as(path).isEmpty();
            }
        }
    }

    @Test
    void aStateSeesTheListItHandedInAndNoOther() {
        try (Visit plum = Visit.by(Cast.PLUM)) {
            plum.open("/lists");
            assertThat(plum.main()).containsText(World.MERIDIA);
            assertThat(plum.main()).not().containsText(World.CAMP);
            assertThat(plum.open("/review")).isEqualTo(403);
        }
    }

    @Test
    void theOverviewOfAnEarlierDaySaysThatItIsOne() {
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.open("/?asOf=2020-01-01&asKnown=2020-01-02");
            assertThat(hazel.page().locator(".past")).containsText("1 Jan 2020");
            assertThat(hazel.main()).containsText("Nothing is registered yet.");
            Looking.takePicture(hazel.page(), "overview-past-1280");
            hazel.follow("Back to today");
            assertThat(hazel.page().locator(".past")).hasCount(0);
        }
    }
}
