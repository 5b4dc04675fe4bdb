package org.nostos.figures.internal;

/// Pieces of text as they are shown.
final class Texts {

    private Texts() {}

    /// On one line, with single ordinary spaces, and no marks at its ends.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Tokenizer.blank(letter)) {
                blank = !plain.isEmpty();
            } else {
                if (blank) {
                    plain.append(' ');
                    blank = false;
                }
                plain.append(letter);
            }
        }
        return trimmed(plain.toString());
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && ",;:.-–— \"“”".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ",;:-–— \"“”".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
