package org.nostos.demo.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A way of writing sounds down: a script, and in Latin letters one school of spelling.
enum Habit {
    PLAIN("al-"),
    FRENCH("El "),
    ENGLISH("Al "),
    TURKIC("El-"),
    CYRILLIC("аль-"),
    ARABIC("ال");

    static final List<Habit> LATIN = List.of(PLAIN, FRENCH, ENGLISH, TURKIC);

    private static final int LONGEST_SOUND = 4;

    private final String article;
    private final Map<String, String> letters;

    Habit(String article) {
        this.article = article;
        this.letters = Map.copyOf(read(1 + ordinal()));
    }

    private static Map<String, String> read(int column) {
        Map<String, String> letters = new HashMap<>();
        for (String[] row : Tables.rows("letters")) {
            letters.put(row[0], row[column]);
        }
        return letters;
    }

    /// The sounds in this habit's letters, each word with a capital where the script has any.
    String write(String sounds) {
        StringBuilder written = new StringBuilder();
        for (String word : sounds.split(" ")) {
            written.append(written.isEmpty() ? "" : " ").append(writeWord(word));
        }
        return written.toString();
    }

    private String writeWord(String word) {
        return word.startsWith("al-")
                ? article + capital(spell(word.substring("al-".length())))
                : capital(spell(word));
    }

    private String spell(String sounds) {
        StringBuilder spelled = new StringBuilder();
        int at = 0;
        while (at < sounds.length()) {
            int length = Math.min(LONGEST_SOUND, sounds.length() - at);
            while (length > 1 && !letters.containsKey(sounds.substring(at, at + length))) {
                length--;
            }
            String sound = sounds.substring(at, at + length);
            spelled.append(letters.getOrDefault(sound, sound));
            at += length;
        }
        return spelled.toString();
    }

    static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
