package org.nostos.transfers.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nostos.documents.Paper.Pair;

/// The words of a paper in both languages, from a template of its own.
final class Wording {

    private final Map<String, Pair> words;

    private Wording(Map<String, Pair> words) {
        this.words = words;
    }

    static Wording read(String template) {
        InputStream in =
                Objects.requireNonNull(
                        Wording.class.getResourceAsStream(template), template + " is missing");
        Map<String, Pair> words = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t");
                if (!line.startsWith("#") && parts.length == 3) {
                    words.put(parts[0], new Pair(parts[1], parts[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(Map.copyOf(words));
    }

    Pair pair(String key) {
        return Objects.requireNonNull(words.get(key), "the template has no " + key);
    }

    List<Pair> pairs(String... keys) {
        return Arrays.stream(keys).map(this::pair).toList();
    }

    Pair filled(String key, String... filling) {
        Pair pair = pair(key);
        return new Pair(fill(pair.english(), filling), fill(pair.arabic(), filling));
    }

    private static String fill(String text, String[] filling) {
        String filled = text;
        for (int i = 0; i < filling.length; i++) {
            filled = filled.replace("{" + i + "}", filling[i]);
        }
        return filled;
    }
}
