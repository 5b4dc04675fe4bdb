package org.nostos.lists.internal;

/// Shortens texts for showing, never through the middle of a letter.
public final class Cut {

    private Cut() {}

    /// The text, or so much of its beginning and an ellipsis.
    public static String to(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }
}
