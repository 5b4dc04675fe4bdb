package org.nostos.figures.internal;

/// Arabic words as the lexicon holds them: without vowel signs and stretching, one form of alef, and
/// without the joined `و`, `ف`, `ب`, `ل` and the article.
final class Arabic {
    private static final String[] JOINED = {"وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"};
    private static final int SHORTEST = 3;

    private Arabic() {}

    static boolean isArabic(String word) {
        return !word.isEmpty()
                && Character.UnicodeScript.of(word.codePointAt(0))
                        == Character.UnicodeScript.ARABIC;
    }

    static String folded(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (Character.getType(letter) == Character.NON_SPACING_MARK || letter == 'ـ') {
                continue;
            }
            plain.append(
                    switch (letter) {
                        case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
                        case 'ى' -> 'ي';
                        case 'ة' -> 'ه';
                        default -> letter;
                    });
        }
        return bare(plain.toString());
    }

    private static String bare(String word) {
        for (String joined : JOINED) {
            if (word.startsWith(joined) && word.length() - joined.length() >= SHORTEST) {
                return word.substring(joined.length());
            }
        }
        return word;
    }
}
