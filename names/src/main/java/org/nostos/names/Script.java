package org.nostos.names;

/// A family of letters in which a name is written.
public enum Script {
    LATIN,
    ARABIC,
    CYRILLIC,
    /// Another script, or no letter at all.
    OTHER;

    /// The script of most letters of the text. Arabic stands for every language written with its
    /// letters: Persian, Kurdish and Urdu too.
    public static Script of(CharSequence text) {
        int[] counts = new int[values().length];
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts[of(letter).ordinal()]++);
        Script most = OTHER;
        for (Script script : values()) {
            if (counts[script.ordinal()] > counts[most.ordinal()]) {
                most = script;
            }
        }
        return most;
    }

    /// The script of one letter.
    public static Script of(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case LATIN -> LATIN;
            case ARABIC -> ARABIC;
            case CYRILLIC -> CYRILLIC;
            default -> OTHER;
        };
    }

    /// Whether its lines run from right to left.
    public boolean rightToLeft() {
        return this == ARABIC;
    }
}
