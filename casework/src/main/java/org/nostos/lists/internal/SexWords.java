package org.nostos.lists.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nostos.lists.Sex;

/// The words for a person's sex, in several languages, as `sex-words.tsv` lists them.
final class SexWords {

    private static final Map<String, Sex> WORDS = read();

    private SexWords() {}

    static Sex of(@Nullable String written) {
        return written == null ? Sex.UNKNOWN : WORDS.getOrDefault(key(written), Sex.UNKNOWN);
    }

    private static Map<String, Sex> read() {
        Map<String, Sex> words = new HashMap<>();
        for (String[] line : Folding.table("sex-words.tsv")) {
            for (int i = 1; i < line.length; i++) {
                words.put(key(line[i]), Sex.parse(line[0]));
            }
        }
        return Map.copyOf(words);
    }

    private static String key(String written) {
        String folded = Folding.fold(written.strip());
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
