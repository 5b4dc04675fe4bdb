package org.nostos.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The writer of any CSV is the oracle.
class PairsFileTest {
    private static final String[] IDS = {
        "r1",
        "#2",
        "a,b",
        "say \"x\"",
        "two\r\nlines",
        " spaced ",
        "زيتون",
        "🌳",
        "\uD83C",
        "x\u202Ey",
        "'",
        "\t"
    };
    private static final double[] WEIGHTS = {
        0,
        -0.0,
        1e-9,
        4e-5,
        .0001,
        .0009,
        .001,
        -.001,
        .1,
        -1.5,
        10,
        12.34567,
        -99.99995,
        1e6,
        12_345_678.9
    };

    @TempDir Path folder = Path.of("");

    @Test
    void everyByteIsThatOfAnOrdinaryWriter() throws IOException {
        StringWriter expected = new StringWriter();
        Path path = folder.resolve("pairs.csv");
        Random random = new Random(23);
        try (CsvWriter oracle = CsvWriter.builder().build(expected);
                PairsFile file = new PairsFile(path)) {
            oracle.writeRecord("id_l", "id_r", "probability", "weight");
            for (int i = 0; i < 20_000; i++) {
                String left = IDS[random.nextInt(IDS.length)];
                String right = IDS[random.nextInt(IDS.length)];
                double weight =
                        i < 1_000 ? WEIGHTS[i % WEIGHTS.length] : random.nextGaussian() * 20;
                double probability = 1 / (1 + Math.pow(2, -weight));
                file.write(left, right, probability, weight);
                oracle.writeRecord(
                        left,
                        right,
                        Double.toString(probability),
                        Double.toString(Math.round(weight * 1e4) / 1e4));
            }
        }
        assertThat(Files.readAllBytes(path))
                .isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
    }
}
