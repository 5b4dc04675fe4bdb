package org.nostos.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is done to a report, it comes to claims that lie within it or to a refusal, in bounded time.
/// More of it: `JAVA_TOOL_OPTIONS=-Dnostos.fuzz=100000`; a failure names the number that brings it back.
class FuzzTest {

    private static final long MOST_NANOS = 5_000_000_000L;
    private static final String TEXT =
            "ELMSTAD, 9 August 2025 — Between 400 and 500 women, 1.6 million people and $12 million "
                    + "were “moved”, said Rowan Alder, the minister. A third of the 7,000 detainees "
                    + "(Northern Guard) fled to Varland; 12-year-olds, 2/3 and 98 guards did not. "
                    + "نقل ٢٬٥٠٠ معتقل من سوريا الى العراق.\n\nTens of thousands of families return.";

    private long claims;

    @Test
    void damagedReportsComeToClaimsOrToARefusal() throws IOException {
        int inputs = Integer.getInteger("nostos.fuzz", 1_500);
        long first = Long.getLong("nostos.fuzz.first", 0);
        List<byte[]> seeds =
                List.of(
                        TEXT.getBytes(StandardCharsets.UTF_8),
                        ("<html><body><article><p>" + TEXT + "</p></article></body></html>")
                                .getBytes(StandardCharsets.UTF_8),
                        ArticleTest.pdf(1, List.of("About 340 detainees were moved to Elmstad.")));
        for (long number = first; number < first + inputs; number++) {
            read(number, mutated(seeds.get((int) (number % seeds.size())), new Random(number)));
        }
        assertThat(claims).isGreaterThan(inputs);
    }

    private void read(long number, byte[] input) {
        long begun = System.nanoTime();
        try {
            String text = Article.of(input).text();
            int length = text.codePointCount(0, text.length());
            for (Claim claim : Reports.read(text)) {
                assertThat(claim.at().end()).as("input %s", number).isLessThanOrEqualTo(length);
                assertThat(claim.quote().length()).as("input %s", number).isBetween(1, 200);
                claims++;
            }
        } catch (UnreadableReport e) {
            assertThat(e.obstacle().code()).startsWith("obstacle.figures.");
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("input " + number, e);
        }
        assertThat(System.nanoTime() - begun).as("input %s", number).isLessThan(MOST_NANOS);
    }

    /// Up to eight cuts, copies, and foreign bytes.
    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(9); i > 0 && bytes.length > 4; i--) {
            int at = random.nextInt(bytes.length - 1);
            int length = 1 + random.nextInt(Math.min(40, bytes.length - at));
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = spliced(bytes, at, at + length, new byte[0]);
                case 2 ->
                        bytes =
                                spliced(
                                        bytes,
                                        at,
                                        at,
                                        java.util.Arrays.copyOfRange(bytes, at, at + length));
                default -> bytes = spliced(bytes, at, at, piece(random));
            }
        }
        return bytes;
    }

    private static byte[] piece(Random random) {
        List<String> pieces =
                List.of(
                        "9".repeat(30),
                        "of the",
                        "1,",
                        "٣",
                        "\uD83C\uDF33",
                        "<div>",
                        "a million",
                        "\n\n",
                        "and",
                        "(",
                        "“",
                        "between 5 and",
                        "%",
                        "$",
                        " - ",
                        "\u202e",
                        "percent",
                        "U.S.");
        return pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] result = new byte[bytes.length - (to - from) + piece.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }
}
