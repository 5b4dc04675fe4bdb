package org.nostos.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invented reports of the kinds that come in, each with the figures that a reader marks in it.
class ReportsTest {

    /// A figure that a reader marked; `?` in place and speaker is not compared.
    private record Marked(
            String quote,
            String low,
            String high,
            String qualifier,
            String unit,
            String categories,
            String place,
            String speaker) {

        boolean isIn(Claim claim, String text) {
            int start = text.indexOf(quote);
            Span here =
                    new Span(
                            text.codePointCount(0, start),
                            text.codePointCount(0, start + quote.length()));
            List<Span> spans = new ArrayList<>(claim.also());
            spans.add(claim.at());
            return number(claim.amount()).equals(low + " " + high)
                    && spans.stream().anyMatch(here::overlaps);
        }

        private static String number(Amount amount) {
            return amount.low().stripTrailingZeros().toPlainString()
                    + " "
                    + (amount.high() == null
                            ? "-"
                            : amount.high().stripTrailingZeros().toPlainString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "census", "returns", "transfer", "arabic"})
    void findsWhatAReaderMarked(String name) {
        String text = text(name + ".txt");
        List<Claim> claims = new ArrayList<>(Reports.read(text));
        List<Marked> marked = marked(name);
        int read = claims.size();
        int found = 0;
        int categories = 0;
        List<String> missed = new ArrayList<>();
        for (Marked mark : marked) {
            Claim claim = claims.stream().filter(c -> mark.isIn(c, text)).findFirst().orElse(null);
            if (claim == null) {
                missed.add(mark.quote);
            } else {
                claims.remove(claim);
                found++;
                assertThat(claim.unit().word()).as(mark.quote).isEqualTo(mark.unit);
                assertThat(claim.amount().qualifier().word())
                        .as(mark.quote)
                        .isEqualTo(mark.qualifier);
                categories +=
                        Arrays.asList(mark.categories.split("\\|", -1))
                                        .contains(claim.category().word())
                                ? 1
                                : 0;
            }
        }
        assertThat(found / (double) marked.size())
                .as("missed %s", missed)
                .isGreaterThanOrEqualTo(0.8);
        assertThat(found / (double) read)
                .as("too much %s", claims.stream().map(Claim::quote).toList())
                .isGreaterThanOrEqualTo(0.8);
        assertThat(categories / (double) found).isGreaterThanOrEqualTo(0.8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 12-year-old was among them.",
                "The two sides met for three hours on 12 March 2024.",
                "He was sentenced to 15 years in prison in 2019.",
                "Two diplomats told reporters that talks go on.",
                "Estimated read time: 3-4 minutes",
                "4 photos",
                "The post got 3,400 likes and 120 comments.",
                "They seized 40 rifles and 12 rockets.",
                "The camp lies 18 km away and covers 30 hectares.",
                "Subscribe to Trending 5.",
                "Resolution 2396 was read aloud at 10:30.",
                "The minister, 54, spoke for a decade.",
                "The two countries agreed."
            })
    void leavesAloneWhatIsNoClaim(String sentence) {
        assertThat(Reports.read(sentence)).isEmpty();
    }

    @Test
    void countsPlacesInCodePoints() {
        String text = "\uD83C\uDF33 Guards said 12 prisoners were freed.";
        Claim claim = Reports.read(text).getFirst();
        assertThat(claim.at().start()).isEqualTo(14);
        assertThat(claim.quote()).isEqualTo("12 prisoners");
    }

    @Test
    void takesARepeatOfOneClaimForOneClaim() {
        String text =
                "Varland frees 340 detainees\n\nVarland has freed 340 detainees, the ministry said on Friday.";
        assertThat(Reports.read(text))
                .singleElement()
                .satisfies(claim -> assertThat(claim.also()).containsExactly(new Span(14, 27)));
    }

    private static List<Marked> marked(String name) {
        return text(name + ".tsv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.copyOf(line.split("\t", -1), 8))
                .map(c -> new Marked(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
                .toList();
    }

    private static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(ReportsTest.class.getResourceAsStream("articles/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
