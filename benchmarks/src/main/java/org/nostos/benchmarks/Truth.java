package org.nostos.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Which records are of one person, as somebody knows who invented or checked them.
final class Truth {
    private final Map<String, String> personOf;
    private final long pairs;

    private Truth(Map<String, String> personOf) {
        this.personOf = personOf;
        Map<String, Long> sizes = new HashMap<>();
        personOf.values().forEach(person -> sizes.merge(person, 1L, Long::sum));
        pairs = pairsIn(sizes);
    }

    static Truth read(Path list, String id, String truth) throws IOException {
        Map<String, String> personOf = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
            rows.forEach(
                    row -> personOf.put(row.getField(id).strip(), row.getField(truth).strip()));
        }
        return new Truth(personOf);
    }

    int records() {
        return personOf.size();
    }

    long pairs() {
        return pairs;
    }

    /// What the pairs that were handed on are worth: see [Scored].
    String score(Path proposals) throws IOException {
        List<Scored.Proposed> proposed = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(proposals)) {
            for (NamedCsvRecord row : rows) {
                String left = personOf.get(row.getField("id_l"));
                String right = personOf.get(row.getField("id_r"));
                proposed.add(
                        new Scored.Proposed(
                                Double.parseDouble(row.getField("probability")),
                                left != null && Objects.equals(left, right)));
            }
        }
        return new Scored(proposed, pairs).report();
    }

    /// How well clusters hold together who is one person: over pairs, and over records (B-cubed, Bagga
    /// and Baldwin 1998). A record without a cluster is one by itself.
    String scoreClusters(Path clusters) throws IOException {
        Map<String, String> clusterOf = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(clusters)) {
            rows.forEach(row -> clusterOf.put(row.getField("id"), row.getField("cluster")));
        }
        Map<String, Long> ofCluster = new HashMap<>();
        Map<String, Long> ofPerson = new HashMap<>();
        Map<List<String>, Long> ofBoth = new HashMap<>();
        personOf.forEach((id, person) -> {
            String cluster = clusterOf.getOrDefault(id, "alone " + id);
            ofCluster.merge(cluster, 1L, Long::sum);
            ofPerson.merge(person, 1L, Long::sum);
            ofBoth.merge(List.of(cluster, person), 1L, Long::sum);
        });
        long right = pairsIn(ofBoth);
        double precision = 0;
        double recall = 0;
        for (Map.Entry<List<String>, Long> both : ofBoth.entrySet()) {
            double squared = (double) both.getValue() * both.getValue();
            precision += squared / ofCluster.getOrDefault(both.getKey().getFirst(), 1L);
            recall += squared / ofPerson.getOrDefault(both.getKey().getLast(), 1L);
        }
        precision /= personOf.size();
        recall /= personOf.size();
        return String.format(
                Locale.ROOT,
                "clusters: pair F1 %.4f, B-cubed F1 %.4f, %,d clusters, the largest of %,d",
                2.0 * right / (pairsIn(ofCluster) + pairs),
                2 * precision * recall / (precision + recall),
                ofCluster.size(),
                ofCluster.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    private static long pairsIn(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }
}
