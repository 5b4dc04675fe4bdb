package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Obstacle;
import org.nostos.basics.PartialDate;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;

/// Somebody is held, and nobody can say on what ground: the case says so, with the law, until it is said.
class NoKnownGroundStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void aCaseIsOpenedAndAlarmsUntilAGroundIsStated() {
        String person;
        try (Visit cedar = Visit.by(Cast.CEDAR)) {
            person = somebodyWithoutACase(cedar);
            assertThat(cedar.main()).containsText("No case is open");
            cedar.page().locator("#open-reason").fill("held at a site of the north");
            cedar.press("Open a case");
            assertThat(cedar.page().locator(".said")).containsText("The case was opened");
            admitOnNoGround(UUID.fromString(person));
            cedar.open("/cases/" + person);
            assertThat(cedar.main().locator(".tracks")).containsText("Held");
            assertThat(cedar.main()).containsText("Nelson Mandela Rules");
            look(cedar, "case");
            awaitOn(cedar, "/alarms", "a[href$='custody.legal-ground']");
            look(cedar, "alarms");
            cedar.main().locator("a[href$='custody.legal-ground']").click();
            assertThat(cedar.main().locator("tbody tr").first()).isVisible();
            look(cedar, "alarm");
            cedar.open("/cases");
            assertThat(cedar.main().locator("tbody tr").first()).isVisible();
            look(cedar, "cases");
            cedar.open("/due");
            look(cedar, "due");
            cedar.open("/plan");
            look(cedar, "plan");
            assertThat(cedar.complaints()).isEmpty();
        }
        theForbiddenTwin(person);
    }

    /// Leaves the case page open of somebody whom no other story has taken up.
    private static String somebodyWithoutACase(Visit cedar) {
        cedar.open("/people");
        cedar.main().locator("#q").fill(Names.ofSomebodyOnTheAuthoritysListToo());
        cedar.main().getByRole(AriaRole.BUTTON).first().click();
        Locator found = cedar.main().locator("tbody th a");
        assertThat(found.first()).isVisible();
        List<String> people = found.all().stream().map(one -> one.getAttribute("href")).toList();
        for (String one : people) {
            String person = one.replace("/people/", "");
            cedar.open("/cases/" + person);
            if (cedar.main().innerText().contains("No case is open")) {
                return person;
            }
        }
        throw new AssertionError("every one of " + people.size() + " has a case");
    }

    /// A reviewer of records, a consul and a monitor are none who keep cases.
    private static void theForbiddenTwin(String person) {
        for (Cast other : List.of(Cast.HAZEL, Cast.PEAR, Cast.HERON)) {
            try (Visit visit = Visit.by(other)) {
                for (String page :
                        List.of("/cases", "/cases/" + person, "/alarms", "/due", "/plan")) {
                    assertThat(visit.open(page)).as(other + " " + page).isEqualTo(403);
                }
            }
        }
    }

    private static void admitOnNoGround(UUID person) {
        CustodyEntry entry =
                new CustodyEntry(
                        CustodyKind.ADMITTED,
                        PartialDate.ofDay(LocalDate.of(2026, 3, 1)),
                        HoldingAuthority.named("Northern Administration"),
                        null,
                        "Site North",
                        "",
                        LegalGround.NONE_KNOWN,
                        "",
                        "the authority's list",
                        "");
        List<Obstacle> obstacles =
                Founding.caller(Stage.get(), Cast.CEDAR)
                        .<List<Obstacle>, RuntimeException>call(() ->
                                Stage.get()
                                        .bean(CustodyKeeping.class)
                                        .record(List.of(person), entry, null));
        assertThat(obstacles).isEmpty();
    }

    /// The boards follow moments after the act.
    private static void awaitOn(Visit visit, String page, String selector) {
        visit.open(page);
        Locator there = visit.main().locator(selector);
        for (int i = 0; i < 60 && there.count() == 0; i++) {
            visit.page().reload();
        }
        assertThat(there.first()).isVisible();
    }

    private static void look(Visit visit, String name) {
        for (int width : List.of(Visit.WIDE, Visit.NARROW)) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), "cases-" + name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
        visit.page().setViewportSize(Visit.WIDE, 900);
    }
}
