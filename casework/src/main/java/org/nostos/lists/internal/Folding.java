package org.nostos.lists.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Words as they are compared here: small letters, Arabic spelling habits folded, digits of every
/// script as 0 to 9.
final class Folding {

    private Folding() {}

    static String fold(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char letter = text.charAt(i);
            plain = letter < 0x80 && (letter < 'A' || letter > 'Z');
        }
        return plain ? text : foldLetters(text.toLowerCase(Locale.ROOT));
    }

    private static String foldLetters(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!isOrnament(letter)) {
                folded.append(foldLetter(letter));
            }
        }
        return folded.toString();
    }

    /// Tatweel, Arabic vowel signs, joiners and marks of direction.
    private static boolean isOrnament(char letter) {
        return letter == 'ـ'
                || letter >= '\u064B' && letter <= '\u065F'
                || letter >= '\u200B' && letter <= '\u200F'
                || letter >= '\u202A' && letter <= '\u202E'
                || letter >= '\u2066' && letter <= '\u2069'
                || letter == '\u0307';
    }

    private static char foldLetter(char letter) {
        int digit = Character.digit(letter, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            default -> letter;
        };
    }

    /// A heading, or a word that stands alone in its cell: folded, and words apart by one space.
    static String heading(String text) {
        return fold(text).replaceAll("[\\s\\p{Z}_.:'’-]+", " ").strip();
    }

    /// The lines of a table that lies beside this class, split at tabs, without its remarks.
    static List<String[]> table(String name) {
        InputStream in =
                Objects.requireNonNull(
                        Folding.class.getResourceAsStream(name), name + " is missing");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
