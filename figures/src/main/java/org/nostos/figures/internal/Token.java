package org.nostos.figures.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A word, a number written in digits, or a mark of a text, with where it stands in Java characters.
///
/// `word` is what the lexicon is asked: lower case, straight apostrophes, Arabic without its signs and
/// its joined particles. `value` is the number of a `NUMBER`, and null when there are too many digits.
record Token(Kind kind, int start, int end, String text, String word, @Nullable BigDecimal value) {

    enum Kind {
        WORD,
        NUMBER,
        MARK
    }

    boolean is(String other) {
        return word.equals(other);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isMark() {
        return kind == Kind.MARK;
    }

    boolean isCapitalised() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }

    /// Whether it follows the other with nothing between.
    boolean touches(Token before) {
        return before.end == start;
    }
}
