package org.nostos.names;

import java.util.Locale;

/// One step of two spellings read side by side: what stands on the left, what stands on the right,
/// and how they go together. One of the two may be empty, never both.
public record LetterStep(String left, String right, Kind kind, Reason reason) {

    /// How two letters go together.
    public enum Kind {
        /// The same letter, or the usual letter for it in the other script.
        SAME,
        /// Another way to spell the same sound.
        HABIT,
        /// Another letter.
        DIFFERS,
        /// A letter or a word that only one of them has.
        ABSENT
    }

    /// Why. A reader is told in a sentence that belongs to the reason.
    public enum Reason {
        SAME_LETTER,
        /// The usual letter in the other script.
        USUAL_LETTER,
        /// Letters that stand for one sound: `q` and `k`, `ou` and `u`.
        SAME_SOUND,
        /// A sound that often becomes another on the way: `kh` written `h`.
        NEAR_SOUND,
        /// A vowel that the other does not write.
        VOWEL_NOT_WRITTEN,
        /// Another vowel, as often happens between dialects.
        OTHER_VOWEL,
        /// A letter written double on one side.
        DOUBLED_LETTER,
        /// Ayn or hamza, which the other does not write.
        THROAT_NOT_WRITTEN,
        /// The closing `a`, `ah`, `at` or `e` of ة.
        CLOSING_A,
        /// Arabic letters that differ in their dots alone.
        ONLY_DOTS,
        LETTERS_CHANGE_PLACES,
        OTHER_LETTER,
        LETTER_MISSING,
        /// The article, which the other does not write.
        ARTICLE_NOT_WRITTEN,
        /// A word such as `bin`, which the other does not write.
        PARTICLE_NOT_WRITTEN,
        WORD_MISSING,
        /// A space or a sign that bears no sound.
        SIGN;

        /// The reason as it appears in files and message keys: `vowel-not-written`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public LetterStep {
        if (left.isEmpty() && right.isEmpty()) {
            throw new IllegalArgumentException("a step needs a letter on one side");
        }
    }

    /// The same step read from the other side.
    public LetterStep mirrored() {
        return new LetterStep(/* left= */ right, /* right= */ left, kind, reason);
    }
}
