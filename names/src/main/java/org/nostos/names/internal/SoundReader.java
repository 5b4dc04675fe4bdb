package org.nostos.names.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Reads the sounds of a word from its letters, in any of the scripts.
///
/// The longest spelling in the tables wins. A letter in no table is taken without its accent; what
/// is still unknown is a sound of its own that only equals itself.
final class SoundReader {
    private static final int LONGEST = 5;
    private static final String VOWELS_AND_GLIDES = "aeiouywаеиоуыэюя";
    private static final Map<String, Character> SPELLINGS = new HashMap<>(256);

    static {
        table(
                "b b p p t t d d j j k k g g q q h h r r z z s s f f v v w w l l m m n n y y c c x X");
        table(
                "a a e e i i o o u u ô o ö o ø o ê e ë e é e è e î i ï i í i ı i û u ü u ú u â a ä a á a à a");
        table("ou u oo u ee i ii i aa a uu u ie i");
        table(
                "sh S sch S ş S š S ch C tsch C tch C ç C č C kh x gh G ğ G th T dh D zh Z ž Z ph f ck k");
        table("ș S ć C ż Z dj j dsch j dzh j ts s tz s ʿ 3 ʾ '");
        table(
                "ا A أ A إ A آ A ٱ A ب b پ p ت t ث T ج j چ C ح h خ x د d ذ D ر r ڕ r ز z ژ Z س s ش S");
        table(
                "ص s ض d ط t ظ z ع 3 غ G ف f ڤ v ق q ك k ک k گ g ل l ڵ l م m ن n ه h ھ h ہ h ة E ە e");
        table("و W ؤ W ۆ o ۇ u ۋ v ي Y ی Y ئ ' ێ e ې e ے e ى I ء ' ٹ t ڈ d ڑ r ں n");
        table(
                "а a б b в v г g д d е e ё o ж Z з z и i й y к k л l м m н n о o п p р r с s т t у u ф f");
        table(
                "х x ц s ч C ш S щ S ы i э e ю u я a дж j кх x гх G ә a ғ G қ q ң n ө o ұ u ү u һ h і i ї i є e ґ g");
        for (char digit = '0'; digit <= '9'; digit++) {
            SPELLINGS.put(String.valueOf(digit), digit);
        }
    }

    private SoundReader() {}

    private static void table(String pairs) {
        String[] parts = pairs.split(" ", -1);
        for (int i = 0; i < parts.length; i += 2) {
            SPELLINGS.put(parts[i], parts[i + 1].charAt(0));
        }
    }

    static Sounds read(String text) {
        Sounds.Collector sounds = new Sounds.Collector();
        String lower = sameLengthLowerCase(text);
        int at = 0;
        while (at < lower.length()) {
            at = readOne(lower, at, sounds);
        }
        return sounds.done();
    }

    private static int readOne(String text, int at, Sounds.Collector sounds) {
        char letter = text.charAt(at);
        if (bearsNoSound(letter)) {
            if (sounds.isEmpty()) {
                sounds.add('-', at, at + 1);
            } else {
                sounds.extend(at + 1);
            }
            return at + 1;
        }
        int diphthong = diphthong(text, at, sounds);
        if (diphthong > at) {
            return diphthong;
        }
        if (letter == 'ه' && at == text.length() - 1 && at > 1) {
            sounds.add('E', at, at + 1);
            return at + 1;
        }
        for (int length = Math.min(LONGEST, text.length() - at); length > 0; length--) {
            Character code = SPELLINGS.get(text.substring(at, at + length));
            if (code != null) {
                sounds.add(code, at, at + length);
                return at + length;
            }
        }
        sounds.add(withoutAccent(letter), at, at + 1);
        return at + 1;
    }

    private static boolean bearsNoSound(char letter) {
        boolean throat = letter == 'ʿ' || letter == 'ʾ';
        return letter == 'ъ' || letter == 'ь' || (!throat && Folding.bearsNoSound(letter));
    }

    /// `ai`, `ei`, `ay`, `ey`, `au`, `aw`, `ow`, `ай`, `ей` before a consonant or the end are one long sound,
    /// as ي and و write it.
    private static int diphthong(String text, int at, Sounds.Collector sounds) {
        if (at + 1 >= text.length() || sounds.isEmpty()) {
            return at;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        boolean vowelAfter =
                at + 2 < text.length() && VOWELS_AND_GLIDES.indexOf(text.charAt(at + 2)) >= 0;
        if (vowelAfter || "aeoаеэ".indexOf(first) < 0) {
            return at;
        }
        if (second == 'й' && (first == 'а' || first == 'е' || first == 'э')) {
            sounds.add('Y', at, at + 2);
            return at + 2;
        }
        if ((second == 'i' || second == 'y') && first != 'o') {
            sounds.add('Y', at, at + 2);
            return at + 2;
        }
        if (second == 'w' || (second == 'u' && first == 'a')) {
            sounds.add('W', at, at + 2);
            return at + 2;
        }
        return at;
    }

    private static char withoutAccent(char letter) {
        String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        Character code = SPELLINGS.get(plain.substring(0, 1));
        if (code != null) {
            return code;
        }
        return Character.isLetterOrDigit(letter) ? '?' : '-';
    }

    private static String sameLengthLowerCase(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }
}
