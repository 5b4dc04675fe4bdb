package org.nostos.names.internal;

/// The alphabet of sounds into which every script is read, and what it costs to take one for another.
///
/// Small Latin letters are what they look like. Besides: `C` ch, `S` sh, `Z` zh, `T` th, `D` dh,
/// `x` kh, `G` gh, `c` and `X` the Latin letters of many sounds. What only Arabic script has: `A`
/// alef, `W` waw, `Y` ya (each a consonant or a long vowel), `I` alef maqsura, `E` ta marbuta, `3`
/// ayn, `'` hamza. `0` to `9` are digits, `-` is a sign without a sound.
///
/// The costs are symmetric: 0 for the same sound, 1 for sounds that have nothing in common.
final class Sound {
    private static final int SIZE = 128;
    private static final float[] SUBSTITUTE = new float[SIZE * SIZE];
    private static final String VOWELS = "aeiou";
    private static final String MUTE = "3'-";
    private static final float DOTS = .5f;
    private static final float[] SUBSTITUTE_IN_ARABIC = new float[SIZE * SIZE];
    private static final boolean[] VOWEL = new boolean[SIZE];
    private static final float[] MISSING = new float[SIZE];

    static {
        java.util.Arrays.fill(SUBSTITUTE, 1f);
        for (int code = 0; code < SIZE; code++) {
            SUBSTITUTE[code * SIZE + code] = 0;
        }
        for (int atcode = 0; atcode < VOWELS.length(); atcode++) {
            char code = VOWELS.charAt(atcode);
            VOWEL[code] = true;
        }
        for (char code = 0; code < SIZE; code++) {
            MISSING[code] = missing(code);
        }
        vowels();
        consonants();
        arabic();
        for (char left = 0; left < SIZE; left++) {
            for (char right = 0; right < SIZE; right++) {
                float cost = SUBSTITUTE[left * SIZE + right];
                SUBSTITUTE_IN_ARABIC[left * SIZE + right] =
                        cost > DOTS && Dots.sameShape(left, right) ? DOTS : cost;
            }
        }
    }

    private Sound() {}

    private static void vowels() {
        for (int atleft = 0; atleft < VOWELS.length(); atleft++) {
            char left = VOWELS.charAt(atleft);
            for (int atright = 0; atright < VOWELS.length(); atright++) {
                char right = VOWELS.charAt(atright);
                if (left != right) {
                    near(left, .3f, String.valueOf(right));
                }
            }
        }
        near('e', .15f, "ai");
        near('o', .1f, "u");
        near('y', .1f, "i");
        near('y', .2f, "e");
        near('w', .15f, "uo");
        near('v', .3f, "u");
    }

    private static void consonants() {
        near('x', .2f, "h");
        near('x', .2f, "C");
        near('x', .35f, "kS");
        near('q', .15f, "k");
        near('q', .2f, "gG");
        near('G', .2f, "g");
        near('G', .4f, "hrkxw");
        near('j', .15f, "Z");
        near('j', .3f, "gCzy");
        near('Z', .3f, "zS");
        near('C', .1f, "S");
        near('C', .35f, "kh");
        near('S', .25f, "s");
        near('T', .15f, "ts");
        near('D', .15f, "dz");
        near('s', .3f, "z");
        near('v', .1f, "w");
        near('v', .3f, "fb");
        near('f', .35f, "p");
        near('b', .3f, "p");
        near('t', .4f, "d");
        near('g', .35f, "k");
        near('h', .5f, "kG");
        near('z', .4f, "d");
        near('c', .05f, "k");
        near('c', .1f, "sj");
        near('c', .25f, "CS");
        near('X', .05f, "x");
        near('X', .25f, "hks");
        near('n', .6f, "m");
        near('l', .6f, "r");
    }

    private static void arabic() {
        near('A', 0, "a");
        near('A', .1f, "e");
        near('A', .2f, "oiu3'");
        near('W', 0, "wu");
        near('W', .05f, "vo");
        near('W', .4f, "aeAi");
        near('Y', 0, "yi");
        near('Y', .1f, "eI");
        near('Y', .35f, "aAj");
        near('I', 0, "aA");
        near('I', .1f, "eiy");
        near('E', 0, "a");
        near('E', .1f, "eh");
        near('E', .2f, "tAi");
        near('3', .05f, "aeiou'");
        near('\'', .05f, "aeiouAWYy");
    }

    private static void near(char left, float cost, String rights) {
        for (int atright = 0; atright < rights.length(); atright++) {
            char right = rights.charAt(atright);
            SUBSTITUTE[left * SIZE + right] = cost;
            SUBSTITUTE[right * SIZE + left] = cost;
        }
    }

    /// The costs of one sound for another, where letters of one shape may have lost their dots or not; that
    /// of `right` for `left` stands at [#place]. Not to be written to.
    static float[] costs(boolean arabic) {
        return arabic ? SUBSTITUTE_IN_ARABIC : SUBSTITUTE;
    }

    static int place(char left, char right) {
        return left * SIZE + right;
    }

    /// What it costs that only one side has a sound. In Arabic script a short vowel is not written.
    static float missing(char code, boolean otherIsArabic) {
        return otherIsArabic && VOWEL[code] ? .05f : MISSING[code];
    }

    private static float missing(char code) {
        if (isVowel(code)) {
            return .35f;
        }
        return switch (code) {
            case '3', '\'' -> .05f;
            case '-' -> 0;
            case 'A', 'I' -> .25f;
            case 'E' -> .2f;
            case 'W', 'Y', 'h', 'y', 'w' -> .5f;
            default -> 1;
        };
    }

    /// How much a sound counts in the length of a word.
    static float mass(char code) {
        if (isVowel(code)) {
            return .35f;
        }
        return switch (code) {
            case '3', '\'' -> .1f;
            case '-' -> 0;
            case 'A', 'I', 'E' -> .35f;
            case 'W', 'Y', 'h', 'y', 'w' -> .6f;
            default -> 1;
        };
    }

    static boolean isVowel(char code) {
        return VOWEL[code];
    }

    /// A sound that the skeleton of consonants leaves out.
    static boolean isWeak(char code) {
        return isVowel(code) || MUTE.indexOf(code) >= 0 || "AIE".indexOf(code) >= 0;
    }

    static boolean isThroat(char code) {
        return code == '3' || code == '\'';
    }

    static boolean doubles(char code) {
        return !Character.isDigit(code)
                && code != '-'
                && !(code >= 'A' && code <= 'Y' && isWeak(code));
    }
}
