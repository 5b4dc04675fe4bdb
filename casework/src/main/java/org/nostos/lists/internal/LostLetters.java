package org.nostos.lists.internal;

/// Knows what is left of a name when its letters did not exist where it was saved: question marks.
final class LostLetters {

    private LostLetters() {}

    /// Whether nothing is left but two or more question marks, and what stands between words.
    static boolean in(String value) {
        int questions = 0;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '?') {
                questions++;
            } else if (Character.isLetterOrDigit(letter)) {
                return false;
            }
        }
        return questions > 1;
    }
}
