package org.nostos.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The journal, broken glass and retention have no switch: what keeps them reads no setting.
class NothingTurnsItOffTest {

    private static final Pattern SETTING =
            Pattern.compile(
                    "@Value\\b|@Conditional|@Profile|@ConfigurationProperties|\\bEnvironment\\b|System\\.get(env|Property)");

    private static final List<String> KEPT =
            List.of(
                    "casework/src/main/java/org/nostos/registry/",
                    "casework/src/main/java/org/nostos/retention/",
                    "basics/src/main/java/org/nostos/basics/Act",
                    "journal/src/main/java/",
                    "postgres/src/main/java/org/nostos/postgres/PostgresActs",
                    "postgres/src/main/java/org/nostos/postgres/journal/",
                    "postgres/src/main/java/org/nostos/postgres/registry/",
                    "postgres/src/main/java/org/nostos/postgres/retention/",
                    "web/src/main/java/org/nostos/web/apart/",
                    "web/src/main/java/org/nostos/web/PageFrame",
                    "web/src/main/java/org/nostos/web/retention/");

    @Test
    void whatJournalsTellsAndBarsReadsNoSetting() {
        List<String> reading =
                Repository.sources(".java").stream()
                        .filter(NothingTurnsItOffTest::isKept)
                        .filter(file -> SETTING.matcher(text(file)).find())
                        .map(Repository::name)
                        .toList();
        assertThat(reading).isEmpty();
    }

    @Test
    void thereIsSomethingToLookAt() {
        for (String kept : KEPT) {
            assertThat(Repository.sources(".java").stream().map(Repository::name))
                    .as(kept)
                    .anyMatch(name -> name.startsWith(kept));
        }
    }

    private static boolean isKept(Path file) {
        return KEPT.stream().anyMatch(kept -> Repository.name(file).startsWith(kept));
    }

    /// The one setting of the frame says that all people are invented; it turns nothing off.
    private static String text(Path file) {
        return Repository.text(file)
                .replace("import org.springframework.beans.factory.annotation.Value;", "")
                .replace("@Value(\"${nostos.invented:false}\")", "");
    }
}
