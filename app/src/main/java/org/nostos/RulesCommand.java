package org.nostos;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.nostos.basics.Citation;
import org.nostos.basics.Rule;
import org.nostos.cases.Rulebook;

/// `rules`: every bar, guard and clock with instrument, article and effect, as Markdown.
public final class RulesCommand {

    private static final int WRONG_USAGE = 2;

    private RulesCommand() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            System.err.println("nostos: rules takes no options\nusage: nostos rules");
            System.exit(WRONG_USAGE);
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(markdown());
    }

    /// The whole book, a table for each room.
    static String markdown() {
        ResourceBundle words = ResourceBundle.getBundle("messages", Locale.ROOT);
        StringBuilder book =
                new StringBuilder(
                        """
                        # The rules

                        Printed by `./nostos rules` from the code that holds them. A rule that BLOCKS leaves no way past it; one that
                        ALARMS puts the case on a list until somebody acts; a CLOCK has a day. None decides: people do. Whether an
                        instrument binds the states of an instance is for a lawyer to confirm.
                        """);
        for (Rulebook.Room room : Rulebook.rooms()) {
            book.append("\n## ").append(room.name()).append("\n\n");
            book.append(
                    "| rule | what it asks | effect | who can settle it | where it is written |\n");
            book.append("|---|---|---|---|---|\n");
            room.rules().forEach(rule -> book.append(line(rule, words)));
        }
        return book.toString();
    }

    private static String line(Rule rule, ResourceBundle words) {
        String where =
                rule.citations().isEmpty()
                        ? "the house's own"
                        : rule.citations().stream()
                                .map(Citation::toString)
                                .collect(Collectors.joining("; "));
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        rule.key(),
                        said(words, "rule." + rule.key()),
                        rule.effect(),
                        said(words, "settler." + rule.settler()),
                        where);
    }

    private static String said(ResourceBundle words, String key) {
        try {
            return words.getString(key).replace("''", "'").replace("|", "\\|");
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no words for " + key, e);
        }
    }
}
