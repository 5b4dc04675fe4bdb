package org.nostos.stories;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.PartialDate;
import org.nostos.cases.Cases;
import org.nostos.custody.CustodyEntry;
import org.nostos.custody.CustodyKeeping;
import org.nostos.custody.CustodyKind;
import org.nostos.custody.HoldingAuthority;
import org.nostos.custody.LegalGround;
import org.nostos.parties.Caller;

/// What stories of a case have in common: somebody on a list, a case, a custody, and the forms of the
/// law.
final class Casework {

    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private Casework() {}

    /// Somebody on a list of their own, with a case.
    static UUID somebody(String name, Path folder) throws IOException {
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            String number = name.substring(0, 2).toUpperCase(java.util.Locale.ROOT);
            String roll =
                    "no,full name,sex,date of birth\n" + number + "-1," + name + ",M,1984-05-01\n";
            desk.handIn(
                    Files.writeString(folder.resolve(number + ".csv"), roll), "A row: " + number);
            desk.mapAsProposed();
            desk.acceptWhenStaged();
        }
        World.awaitLinked();
        UUID person = World.personNamed(name);
        Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
        cedar.call(() ->
                Stage.get().bean(Cases.class).open(List.of(person), "held at a site of the north"));
        return person;
    }

    /// An authority holds them on this ground since a month.
    static void held(UUID person, LegalGround ground) {
        CustodyEntry admitted =
                new CustodyEntry(
                        CustodyKind.ADMITTED,
                        PartialDate.ofDay(TODAY.minusMonths(1)),
                        HoldingAuthority.named("Northern Administration"),
                        null,
                        "Site North",
                        "",
                        ground,
                        "",
                        "a list",
                        "");
        record(person, admitted);
    }

    static void record(UUID person, CustodyEntry entry) {
        Caller cedar = Founding.caller(Stage.get(), Cast.CEDAR);
        CustodyKeeping custody = Stage.get().bean(CustodyKeeping.class);
        List<?> refused =
                cedar.call(() ->
                        custody.record(
                                List.of(person),
                                entry,
                                custody.file(List.of(person), AsOf.now()).last()));
        if (!refused.isEmpty()) {
            throw new AssertionError(refused.toString());
        }
    }

    /// Takes a step of the first form of the page that offers it, with words.
    static void step(Visit visit, String step, String reason) {
        visit.page().locator("#kind").selectOption(step);
        visit.page().locator("textarea[id^='reason-']").first().fill(reason);
        visit.press("Take this step");
    }

    static void open(Visit visit, String summary) {
        visit.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
    }

    static void look(Visit visit, String name) {
        for (int width : new int[] {Visit.NARROW, Visit.WIDE}) {
            visit.page().setViewportSize(width, 900);
            Looking.takePicture(visit.page(), name + "-" + width);
            Looking.expectNoAxeViolations(visit.page());
            Looking.expectNothingOverTheSide(visit.page());
        }
    }
}
