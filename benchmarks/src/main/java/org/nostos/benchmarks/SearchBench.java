package org.nostos.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.ResidentIndex;
import org.nostos.linkage.ResidentIndex.Hit;
import org.nostos.linkage.ResidentIndex.Query;

/// How fast and how well one is found among many, by a record that is not in the index.
///
/// ```
/// ./nostos bench search --id COLUMN --truth COLUMN LIST.csv [--queries 3000]
/// ```
///
/// The truth is a column that names the person of each row. Of so many people with several records one
/// record each is kept out and asked for: by its name and birth date as they stand in it, by the name
/// alone, and while the name is typed. Right is another record of the same person. One thread; wall
/// time and the thread's own time, after all was asked once.
public final class SearchBench {

    private static final List<FieldRole> NAME =
            List.of(
                    FieldRole.GIVEN_NAME,
                    FieldRole.FATHER_NAME,
                    FieldRole.GRANDFATHER_NAME,
                    FieldRole.FAMILY_NAME);

    private final Map<String, String> personOf = new HashMap<>();
    private final ResidentIndex index = ResidentIndex.empty();

    private SearchBench() {}

    /// A record kept out.
    private record Kept(String person, String name, String born) {}

    public static void main(String[] args) throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("--queries", "3000"));
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--") && i + 1 < args.length) {
                options.put(args[i], args[++i]);
            } else {
                lists.add(args[i]);
            }
        }
        String id = options.get("--id");
        String truth = options.get("--truth");
        if (id == null || truth == null || lists.size() != 1) {
            System.err.println(
                    "usage: nostos bench search --id COLUMN --truth COLUMN LIST.csv [--queries 3000]");
            System.exit(2);
            return;
        }
        int queries = Integer.parseInt(Objects.requireNonNull(options.get("--queries")));
        new SearchBench().measure(Path.of(lists.getFirst()), id, truth, queries);
    }

    private void measure(Path list, String id, String truth, int queries) throws IOException {
        Set<String> out = keptOut(list, id, truth, queries);
        List<Kept> kept = new ArrayList<>();
        long begun = System.nanoTime();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
            for (NamedCsvRecord row : rows) {
                Map<FieldRole, List<String>> values = values(row);
                if (out.contains(row.getField(id))) {
                    kept.add(kept(row.getField(truth), values));
                } else {
                    index.add(row.getField(id), values);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d processors, Java %s%n%,d records indexed in %.1f s, %,d queries%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                index.size(),
                (System.nanoTime() - begun) / 1e9,
                kept.size());
        ask("name and date", kept, one -> new Query(one.name, one.born, 10));
        ask("name", kept, one -> new Query(one.name, "", 10));
        ask(
                "name, two thirds typed",
                kept,
                one ->
                        new Query(
                                one.name.substring(0, Math.max(2, one.name.length() * 2 / 3)),
                                "",
                                30,
                                true));
        ask(
                "two letters",
                kept,
                one ->
                        new Query(
                                one.name.substring(0, Math.min(2, one.name.length())),
                                "",
                                30,
                                true));
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "heap in use with the index and the truth: %,d MB%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private void ask(String what, List<Kept> kept, Function<Kept, Query> query) {
        kept.forEach(one -> index.search(query.apply(one)));
        double[] wall = new double[kept.size()];
        double[] own = new double[kept.size()];
        int first = 0;
        int firstTen = 0;
        for (int i = 0; i < wall.length; i++) {
            Kept one = kept.get(i);
            Query asked = query.apply(one);
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            List<Hit> hits = index.search(asked);
            wall[i] = (System.nanoTime() - begun) / 1e6;
            own[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
            List<Boolean> right =
                    hits.stream()
                            .limit(10)
                            .map(hit -> one.person.equals(personOf.get(hit.id())))
                            .toList();
            first += !right.isEmpty() && right.getFirst() ? 1 : 0;
            firstTen += right.contains(true) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s ms %s; own time %s; recall@1 %.4f, @10 %.4f%n",
                what,
                spread(wall),
                spread(own),
                (double) first / wall.length,
                (double) firstTen / wall.length);
    }

    private static String spread(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.2f p95 %.2f p99 %.2f max %.2f",
                at(sorted, .5),
                at(sorted, .95),
                at(sorted, .99),
                at(sorted, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /// One record each of so many people who have several.
    private Set<String> keptOut(Path list, String id, String truth, int queries)
            throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
            rows.forEach(row -> personOf.put(row.getField(id), row.getField(truth)));
        }
        Map<String, List<String>> several =
                personOf.keySet().stream().collect(Collectors.groupingBy(personOf::get));
        List<String> people =
                new ArrayList<>(
                        several.keySet().stream()
                                .filter(person ->
                                        several.getOrDefault(person, List.of()).size() > 1)
                                .sorted()
                                .toList());
        Collections.shuffle(people, new Random(20261122));
        Set<String> out = new HashSet<>();
        people.stream()
                .limit(queries)
                .forEach(person ->
                        out.add(Collections.min(several.getOrDefault(person, List.of()))));
        return out;
    }

    private static Map<FieldRole, List<String>> values(NamedCsvRecord row) {
        Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
        for (String heading : row.getHeader()) {
            String value = row.getField(heading);
            if (!value.isBlank()) {
                FieldRole.ofHeading(heading).ifPresent(role -> values.put(role, List.of(value)));
            }
        }
        values.remove(FieldRole.FULL_NAME);
        return values;
    }

    private static Kept kept(String person, Map<FieldRole, List<String>> values) {
        return new Kept(
                person,
                NAME.stream()
                        .flatMap(role -> values.getOrDefault(role, List.of()).stream())
                        .collect(Collectors.joining(" ")),
                Stream.of(values.getOrDefault(FieldRole.BIRTH_DATE, List.of("")))
                        .map(List::getFirst)
                        .findFirst()
                        .orElse(""));
    }
}
