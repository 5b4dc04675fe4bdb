package org.nostos.figures.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nostos.figures.internal.Token.Kind;

/// Cuts a text into words, numbers and marks in one pass over its characters.
///
/// Thousands may be parted by a comma, a point where two follow, an apostrophe, or a space that does
/// not break; an ordinary space parts two numbers. Digits of any script count.
final class Tokenizer {
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_WORD = 60;
    private static final String PARTING = ",.'’\u00a0\u202f\u2009٬،";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        return new Tokenizer(text).all();
    }

    private List<Token> all() {
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            if (Character.isDigit(letter)) {
                number();
            } else if (Character.isLetter(letter)) {
                word();
            } else if (blank(letter)) {
                at += Character.charCount(letter);
            } else {
                mark(Character.charCount(letter));
            }
        }
        return tokens;
    }

    static boolean blank(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT
                || Character.isISOControl(letter);
    }

    private void mark(int length) {
        String mark = text.substring(at, at + length);
        tokens.add(new Token(Kind.MARK, at, at + length, mark, mark, null));
        at += length;
    }

    private void word() {
        int start = at;
        while (at < text.length() && at - start < LONGEST_WORD) {
            int letter = text.codePointAt(at);
            boolean inside =
                    Character.isLetter(letter)
                            || Character.getType(letter) == Character.NON_SPACING_MARK;
            if (!inside && !(joins(letter) && letterFollows(at + Character.charCount(letter)))) {
                break;
            }
            at += Character.charCount(letter);
        }
        at = abbreviated(start);
        String found = text.substring(start, at);
        tokens.add(new Token(Kind.WORD, start, at, found, folded(found), null));
    }

    private static boolean joins(int letter) {
        return letter == '-' || letter == '\'' || letter == '’' || letter == '‑';
    }

    private boolean letterFollows(int place) {
        return place < text.length() && Character.isLetter(text.codePointAt(place));
    }

    /// The end of letters with points between, as in U.S.
    private int abbreviated(int start) {
        int end = at;
        while (end == start + 1 || (end > start + 1 && text.charAt(end - 1) == '.')) {
            if (end + 1 < text.length() && text.charAt(end) == '.' && single(end + 1)) {
                end += 2;
                if (end < text.length() && text.charAt(end) == '.') {
                    end++;
                }
            } else {
                break;
            }
        }
        return end;
    }

    private boolean single(int place) {
        return Character.isLetter(text.charAt(place))
                && (place + 1 >= text.length() || !Character.isLetter(text.charAt(place + 1)));
    }

    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        int count = run(digits);
        while (grouped(count)) {
            at++;
            run(digits);
            count = Math.min(count, 3);
        }
        decimals(digits);
        BigDecimal value =
                digits.length() <= MOST_DIGITS ? new BigDecimal(digits.toString()) : null;
        String found = text.substring(start, Math.min(at, start + LONGEST_WORD));
        tokens.add(new Token(Kind.NUMBER, start, at, found, found, value));
    }

    /// Reads digits on, and says how many.
    private int run(StringBuilder digits) {
        int count = 0;
        while (at < text.length() && Character.isDigit(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            if (digits.length() <= MOST_DIGITS) {
                digits.append((char) ('0' + Character.digit(letter, 10)));
            }
            at += Character.charCount(letter);
            count++;
        }
        return count;
    }

    /// Whether what follows goes on with three digits of the same number.
    private boolean grouped(int before) {
        if (before > 3 || at >= text.length() || PARTING.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        return threeDigits(at + 1)
                && (text.charAt(at) != '.' || (at + 4 < text.length() && point(at + 4)));
    }

    private boolean point(int place) {
        return text.charAt(place) == '.' && threeDigits(place + 1)
                || at >= 4 && text.charAt(at - 4) == '.';
    }

    private boolean threeDigits(int place) {
        for (int i = place; i < place + 3; i++) {
            if (i >= text.length() || !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return place + 3 >= text.length() || !Character.isDigit(text.charAt(place + 3));
    }

    private void decimals(StringBuilder digits) {
        if (at + 1 < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == '٫')
                && Character.isDigit(text.charAt(at + 1))) {
            at++;
            digits.append('.');
            run(digits);
        }
    }

    /// IS is no verb, US no pronoun: short words in capitals stay as they are.
    private static boolean acronym(String word) {
        return word.length() >= 2
                && word.length() <= 3
                && word.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }

    static String folded(String word) {
        if (acronym(word)) {
            return word;
        }
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‑', '-');
        if (lower.endsWith("'s")) {
            lower = lower.substring(0, lower.length() - 2);
        } else if (lower.endsWith("s'")) {
            lower = lower.substring(0, lower.length() - 1);
        }
        return Arabic.isArabic(lower) ? Arabic.folded(lower) : lower;
    }
}
