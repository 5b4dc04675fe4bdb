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

    private static final int ARTICLE = 1 << ('l' & 31);

    private final NameWord word;
    private final Sounds sounds;
    private final boolean arabic;
    private final double mass;
    private final double massBesideArabic;
    private final int consonants;
    private final @Nullable ReadWord bare;

    private ReadWord(NameWord word, @Nullable ReadWord bare) {
        this.word = word;
        this.bare = bare;
        sounds = SoundReader.read(word.folded());
        arabic = word.script() == Script.ARABIC;
        mass = mass(sounds, false);
        massBesideArabic = mass(sounds, true);
        consonants = Skeletons.consonants(sounds);
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
        return sounds.length();
    }

    public NameWord word() {
        return word;
    }

    public double similarity(ReadWord other) {
        if (word.folded().equals(other.word.folded())) {
            return 1;
        }
        double alike = compare(other);
        if (alike < .9 && (bare == null) != (other.bare == null)) {
            ReadWord left = bare == null ? this : bare;
            ReadWord right = other.bare == null ? other : other.bare;
            alike = Math.max(alike, left.compare(right) - ARTICLE_GROWN_ON);
        }
        return alike;
    }

    private double compare(ReadWord other) {
        if (!mayBeAlike(consonants, other.consonants, Math.max(length(), other.length()))) {
            return 0;
        }
        double bySound = bySound(other);
        if (word.script() != other.word.script() || bySound > .97) {
            return bySound;
        }
        return Math.max(bySound, byLetter(word.folded(), other.word.folded()));
    }

    private double bySound(ReadWord other) {
        if (word.script() == Script.OTHER || other.word.script() == Script.OTHER) {
            return 0;
        }
        double mean =
                ((other.arabic ? massBesideArabic : mass)
                                + (arabic ? other.massBesideArabic : other.mass))
                        / 2;
        LetterCosts costs =
                new LetterCosts(
                        word.folded(),
                        other.word.folded(),
                        sounds,
                        other.sounds,
                        arabic,
                        other.arabic);
        return Math.max(0, 1 - costs.total() / Math.max(mean, 1));
    }

    private static double mass(Sounds sounds, boolean otherArabic) {
        double mass = 0;
        for (int i = 0; i < sounds.length(); i++) {
            char code = sounds.code(i);
            mass += Sound.isVowel(code) && otherArabic ? .1 : Sound.mass(code);
        }
        return mass;
    }

    /// Letters changed, added, left out or turned about, against the letters in all.
    private static double byLetter(String left, String right) {
        int width = right.length() + 1;
        int[] before = new int[width];
        int[] row = new int[width];
        int[] next = new int[width];
        for (int j = 0; j < width; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            next[0] = i;
            for (int j = 1; j < width; j++) {
                int other = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int best = Math.min(row[j - 1] + other, Math.min(row[j], next[j - 1]) + 1);
                boolean turned =
                        i > 1
                                && j > 1
                                && left.charAt(i - 1) == right.charAt(j - 2)
                                && left.charAt(i - 2) == right.charAt(j - 1);
                next[j] = turned ? Math.min(best, before[j - 2] + 1) : best;
            }
            int[] free = before;
            before = row;
            row = next;
            next = free;
        }
        return 1 - (double) row[width - 1] / Math.max(left.length(), right.length());
    }
}
