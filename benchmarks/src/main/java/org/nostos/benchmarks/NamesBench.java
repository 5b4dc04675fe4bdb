package org.nostos.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nostos.names.Names;

/// How well keys find a name that is written in another script, and how much else they find.
///
/// ```
/// ./nostos bench names PAIRS.tsv [PAIRS.tsv …]
/// ```
///
/// A line is a word in Latin letters, a tab, and the word in another script, its letters parted by
/// blanks or not. Recall is the share of lines whose two words share a key; the bucket of a word is
/// all the Latin words of the file that share any of its keys.
public final class NamesBench {
    private NamesBench() {}

    private record Pair(String latin, String other) {}

    static int run(String... files) throws IOException {
        if (files.length == 0) {
            System.err.println("nostos: bench names PAIRS.tsv [PAIRS.tsv …]");
            return 2;
        }
        System.out.println("recall  mean bucket  Latin words  microseconds a word  pairs");
        for (String file : files) {
            System.out.println(measured(Path.of(file)) + "  " + Path.of(file).getFileName());
        }
        return 0;
    }

    static String measured(Path file) throws IOException {
        List<Pair> pairs = pairs(file);
        long start = System.nanoTime();
        Map<String, List<String>> keys = new HashMap<>();
        for (Pair pair : pairs) {
            keys.computeIfAbsent(pair.latin, Names::keys);
            keys.computeIfAbsent(pair.other, Names::keys);
        }
        double micros = (System.nanoTime() - start) / 1e3 / Math.max(1, keys.size());
        Map<String, Set<String>> filed = new HashMap<>();
        Set<String> latin = new HashSet<>();
        for (Pair pair : pairs) {
            if (latin.add(pair.latin)) {
                keysOf(keys, pair.latin)
                        .forEach(key ->
                                filed.computeIfAbsent(key, any -> new HashSet<>()).add(pair.latin));
            }
        }
        long found = 0;
        long bucket = 0;
        for (Pair pair : pairs) {
            Set<String> met = new HashSet<>();
            keysOf(keys, pair.other).forEach(key -> met.addAll(filed.getOrDefault(key, Set.of())));
            found += met.contains(pair.latin) ? 1 : 0;
            bucket += met.size();
        }
        double all = Math.max(1, pairs.size());
        return String.format(
                Locale.ROOT,
                "%.4f  %11.1f  %,11d  %19.0f  %,d",
                found / all,
                bucket / all,
                latin.size(),
                micros,
                pairs.size());
    }

    private static List<String> keysOf(Map<String, List<String>> keys, String word) {
        return keys.getOrDefault(word, List.of());
    }

    private static List<Pair> pairs(Path file) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            if (cells.length > 1) {
                pairs.add(new Pair(cells[0].strip(), cells[1].replace(" ", "")));
            }
        }
        return pairs;
    }
}
