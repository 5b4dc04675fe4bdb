package org.nostos.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The message bundle holds every key that the pages use, and no other.
///
/// A key may be put together at run time (`#{|role.${frame.role}|}`, `"act." + kind`): then any key of
/// that form counts as used.
class MessagesTest {

    private static final Path BUNDLES = Repository.ROOT.resolve("web/src/main/resources");
    private static final Pattern PLAIN = Pattern.compile("#\\{([\\w.-]+)[}(]");
    private static final Pattern BUILT = Pattern.compile("#\\{\\|([^|]+)\\|");
    private static final Pattern QUOTED =
            Pattern.compile("#messages\\.\\w+\\(\\s*'([\\w.-]+)'( \\+)?");
    private static final Pattern OBSTACLE = Pattern.compile("\"(obstacle\\.[\\w.-]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*\\.[\\w.-]*)\"");

    private static final Properties MESSAGES = read("messages.properties");
    private static final Properties ARABIC = read("messages_ar.properties");
    private static final List<String> OTHERS =
            List.of("messages_ar.properties", "messages_ckb.properties", "messages_kmr.properties");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern LATIN_WORD =
            Pattern.compile("(?<!\\{\\d{1,2},)(?<!\\p{L})[A-Za-z]{2,}");
    private static final Pattern ARABIC_LETTER = Pattern.compile("\\p{IsArabic}");

    /// Marks that turn the text around them and are not closed, and digits of other scripts.
    private static final Pattern NEVER_IN_A_LINE =
            Pattern.compile(
                    "[\u200e\u200f\u202a-\u202e\u061c\u200b\ufeff\u0660-\u0669\u06f0-\u06f9]");

    /// Titles of papers and a case, which are not translated.
    private static final Set<String> AS_PUBLISHED =
            Set.of("agreement.cohen", "agreement.gwet", "state.review.where");

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
        Pattern inArabic =
                Pattern.compile("إرهاب|جهادي|داعش|أشبال|شبل|مقاتل|خطير|الخطورة|غير شرعي|متأكد|!");
        assertThat(
                        ARABIC.stringPropertyNames().stream()
                                .filter(key -> inArabic.matcher(ARABIC.getProperty(key)).find()))
                .isEmpty();
    }

    /// Whoever brings an English line brings the Arabic one: CONTRIBUTING, "A word in another language".
    @Test
    void everyLineHasItsArabicAndNoOtherLanguageHasALineThatEnglishLacks() {
        TreeSet<String> missing = new TreeSet<>(MESSAGES.stringPropertyNames());
        missing.removeAll(ARABIC.stringPropertyNames());
        assertThat(missing).as("lines without their Arabic").isEmpty();
        for (String bundle : OTHERS) {
            assertThat(MESSAGES.stringPropertyNames())
                    .as(bundle)
                    .containsAll(read(bundle).stringPropertyNames());
        }
    }

    @Test
    void everyTranslationIsFilledWithTheSameAndCanBeFilled() {
        List<String> broken = new ArrayList<>();
        for (String bundle : OTHERS) {
            Properties words = read(bundle);
            for (String key : words.stringPropertyNames()) {
                String line = words.getProperty(key);
                new MessageFormat(line, Locale.forLanguageTag("ar"));
                if (line.isBlank() || line.contains("'") || line.contains("\"")) {
                    broken.add(bundle + " " + key + ": blank, or with a straight quotation mark");
                }
                if (!places(line).equals(places(MESSAGES.getProperty(key)))) {
                    broken.add(bundle + " " + key + ": filled with something else");
                }
                if (NEVER_IN_A_LINE.matcher(line).find()) {
                    broken.add(bundle + " " + key + ": a mark of direction, or digits not Latin");
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /// Names of formats and units stay as they are; nothing else is left in English.
    @Test
    void nothingIsLeftInEnglishInTheArabic() {
        List<String> left = new ArrayList<>();
        for (String key : ARABIC.stringPropertyNames()) {
            String english = MESSAGES.getProperty(key, "");
            String arabic = ARABIC.getProperty(key);
            boolean token = arabic.equals(english) && english.matches("[a-z-]+");
            boolean speaks =
                    latinWords(english).stream().anyMatch(word -> word.matches(".*[a-z].*"));
            Set<String> added = latinWords(arabic);
            added.removeAll(latinWords(english));
            if (!token
                    && !AS_PUBLISHED.contains(key)
                    && !key.equals("page.direction")
                    && (!added.isEmpty() || speaks && !ARABIC_LETTER.matcher(arabic).find())) {
                left.add(key + ": " + arabic);
            }
        }
        assertThat(left).isEmpty();
    }

    @Test
    void aKeyStandsOnceInABundle() {
        List<String> twice = new ArrayList<>();
        for (String bundle : bundles()) {
            Set<String> seen = new HashSet<>();
            Repository.text(BUNDLES.resolve(bundle))
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !seen.add(key))
                    .map(key -> bundle + ": " + key)
                    .forEach(twice::add);
        }
        assertThat(twice).isEmpty();
    }

    private static List<String> bundles() {
        return Stream.concat(Stream.of("messages.properties"), OTHERS.stream()).toList();
    }

    private static Set<String> places(String line) {
        return new TreeSet<>(keys(PLACEHOLDER, line));
    }

    private static Set<String> latinWords(String line) {
        return LATIN_WORD
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
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

    private static Properties read(String bundle) {
        Properties messages = new Properties();
        try {
            messages.load(new StringReader(Repository.text(BUNDLES.resolve(bundle))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
