package org.nostos.names.internal;

import java.text.Normalizer;

/// Brings the letters of one script that stand for each other to one of them.
public final class Folding {
    /// Letters whose sign makes another sound of them: it stays.
    private static final String SOUNDS_OTHERWISE = "şșšçčćğžżй";

    private Folding() {}

    public static String fold(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        if (isAscii(text)) {
            for (int i = 0; i < text.length(); i++) {
                fold(text.charAt(i), kept);
            }
            return kept.toString();
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (int i = 0; i < composed.length(); i++) {
            char letter = Character.toLowerCase(composed.charAt(i));
            if (SOUNDS_OTHERWISE.indexOf(letter) >= 0) {
                kept.append(letter);
            } else {
                foldPlain(letter, kept);
            }
        }
        return kept.toString();
    }

    private static void foldPlain(char letter, StringBuilder kept) {
        String plain =
                letter < 128
                        ? String.valueOf(letter)
                        : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        for (int i = 0; i < plain.length(); i++) {
            fold(plain.charAt(i), kept);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static void fold(char letter, StringBuilder kept) {
        if (letter < 128) {
            if (letter != '\'' && letter != '`') {
                kept.append(Character.toLowerCase(letter));
            }
            return;
        }
        if (bearsNoSound(letter)) {
            return;
        }
        switch (letter) {
            case 'ß' -> kept.append("ss");
            case 'æ', 'Æ' -> kept.append("ae");
            case 'œ', 'Œ' -> kept.append("oe");
            case 'þ', 'Þ' -> kept.append("th");
            default -> kept.append(one(letter));
        }
    }

    /// Vowel signs, accents, tatweel, joiners and the many signs for ayn and hamza.
    static boolean bearsNoSound(char letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.FORMAT -> true;
            default -> "ـ’‘ʼʻʿʾ´ˈ′".indexOf(letter) >= 0;
        };
    }

    private static char one(char letter) {
        return switch (letter) {
            case 'ٱ' -> 'ا';
            case 'ى', 'ی', 'ې', 'ۍ', 'ێ', 'ے' -> 'ي';
            case 'ک', 'ڪ' -> 'ك';
            case 'ڭ', 'ݣ' -> 'گ';
            case 'ة', 'ە', 'ہ', 'ھ', 'ۀ', 'ۃ' -> 'ه';
            case 'ۆ', 'ۇ', 'ۊ', 'ۋ' -> 'و';
            case 'ڕ', 'ڑ' -> 'ر';
            case 'ڵ' -> 'ل';
            case 'ø', 'Ø' -> 'o';
            case 'ł', 'Ł' -> 'l';
            case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
            case 'ı', 'İ' -> 'i';
            case 'ə', 'Ə' -> 'e';
            case 'Ё', 'ё' -> 'е';
            default -> {
                int digit = Character.digit(letter, 10);
                yield digit >= 0 ? (char) ('0' + digit) : Character.toLowerCase(letter);
            }
        };
    }
}
