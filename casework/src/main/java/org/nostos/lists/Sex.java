package org.nostos.lists;

/// The sex a list gives, as far as its word is known to us. What was written stays beside it.
public enum Sex {
    FEMALE('F'),
    MALE('M'),
    UNKNOWN('U');

    private final char letter;

    Sex(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    /// Reads what `letter` wrote.
    public static Sex parse(String letter) {
        return switch (letter) {
            case "F" -> FEMALE;
            case "M" -> MALE;
            case "U" -> UNKNOWN;
            default -> throw new IllegalArgumentException("no sex is written " + letter);
        };
    }
}
