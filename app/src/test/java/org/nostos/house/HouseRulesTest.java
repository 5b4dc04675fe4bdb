package org.nostos.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/// The rules of the house that no compiler checks, read from the sources of every module.
///
/// Each failure names the file and the line. CONTRIBUTING says why each rule is there.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseRulesTest {

    private static final List<Path> JAVA = Repository.sources(".java");

    @Test
    void aLocalVariableNamesItsType() {
        assertThat(inCode("\\bvar\\s+\\w+\\s*[=:,)]")).isEmpty();
    }

    @Test
    void documentationIsWrittenInMarkdown() {
        assertThat(inComments("/\\*\\*")).isEmpty();
    }

    @Test
    void nothingIsLeftToBeDoneLater() {
        Pattern later = Pattern.compile("\\b(TODO|FIXME)\\b");
        List<String> found = new ArrayList<>(inComments(later.pattern()));
        for (String ending :
                List.of(".sql", ".html", ".css", ".js", ".properties", ".xml", ".md")) {
            found.addAll(search(Repository.sources(ending), later, Function.identity()));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTestIsSwitchedOffAndNothingIsMocked() {
        assertThat(inCode("@Disabled|@Ignore\\b|\\bMockito\\b|@Mock(ito)?Bean|\\bEasyMock\\b"))
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        List<Path> tests = where(file -> Repository.name(file).contains("src/test/"));
        assertThat(search(tests, Pattern.compile("\\bThread\\.sleep\\("), HouseRulesTest::code))
                .isEmpty();
    }

    @Test
    void onlyCommandsWriteToStandardOutput() {
        List<Path> rooms =
                where(file ->
                        !Repository.name(file).matches("(cli|benchmarks)/.*|.*src/test/.*")
                                && !code(Repository.text(file)).contains("static void main("));
        assertThat(search(rooms, Pattern.compile("\\bSystem\\.(out|err)\\b"), HouseRulesTest::code))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndRefusesNull() {
        List<String> silent =
                JAVA.stream()
                        .filter(file -> Repository.name(file).contains("src/main/"))
                        .filter(file -> !file.endsWith("module-info.java"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !introduced(folder.resolve("package-info.java")))
                        .map(Repository::name)
                        .toList();
        assertThat(silent)
                .as("packages without a @NullMarked package-info that says what they are")
                .isEmpty();
    }

    @Test
    void nobodyReachesIntoTheInsideOfAnotherRoom() {
        Pattern inside =
                Pattern.compile(
                        "import (?:static )?org\\.nostos\\.(\\w+)\\.(?:\\w+\\.)*internal\\b");
        List<String> trespassers = new ArrayList<>();
        for (Path file : JAVA) {
            Matcher imports = inside.matcher(code(Repository.text(file)));
            while (imports.find()) {
                if (!Repository.name(file).contains("org/nostos/" + imports.group(1) + "/")) {
                    trespassers.add(Repository.name(file) + ": " + imports.group());
                }
            }
        }
        assertThat(trespassers).isEmpty();
    }

    @Test
    void stylesheetsKnowNoLeftAndNoRight() {
        Pattern sided =
                Pattern.compile(
                        "(margin|padding|border)-(left|right)|^\\s*(left|right)\\s*:"
                                + "|(text-align|float|clear)\\s*:\\s*(left|right)");
        assertThat(search(Repository.sources(".css"), sided, Function.identity())).isEmpty();
    }

    @Test
    void templatesTakeEveryWordFromTheMessageBundle() {
        List<String> found = new ArrayList<>();
        for (Path template : Repository.sources(".html")) {
            if (Repository.name(template).contains("/templates/")) {
                Templates.words(Repository.text(template)).stream()
                        .map(words -> Repository.name(template) + ": " + words)
                        .forEach(found::add);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aRuleFindsWhatItIsMadeFor() {
        JavaText text =
                JavaText.of("int a; // TODO b\nString s = \"var x = 1\"; var y = 2; /** old */");
        assertThat(text.code()).contains("var y =").doesNotContain("var x");
        assertThat(text.comments()).contains("TODO b", "/** old */").doesNotContain("int a");
        assertThat(Templates.words("<p th:text=\"#{a}\"></p><p>Hello</p><b>[[#{c}]]</b>"))
                .containsExactly("Hello");
    }

    private static boolean introduced(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        String text = Repository.text(packageInfo);
        return text.contains("@NullMarked") && text.matches("(?s)\\s*///\\s+\\S+ \\S+ .*");
    }

    private static List<Path> where(Predicate<Path> wanted) {
        return JAVA.stream().filter(wanted).toList();
    }

    private static List<String> inCode(String pattern) {
        return search(JAVA, Pattern.compile(pattern), HouseRulesTest::code);
    }

    private static List<String> inComments(String pattern) {
        return search(JAVA, Pattern.compile(pattern), text -> JavaText.of(text).comments());
    }

    private static String code(String text) {
        return JavaText.of(text).code();
    }

    private static List<String> search(
            List<Path> files, Pattern pattern, Function<String, String> part) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String[] lines = part.apply(Repository.text(file)).split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (pattern.matcher(lines[i]).find()) {
                    found.add(Repository.name(file) + ":" + (i + 1) + ": " + lines[i].strip());
                }
            }
        }
        return found;
    }
}
