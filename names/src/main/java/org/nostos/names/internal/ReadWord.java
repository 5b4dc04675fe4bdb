package org.nostos.names.internal;

import org.jspecify.annotations.Nullable;
import org.nostos.names.NameWord;
import org.nostos.names.Script;

/// A word with its sounds already read, ready to be compared: by sound across scripts, by sound or by
/// letter within one.
///
/// `bare` is the word without an article that has grown onto it, or null when it has none.
public final class ReadWord {
    private static final double ARTICLE_GROWN_ON = .02;
    private static final float ROUNDING = 1e-3f;

    private static final int ARTICLE = 1 << ('l' & 31);

    private final NameWord word;
    private final Script script;
    private final int length;
    private final Sounds sounds;
    private final boolean arabic;
    private final double mass;
    private final double massBesideArabic;
    private final int consonants;
    private final float[] missing;
    private final float[] missingBesideArabic;
    private final long letters;
    private final @Nullable ReadWord bare;

    private ReadWord(NameWord word, @Nullable ReadWord bare) {
        this.word = word;
        this.bare = bare;
        script = word.script();
        sounds = SoundReader.read(word.folded());
        length = sounds.length();
        arabic = word.script() == Script.ARABIC;
        mass = mass(sounds, false);
        massBesideArabic = mass(sounds, true);
        consonants = Skeletons.consonants(sounds);
        missing = sounds.missing(false);
        missingBesideArabic = sounds.missing(true);
        letters = letters(word.folded());
    }

    /// Which letters it has, as bits; two letters may share one.
    private static long letters(String folded) {
        long bits = 0;
        for (int i = 0; i < folded.length(); i++) {
            bits |= 1L << (folded.charAt(i) & 63);
        }
        return bits;
    }

    char[] codes() {
        return sounds.codes();
    }

    /// What it costs that the other has not got its sounds.
    float[] missing(ReadWord other) {
        return other.arabic ? missingBesideArabic : missing;
    }

    boolean isArabic() {
        return arabic;
    }

    char letter(int sound) {
        return word.folded().charAt(sounds.start(sound));
    }

    public static ReadWord of(NameWord word) {
        String shorter = Compounds.withoutGrownArticle(word.folded());
        ReadWord bare =
                shorter.equals(word.folded())
                        ? null
                        : new ReadWord(new NameWord(word.text(), shorter, word.script()), null);
        return new ReadWord(word, bare);
    }

    /// An article grown onto a word must not tell it apart, so `l` does not count.
    public static boolean mayBeAlike(int left, int right, int longer) {
        return Integer.bitCount((left ^ right) & ~ARTICLE) <= 3 + longer / 5;
    }

    public int soundBits() {
        return consonants;
    }

    public int length() {
        return length;
    }

    public NameWord word() {
        return word;
    }

    public double similarity(ReadWord other) {
        return similarity(other, 0);
    }

    /// The same; what is below `atLeast` may come out as anything below it.
    public double similarity(ReadWord other, double atLeast) {
        if (letters == other.letters && word.folded().equals(other.word.folded())) {
            return 1;
        }
        double alike = compare(other, atLeast);
        if (alike < .9 && (bare == null) != (other.bare == null)) {
            ReadWord left = bare == null ? this : bare;
            ReadWord right = other.bare == null ? other : other.bare;
            alike = Math.max(alike, left.compare(right, atLeast) - ARTICLE_GROWN_ON);
        }
        return alike;
    }

    private double compare(ReadWord other, double atLeast) {
        if (!mayBeAlike(consonants, other.consonants, Math.max(length, other.length))) {
            return 0;
        }
        double bySound = bySound(other, atLeast);
        if (script != other.script || bySound > .97) {
            return bySound;
        }
        return Math.max(bySound, byLetter(other, Math.max(bySound, atLeast)));
    }

    private double bySound(ReadWord other, double atLeast) {
        if (script == Script.OTHER || other.script == Script.OTHER) {
            return 0;
        }
        double mean =
                Math.max(
                        1,
                        ((other.arabic ? massBesideArabic : mass)
                                        + (arabic ? other.massBesideArabic : other.mass))
                                / 2);
        float limit = (float) ((1 - atLeast) * mean) + ROUNDING;
        return leastApart(consonants, other.consonants) > limit
                ? 0
                : Math.max(0, 1 - SoundDistance.of(this, other, limit) / mean);
    }

    /// No distance is less: the near sounds that only one word has must each be left out or taken for a
    /// sound that is not near, and one step does so for one sound of either word.
    static float leastApart(int left, int right) {
        return Math.max(cost(left & ~right), cost(right & ~left));
    }

    private static float cost(int bits) {
        return Skeletons.FAR * Integer.bitCount(bits & Skeletons.FAR_SOUNDS)
                + Skeletons.NEARER * Integer.bitCount(bits & Skeletons.NEARER_SOUNDS)
                + Skeletons.NEAREST * Integer.bitCount(bits & Skeletons.NEAREST_SOUNDS);
    }

    /// Letters changed, added, left out or turned about, against the letters in all; 0 if that is
    /// surely below `atLeast`.
    private double byLetter(ReadWord other, double atLeast) {
        int longer = Math.max(word.folded().length(), other.word.folded().length());
        int most = (int) ((1 - atLeast) * longer + ROUNDING);
        int apart =
                Math.max(
                        Long.bitCount(letters & ~other.letters),
                        Long.bitCount(other.letters & ~letters));
        return apart > most ? 0 : byLetter(word.folded(), other.word.folded(), most);
    }

    private static double mass(Sounds sounds, boolean otherArabic) {
        double mass = 0;
        for (int i = 0; i < sounds.length(); i++) {
            char code = sounds.code(i);
            mass += Sound.isVowel(code) && otherArabic ? .1 : Sound.mass(code);
        }
        return mass;
    }

    private static double byLetter(String left, String right, int most) {
        if (Math.abs(left.length() - right.length()) > most) {
            return 0;
        }
        int width = right.length() + 1;
        int[] before = new int[width];
        int[] row = new int[width];
        int[] next = new int[width];
        for (int j = 0; j < width; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            next[0] = i;
            int least = i;
            for (int j = 1; j < width; j++) {
                int other = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int best = Math.min(row[j - 1] + other, Math.min(row[j], next[j - 1]) + 1);
                boolean turned =
                        i > 1
                                && j > 1
                                && left.charAt(i - 1) == right.charAt(j - 2)
                                && left.charAt(i - 2) == right.charAt(j - 1);
                next[j] = turned ? Math.min(best, before[j - 2] + 1) : best;
                least = Math.min(least, next[j]);
            }
            if (least > most + 1) {
                return 0;
            }
            int[] free = before;
            before = row;
            row = next;
            next = free;
        }
        return 1 - (double) row[width - 1] / Math.max(left.length(), right.length());
    }
}
