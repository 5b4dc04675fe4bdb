package org.nostos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.nostos.basics.Rule;
import org.nostos.cases.Rulebook;

/// The rules as they are printed, and as the documents hold them.
class RulesCommandTest {

    private static final List<Rule> ALL =
            Rulebook.rooms().stream().flatMap(room -> room.rules().stream()).toList();

    /// Write it anew with `-Dnostos.draw=true` when the rules have changed.
    @Test
    void theDocumentsHoldWhatTheCommandPrints() throws IOException {
        Path document = Path.of("..", "docs", "rules.md");
        if (Boolean.getBoolean("nostos.draw")) {
            Files.writeString(document, RulesCommand.markdown());
        }
        assertThat(document).content().isEqualTo(RulesCommand.markdown());
    }

    @Test
    void everyRuleHasAKeyOfItsOwnAndWordsForWhatIsMissing() {
        ResourceBundle words = ResourceBundle.getBundle("messages", Locale.ROOT);
        assertThat(ALL.stream().map(Rule::key)).doesNotHaveDuplicates();
        assertThat(ALL)
                .allSatisfy(rule ->
                        assertThat(words.containsKey("unmet." + rule.key()))
                                .as("unmet." + rule.key())
                                .isTrue());
    }
}
