package org.nostos.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The message bundle holds every key that the pages use, and no other.
///
/// A key may be put together at run time (`#{|role.${frame.role}|}`, `"act." + kind`): then any key of
/// that form counts as used.
class MessagesTest {

    private static final Path BUNDLE =
            Repository.ROOT.resolve("web/src/main/resources/messages.properties");
    private static final Pattern PLAIN = Pattern.compile("#\\{([\\w.-]+)[}(]");
    private static final Pattern BUILT = Pattern.compile("#\\{\\|([^|]+)\\|");
    private static final Pattern QUOTED =
            Pattern.compile("#messages\\.\\w+\\(\\s*'([\\w.-]+)'( \\+)?");
    private static final Pattern OBSTACLE = Pattern.compile("\"(obstacle\\.[\\w.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*\\.[\\w.-]*)\"");

    private static final Properties MESSAGES = read();

    @Test
    void everyKeyThatATemplateUsesIsInTheBundle() {
        List<String> missing = new ArrayList<>();
        for (Path template : templates()) {
            String text = template(template);
            List.of(PLAIN, QUOTED)
                    .forEach(form ->
                            keys(form, text).stream()
                                    .filter(key -> !key.endsWith("."))
                                    .filter(key -> !MESSAGES.containsKey(key))
                                    .map(key -> Repository.name(template) + ": " + key)
                                    .forEach(missing::add));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyObstacleHasWords() {
        List<String> missing = new ArrayList<>();
        for (Path file : Repository.sources(".java")) {
            if (!Repository.name(file).contains("src/test/")) {
                keys(OBSTACLE, Repository.text(file)).stream()
                        .filter(key -> !key.endsWith(".") && !MESSAGES.containsKey(key))
                        .map(key -> Repository.name(file) + ": " + key)
                        .forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyOfTheBundleIsUnused() {
        List<Pattern> uses = uses();
        TreeSet<String> unused = new TreeSet<>(MESSAGES.stringPropertyNames());
        unused.removeIf(key -> uses.stream().anyMatch(use -> use.matcher(key).matches()));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyMessageCanBeFilled() {
        List<String> broken = new ArrayList<>();
        for (String key : MESSAGES.stringPropertyNames()) {
            String words = MESSAGES.getProperty(key);
            if (words.isBlank() || words.contains("'") || words.contains("\"")) {
                broken.add(key + ": blank, or with a straight apostrophe or quotation mark");
            }
            new MessageFormat(words, Locale.ENGLISH);
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void noMessageSaysAWordThatMayNotBeSaid() {
        Pattern never =
                Pattern.compile(
                        "\\b(terrorist|jihadist|ISIS|cub|high risk|suspect score|illegal|merged?|"
                                + "deleted?|are you sure)\\b|!",
                        Pattern.CASE_INSENSITIVE);
        assertThat(
                        MESSAGES.stringPropertyNames().stream()
                                .filter(key -> never.matcher(MESSAGES.getProperty(key)).find()))
                .isEmpty();
    }

    private static List<Pattern> uses() {
        List<Pattern> uses = new ArrayList<>();
        for (Path template : templates()) {
            String text = template(template);
            keys(PLAIN, text).forEach(key -> uses.add(exactly(key)));
            keys(QUOTED, text).forEach(key -> uses.add(exactly(key)));
            keys(BUILT, text).forEach(built -> uses.add(withAnythingIn(built)));
        }
        for (Path file : Repository.sources(".java")) {
            if (!Repository.name(file).contains("src/test/")) {
                keys(LITERAL, Repository.text(file)).forEach(key -> uses.add(exactly(key)));
            }
        }
        return uses;
    }

    /// A key, or every key that begins so when it ends with a dot.
    private static Pattern exactly(String key) {
        return Pattern.compile(Pattern.quote(key) + (key.endsWith(".") ? ".+" : ""));
    }

    private static Pattern withAnythingIn(String built) {
        StringBuilder pattern = new StringBuilder();
        for (String part : built.split("\\$\\{[^}]*}", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".+").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }

    private static List<String> keys(Pattern form, String text) {
        Matcher found = form.matcher(text);
        return found.results().map(result -> result.group(1)).toList();
    }

    private static String template(Path file) {
        return Pattern.compile("<!--.*?-->", Pattern.DOTALL)
                .matcher(Repository.text(file))
                .replaceAll("");
    }

    private static List<Path> templates() {
        return Repository.sources(".html").stream()
                .filter(file -> Repository.name(file).contains("/templates/"))
                .toList();
    }

    private static Properties read() {
        Properties messages = new Properties();
        try {
            messages.load(new StringReader(Repository.text(BUNDLE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
