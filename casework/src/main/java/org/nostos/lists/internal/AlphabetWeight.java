package org.nostos.lists.internal;

import java.util.HashMap;
import java.util.Map;
import org.nostos.lists.Letters;

/// How well bytes beyond ASCII read in a one-byte alphabet: the sum of the logarithms of how often its
/// languages use each letter, less something for each word that mixes alphabets or has a capital
/// behind a small letter.
///
/// The frequencies are rounded from the names and headings of public lists; only their order counts.
record AlphabetWeight(double sum, long letters) {

    private static final int MOST = 4_000;
    private static final double UNHEARD = Math.log(0.0004);
    private static final double SIGN = Math.log(0.002);
    private static final double MIXED = -4;

    private static final Map<Character, Double> ARABIC =
            frequencies(
                    "ا140 ل110 ي70 م65 و55 ن60 ر55 ب45 ت40 ه35 ة35 د40 ع40 س35 ف25 ح35 ق25 ك20 أ20 ج15"
                            + " ش15 ص12 خ10 ط10 ى10 ض7 ذ7 ز12 ث6 غ6 إ6 ئ4 ء4 ؤ3 آ3 ظ3 پ3 چ2 ژ1 گ4 ک6 ڑ1 ٹ1 ں1"
                            + " ہ1 ھ2 ،3 ؛1 ؟1 ـ2 é2 è1 ç1 à1 ê1");
    private static final Map<Character, Double> CYRILLIC =
            frequencies(
                    "о105 а95 е80 и75 н68 т55 с50 р52 в48 л45 к38 м32 д30 п25 у27 я22 ы12 ь15 г18 з16 б18 ч14"
                            + " й14 х10 ж8 ш8 ю7 ц6 щ4 э4 ф6 ъ1 ё2 і8 ї3 є3 ґ1 ў1 №3 «1 »1");
    private static final Map<Character, Double> LATIN =
            frequencies(
                    "é190 è60 à50 ü60 ö50 ä50 ç40 ê25 ñ40 á50 í45 ó50 ú25 ã25 õ8 ô12 î8 â15 ë10 ï6 å15 ø12 æ10"
                            + " ß12 û5 ù5 ò6 ì4 ý6 š6 ž6 œ2 °6 ’10 ‘2 “2 ”2 –5 «2 »2 º3 ª2");

    static AlphabetWeight of(byte[] bytes, Letters letters) {
        String text = new String(bytes, letters.charset());
        Map<Character, Double> usual = usual(letters);
        double sum = 0;
        long counted = 0;
        boolean[] kinds = new boolean[2];
        char before = ' ';
        for (int i = 0; i < text.length() && counted < MOST; i++) {
            char letter = text.charAt(i);
            if (!Character.isLetter(letter)) {
                kinds = new boolean[2];
            }
            if (letter >= 0x80) {
                counted++;
                sum += weight(letter, usual) + mixing(letter, before, kinds, letters);
            } else if (Character.isLetter(letter)) {
                sum += mixing(letter, before, kinds, letters);
            }
            before = letter;
        }
        return new AlphabetWeight(sum, counted);
    }

    /// The mean weight of a letter.
    double mean() {
        return letters == 0 ? UNHEARD : sum / letters;
    }

    private static Map<Character, Double> usual(Letters letters) {
        return switch (letters) {
            case WINDOWS_1256 -> ARABIC;
            case WINDOWS_1251 -> CYRILLIC;
            case WINDOWS_1252 -> LATIN;
            case UTF_8, UTF_16LE, UTF_16BE ->
                    throw new IllegalArgumentException("no one-byte alphabet: " + letters);
        };
    }

    private static double weight(char letter, Map<Character, Double> usual) {
        Double weight = usual.get(Character.toLowerCase(letter));
        if (weight != null) {
            return weight;
        }
        return Character.isLetter(letter) ? UNHEARD : SIGN;
    }

    /// `kinds` holds whether this word has had letters of ASCII, and others.
    private static double mixing(char letter, char before, boolean[] kinds, Letters letters) {
        if (!Character.isLetter(letter)) {
            return 0;
        }
        boolean foreign = isForeign(letter, letters);
        boolean other = kinds[foreign ? 0 : 1];
        kinds[foreign ? 1 : 0] = true;
        boolean crooked = Character.isUpperCase(letter) && Character.isLowerCase(before);
        return (other ? MIXED : 0) + (crooked && letter >= 0x80 ? MIXED : 0);
    }

    /// Whether it belongs to the alphabet that is not Latin.
    private static boolean isForeign(char letter, Letters letters) {
        return switch (letters) {
            case WINDOWS_1256 -> letter >= 0x600 && letter < 0x700;
            case WINDOWS_1251 -> letter >= 0x400 && letter < 0x500;
            case UTF_8, UTF_16LE, UTF_16BE, WINDOWS_1252 -> false;
        };
    }

    private static Map<Character, Double> frequencies(String table) {
        Map<Character, Double> frequencies = new HashMap<>();
        for (String entry : table.split(" ")) {
            double share = Integer.parseInt(entry.substring(1)) / 1000.0;
            frequencies.put(entry.charAt(0), Math.log(share));
        }
        return Map.copyOf(frequencies);
    }
}
