package org.nostos.identity.internal.mrz;

/// The check digit of Doc 9303 part 3: weights 7, 3, 1; digits as they are, letters from 10, fillers 0.
final class CheckDigits {

    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigits() {}

    /// The digit of these characters, which are digits, capital letters and fillers.
    static int of(String characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += value(characters.charAt(i)) * WEIGHTS[i % 3];
        }
        return sum % 10;
    }

    private static int value(char character) {
        if (character == '<') {
            return 0;
        }
        return character <= '9' ? character - '0' : character - 'A' + 10;
    }
}
