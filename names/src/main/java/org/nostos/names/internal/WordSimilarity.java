package org.nostos.names.internal;

import org.nostos.names.NameWord;
import org.nostos.names.Script;

/// How alike two words are: by sound across scripts, by sound or by letter within one.
final class WordSimilarity {
    private static final double ARTICLE_GROWN_ON = .02;

    private WordSimilarity() {}

    static double of(NameWord left, NameWord right) {
        if (left.folded().equals(right.folded())) {
            return 1;
        }
        double alike = compare(left, right);
        if (alike < .9 && hasArticle(left) != hasArticle(right)) {
            alike = Math.max(alike, compare(bare(left), bare(right)) - ARTICLE_GROWN_ON);
        }
        return alike;
    }

    private static double compare(NameWord left, NameWord right) {
        double bySound = bySound(left, right);
        if (left.script() != right.script() || bySound > .97) {
            return bySound;
        }
        return Math.max(bySound, byLetter(left.folded(), right.folded()));
    }

    private static double bySound(NameWord left, NameWord right) {
        if (left.script() == Script.OTHER || right.script() == Script.OTHER) {
            return 0;
        }
        Sounds a = SoundReader.read(left.folded());
        Sounds b = SoundReader.read(right.folded());
        boolean leftArabic = left.script() == Script.ARABIC;
        boolean rightArabic = right.script() == Script.ARABIC;
        double mass = (mass(a, rightArabic) + mass(b, leftArabic)) / 2;
        double cost =
                new LetterCosts(left.folded(), right.folded(), a, b, leftArabic, rightArabic)
                        .total();
        return Math.max(0, 1 - cost / Math.max(mass, 1));
    }

    private static double mass(Sounds sounds, boolean otherArabic) {
        double mass = 0;
        for (char code : sounds.codes()) {
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

    private static boolean hasArticle(NameWord word) {
        String folded = word.folded();
        return folded.length() >= 6
                && (folded.startsWith("al") || folded.startsWith("el") || folded.startsWith("ал"));
    }

    private static NameWord bare(NameWord word) {
        return hasArticle(word)
                ? new NameWord(word.text(), word.folded().substring(2), word.script())
                : word;
    }
}
