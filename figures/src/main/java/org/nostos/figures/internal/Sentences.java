package org.nostos.figures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds where sentences and paragraphs of a text end.
///
/// A line break ends a paragraph, save in a text whose lines were broken to a width: there only an empty
/// line or a short line does. A sentence is never longer than [#LONGEST] tokens.
final class Sentences {
    static final int LONGEST = 300;
    private static final int WIDEST_LINE = 110;
    private static final int FULL_LINE = 50;
    private static final Set<String> SHORTENED =
            Set.of(
                    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sgt", "capt", "maj", "st", "prof",
                    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
                    "dec", "no", "art", "approx", "ca", "c", "vs", "gov", "sen", "rep", "brig");

    private final String text;
    private final List<Token> tokens;
    private final boolean brokenToAWidth;
    private final List<Sentence> found = new ArrayList<>();

    private Sentences(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.brokenToAWidth = brokenToAWidth(text);
    }

    static List<Sentence> of(String text, List<Token> tokens) {
        return new Sentences(text, tokens).all();
    }

    private static boolean brokenToAWidth(String text) {
        int full = 0;
        int lines = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int length = end - start;
            if (length > WIDEST_LINE) {
                return false;
            }
            lines += length > 0 ? 1 : 0;
            full += length >= FULL_LINE ? 1 : 0;
            start = end + 1;
        }
        return lines >= 4 && full * 2 >= lines;
    }

    private List<Sentence> all() {
        int from = 0;
        int paragraph = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size();
            boolean newParagraph = !last && breaks(tokens.get(i), tokens.get(i + 1));
            if (last || newParagraph || i - from >= LONGEST || ends(i)) {
                found.add(new Sentence(from, i + 1, paragraph));
                from = i + 1;
            }
            paragraph += newParagraph ? 1 : 0;
        }
        return found;
    }

    private boolean breaks(Token left, Token right) {
        int breaks = 0;
        int first = -1;
        for (int i = left.end(); i < right.start(); i++) {
            char letter = text.charAt(i);
            if (letter == '\n' || letter == '\u2029' || letter == '\f') {
                breaks++;
                first = first < 0 ? i : first;
            }
        }
        return breaks > 1 || breaks == 1 && !(brokenToAWidth && goesOn(first, right));
    }

    private boolean goesOn(int lineEnd, Token next) {
        int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
        return lineEnd - lineStart >= FULL_LINE || !next.isCapitalised() && !next.isMark();
    }

    private boolean ends(int i) {
        Token mark = tokens.get(i);
        if (!mark.isMark()) {
            return false;
        }
        if ("\"”’»)".contains(mark.text())
                && i > 0
                && stop(i - 1)
                && mark.touches(tokens.get(i - 1))) {
            return opens(i + 1);
        }
        return stop(i)
                && opens(i + 1)
                && !(i + 1 < tokens.size()
                        && "\"”’»".contains(tokens.get(i + 1).text())
                        && tokens.get(i + 1).touches(mark));
    }

    private boolean stop(int i) {
        String mark = tokens.get(i).text();
        if (mark.equals("!") || mark.equals("?") || mark.equals("؟") || mark.equals("…")) {
            return true;
        }
        return mark.equals(".")
                && !(i > 0
                        && SHORTENED.contains(tokens.get(i - 1).word())
                        && tokens.get(i).touches(tokens.get(i - 1)));
    }

    /// Whether a sentence can begin here.
    private boolean opens(int i) {
        if (i >= tokens.size()) {
            return true;
        }
        Token next = tokens.get(i);
        return !next.isWord() || next.isCapitalised() || Arabic.isArabic(next.text());
    }
}
