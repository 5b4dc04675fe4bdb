package org.nostos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the one stylesheet promises: colours that can be read, one dark theme and not two, and no
/// left or right, so that it serves a script from either side.
class StylesheetTest {

    private static final String SHEET = resource("/static/nostos.css");
    private static final Pattern COLOUR = Pattern.compile("--(\\w+): (#[0-9a-f]{6});");
    private static final Map<String, String> LIGHT = colours(":root {");
    private static final Map<String, String> DARK = colours(":root[data-theme=\"dark\"] {");

    @Test
    void everyInkCanBeReadOnEveryGround() {
        List<List<String>> table =
                resource("contrast.tsv")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> List.of(line.split("\t")))
                        .toList();
        List<String> grounds = table.getFirst();
        for (List<String> row : table.subList(1, table.size())) {
            for (int i = 1; i < row.size(); i++) {
                String[] promised = row.get(i).split(" / ");
                expect(LIGHT, row.getFirst(), grounds.get(i), promised[0]);
                expect(DARK, row.getFirst(), grounds.get(i), promised[1]);
            }
        }
    }

    @Test
    void textKeepsMoreThanTheLawAsksAndBordersEnough() {
        for (String ground : List.of("paper", "sheet", "well", "wash", "sealwash")) {
            for (String ink : List.of("ink", "soft", "sea", "deep", "seal")) {
                assertThat(contrast(LIGHT, ink, ground)).as(ink + " on " + ground).isGreaterThan(6);
                assertThat(contrast(DARK, ink, ground)).as(ink + " on " + ground).isGreaterThan(7);
            }
            assertThat(contrast(LIGHT, "edge", ground)).isGreaterThan(3);
            assertThat(contrast(DARK, "edge", ground)).isGreaterThan(3);
        }
    }

    @Test
    void theDarkThemeOfTheDeviceIsTheOneThatCanBeChosen() {
        assertThat(colours(":root:not([data-theme=\"light\"]) {")).isEqualTo(DARK);
    }

    @Test
    void theSheetKnowsNeitherLeftNorRightNorTopNorBottom() {
        Pattern sided =
                Pattern.compile(
                        "(?<=[{;\\s])(left|right|top|bottom|(margin|padding|border)-(left|right|top|bottom)"
                                + "|width|height|(min|max)-(width|height))\\s*:"
                                + "|(text-align|float|clear)\\s*:\\s*(left|right)");
        String withoutQueries =
                SHEET.replaceAll("@media[^{]*\\{", "").replaceAll("/\\*.*?\\*/", "");
        assertThat(sided.matcher(withoutQueries).results().map(MatchResult::group)).isEmpty();
    }

    private static void expect(
            Map<String, String> theme, String ink, String ground, String promised) {
        assertThat(contrast(theme, ink, ground))
                .as(ink + " on " + ground)
                .isCloseTo(Double.parseDouble(promised), within(0.06));
    }

    /// The contrast of WCAG 2.2, from 1 to 21.
    private static double contrast(Map<String, String> theme, String one, String other) {
        double a = luminance(Objects.requireNonNull(theme.get(one)));
        double b = luminance(Objects.requireNonNull(theme.get(other)));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> colours(String selector) {
        int from = SHEET.indexOf(selector);
        String block = SHEET.substring(from, SHEET.indexOf('}', from));
        Map<String, String> colours = new TreeMap<>();
        COLOUR.matcher(block).results().forEach(c -> colours.put(c.group(1), c.group(2)));
        return colours;
    }

    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(StylesheetTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
