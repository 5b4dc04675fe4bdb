package org.nostos.people;

import java.util.ArrayList;
import java.util.List;
import org.nostos.people.Committee.Row;

/// Two lists that overlap: a hundred people held, the first twenty of whom a state asks for.
final class Samples {

    private static final List<String> TREES =
            List.of(
                    "Zaytun", "Rumman", "Kharrub", "Sindyan", "Balut", "Safsaf", "Nakhil", "Arz",
                    "Dulb", "Hawr");
    private static final List<String> BIRDS =
            List.of(
                    "Hamam", "Bulbul", "Hudhud", "Shahin", "Nawras", "Laqlaq", "Qumri", "Sunun",
                    "Ghurab", "Saqr");
    private static final List<String> FRUITS =
            List.of("al-Mishmishi", "al-Tuffahi", "al-Khawkhi", "al-Inabi", "al-Karazi");

    private Samples() {}

    static List<Row> held() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(row(i, TREES.get(i % 10), FRUITS.get(i % 5)));
        }
        return rows;
    }

    /// The same people as another clerk would write them.
    static List<Row> sought() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String given = TREES.get(i % 10).replace("u", "ou");
            rows.add(row(i, given, FRUITS.get(i % 5).replace("al-", "Al ")));
        }
        return rows;
    }

    private static Row row(int i, String given, String family) {
        String born = String.format("19%02d-%02d-%02d", 60 + i % 40, 1 + i % 12, 1 + i % 28);
        return new Row(given, BIRDS.get(i / 10), family, born, "A-" + (70_000 + 37 * i));
    }
}
