package org.nostos.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
        pairs = sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
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

    /// A pair handed on, and whether it is one person.
    private record Proposed(double probability, boolean right) {}

    /// The best balance of precision and recall over all thresholds, and the recall that is left at a
    /// precision of 0.99.
    String score(Path proposals) throws IOException {
        List<Proposed> proposed = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(proposals)) {
            for (NamedCsvRecord row : rows) {
                String left = personOf.get(row.getField("id_l"));
                String right = personOf.get(row.getField("id_r"));
                proposed.add(
                        new Proposed(
                                Double.parseDouble(row.getField("probability")),
                                left != null && Objects.equals(left, right)));
            }
        }
        proposed.sort(Comparator.comparingDouble(Proposed::probability).reversed());
        return best(proposed);
    }

    private String best(List<Proposed> proposed) {
        double bestF1 = 0;
        double threshold = 1;
        double atPrecision99 = 0;
        long right = 0;
        for (int i = 0; i < proposed.size(); i++) {
            right += proposed.get(i).right ? 1 : 0;
            boolean tied =
                    i + 1 < proposed.size()
                            && proposed.get(i + 1).probability == proposed.get(i).probability;
            if (tied) {
                continue;
            }
            double f1 = 2.0 * right / (i + 1 + pairs);
            if (f1 > bestF1) {
                bestF1 = f1;
                threshold = proposed.get(i).probability;
            }
            if (right >= .99 * (i + 1)) {
                atPrecision99 = Math.max(atPrecision99, (double) right / pairs);
            }
        }
        return String.format(
                Locale.ROOT,
                "correctness: edge F1 %.4f at %.4f, recall %.4f at precision 0.99, ceiling %.4f, %,d pairs",
                bestF1,
                threshold,
                atPrecision99,
                (double) right / pairs,
                proposed.size());
    }
}
