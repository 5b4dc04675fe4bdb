package org.nostos.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Law 9: nothing about a person in an address or a log line, on the good road and on the bad one.
class NothingSaidAloudStory {

    private static final List<String> OF_A_PERSON =
            List.of("qutayfan", "sarwatani", "mishmishgarden", "qq-77431");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> addresses = new ArrayList<>();

    @BeforeAll
    static void theWorldIsThere() {
        World.ready();
    }

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
    }

    @Test
    void neitherHandingInNorSearchingNorReadingNorAMistakeSaysWhoItIsAbout(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("qutayfan-sarwatani.csv");
        Files.writeString(
                file,
                """
                number,full name,date of birth,place of birth
                QQ-77431,Qutayfan Sarwatani,31/02/1993,Mishmishgarden
                QQ-77431,Qutayfan Sarwatani the other,1993-02-14,Mishmishgarden
                """);
        try (Visit elder = Visit.by(Cast.ELDER)) {
            ListDesk desk = new ListDesk(elder);
            desk.handIn(file, "Annex, second house");
            addresses.add(elder.path());
            desk.mapAsProposed();
            desk.acceptWhenStaged();
            addresses.add(elder.path());
        }
        World.awaitLinked();
        try (Visit hazel = Visit.by(Cast.HAZEL)) {
            hazel.page().locator("#find").fill("Qutayfan Sarwatani");
            hazel.page().locator("#find").press("Enter");
            hazel.page().waitForURL("**/search");
            addresses.add(hazel.path());
            hazel.main().locator("table a[href*='/people/']").first().click();
            hazel.page().waitForURL("**/people/*");
            assertThat(hazel.main().innerText()).contains("Qutayfan");
            addresses.add(hazel.path());
            hazel.open("/people/Qutayfan%20Sarwatani");
            assertThat(hazel.source().toLowerCase(Locale.ROOT)).doesNotContain("qutayfan");
            hazel.open("/lists/qq-77431");
            assertThat(hazel.source().toLowerCase(Locale.ROOT)).doesNotContain("qq-77431");
        }
        assertThat(addresses).allSatisfy(NothingSaidAloudStory::saysNothing);
        assertThat(lines()).allSatisfy(NothingSaidAloudStory::saysNothing);
    }

    private static void saysNothing(String text) {
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(OF_A_PERSON);
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            lines.add(event.getFormattedMessage());
            @Nullable IThrowableProxy thrown = event.getThrowableProxy();
            while (thrown != null) {
                lines.add(String.valueOf(thrown.getMessage()));
                thrown = thrown.getCause();
            }
        }
        return lines;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
