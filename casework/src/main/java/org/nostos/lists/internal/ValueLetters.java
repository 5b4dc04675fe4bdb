package org.nostos.lists.internal;

import org.jspecify.annotations.Nullable;
import org.nostos.lists.RowFault;

/// Whether a value's letters came whole.
final class ValueLetters {

    private ValueLetters() {}

    /// What is wrong with the letters of a value, or null.
    static @Nullable RowFault fault(String value, int longest) {
        if (value.length() > longest) {
            return RowFault.TOO_LONG;
        }
        if (LostLetters.in(value)) {
            return RowFault.LETTERS_LOST;
        }
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\uFFFD') {
                return RowFault.LETTERS_LOST;
            }
            if (isControl(letter)) {
                return RowFault.CONTROL_CHARACTERS;
            }
        }
        return null;
    }

    private static boolean isControl(char letter) {
        return letter < 0x20 && letter != '\n' && letter != '\t' && letter != '\r'
                || letter >= 0x7F && letter < 0xA0
                || Marks.turnsRound(letter);
    }

    /// Control characters as the pictures that Unicode has for them, so that one can see and store them.
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            shown.append(
                    letter < 0x20 ? (char) (0x2400 + letter) : isControl(letter) ? '␦' : letter);
        }
        return shown.toString();
    }
}
