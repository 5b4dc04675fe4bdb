package org.nostos.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {
    @TempDir Path folder = Path.of("");

    @Test
    void pairsNeverProposedAreMisses() throws IOException {
        Path list =
                Files.writeString(
                        folder.resolve("l.csv"), "id,tree\n1,oak\n2,oak\n3,oak\n4,elm\n5,elm\n");
        Path pairs =
                Files.writeString(
                        folder.resolve("p.csv"),
                        "id_l,id_r,probability,weight\n1,2,0.9,3\n4,5,0.8,2\n1,4,0.3,-1\n");
        Truth truth = Truth.read(list, "id", "tree");
        assertThat(truth.records()).isEqualTo(5);
        assertThat(truth.pairs()).isEqualTo(4);
        assertThat(truth.score(pairs))
                .contains("edge F1 0.6667 at 0.8000", "recall 0.5000", "3 pairs");
    }

    @Test
    void probabilitiesAreHeldAgainstWhatIsTrue() throws IOException {
        Path list = Files.writeString(folder.resolve("l.csv"), "id,tree\n1,oak\n2,oak\n3,elm\n");
        Path pairs =
                Files.writeString(
                        folder.resolve("p.csv"),
                        "id_l,id_r,probability,weight\n1,2,0.8,2\n1,3,0.4,-1\n");
        assertThat(Truth.read(list, "id", "tree").score(pairs))
                .contains("Brier score 0.1000")
                .contains("0.8 to 0.9  0.800  1.000  1")
                .contains("0.4 to 0.5  0.400  0.000  1")
                .contains("      0.50     1.0000  1.0000  1.0000");
    }

    @Test
    void recordsWithoutAClusterAreAlone() throws IOException {
        Path list =
                Files.writeString(folder.resolve("l.csv"), "id,tree\n1,oak\n2,oak\n3,oak\n4,elm\n");
        Path clusters = Files.writeString(folder.resolve("c.csv"), "id,cluster\n1,a\n2,a\n");
        assertThat(Truth.read(list, "id", "tree").scoreClusters(clusters))
                .contains("pair F1 0.5000", "B-cubed F1 0.8000", "3 clusters", "largest of 2");
    }

    @Test
    void wordIsFoundInTheBucketOfItsOtherScript() throws IOException {
        Path pairs =
                Files.writeString(
                        folder.resolve("n.tsv"), "zaytun\tز ي ت و ن\t1\nrumman\tر م ا ن\t1\n");
        assertThat(NamesBench.measured(pairs)).startsWith("1.0000          1.0            2");
    }
}
