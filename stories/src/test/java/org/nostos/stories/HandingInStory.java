package org.nostos.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a file to records: handed in, columns read, bad rows named, good ones accepted.
class HandingInStory {

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @Test
    void anOfficerHandsAListInSeesWhatIsWrongWithItAndAcceptsTheRest(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("annex.csv");
        Files.writeString(
                file,
                """
                number,full name,sex,date of birth,nationality
                A-1,Zaytun Rumman Kharrub,M,1988-07-05,Meridia
                A-2,Warda Tut Sindyan,F,31/02/1993,Meridia
                A-3,,,,
                A-4,Narjis Balut Arz,F,1995-11-21,Meridia
                """);
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(file, "Camp, annex");
            assertThat(elder.main()).containsText("nothing is live until you accept");
            Looking.takePicture(elder.page(), "list-mapping-1280");
            desk.mapAsProposed();
            assertThat(elder.main().locator("#rows")).containsText("no day 31");
            Looking.takePicture(elder.page(), "list-staged-1280");
            Looking.expectNoAxeViolations(elder.page());
            desk.acceptWhenStaged();
            assertThat(elder.main()).containsText("were accepted and are records");
            assertThat(elder.complaints()).isEmpty();
        }
    }

    @Test
    void theSameFileIsRecognised() {
        try (Visit plum = Visit.by(Cast.PLUM)) {
            new ListDesk(plum).handIn(World.file("meridia-inquiries.csv"), "Once more");
            assertThat(plum.main()).containsText("handed in before");
        }
    }

    @Test
    void acceptedListsAreLinkedAndWaitForPeople() {
        World.awaitLinked();
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            assertThat(hazel.main()).containsText("wait for a judgement");
            assertThat(hazel.main()).containsText(World.CAMP);
        }
    }
}
