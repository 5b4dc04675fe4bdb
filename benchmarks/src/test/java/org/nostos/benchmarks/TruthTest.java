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
}
